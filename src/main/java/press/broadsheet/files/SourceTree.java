package press.broadsheet.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * The newsroom's folder {@code content/}. It gives the same files in the same order on every machine, and never leads
 * out of the folder. Reading is thread-safe.
 */
public final class SourceTree {
    /** Texts and tables are read whole; a newspaper's longest is far below this. */
    static final long LARGEST_TEXT = 10L << 20;

    /** Pictures are copied, and never held in memory in numbers. */
    static final long LARGEST_FILE = 200L << 20;

    private static final Set<String> TEXTS = Set.of("md", "txt", "yaml", "yml", "csv", "json");

    private static final Path CONTENT = Path.of("content");

    static final String READABLE = "Check its permissions.";

    private final Path content;

    /** The folder without links; itself if it does not exist. */
    private final Path root;

    /** Files whose name on disk is not in composed form (macOS writes such names): composed to real. */
    private final Map<String, Path> otherwiseNamed = new ConcurrentHashMap<>();

    /** Folders of which it is known that they are really inside. */
    private final Set<Path> insides = ConcurrentHashMap.newKeySet();

    public SourceTree(Path site) {
        this.content = site.resolve(CONTENT);
        this.root = realOf(content);
    }

    private static Path realOf(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }

    /** Where a file stands, for problems. */
    public static Place place(String path) {
        return Place.in(CONTENT.resolve(path));
    }

    /** The path below the folder of what a problem's place names. */
    public static String pathOf(Place place) {
        return CONTENT.relativize(place.file()).toString().replace('\\', '/');
    }

    /**
     * What walking the folder found.
     *
     * @param files all that may belong to the paper, in the order of their paths
     * @param look at every file below the folder
     * @param aside at those of them that are not among {@code files}
     * @param refused paths of files that might belong to the paper, were they not at fault; each is told
     */
    public record Found(List<SourceFile> files, Look look, Look aside, List<String> refused) {}

    /** Does something for each of some items, perhaps for several at once, and comes back when all is done. */
    @FunctionalInterface
    public interface Helpers {
        void each(List<Path> items, Consumer<Path> work);
    }

    /** All files that may belong to the paper. */
    public Found walk(Problems problems) {
        return walk(problems, List::forEach);
    }

    /**
     * The same.
     *
     * @param helpers walk through what stands in the folder, each through another part
     */
    public Found walk(Problems problems, Helpers helpers) {
        otherwiseNamed.clear();
        insides.clear();
        if (!isThere(problems)) {
            Look nothing = new Look.Taking().taken();
            return new Found(List.of(), nothing, nothing, List.of());
        }
        var walks = new ConcurrentSkipListMap<Path, SourceWalk>();
        helpers.each(parts(problems), part -> {
            var walk = new SourceWalk(root, problems);
            walks.put(part, walk);
            walk.through(part);
        });
        var all = new SourceWalk(root, problems);
        walks.values().forEach(all::add);
        otherwiseNamed.putAll(all.otherwiseNamed());
        return all.found();
    }

