package press.broadsheet.cache;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A run of bytes, perhaps in a larger one. Immutable. */
public final class Blob {
    private final byte[] bytes;
    private final int start;
    private final int length;

    Blob(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    /** What a sink has gathered. */
    public static Blob of(Sink sink) {
        byte[] bytes = sink.toBytes();
        return new Blob(bytes, 0, bytes.length);
    }

    /** Reads it from its beginning. */
    public Source source() {
        return new Source(bytes, start, length);
    }

    void writeTo(Sink sink) {
        sink.count(length);
        sink.raw(bytes, start, length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Blob that
                && Arrays.equals(bytes, start, start + length, that.bytes, that.start, that.start + that.length);
    }

    @Override
    public int hashCode() {
        return length;
    }
}
