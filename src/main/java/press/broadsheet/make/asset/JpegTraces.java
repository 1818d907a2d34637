package press.broadsheet.make.asset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JPEG (ITU-T T.81, B.1; JFIF, Exif 2.3, XMP part 3): segments before and between the scans. */
final class JpegTraces {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int COMMENT = 0xfe;
    private static final int APP_0 = 0xe0;
    private static final int APP_15 = 0xef;
    private static final int LONGEST = 0xffff - 2;

    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final String PROFILE = "ICC_PROFILE\0";

    private final byte[] bytes;
    private final ByteArrayOutputStream out;

    private JpegTraces(byte[] bytes) {
        this.bytes = bytes;
        this.out = new ByteArrayOutputStream(bytes.length);
    }

    static byte[] removed(byte[] bytes) {
        var jpeg = new JpegTraces(bytes);
        jpeg.copy();
        byte[] kept = jpeg.out.toByteArray();
        return Arrays.equals(kept, bytes) ? bytes : kept;
    }

    private void copy() {
        out.write(bytes, 0, 2);
        int at = 2;
        while (true) {
            // Any number of FF may stand before a marker.
            while (bytes[at] == (byte) 0xff && bytes[at + 1] == (byte) 0xff) {
                at++;
            }
            if (bytes[at] != (byte) 0xff) {
                throw new IndexOutOfBoundsException("No marker at " + at);
            }
            int marker = bytes[at + 1] & 0xff;
            if (marker == END_OF_IMAGE) {
                // Whatever follows is no part of the picture: a film, a second picture with all that the first one had.
                out.write(bytes, at, 2);
                return;
            }
            int end = at + 2 + ((bytes[at + 2] & 0xff) << 8) + (bytes[at + 3] & 0xff);
            if (marker >= APP_0 && marker <= APP_15) {
                application(marker, Arrays.copyOfRange(bytes, at + 4, within(end)));
            } else if (marker != COMMENT) {
                out.write(bytes, at, within(end) - at);
            }
            at = end;
            if (marker == START_OF_SCAN) {
                at = scan(end);
                out.write(bytes, end, at - end);
            }
        }
    }

    private int within(int end) {
        if (end > bytes.length) {
            throw new IndexOutOfBoundsException("A segment ends behind the file");
        }
        return end;
    }

    /** Where the entropy-coded data ends: at a marker that is neither a stuffed FF nor a restart. */
    private int scan(int from) {
        int at = from;
        while (true) {
            if (bytes[at] == (byte) 0xff) {
                int next = bytes[at + 1] & 0xff;
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return at;
                }
            }
            at++;
        }
    }

    private void application(int marker, byte[] payload) {
        switch (marker - APP_0) {
            // A JFIF header says how dense the points are, and may have a thumbnail; JFXX is nothing but one.
            case 0 -> {
                if (PictureTraces.begins(payload, 0, "JFIF\0") && payload.length >= 14) {
                    byte[] header = Arrays.copyOf(payload, 14);
                    header[12] = 0;
                    header[13] = 0;
                    segment(marker, header);
                }
            }
            case 1 -> {
                if (PictureTraces.begins(payload, 0, EXIF)) {
                    tagged(marker, EXIF, ExifRights.of(behind(payload, EXIF)));
                } else if (PictureTraces.begins(payload, 0, XMP)) {
                    tagged(marker, XMP, XmpRights.of(behind(payload, XMP)));
                }
            }
            // Colours, in one segment or several.
            case 2 -> {
                if (PictureTraces.begins(payload, 0, PROFILE)) {
                    segment(marker, payload);
                }
            }
            case 13 -> {
                if (PictureTraces.begins(payload, 0, PHOTOSHOP)) {
                    tagged(marker, PHOTOSHOP, IptcRights.of(behind(payload, PHOTOSHOP)));
                }
            }
            // Adobe's: in which way colours are coded. Without it they are wrong.
            case 14 -> segment(marker, payload);
            default -> {
                // Makers' own data, about which nothing is known but that no browser needs it.
            }
        }
    }

    private static byte[] behind(byte[] payload, String tag) {
        return Arrays.copyOfRange(payload, tag.length(), payload.length);
    }

    private void tagged(int marker, String tag, byte[] content) {
        if (content.length > 0) {
            var payload = new ByteArrayOutputStream();
            payload.writeBytes(tag.getBytes(StandardCharsets.ISO_8859_1));
            payload.writeBytes(content);
            segment(marker, payload.toByteArray());
        }
    }

    private void segment(int marker, byte[] payload) {
        if (payload.length <= LONGEST) {
            out.write(0xff);
            out.write(marker);
            out.write((payload.length + 2) >> 8);
            out.write(payload.length + 2);
            out.writeBytes(payload);
        }
    }
}
