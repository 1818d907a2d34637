package press.broadsheet.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * 128 bits that tell one run of bytes from another, made at memory speed: to see that something changed, never to keep a
 * secret or to defend against somebody who wants two things to look alike. For addresses, see {@link Digest}. The same
 * bytes give the same fingerprint on every machine.
 */
public record Fingerprint(long high, long low) {
    /** Of no bytes at all. */
    public static final Fingerprint NONE = of(new byte[0]);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    // Odd constants without pattern: the fractional digits of square roots of primes.
    private static final long A = 0x6a09e667f3bcc909L;
    private static final long B = 0xbb67ae8584caa73bL;
    private static final long C = 0x3c6ef372fe94f82bL;
    private static final long D = 0xa54ff53a5f1d36f1L;

    public static Fingerprint of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** Of {@code length} bytes from {@code start}. */
    public static Fingerprint of(byte[] bytes, int start, int length) {
        long high = A ^ length;
        long low = B + length;
        int at = start;
        int end = start + length;
        for (; at + 8 <= end; at += 8) {
            long word = (long) LONGS.get(bytes, at);
            high = mix(high ^ word, C);
            low = mix(low + word, D) ^ high;
        }
        long rest = 0;
        for (int shift = 0; at < end; at++, shift += 8) {
            rest |= (bytes[at] & 0xffL) << shift;
        }
        high = mix(high ^ rest, D);
        low = mix(low + rest, C) ^ high;
        return new Fingerprint(mix(high ^ Long.rotateLeft(low, 32), A), mix(low ^ Long.rotateLeft(high, 17), B));
    }

    /** Both halves of the 128-bit product: each bit of the result depends on all bits of {@code a}. */
    private static long mix(long a, long b) {
        return (a * b) ^ Math.unsignedMultiplyHigh(a, b) ^ Long.rotateLeft(a, 29);
    }

    /** 32 characters of lower-case hexadecimal. */
    @Override
    public String toString() {
        return java.util.HexFormat.of().toHexDigits(high)
                + java.util.HexFormat.of().toHexDigits(low);
    }
}
