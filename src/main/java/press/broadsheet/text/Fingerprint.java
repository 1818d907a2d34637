package press.broadsheet.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * 128 bits that tell one run of bytes from another, made at memory speed: to see that something changed, never to keep a
 * secret or to defend against somebody who wants two things to look alike. For addresses, see {@link Digest}. The same
 * bytes give the same fingerprint on every machine: it is MurmurHash3 (x64, 128 bits, seed 0), which needs no more than
 * the plain multiplications that also the first compiler makes well.
 */
public record Fingerprint(long high, long low) {
    /** Of no bytes at all. */
    public static final Fingerprint NONE = of(new byte[0]);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 16;
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    public static Fingerprint of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** Of {@code length} bytes from {@code start}. */
    public static Fingerprint of(byte[] bytes, int start, int length) {
        long h1 = 0;
        long h2 = 0;
        int at = start;
        int end = start + length;
        for (; at + BLOCK <= end; at += BLOCK) {
            h1 ^= first((long) LONGS.get(bytes, at));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= second((long) LONGS.get(bytes, at + 8));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        h2 ^= second(rest(bytes, at + 8, end));
        h1 ^= first(rest(bytes, at, Math.min(end, at + 8)));
        h1 ^= length;
        h2 ^= length;
        h1 += h2;
        h2 += h1;
        h1 = spread(h1);
        h2 = spread(h2);
        h1 += h2;
        h2 += h1;
        return new Fingerprint(h1, h2);
    }

    /** What is left behind the last block, lowest byte first; 0 if nothing is, which changes nothing. */
    private static long rest(byte[] bytes, int from, int end) {
        long rest = 0;
        for (int i = from; i < end; i++) {
            rest |= (bytes[i] & 0xffL) << ((i - from) * 8);
        }
        return rest;
    }

    private static long first(long word) {
        return Long.rotateLeft(word * C1, 31) * C2;
    }

    private static long second(long word) {
        return Long.rotateLeft(word * C2, 33) * C1;
    }

    private static long spread(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** 32 characters of lower-case hexadecimal. */
    @Override
    public String toString() {
        return java.util.HexFormat.of().toHexDigits(high)
                + java.util.HexFormat.of().toHexDigits(low);
    }
}
