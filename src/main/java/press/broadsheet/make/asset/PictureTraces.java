package press.broadsheet.make.asset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes out of a picture's file what readers cannot see and nobody meant to publish: where and when it was taken, with
 * which camera of which number, a thumbnail of what was cut off, a film that a telephone has hung behind it. What stays is
 * the picture itself, bit for bit, its colours and which side is up, and who made it and who owns it.
 *
 * <p>Of JPEG, PNG, WebP, GIF and SVG. AVIF stays as it is; a position in it stops a deployment.
 */
final class PictureTraces {
    private PictureTraces() {}

    /** The picture without; the same bytes if there is nothing to take out, or if they cannot be understood. */
    static byte[] removed(byte[] bytes) {
        try {
            if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
                return JpegTraces.removed(bytes);
            }
            if (begins(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
                return PngTraces.removed(bytes);
            }
            if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) {
                return WebpTraces.removed(bytes);
            }
            if (begins(bytes, 0, "GIF8")) {
                return GifTraces.removed(bytes);
            }
            return SvgTraces.isDrawing(bytes) ? SvgTraces.removed(bytes) : bytes;
        } catch (IndexOutOfBoundsException | NegativeArraySizeException damaged) {
            // Browsers may show it all the same. What it may hold is looked for again before it is sent anywhere.
            return bytes;
        }
    }

    /** @param text each character one byte */
    static boolean begins(byte[] bytes, int at, String text) {
        int end = at + text.length();
        return end <= bytes.length
                && Arrays.equals(Arrays.copyOfRange(bytes, at, end), text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
