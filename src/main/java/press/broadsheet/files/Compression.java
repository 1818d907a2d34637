package press.broadsheet.files;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compresses what is published, once, better than a server can while a reader waits. The same bytes give the same bytes. */
public final class Compression {
    /**
     * Of Brotli's 11 steps. The last two take more than ten times as long for a tenth less: some 0.14 seconds for a page of
     * 33 kB, which a paper of ten thousand pages would feel.
     */
    private static final int BROTLI_QUALITY = 9;

    private Compression() {}

    /** As gzip (RFC 1952), without a time or a name. */
    public static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        // The header is written here, because the JDK's says on which system it was made, in ways that differ.
        out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 255});
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        var check = new CRC32();
        check.update(bytes);
        little(out, (int) check.getValue());
        little(out, bytes.length);
        return out.toByteArray();
    }

    private static void little(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >>> shift);
        }
    }

    /**
     * As Brotli (RFC 7932).
     *
     * @throws UnsupportedOperationException if the library does not run on this machine
     */
    public static byte[] brotli(byte[] bytes) {
        if (!Brotli4jLoader.isAvailable()) {
            throw new UnsupportedOperationException(
                    "Brotli does not run here", Brotli4jLoader.getUnavailabilityCause());
        }
        // A window no larger than the text: the encoder clears all of it for each.
        int window = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(bytes.length), 16, 22);
        try {
            return Encoder.compress(bytes, Encoder.Parameters.create(BROTLI_QUALITY, window, Encoder.Mode.TEXT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether {@link #brotli} runs on this machine. */
    public static boolean hasBrotli() {
        return Brotli4jLoader.isAvailable();
    }
}
