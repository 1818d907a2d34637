package press.broadsheet.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import press.broadsheet.text.Fingerprint;

/** Reads what a {@link Sink} gathered. Bytes that no sink wrote end in a runtime exception. Not thread-safe. */
public final class Source {
    private final byte[] bytes;
    private final int start;
    private int at;
    private final int end;
    private @Nullable Path lastPath;

    public Source(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.at = start;
        this.end = start + length;
    }

    public Source(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    boolean isAtEnd() {
        return at == end;
    }

    public int one() {
        need(1);
        return bytes[at++];
    }

    public int count() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = one();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("No number stands at " + at);
    }

    public long whole() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = one();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IllegalStateException("No number stands at " + at);
    }

    public long number() {
        need(8);
        long value = ByteBuffer.wrap(bytes, at, 8).getLong();
        at += 8;
        return value;
    }

    public @Nullable String textOrNull() {
        int length = count() - 1;
        if (length <= 0) {
            return length < 0 ? null : "";
        }
        need(length);
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    public String text() {
        String text = textOrNull();
        if (text == null) {
            throw new IllegalStateException("No text stands at " + at);
        }
        return text;
    }

    @Nullable
    Path path() {
        if (one() == 0) {
            String text = textOrNull();
            lastPath = text == null ? null : Path.of(text);
        }
        return lastPath;
    }

    public Fingerprint fingerprint() {
        return new Fingerprint(number(), number());
    }

    /** What {@link Written#addTo} wrote; without a copy of the bytes. */
    Written written() {
        int length = count();
        need(length);
        var written = new Written(bytes, at, length);
        at += length;
        return written;
    }

    /** A number in four bytes. */
    int four() {
        need(4);
        int value = ByteBuffer.wrap(bytes, at, 4).getInt();
        at += 4;
        return value;
    }

    /** The same bytes from another place on, counted from where reading began. */
    Source from(int offset) {
        if (offset < 0 || offset > end - start) {
            throw new IllegalStateException("Nothing stands at " + offset);
        }
        return new Source(bytes, start + offset, end - start - offset);
    }

    /** How many bytes there are, whether they were read or not. */
    int size() {
        return end - start;
    }

    /** Whether there may be so many values at all, of which each has a byte or more. */
    public void atLeast(int values) {
        need(values);
    }

    private void need(int length) {
        if (length < 0 || length > end - at) {
            throw new IllegalStateException("The bytes end at " + end + ", before what stands at " + at);
        }
    }
}
