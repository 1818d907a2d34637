package press.broadsheet.make.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG (W3C, third edition): chunks. */
final class PngTraces {
    /** What a browser needs to show the picture rightly, animated ones too. */
    private static final Set<String> SHOWN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
            "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

    private static final Set<String> RIGHTS = Set.of("Author", "Copyright", "Source");
    private static final String XMP = "XML:com.adobe.xmp";

    private PngTraces() {}

    static byte[] removed(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 8);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int at = 8;
        while (true) {
            int length = in.getInt(at);
            int end = at + 12 + length;
            if (length < 0 || end > bytes.length) {
                throw new IndexOutOfBoundsException("A chunk ends behind the file");
            }
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            byte[] content = Arrays.copyOfRange(bytes, at + 8, at + 8 + length);
            if (SHOWN.contains(type) || (isText(type) && RIGHTS.contains(keyword(content)))) {
                out.write(bytes, at, end - at);
            } else if (type.equals("eXIf")) {
                chunk(out, type, ExifRights.of(content));
            } else if (type.equals("iTXt") && keyword(content).equals(XMP)) {
                xmp(out, content);
            }
            at = end;
            if (type.equals("IEND")) {
                // Whatever follows is no part of the picture.
                byte[] kept = out.toByteArray();
                return Arrays.equals(kept, bytes) ? bytes : kept;
            }
        }
    }

    private static boolean isText(String type) {
        return type.equals("tEXt") || type.equals("zTXt") || type.equals("iTXt");
    }

    private static String keyword(byte[] content) {
        int end = 0;
        while (end < content.length && content[end] != 0) {
            end++;
        }
        return new String(content, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** Only as XMP asks for it: not compressed, without language. */
    private static void xmp(ByteArrayOutputStream out, byte[] content) {
        String head = XMP + "\0\0\0\0\0";
        if (PictureTraces.begins(content, 0, head)) {
            byte[] rights = XmpRights.of(Arrays.copyOfRange(content, head.length(), content.length));
            if (rights.length > 0) {
                var whole = new ByteArrayOutputStream();
                whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
                whole.writeBytes(rights);
                chunk(out, "iTXt", whole.toByteArray());
            }
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        if (content.length == 0) {
            return;
        }
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
