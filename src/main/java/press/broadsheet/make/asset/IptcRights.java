package press.broadsheet.make.asset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/**
 * Of Photoshop's image resources their IPTC record (IIM 4.2), and of that who made the picture, who owns it, where it came
 * from. Places, captions for the desk, thumbnails and paths do not stay.
 */
final class IptcRights {
    private static final int IPTC = 0x0404;

    /** Record times 256 and number: character set, version, by-line, credit, source, copyright notice. */
    private static final Set<Integer> KEPT =
            Set.of(0x015a, 0x0200, 0x0200 + 80, 0x0200 + 110, 0x0200 + 115, 0x0200 + 116);

    private static final Set<Integer> NO_RIGHTS = Set.of(0x015a, 0x0200);

    private IptcRights() {}

    /** The resources that stay; empty if none does, or they cannot be read. */
    static byte[] of(byte[] resources) {
        try {
            return read(resources);
        } catch (IndexOutOfBoundsException damaged) {
            return new byte[0];
        }
    }

    private static byte[] read(byte[] resources) {
        ByteBuffer in = ByteBuffer.wrap(resources);
        int at = 0;
        while (at + 12 <= resources.length && PictureTraces.begins(resources, at, "8BIM")) {
            int id = in.getShort(at + 4) & 0xffff;
            int name = resources[at + 6] & 0xff;
            int behindName = at + 6 + even(name + 1);
            int length = in.getInt(behindName);
            int from = behindName + 4;
            if (length < 0 || from + length > resources.length) {
                throw new IndexOutOfBoundsException("A resource ends behind the file");
            }
            if (id == IPTC) {
                return resource(record(Arrays.copyOfRange(resources, from, from + length)));
            }
            at = from + even(length);
        }
        return new byte[0];
    }

    private static byte[] record(byte[] record) {
        var kept = new ByteArrayOutputStream();
        boolean rights = false;
        int at = 0;
        while (at + 5 <= record.length && record[at] == 0x1c) {
            int tag = ((record[at + 1] & 0xff) << 8) | (record[at + 2] & 0xff);
            int length = ((record[at + 3] & 0xff) << 8) | (record[at + 4] & 0xff);
            int end = at + 5 + length;
            // Lengths above 32767 are written in another way; no name is that long.
            if (length > 0x7fff || end > record.length) {
                break;
            }
            if (KEPT.contains(tag)) {
                kept.write(record, at, end - at);
                rights |= !NO_RIGHTS.contains(tag);
            }
            at = end;
        }
        return rights ? kept.toByteArray() : new byte[0];
    }

    private static byte[] resource(byte[] record) {
        if (record.length == 0) {
            return record;
        }
        ByteBuffer resource = ByteBuffer.allocate(12 + even(record.length));
        resource.put(new byte[] {'8', 'B', 'I', 'M'})
                .putShort((short) IPTC)
                .putShort((short) 0)
                .putInt(record.length);
        resource.put(record);
        return resource.array();
    }

    private static int even(int length) {
        return length + (length & 1);
    }
}
