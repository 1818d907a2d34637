package press.broadsheet.laws;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystem;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.apache.lucene.tests.mockfile.FilterPath;
import org.apache.lucene.tests.mockfile.FilterSeekableByteChannel;
import press.broadsheet.build.BuildOptions;

/**
 * This machine's files as one build sees them, until its fate comes at the change of a number: the process is killed
 * there, in the middle of a write where it is one; or the disk has no room from there on. Changes come one after another,
 * so that what is left is what was done before. One for each build: what a killed one's threads still want to do, they do
 * to files that are dead.
 */
final class FrailFiles extends FilterFileSystemProvider {
    /** What a process does after it was killed: nothing. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private enum Fate {
        NONE,
        KILLED,
        FULL
    }

    private final Fate fate;
    private final int at;
    private int changes;
    private volatile boolean dead;
    private volatile boolean full;
    private final List<Channel> open = new CopyOnWriteArrayList<>();

    private FrailFiles(Fate fate, int at) {
        super("frail", FileSystems.getDefault());
        this.fate = fate;
        this.at = at;
    }

    /** To which nothing happens, but which counts what is done to it. */
    static FrailFiles counting() {
        return new FrailFiles(Fate.NONE, 0);
    }

    /** @param change before, or in the middle of, which all ends, from 1 */
    static FrailFiles killedAt(int change) {
        return new FrailFiles(Fate.KILLED, change);
    }

    /** @param change that finds no room, as no later one does, from 1 */
    static FrailFiles fullAt(int change) {
        return new FrailFiles(Fate.FULL, change);
    }

    /** A path as any other is, which also meets those that no file system was asked for, such as a constant's. */
    private static final class FrailPath extends FilterPath {
        FrailPath(Path path, FilterFileSystem files) {
            super(path, files);
        }

        @Override
        protected Path toDelegate(Path path) {
            return FilterPath.unwrap(path);
        }
    }

    @Override
    public FilterPath wrapPath(Path path) {
        return new FrailPath(path, fileSystem);
    }

    /** The same build, on these files. */
    BuildOptions of(BuildOptions options) {
        return new BuildOptions(
                wrapPath(options.site()),
                wrapPath(options.home()),
                wrapPath(options.output()),
                options.baseUrl(),
                options.now(),
                options.drafts(),
                options.future(),
                options.strict(),
                options.keepGoing(),
                options.dryRun(),
                options.threads(),
                options.guarded());
    }

    /** How many changes there were. */
    synchronized int changes() {
        return changes;
    }

    boolean isDead() {
        return dead;
    }

    /** Whether something found no room. */
    boolean wasFull() {
        return full;
    }

    /** What the machine does for a process that is no more: its files are closed, and so its locks are free. */
    synchronized void bury() throws IOException {
        dead = true;
        for (Channel channel : open) {
            channel.close();
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    /**
     * @param room whether it needs any
     * @param half what is done of it if the process is killed in its middle
     */
    private synchronized void change(boolean room, Change change, Change half) throws IOException {
        alive();
        changes++;
        if (fate == Fate.KILLED && changes == at) {
            half.make();
            dead = true;
            throw new Killed();
        }
        if (fate == Fate.FULL && changes >= at && room) {
            full = true;
            half.make();
            throw new FileSystemException("a full disk", null, "No space left on device");
        }
        change.make();
    }

    private void change(boolean room, Change change) throws IOException {
        change(room, change, () -> {});
    }

    private void alive() {
        if (dead) {
            throw new Killed();
        }
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
        change(true, () -> super.createDirectory(dir, attributes));
    }

    @Override
    public void delete(Path path) throws IOException {
        change(false, () -> super.delete(path));
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        boolean[] deleted = new boolean[1];
        change(false, () -> deleted[0] = super.deleteIfExists(path));
        return deleted[0];
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        change(false, () -> super.move(from, to, options));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        change(true, () -> super.copy(from, to, options));
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
            Path path, Class<A> type, java.nio.file.LinkOption... options) throws IOException {
        alive();
        return super.readAttributes(path, type, options);
    }

    @Override
    public java.nio.file.DirectoryStream<Path> newDirectoryStream(
            Path dir, java.nio.file.DirectoryStream.Filter<? super Path> filter) throws IOException {
        alive();
        return super.newDirectoryStream(dir, filter);
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        Set<OpenOption> all = options.length == 0
                ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
                : new java.util.HashSet<>(List.of(options));
        return Channels.newOutputStream(newByteChannel(
                path,
                all.contains(StandardOpenOption.WRITE)
                        ? all
                        : java.util.stream.Stream.concat(
                                        all.stream(), java.util.stream.Stream.of(StandardOpenOption.WRITE))
                                .collect(java.util.stream.Collectors.toSet())));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        alive();
        if (!isWriting(options)) {
            return super.newByteChannel(path, options, attributes);
        }
        var opened = new SeekableByteChannel[1];
        change(true, () -> opened[0] = super.newByteChannel(path, options, attributes));
        SeekableByteChannel channel = opened[0];
        open.add(channel);
        return new FilterSeekableByteChannel(channel) {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                int size = bytes.remaining();
                change(true, () -> drain(bytes, channel::write), () -> drain(half(bytes), channel::write));
                return size;
            }
        };
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        alive();
        if (!isWriting(options)) {
            return super.newFileChannel(path, options, attributes);
        }
        var opened = new FileChannel[1];
        change(true, () -> opened[0] = super.newFileChannel(path, options, attributes));
        FileChannel channel = opened[0];
        open.add(channel);
        return new FilterFileChannel(channel) {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                int size = bytes.remaining();
                change(true, () -> drain(bytes, channel::write), () -> drain(half(bytes), channel::write));
                return size;
            }

            @Override
            public int write(ByteBuffer bytes, long from) throws IOException {
                int size = bytes.remaining();
                change(true, () -> drain(bytes, from, channel), () -> drain(half(bytes), from, channel));
                return size;
            }

            @Override
            public FileChannel truncate(long size) throws IOException {
                change(false, () -> channel.truncate(size));
                return this;
            }
        };
    }

    private static boolean isWriting(Set<? extends OpenOption> options) {
        return options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    }

    private interface Write {
        int some(ByteBuffer bytes) throws IOException;
    }

    private static void drain(ByteBuffer bytes, Write write) throws IOException {
        while (bytes.hasRemaining()) {
            write.some(bytes);
        }
    }

    private static void drain(ByteBuffer bytes, long from, FileChannel channel) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static ByteBuffer half(ByteBuffer bytes) {
        ByteBuffer half = bytes.duplicate();
        half.limit(bytes.position() + bytes.remaining() / 2);
        return half;
    }
}
