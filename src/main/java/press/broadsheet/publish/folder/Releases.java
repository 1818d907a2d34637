package press.broadsheet.publish.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.files.OutputPath;
import press.broadsheet.publish.SiteFile;
import press.broadsheet.publish.Target;
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetManifest;

/**
 * The releases of a folder target: for the link {@code www} the folder {@code www.releases}, in it a folder and a
 * manifest for each release. A release without its manifest was never finished.
 */
final class Releases implements Target.Session {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String MANIFEST = ".manifest";

    /** Its name does not end as that of a finished release. */
    private static final String NEXT_MANIFEST = "manifest.next";

    private static final String PART = "part";
    private static final Pattern RELEASE = Pattern.compile("[0-9]{8}T[0-9]{6}Z(-[0-9]+)?");

    private final Path link;
    private final Path folder;
    private final Path part;
    private final int keep;
    private @Nullable FileChannel channel;

    Releases(Path link, int keep) {
        this.link = link;
        this.folder = link.resolveSibling(link.getFileName() + ".releases");
        this.part = folder.resolve(PART);
        this.keep = keep;
    }

    @Override
    public String place() {
        return link.toString();
    }

    @Override
    public boolean isAtomic() {
        return true;
    }

    @Override
    public TargetManifest manifest() throws IOException {
        Optional<String> current = current();
        return current.isEmpty() ? TargetManifest.NONE : manifest(current.get());
    }

    private TargetManifest manifest(String release) throws IOException {
        Path file = folder.resolve(release + MANIFEST);
        try {
            return TargetManifest.read(Files.readAllBytes(file))
                    .orElseThrow(() -> new TargetFailure(
                            "The manifest " + file + " is damaged.",
                            "Delete it together with the release; the next deployment makes everything anew."));
        } catch (NoSuchFileException e) {
            return TargetManifest.NONE;
        }
    }

