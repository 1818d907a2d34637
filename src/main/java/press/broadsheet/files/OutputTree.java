package press.broadsheet.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.text.GatheredMap;

/**
 * The published folder. New bytes are staged beside it and moved in at {@link #commit()}, so that a failed or killed
 * build leaves the last paper whole. A file is written only if its bytes differ; removed is only what an earlier build
 * wrote and this one does not plan. {@link #write} is thread-safe.
 */
public final class OutputTree {
    private final Path folder;
    private final @Nullable Staging staging;
    private final Manifest manifest;

    /** What the last build wrote; null until somebody asks. */
    private @Nullable Set<OutputPath> known;

    /** Whether what was read of that was written as a whole. */
    private boolean isWhole;

    private final boolean fresh;
    private final BiConsumer<OutputPath, byte[]> reader;
    /** All that the paper has now: whether it is staged, or kept as it was. */
    private final GatheredMap<OutputPath, Boolean> files = new GatheredMap<>();

    /** Planned where something stands that no build wrote. */
    private final Set<OutputPath> foreign = new ConcurrentSkipListSet<>();

    /** Planned as a file where a folder stands, or below a file. */
    private final Set<OutputPath> blocked = new ConcurrentSkipListSet<>();

    /** Those that are staged already and may be asked for again. */
    private final Set<String> folders = ConcurrentHashMap.newKeySet();

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private Set<OutputPath> removals = Set.of();
    private @Nullable Set<OutputPath> still;

    /**
     * @param folder the published folder; need not exist
     * @param state a folder for what is kept between builds; need not exist
     */
    public OutputTree(Path folder, Path state) {
        this(folder, state, new Staging(folder, state), (path, bytes) -> {});
    }

