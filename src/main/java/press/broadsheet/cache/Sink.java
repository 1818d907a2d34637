package press.broadsheet.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import press.broadsheet.text.Fingerprint;

/** Gathers bytes. {@link Source} reads them in the same order. Not thread-safe. */
public final class Sink implements AutoCloseable {
    /** The room of a larger one is not kept for the next. */
    private static final int LARGE = 1 << 20;

    /** Those of each thread that are not in use. */
    private static final ThreadLocal<ArrayDeque<Sink>> SPARE = ThreadLocal.withInitial(ArrayDeque::new);

    private byte[] bytes = new byte[512];
    private int size;
    private @Nullable Path lastPath;

    /**
     * An empty one whose room this thread keeps for its next: for what is written, copied out or added to another, and
     * closed. Nobody may use it after that.
     */
    public static Sink passing() {
        Sink spare = SPARE.get().poll();
        return spare == null ? new Sink() : spare;
    }

    /** Gives a {@link #passing} one back. */
    @Override
    public void close() {
        if (bytes.length < LARGE) {
            clear();
            SPARE.get().push(this);
        }
    }

    public int size() {
        return size;
    }

    /** Begins anew, and keeps the room. */
    public void clear() {
        size = 0;
        lastPath = null;
    }

    public void one(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** A number from 0 in as few bytes as it needs. */
    public void count(int value) {
        room(5);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number near 0, of either sign, in as few bytes as it needs. */
    public void whole(long value) {
        room(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number of any size in eight bytes. */
    public void number(long value) {
        room(8);
        ByteBuffer.wrap(bytes, size, 8).putLong(value);
        size += 8;
    }

    /** A number of any size in four bytes. */
    void four(int value) {
        room(4);
        ByteBuffer.wrap(bytes, size, 4).putInt(value);
        size += 4;
    }

    public void text(@Nullable String text) {
        if (text == null) {
            one(0);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        count(encoded.length + 1);
        raw(encoded, 0, encoded.length);
    }

    /** Most paths in a row are the same one. */
    void path(@Nullable Path path) {
        if (path != null && path.equals(lastPath)) {
            one(1);
        } else {
            one(0);
            text(path == null ? null : path.toString().replace('\\', '/'));
            lastPath = path;
        }
    }

    public void fingerprint(Fingerprint print) {
        number(print.high());
        number(print.low());
    }

    public void raw(byte[] source, int start, int length) {
        room(length);
        System.arraycopy(source, start, bytes, size, length);
        size += length;
    }

    /** All that another has gathered. */
    void add(Sink other) {
        raw(other.bytes, 0, other.size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Of all that was gathered. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(bytes, 0, size);
    }

    /** What was gathered, without a copy; valid until the next byte. */
    ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, size);
    }
}
