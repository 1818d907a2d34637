package press.broadsheet.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import press.broadsheet.news.Body;
import press.broadsheet.text.Fingerprint;

/**
 * What sources gave and their typeset texts, in one file to which more is only ever added: so that no more of it need be
 * in memory than is being read. What a killed build has added stays unused. Thread-safe.
 */
public final class SourceStore implements AutoCloseable {
    /** What is added is gathered up to this size before it is written. */
    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final Codecs codecs;
    private final FileChannel channel;
    private final Sink waiting = new Sink();
    private final long found;
    private long end;

    /** Where something stands in the file, and what it is. */
    public record Slot(long at, int length, Fingerprint print) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            return Long.compare(at, other.at);
        }
    }

    private SourceStore(Path file, FileChannel channel, long end, Codecs codecs) {
        this.file = file;
        this.channel = channel;
        this.found = end;
        this.end = end;
        this.codecs = codecs;
    }

    /** An empty one in place of any that was there. */
    public static SourceStore create(Path file, Codecs codecs) {
        return open(file, codecs, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Opens one that earlier builds have filled. */
    public static SourceStore open(Path file, Codecs codecs) {
        return open(file, codecs, StandardOpenOption.READ);
    }

    /** One that nobody finds, and that is gone with the process: for a build that must leave nothing behind. */
    public static SourceStore passing(Codecs codecs) {
        try {
            Path file = Files.createTempFile("broadsheet-texts-", "");
            return open(file, codecs, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep typeset texts", e);
        }
    }

    private static SourceStore open(Path file, Codecs codecs, StandardOpenOption option) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, option);
            return new SourceStore(file, channel, channel.size(), codecs);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + file, e);
        }
    }

    /** Adds a text. */
    public Slot add(Body body) {
        try (Sink sink = Sink.passing()) {
            codecs.write(Body.class, body, sink);
            return add(sink);
        }
    }

    /** Adds what was gathered. */
    public Slot add(Sink sink) {
        Fingerprint print = sink.fingerprint();
        synchronized (this) {
            var slot = new Slot(end + waiting.size(), sink.size(), print);
            waiting.add(sink);
            if (waiting.size() > CHUNK) {
                flush();
            }
            return slot;
        }
    }

    /** Writes what waits. */
    public synchronized void flushed() {
        flush();
    }

    private void flush() {
        try {
            ByteBuffer bytes = waiting.view();
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            waiting.clear();
        } catch (IOException e) {
            giveUp();
            throw new UncheckedIOException("Cannot keep typeset texts", e);
        }
    }

    /** What this build has added is of use to nobody any more, and takes room that there is not. */
    private void giveUp() {
        waiting.clear();
        try {
            channel.truncate(found);
            end = found;
        } catch (IOException e) {
            // Then it stays, unused, as after a kill.
        }
    }

    /** A text that was added; empty if the file does not hold it any more, or not as it was. */
    public Optional<Body> body(Slot slot) {
        return read(slot).map(source -> codecs.read(Body.class, source));
    }

    /** What was added; empty if the file does not hold it any more, or not as it was. */
    public Optional<Source> read(Slot slot) {
        byte[] bytes = new byte[slot.length()];
        // What this process wrote it need not look at twice: the file is its own as long as it is open.
        boolean isOurs = slot.at() >= found;
        return fill(bytes, slot.at()) && (isOurs || Fingerprint.of(bytes).equals(slot.print()))
                ? Optional.of(new Source(bytes))
                : Optional.empty();
    }

    private boolean fill(byte[] bytes, long from) {
        synchronized (this) {
            if (from + bytes.length > end && waiting.size() > 0) {
                flush();
            }
        }
        try {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, from + buffer.position()) < 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Puts a file in the place of this one that has only some of it. This one goes on reading what it had.
     *
     * @param live all that is still of use
     * @return where each of them is now; nothing if there was no room for it, and then all stays as it was
     */
    public Map<Slot, Slot> keepOnly(Collection<Slot> live) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        var moved = new HashMap<Slot, Slot>();
        try {
            try (FileChannel to = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                long at = 0;
                for (Slot slot : new TreeSet<>(live)) {
                    for (long done = 0; done < slot.length(); ) {
                        long more = channel.transferTo(slot.at() + done, slot.length() - done, to.position(at + done));
                        if (more <= 0) {
                            throw new IOException("The file ends before " + slot);
                        }
                        done += more;
                    }
                    moved.put(slot, new Slot(at, slot.length(), slot.print()));
                    at += slot.length();
                }
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return moved;
        } catch (IOException e) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException left) {
                // It is written over by the next try.
            }
            return Map.of();
        }
    }

    /** How many bytes the file has, those that wait to be written among them. */
    public synchronized long size() {
        return end + waiting.size();
    }

    @Override
    public void close() {
        try {
            synchronized (this) {
                flush();
            }
        } finally {
            close(channel);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
