package press.broadsheet.make.asset;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** Of GIF (89a): comments, and what programs hang in; not how often it is shown, nor its colours. */
final class GifTraces {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int END = 0x3b;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;
    private static final int HEAD = 13;
    private static final int IMAGE_HEAD = 10;

    /** Eight characters and a code of three. */
    private static final Set<String> KEPT = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    private GifTraces() {}

    /** @throws IndexOutOfBoundsException if it ends in the middle */
    static byte[] removed(byte[] gif) {
        var out = new ByteArrayOutputStream(gif.length);
        int at = HEAD + table(gif[10]);
        out.write(gif, 0, at);
        while (gif[at] != END) {
            int end;
            boolean isKept = true;
            if (gif[at] == IMAGE) {
                end = blocks(gif, at + IMAGE_HEAD + table(gif[at + 9]) + 1);
            } else if (gif[at] == EXTENSION) {
                int label = gif[at + 1] & 0xff;
                end = blocks(gif, at + 2);
                isKept = label != COMMENT && (label != APPLICATION || isKept(gif, at + 2));
            } else {
                return gif;
            }
            if (isKept) {
                out.write(gif, at, end - at);
            }
            at = end;
        }
        out.write(END);
        return out.size() == gif.length ? gif : out.toByteArray();
    }

    private static boolean isKept(byte[] gif, int block) {
        return gif[block] == 11 && KEPT.stream().anyMatch(name -> PictureTraces.begins(gif, block + 1, name));
    }

    /** How long a table of colours is, of which flags speak. */
    private static int table(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Behind blocks that each say their length; the last one is empty. */
    private static int blocks(byte[] gif, int from) {
        int at = from;
        while (gif[at] != 0) {
            at += (gif[at] & 0xff) + 1;
        }
        return at + 1;
    }
}