    /** The release that readers see; empty if there is none yet. */
    private Optional<String> current() throws IOException {
        if (Files.isSymbolicLink(link)) {
            Path release = Files.readSymbolicLink(link).getFileName();
            return release == null ? Optional.empty() : Optional.of(release.toString());
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw new TargetFailure(
                    link + " is not a link that a deployment made.",
                    "Move it away, or name another path: the first deployment makes the link itself.",
                    "path");
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> lock(Instant now, Consumer<String> waiting) throws IOException {
        current();
        try {
            Files.createDirectories(folder);
            FileChannel opened =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(opened) == null) {
                opened.close();
                return Optional.of("Another deployment to " + link + " is running on this machine.");
            }
            channel = opened;
            // A deployment that was killed may have left one; nobody else works here now.
            delete(part);
            sweep();
            Files.createDirectories(part);
            return Optional.empty();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Releases that were never finished take room, and are of no use to anybody. */
    private void sweep() throws IOException {
        List<String> finished = finished();
        String shown = current().orElse("");
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(one -> Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String name = file.getFileName().toString();
                if (RELEASE.matcher(name).matches() && !finished.contains(name) && !name.equals(shown)) {
                    delete(file);
                }
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel opened) throws IOException {
        try {
            return opened.tryLock();
        } catch (OverlappingFileLockException e) {
            // By this very process.
            return null;
        }
    }

    @Override
    public void send(SiteFile file, Path from) throws IOException {
        Path target = part.resolve(file.path().path());
        try {
            Files.createDirectories(target.getParent());
            Files.copy(from, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** What the new release is not given it does not have. */
    @Override
    public void remove(OutputPath path) {}

    @Override
    public void note(TargetManifest manifest) {}

    @Override
    public void finish(TargetManifest manifest, List<String> label) throws IOException {
        try {
            Optional<String> before = current();
            if (before.isPresent()) {
                takeOver(manifest, folder.resolve(before.get()));
            }
            String release = freeName(manifest.deployed());
            // All that takes room is done before the release has its name, so that a second attempt begins from the
            // same.
            Path next = Files.write(folder.resolve(NEXT_MANIFEST), manifest.toBytes());
            Files.move(part, folder.resolve(release), StandardCopyOption.ATOMIC_MOVE);
            try {
                Files.move(next, folder.resolve(release + MANIFEST), StandardCopyOption.ATOMIC_MOVE);
                show(release);
            } catch (IOException e) {
                Files.deleteIfExists(folder.resolve(release + MANIFEST));
                Files.move(folder.resolve(release), part, StandardCopyOption.ATOMIC_MOVE);
                throw e;
            }
        } catch (IOException e) {
            throw refused(e);
        }
        prune();
    }

    /** Gives the new release what did not change. A hard link costs nothing, and no release is ever written to again. */
    private void takeOver(TargetManifest manifest, Path before) throws IOException {
        for (OutputPath path : manifest.held().keySet()) {
            Path file = part.resolve(path.path());
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(file.getParent());
                try {
                    Files.createLink(file, before.resolve(path.path()));
                } catch (UnsupportedOperationException | AccessDeniedException e) {
                    Files.copy(before.resolve(path.path()), file);
                } catch (NoSuchFileException e) {
                    throw new TargetFailure(
                            "The release " + before + " has no " + path + " any more, which its manifest has.",
                            "Delete " + before + MANIFEST + ": the next deployment makes everything anew.");
                }
            }
        }
    }

    private String freeName(Instant now) {
        String name = NAME.format(now);
        String free = name;
        for (int more = 2; Files.exists(folder.resolve(free), LinkOption.NOFOLLOW_LINKS); more++) {
            free = name + "-" + more;
        }
        return free;
    }

    private void show(String release) throws IOException {
        Path next = folder.resolve("next");
        Files.deleteIfExists(next);
        try {
            Files.createSymbolicLink(next, Path.of(link.getFileName() + ".releases", release));
            Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (UnsupportedOperationException e) {
            throw new TargetFailure(
                    "Links cannot be made in " + link.getParent() + ".", "Publish to a file system that has them.");
        }
    }

    private List<String> finished() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(MANIFEST))
                    .map(name -> name.substring(0, name.length() - MANIFEST.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** Readers have the new release already: what cannot be removed now is left to the next deployment. */
    private void prune() {
        try {
            String shown = current().orElse("");
            List<String> releases = finished();
            for (String release : releases.subList(Math.min(keep, releases.size()), releases.size())) {
                if (!release.equals(shown)) {
                    Files.delete(folder.resolve(release + MANIFEST));
                    delete(folder.resolve(release));
                }
            }
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public String rollBack() throws IOException {
        String shown = current().orElse("");
        String earlier = finished().stream()
                .filter(release -> release.compareTo(shown) < 0)
                .findFirst()
                .orElseThrow(() -> new TargetFailure(
                        "There is no earlier release in " + folder + ".",
                        "Take back the change in content/ and deploy again."));
        show(earlier);
        return "the release " + earlier;
    }

    @Override
    public void close() throws IOException {
        FileChannel held = channel;
        if (held != null) {
            delete(part);
            held.close();
            channel = null;
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What a person is told; the same again if it may pass. */
    private IOException refused(IOException e) {
        String said = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
        String reason = said == null ? "" : said;
        if (e instanceof AccessDeniedException || reason.contains("Read-only")) {
            return new TargetFailure(
                    "Nothing can be written in " + folder + ": " + (reason.isEmpty() ? "access is denied" : reason)
                            + ".",
                    "Let the user who deploys write there.");
        }
        if (reason.contains("No space") || reason.toLowerCase(Locale.ROOT).contains("quota")) {
            return new TargetFailure(
                    "There is no space left for " + folder + ": " + reason + ".",
                    "Make room there, or keep fewer releases: keep: 2",
                    "keep");
        }
        return e;
    }
}
