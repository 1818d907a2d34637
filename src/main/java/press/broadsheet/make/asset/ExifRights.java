package press.broadsheet.make.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Of Exif (2.3, on TIFF 6.0): which side is up, who made it, who owns it. Positions, serial numbers, thumbnails do not stay. */
final class ExifRights {
    private static final int ORIENTATION = 0x0112;
    private static final int ARTIST = 0x013b;
    private static final int COPYRIGHT = 0x8298;
    private static final Set<Integer> KEPT = Set.of(ORIENTATION, ARTIST, COPYRIGHT);

    private static final int SHORT = 3;
    private static final int ASCII = 2;
    private static final int ENTRY = 12;

    private ExifRights() {}

    /** The same if nothing else is in it; empty if nothing of these is, or it cannot be read. */
    static byte[] of(byte[] tiff) {
        try {
            return read(tiff);
        } catch (IndexOutOfBoundsException damaged) {
            return new byte[0];
        }
    }

    private static byte[] read(byte[] tiff) {
        ByteBuffer in = ByteBuffer.wrap(tiff);
        in.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = in.getInt(4);
        int entries = in.getShort(directory) & 0xffff;
        var kept = new TreeMap<Integer, byte[]>();
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY;
            int tag = in.getShort(at) & 0xffff;
            int type = in.getShort(at + 2);
            int count = in.getInt(at + 4);
            if (tag == ORIENTATION && type == SHORT && count == 1) {
                kept.put(
                        tag,
                        ByteBuffer.allocate(2).putShort(in.getShort(at + 8)).array());
            } else if (KEPT.contains(tag) && type == ASCII && count > 0) {
                int from = count <= 4 ? at + 8 : in.getInt(at + 8);
                if (count <= tiff.length && from >= 0 && from + count <= tiff.length) {
                    kept.put(tag, Arrays.copyOfRange(tiff, from, from + count));
                }
            }
        }
        int next = in.getInt(directory + 2 + entries * ENTRY);
        boolean isAll = kept.size() == entries && next == 0;
        return kept.isEmpty() ? new byte[0] : isAll ? tiff : written(kept);
    }

    private static byte[] written(SortedMap<Integer, byte[]> kept) {
        int directory = 2 + kept.size() * ENTRY + 4;
        ByteBuffer head = ByteBuffer.allocate(8 + directory);
        head.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) kept.size());
        var more = new ByteArrayOutputStream();
        kept.forEach((tag, value) -> {
            boolean number = tag == ORIENTATION;
            head.putShort(tag.shortValue()).putShort((short) (number ? SHORT : ASCII));
            head.putInt(number ? 1 : value.length);
            if (value.length <= 4) {
                head.put(Arrays.copyOf(value, 4));
            } else {
                head.putInt(8 + directory + more.size());
                more.writeBytes(Arrays.copyOf(value, value.length + (value.length & 1)));
            }
        });
        head.putInt(0);
        var tiff = new ByteArrayOutputStream();
        tiff.writeBytes(head.array());
        tiff.writeBytes(more.toByteArray());
        return tiff.toByteArray();
    }
}