    private OutputTree(Path folder, Path state, @Nullable Staging staging, BiConsumer<OutputPath, byte[]> reader) {
        this.reader = reader;
        this.folder = folder;
        this.staging = staging;
        this.manifest = new Manifest(folder, state);
        this.fresh = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * One that nothing is to be removed from.
     *
     * @param ours what earlier builds wrote and is there
     */
    public static OutputTree of(Path folder, Path state, Set<OutputPath> ours) {
        var tree = new OutputTree(folder, state);
        tree.known = ours;
        return tree;
    }

    /** What the last build wrote. */
    private synchronized Set<OutputPath> before() {
        Set<OutputPath> read = known;
        if (read == null) {
            Manifest.Reading reading = manifest.read();
            read = reading.paths();
            known = read;
            isWhole = reading.whole();
        }
        return read;
    }

    /** Of that, what this build plans, too; all of it before {@link #removeAllBut}. */
    private Set<OutputPath> still() {
        Set<OutputPath> planned = still;
        return planned == null ? before() : planned;
    }

    /** Counts what would be written and removed, and touches nothing. */
    public static OutputTree dry(Path folder, Path state) {
        return dry(folder, state, (path, bytes) -> {});
    }

    /** @param reader is shown every file that would be in the folder, by several threads at once */
    public static OutputTree dry(Path folder, Path state, BiConsumer<OutputPath, byte[]> reader) {
        return new OutputTree(folder, state, null, reader);
    }

    /** Stages a file unless the published one has the same bytes. Whether it differs. */
    public boolean write(OutputPath path, byte[] bytes) {
        reader.accept(path, bytes);
        try {
            if (!fresh && isPublished(path, bytes)) {
                files.put(path, false);
                unchanged.incrementAndGet();
                return false;
            }
            if (staging != null) {
                Path file = staging.folder().resolve(path.path());
                make(staging.folder(), path.folder());
                Files.write(file, bytes);
            }
            files.put(path, true);
            written.incrementAndGet();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    /**
     * Whether the published folder has a file as an earlier build left it.
     *
     * @param size in bytes
     * @param time when the last build had ended, in nanoseconds of the file system's clock
     */
    public boolean has(OutputPath path, long size, long time) {
        return has(folder, path, size, time);
    }

    /** The same, of a published folder that nothing is to be written in. */
    public static boolean has(Path folder, OutputPath path, long size, long time) {
        try {
            var attributes = Files.readAttributes(
                    folder.resolve(path.path()), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    && attributes.size() == size
                    && attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) <= time;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the published folder has a file of these bytes, whenever it was put there. */
    public boolean holds(OutputPath path, long size, Fingerprint print) {
        return has(path, size, Long.MAX_VALUE)
                && Fingerprint.of(published(path)).equals(print);
    }

    /** The bytes of a file as an earlier build left it, which {@link #has} has found. */
    public byte[] published(OutputPath path) {
        try {
            return Files.readAllBytes(folder.resolve(path.path()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** Leaves a file as it is, which {@link #has} has found. */
    public void keep(OutputPath path) {
        files.put(path, false);
        unchanged.incrementAndGet();
    }

    /** Each folder is made once, before anything is written in it. */
    private void make(Path root, String path) throws IOException {
        if (path.isEmpty() || folders.contains(path)) {
            return;
        }
        String above = new OutputPath(path).folder();
        make(root, above);
        // Most folders are those of one article, and nobody asks for them again.
        if (!above.isEmpty()) {
            folders.add(above);
        }
        try {
            Files.createDirectory(root.resolve(path));
        } catch (FileAlreadyExistsException e) {
            // Another file was first.
            folders.add(path);
        }
    }

    private boolean isPublished(OutputPath path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path.path());
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                blocked.add(path);
                return false;
            }
            if (attributes.isRegularFile()
                    && attributes.size() == bytes.length
                    && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return true;
            }
            if (!before().contains(path)) {
                foreign.add(path);
            }
            return false;
        } catch (NoSuchFileException e) {
            return false;
        } catch (FileSystemException e) {
            if (hasFileAbove(path)) {
                blocked.add(path);
                return false;
            }
            throw e;
        }
    }

    private boolean hasFileAbove(OutputPath path) {
        return fileAbove(path) != null;
    }

    private @Nullable OutputPath fileAbove(OutputPath path) {
        for (String above = path.folder(); !above.isEmpty(); above = new OutputPath(above).folder()) {
            if (Files.isRegularFile(folder.resolve(above), LinkOption.NOFOLLOW_LINKS)) {
                return new OutputPath(above);
            }
        }
        return null;
    }

    /** Plans the removal of what an earlier build wrote and nobody plans now. How many files that are. */
    public int removeAllBut(Set<OutputPath> planned) {
        var gone = new TreeSet<>(before());
        gone.removeAll(planned);
        var both = new TreeSet<>(before());
        both.retainAll(planned);
        still = both;
        gone.removeIf(path -> !Files.exists(folder.resolve(path.path()), LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(folder.resolve(path.path()), LinkOption.NOFOLLOW_LINKS));
        removals = gone;
        return gone.size();
    }

    /** Whether nothing stands where a staged file must go but what an earlier build wrote. */
    public boolean isFree() {
        return foreign.isEmpty() && blocked.isEmpty();
    }

    /**
     * Tells where a commit would replace, or cannot replace, what no build wrote. After {@link #removeAllBut}.
     *
     * @return whether it can be committed
     */
    public boolean tellForeign(Problems problems) {
        boolean free = true;
        for (OutputPath path : blocked) {
            if (isStillBlocked(path)) {
                free = false;
                problems.add(
                        FileFault.OUTPUT_BLOCKED,
                        place(path),
                        "Something that no build wrote stands where this file must go.",
                        "Move it away, or publish to another folder with --output.");
            }
        }
        if (!foreign.isEmpty()) {
            var names = foreign.stream().limit(3).map(OutputPath::path).toList();
            problems.add(
                    FileFault.FOREIGN_FILE_REPLACED,
                    Place.in(Path.of(name())),
                    foreign.size() + (foreign.size() == 1 ? " file" : " files")
                            + " that no earlier build wrote stood where the paper's files go: "
                            + String.join(", ", names) + (foreign.size() > 3 ? ", ..." : "") + ".",
                    "They are replaced. If you need them, publish to another folder with --output.");
        }
        return free;
    }

    private boolean isStillBlocked(OutputPath path) {
        OutputPath above = fileAbove(path);
        if (above != null) {
            return !removals.contains(above);
        }
        Path target = folder.resolve(path.path());
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var inside = Files.walk(target)) {
            return inside.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .anyMatch(file -> !OutputPath.isSafe(file) || !removals.contains(new OutputPath(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Place place(OutputPath path) {
        return Place.in(Path.of(name(), path.path()));
    }

    private String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    /** Lets readers see what was staged. */
    public void commit() {
        if (staging == null) {
            throw new IllegalStateException("A dry run has nothing to commit");
        }
        if (blocked.stream().anyMatch(this::isStillBlocked)) {
            throw new IllegalStateException("Something stands where a file must go: " + blocked);
        }
        try {
            var now = new HashSet<>(still());
            now.addAll(files.map().keySet());
            // A commit that is killed in its middle must still know all that it may have written.
            var meanwhile = new HashSet<>(now);
            meanwhile.addAll(removals);
            boolean same = meanwhile.equals(before());
            if (!same || !isWhole) {
                manifest.write(meanwhile);
            }
            var handover = new Handover(staging.folder(), folder);
            boolean atOnce = fresh && stagedOnes().findAny().isPresent() && handover.moveAtOnce();
            if (!atOnce) {
                List<OutputPath> staged = staged();
                // Readers get the new before they lose the old, unless the old is in its way.
                if (blocked.isEmpty()) {
                    handover.moveIn(staged);
                    handover.remove(removals, now);
                } else {
                    handover.remove(removals, now);
                    handover.moveIn(staged);
                }
            }
            staging.delete();
            if (!removals.isEmpty()) {
                unlessFull(() -> manifest.write(now));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot publish to " + folder, e);
        }
    }

    /**
     * Lets readers see what was staged, and takes other files away; all others stay. To be told what there is more and less
     * costs less than to write down all of it.
     *
     * @param gone files that earlier builds wrote
     * @return how many of them were there
     */
    public int exchange(Collection<OutputPath> gone) {
        if (staging == null || !isFree()) {
            throw new IllegalStateException("Not all that was staged replaces a file of ours");
        }
        removals = gone.stream()
                .filter(path -> Files.isRegularFile(folder.resolve(path.path()), LinkOption.NOFOLLOW_LINKS))
                .collect(Collectors.toCollection(TreeSet::new));
        try {
            // A commit that is killed in its middle must still know all that it may have written.
            if (!added().isEmpty()) {
                manifest.change(before(), added(), Set.of());
            }
            var handover = new Handover(staging.folder(), folder);
            List<OutputPath> staged = staged();
            if (!staged.isEmpty()) {
                handover.moveIn(staged);
            }
            // What has the name of an old file but for letter case was not there with it.
            handover.remove(removals, files.map().keySet());
            staging.delete();
            // Should it have to be written anew, what came must be in it, too.
            if (!gone.isEmpty()) {
                unlessFull(() -> manifest.change(before(), added(), gone));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot publish to " + folder, e);
        }
        return removals.size();
    }

    private Stream<OutputPath> stagedOnes() {
        return files.map().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey);
    }

    /** What was staged, in order. */
    public List<OutputPath> staged() {
        return stagedOnes().sorted().toList();
    }

    /** What is written at last. */
    private interface Writing {
        void run() throws IOException;
    }

    /** Of a full disk the manifest from before may stay: what it has too much is gone already. */
    private static void unlessFull(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            if (!FullDisk.isCauseOf(e)) {
                throw e;
            }
        }
    }

    /** Forgets what was staged; the published folder stays as it was. */
    public void discard() {
        try {
            if (staging != null) {
                staging.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int written() {
        return written.get();
    }

    public int unchanged() {
        return unchanged.get();
    }

    /** What was staged and was not there before, in order. */
    public List<OutputPath> added() {
        return stagedOnes().filter(path -> !before().contains(path)).sorted().toList();
    }

    /** What was staged in place of other bytes, in order. */
    public List<OutputPath> changed() {
        return stagedOnes().filter(before()::contains).sorted().toList();
    }

    /** What a commit removes, in order; known after {@link #removeAllBut}. */
    public List<OutputPath> removed() {
        return removals.stream().sorted().toList();
    }

    /**
     * A file of the state's that belongs to one published folder alone; need not be there.
     *
     * @param folder the published folder
     * @param state the folder for what is kept between builds
     */
    public static Path beside(Path folder, Path state, String name) {
        return new Manifest(folder, state).beside(name);
    }

    /** What a commit would leave in the folder of the paper's own, in order. */
    public List<OutputPath> paths() {
        var all = new TreeSet<>(still());
        all.addAll(files.map().keySet());
        return List.copyOf(all);
    }
}
