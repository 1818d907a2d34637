package press.broadsheet.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import press.broadsheet.files.WholeFile;
import press.broadsheet.text.Fingerprint;

/**
 * A file of one part or several, each with the fingerprint of its bytes, that names the program which wrote it: one that
 * is damaged, foreign or from another program counts as none. Written beside and moved in, so that it is always whole.
 * While what it tells of is being changed it can be set aside, under a name that nobody reads: whoever dies then leaves
 * none.
 */
public final class SealedFile {
    private static final long MAGIC = 0x42524f4144303035L;

    private static final int HEAD = 8 + 16;
    private static final int PART_HEAD = 8 + 16;

    private final Path file;
    private final Path aside;
    private final Fingerprint program;

    /** @param program what must be the same for what it wrote to be of use: version and Java */
    SealedFile(Path file, Fingerprint program) {
        this.file = file;
        this.aside = file.resolveSibling(file.getFileName() + ".open");
        this.program = program;
    }

    /** The parts that were written; none if there is nothing that can be used. */
    public List<Source> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            var head = new Source(bytes, 0, Math.min(HEAD, bytes.length));
            boolean ours = bytes.length > HEAD
                    && head.number() == MAGIC
                    && head.fingerprint().equals(program);
            return ours ? parts(bytes) : List.of();
        } catch (IOException | RuntimeException unreadable) {
            return List.of();
        }
    }

    /**
     * Hands over one part after the other, so that no two need be in memory at once.
     *
     * @return whether all of them could be read; if not, those that were handed over are of no use either
     */
    boolean read(Consumer<Source> reader) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var head = new Source(bytes(channel, HEAD));
            if (head.number() != MAGIC || !head.fingerprint().equals(program) || channel.size() == HEAD) {
                return false;
            }
            while (channel.position() < channel.size()) {
                var partHead = new Source(bytes(channel, PART_HEAD));
                byte[] part = bytes(channel, partHead.number());
                if (!partHead.fingerprint().equals(Fingerprint.of(part))) {
                    return false;
                }
                reader.accept(new Source(part));
            }
            return true;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static byte[] bytes(FileChannel channel, long length) throws IOException {
        if (length < 0 || length > channel.size() - channel.position()) {
            throw new IOException("The file ends too early");
        }
        var buffer = ByteBuffer.allocate(Math.toIntExact(length));
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // Goes on until all is there, or the file ends.
        }
        if (buffer.hasRemaining()) {
            throw new IOException("The file ends too early");
        }
        return buffer.array();
    }

    private static List<Source> parts(byte[] bytes) {
        var parts = new ArrayList<Source>();
        for (int at = HEAD; at < bytes.length; ) {
            var head = new Source(bytes, at, Math.min(PART_HEAD, bytes.length - at));
            int length = Math.toIntExact(head.number());
            int start = at + PART_HEAD;
            if (length > bytes.length - start || !head.fingerprint().equals(Fingerprint.of(bytes, start, length))) {
                return List.of();
            }
            parts.add(new Source(bytes, start, length));
            at = start + length;
        }
        return parts;
    }

    /** Writes parts, one after the other. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Parts parts) throws IOException;
    }

    /** Takes parts; what each holds may be changed afterwards. */
    @FunctionalInterface
    public interface Parts {
        void add(Sink part) throws IOException;
    }

    /** Keeps one part in place of all that was there. */
    public void write(Sink part) {
        write(parts -> parts.add(part));
    }

    /** Keeps several parts in place of all that was there. */
    public void write(Content content) {
        var head = new Sink();
        head.number(MAGIC);
        head.fingerprint(program);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, channel -> {
                write(head.view(), channel);
                content.writeTo(part -> {
                    write(headOf(part).view(), channel);
                    write(part.view(), channel);
                });
            });
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what this build learnt in " + file, e);
        }
    }

    private static void write(ByteBuffer bytes, WritableByteChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * From here to {@link #append} or {@link #write} there is none.
     *
     * @return whether there was one
     */
    public boolean setAside() {
        try {
            move(file, aside);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot set " + file + " aside", e);
        }
    }

    /** Adds a part to what was set aside, which is then there again. */
    public void append(Sink part) {
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                write(headOf(part).view(), channel);
                write(part.view(), channel);
            }
            move(aside, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what this build learnt in " + file, e);
        }
    }

    private static Sink headOf(Sink part) {
        var head = new Sink();
        head.number(part.size());
        head.fingerprint(part.fingerprint());
        return head;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** When it was written, in nanoseconds of the file system's clock; 0 if it is not there. */
    public long time() {
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Its size in bytes; 0 if it is not there. */
    public long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Forgets. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }
}
