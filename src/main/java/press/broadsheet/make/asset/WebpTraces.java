package press.broadsheet.make.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** WebP (RFC 9649): chunks of RIFF. */
final class WebpTraces {
    private static final Set<String> SHOWN = Set.of("VP8 ", "VP8L", "ALPH", "ICCP", "ANIM", "ANMF");
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;

    private WebpTraces() {}

    static byte[] removed(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var chunks = new ByteArrayOutputStream(bytes.length);
        byte[] extended = new byte[0];
        int flags = 0;
        int all = Math.min(bytes.length, in.getInt(4) + 8);
        for (int at = 12; at + 8 <= all; ) {
            String type = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            int length = in.getInt(at + 4);
            if (length < 0 || at + 8 + length > bytes.length) {
                throw new IndexOutOfBoundsException("A chunk ends behind the file");
            }
            byte[] content = Arrays.copyOfRange(bytes, at + 8, at + 8 + length);
            if (type.equals("VP8X")) {
                extended = content;
            } else if (SHOWN.contains(type)) {
                chunk(chunks, type, content);
            } else if (type.equals("EXIF")) {
                flags |= chunk(chunks, type, exif(content)) ? EXIF_FLAG : 0;
            } else if (type.equals("XMP ")) {
                flags |= chunk(chunks, type, XmpRights.of(content)) ? XMP_FLAG : 0;
            }
            at += 8 + length + (length & 1);
        }
        byte[] kept = whole(extended, flags, chunks.toByteArray());
        return Arrays.equals(kept, bytes) ? bytes : kept;
    }

    /** Some programs begin it as JPEG does. */
    private static byte[] exif(byte[] content) {
        return ExifRights.of(
                PictureTraces.begins(content, 0, "Exif\0\0")
                        ? Arrays.copyOfRange(content, 6, content.length)
                        : content);
    }

    private static byte[] whole(byte[] extended, int flags, byte[] chunks) {
        var out = new ByteArrayOutputStream(chunks.length + 64);
        if (extended.length > 0) {
            byte[] head = extended.clone();
            head[0] = (byte) ((head[0] & ~(EXIF_FLAG | XMP_FLAG)) | flags);
            chunk(out, "VP8X", head);
        }
        out.writeBytes(chunks);
        var file = new ByteArrayOutputStream(out.size() + 12);
        file.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(little(out.size() + 4));
        file.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(out.toByteArray());
        return file.toByteArray();
    }

    /** Whether there was anything to write. */
    private static boolean chunk(ByteArrayOutputStream out, String type, byte[] content) {
        if (content.length == 0) {
            return false;
        }
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(little(content.length));
        out.writeBytes(content);
        if ((content.length & 1) == 1) {
            out.write(0);
        }
        return true;
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