    private List<Path> parts(Problems problems) {
        var parts = new ArrayList<Path>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
            all.forEach(parts::add);
        } catch (IOException e) {
            problems.add(FileFault.UNREADABLE_FILE, Place.in(CONTENT), "content/ cannot be read: " + why(e), READABLE);
        } catch (DirectoryIteratorException e) {
            problems.add(FileFault.UNREADABLE_FILE, Place.in(CONTENT), "content/ cannot be read to its end.", READABLE);
        }
        return parts;
    }

    /** Whether there is the folder; tells it if not. */
    public boolean isThere(Problems problems) {
        if (Files.isDirectory(content)) {
            return true;
        }
        Path site = Objects.requireNonNull(content.getParent()).normalize();
        String there = site.toString().isEmpty() ? "here" : "in " + site;
        problems.add(
                FileFault.CONTENT_MISSING,
                Place.in(CONTENT),
                Files.isDirectory(site) || site.toString().isEmpty()
                        ? "There is no folder content/ " + there + "."
                        : "There is no folder " + site + ".",
                Files.exists(site.resolve("site.yaml"))
                        ? "This seems to be the folder content/ itself: give the one that it lies in."
                        : "Give the folder that has it, or make a paper with: broadsheet new site DIR");
        return false;
    }

    /** The bytes of a file; empty, and told, if they cannot be read. */
    public Optional<byte[]> read(String path, Problems problems) {
        try {
            Optional<FileChannel> opened = open(locate(path));
            if (opened.isEmpty()) {
                tellLinkOut(path, problems);
                return Optional.empty();
            }
            try (FileChannel channel = opened.get()) {
                long limit = limit(path);
                long size = channel.size();
                if (size > limit) {
                    tellTooLarge(path, size, limit, problems);
                    return Optional.empty();
                }
                return Optional.of(bytes(channel, (int) size));
            }
        } catch (IOException e) {
            problems.add(FileFault.UNREADABLE_FILE, place(path), "The file cannot be read: " + why(e), READABLE);
            return Optional.empty();
        }
    }

    /** A file to be read; empty if links lead out of the folder. Most files are no links, and are asked that by opening them. */
    private Optional<FileChannel> open(Path file) throws IOException {
        if (!isInside(file.getParent())) {
            return Optional.empty();
        }
        try {
            return Optional.of(FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException refused) {
            if (!Files.isSymbolicLink(file)) {
                throw refused;
            }
            return file.toRealPath().startsWith(root)
                    ? Optional.of(FileChannel.open(file, StandardOpenOption.READ))
                    : Optional.empty();
        }
    }

    /** Whether links lead to a folder nowhere but in ours. It is looked at once: files by the thousand share it. */
    private boolean isInside(@Nullable Path folder) throws IOException {
        if (folder == null || insides.contains(folder)) {
            return folder != null;
        }
        boolean inside = folder.toRealPath().startsWith(root);
        if (inside) {
            insides.add(folder);
        }
        return inside;
    }

    private static byte[] bytes(FileChannel channel, int size) throws IOException {
        var bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Goes on until the file's end, wherever that is by now.
        }
        return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
    }

    /** Whether there is such a file, inside the folder, in exactly these letters on every machine. */
    public boolean has(String path) {
        if (!OutputPath.isSafe(path)) {
            return false;
        }
        Path file = locate(path);
        try {
            // A file system that does not know letter case finds more than the paper's readers would.
            return Files.isRegularFile(file)
                    && (Files.isSymbolicLink(file)
                            ? file.toRealPath().startsWith(root)
                            : file.toRealPath().equals(file));
        } catch (IOException e) {
            return false;
        }
    }

    private Path locate(String path) {
        Path file = otherwiseNamed.getOrDefault(path, root.resolve(path)).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("Not a path inside content/: " + path);
        }
        return file;
    }

    /** How large a file may be, in bytes. */
    static long limit(String path) {
        return TEXTS.contains(endingOf(path)) ? LARGEST_TEXT : LARGEST_FILE;
    }

    private static String endingOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static void tellTooLarge(String path, long size, long limit, Problems problems) {
        problems.add(
                FileFault.TOO_LARGE,
                place(path),
                "The file has " + ((size >> 20) + 1) + " MB; at most " + (limit >> 20) + " MB are read.",
                "Make it smaller, or keep it out of content/.");
    }

    static void tellLinkOut(String path, Problems problems) {
        // The target is not named: a problem list may be public where the machine's folders are not.
        problems.add(
                FileFault.LINK_OUTSIDE_CONTENT,
                place(path),
                "This link leads out of content/.",
                "Put the file itself here: nothing outside content/ is published.");
    }

    static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "its rights do not allow it.";
        }
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "it is gone.";
        }
        String message = e instanceof java.nio.file.FileSystemException f ? f.getReason() : e.getMessage();
        return (message == null ? e.getClass().getSimpleName() : message) + ".";
    }

    /**
     * One file as it is now; empty if there is none, or no plain one.
     *
     * @param path below the folder
     */
    public Optional<SourceFile> look(String path) {
        try {
            var attributes = Files.readAttributes(locate(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(new SourceFile(
                            path,
                            attributes.size(),
                            attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * A file that walking the folder would find under exactly this name, if it is a plain one; empty if there is none, or if
     * only walking can tell.
     */
    public Optional<SourceFile> find(String path) {
        boolean plain = Normalizer.isNormalized(path, Normalizer.Form.NFC)
                && Arrays.stream(path.split("/", -1)).noneMatch(SourceTree::isIgnored);
        return plain && has(path) ? look(path).filter(file -> file.size() <= limit(path)) : Optional.empty();
    }

    /** Whether nothing of that name is there. */
    public boolean isGone(String path) {
        return !Files.exists(locate(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether something of that name, which walking the folder did not find, is of no concern to anybody. */
    public boolean isPassedOver(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        boolean aside = slash >= 0
                && Arrays.stream(path.substring(0, slash).split("/", -1)).anyMatch(SourceTree::isIgnored);
        // A picture may be shown whatever its name is.
        boolean there = Files.exists(locate(path), LinkOption.NOFOLLOW_LINKS);
        return !aside && !PictureFile.isNamedAsPicture(name) && (isIgnored(name) || !there);
    }

    /** Names that editors and systems leave behind, and what the newsroom sets aside with an underscore. */
    static boolean isIgnored(String name) {
        return name.startsWith(".")
                || (name.startsWith("_") && !name.equals("_section.md"))
                || name.endsWith("~")
                || name.endsWith(".swp")
                || name.endsWith(".swo")
                || name.endsWith(".bak")
                || name.endsWith(".orig")
                || name.endsWith(".tmp");
    }
}
