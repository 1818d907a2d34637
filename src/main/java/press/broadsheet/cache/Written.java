package press.broadsheet.cache;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value as a {@link Sink} wrote it: so that it can be compared with another without being read, and be read by somebody
 * who needs it. Immutable, thread-safe; does not copy what it is a part of.
 */
public final class Written {
    /** Of nothing at all. */
    public static final Written NONE = new Written(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int start;
    private final int length;

    /** @param bytes nobody may change them afterwards */
    Written(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    /** All that a sink has gathered so far. */
    public static Written of(Sink sink) {
        byte[] bytes = sink.toBytes();
        return new Written(bytes, 0, bytes.length);
    }

    /** The same without what it was a part of, which takes more room as long as anybody has the part. */
    Written alone() {
        return length == bytes.length ? this : new Written(Arrays.copyOfRange(bytes, start, start + length), 0, length);
    }

    /** From its beginning. */
    public Source read() {
        return new Source(bytes, start, length);
    }

    void addTo(Sink sink) {
        sink.count(length);
        sink.raw(bytes, start, length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Written that
                && length == that.length
                && Arrays.equals(bytes, start, start + length, that.bytes, that.start, that.start + that.length);
    }

    @Override
    public int hashCode() {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return length + " bytes, " + Integer.toHexString(hashCode());
    }
}
