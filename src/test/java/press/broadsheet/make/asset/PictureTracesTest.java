package press.broadsheet.make.asset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Photographs with everything in them that a telephone and an agency put there. */
class PictureTracesTest {
    private static final String SERIAL = "SERIAL-90210";
    private static final String PLACE = "Quay Street 7";

    /** A packet of XMP with what may and what must not be published. */
    private static final String XMP = """
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
             xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
             xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
             xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
             photoshop:Credit="Lantern Pictures" photoshop:City="%s" exif:GPSLatitude="50,27.0N"
             aux:SerialNumber="%s" xmpRights:WebStatement="https://lantern.example/rights/">
             <dc:creator><rdf:Seq><rdf:li>Ines Calloway</rdf:li></rdf:Seq></dc:creator>
             </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".formatted(PLACE, SERIAL);

    private static byte[] image(String format, int type) throws IOException {
        var picture = new BufferedImage(40, 30, type);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 30; y++) {
                picture.setRGB(x, y, 0xff000000 | (x * 6) << 16 | (y * 8) << 8 | 0x40);
            }
        }
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(picture, format, out));
        return out.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A TIFF structure, little-endian: orientation, maker, artist, copyright, serial number; then a GPS directory. */
    private static byte[] exif() {
        ByteBuffer tiff = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(latin("II")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 5);
        entry(tiff, 0x010f, 2, 13, 200);
        entry(tiff, 0x0112, 3, 1, 6);
        entry(tiff, 0x013b, 2, 14, 220);
        entry(tiff, 0x8298, 2, 8, 240);
        entry(tiff, 0x8825, 4, 1, 260);
        tiff.putInt(0);
        tiff.position(200).put(latin(SERIAL + "\0"));
        tiff.position(220).put(latin("Ines Calloway\0"));
        tiff.position(240).put(latin("Lantern\0"));
        tiff.position(260).putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 300);
        tiff.putInt(0);
        tiff.position(300).putInt(50).putInt(1).putInt(27).putInt(1).putInt(0).putInt(1);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Photoshop's resources: an IPTC record with by-line, copyright and a place, and a thumbnail. */
    private static byte[] resources() {
        var record = new ByteArrayOutputStream();
        var fields = new TreeMap<>(Map.of(80, "Ines Calloway", 92, PLACE, 116, "Lantern"));
        fields.forEach((number, text) -> {
            record.writeBytes(new byte[] {0x1c, 2, number.byteValue(), 0, (byte) text.length()});
            record.writeBytes(latin(text));
        });
        var all = new ByteArrayOutputStream();
        all.writeBytes(latin("8BIM"));
        all.writeBytes(new byte[] {4, 12, 0, 0, 0, 0, 0, 16});
        all.writeBytes(latin(SERIAL + "1234"));
        all.writeBytes(latin("8BIM"));
        all.writeBytes(new byte[] {4, 4, 0, 0});
        all.writeBytes(ByteBuffer.allocate(4).putInt(record.size()).array());
        all.writeBytes(record.toByteArray());
        return all.toByteArray();
    }

    private static byte[] segment(int marker, String tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        int length = tag.length() + content.length + 2;
        out.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
        out.writeBytes(latin(tag));
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** The picture with all that, and with a second picture and a film behind it. */
    private static byte[] photograph() throws IOException {
        byte[] plain = image("jpg", BufferedImage.TYPE_INT_RGB);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(segment(0xe1, "Exif\0\0", exif()));
        out.writeBytes(segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", XMP.getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(segment(0xed, "Photoshop 3.0\0", resources()));
        var colours = new ByteArrayOutputStream();
        colours.writeBytes(new byte[] {1, 1});
        colours.writeBytes(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        out.writeBytes(segment(0xe2, "ICC_PROFILE\0", colours.toByteArray()));
        out.writeBytes(segment(0xe2, "MPF\0", latin(PLACE)));
        out.writeBytes(segment(0xe7, "", latin(SERIAL)));
        out.writeBytes(segment(0xfe, "", latin("taken at " + PLACE)));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(plain);
        out.writeBytes(latin("ftypmp42" + PLACE));
        return out.toByteArray();
    }

    private static Metadata read(byte[] bytes) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
    }

    private static void assertClean(byte[] cleaned) {
        String text = new String(cleaned, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(SERIAL), "the serial number is there");
        assertFalse(text.contains(PLACE), "the place is there");
        assertFalse(text.contains("GPSLatitude"), "the position is there");
    }

    private static int[] points(byte[] bytes) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    @Test
    void aJpegKeepsPictureColoursAndRightsAndLosesPlaceAndCamera() throws Exception {
        byte[] original = photograph();
        assertTrue(read(original).containsDirectoryOfType(GpsDirectory.class), "The original says nothing");
        byte[] cleaned = PictureTraces.removed(original);

        assertClean(cleaned);
        Metadata left = read(cleaned);
        assertFalse(left.containsDirectoryOfType(GpsDirectory.class));
        var exif = left.getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertEquals(6, exif.getInt(ExifIFD0Directory.TAG_ORIENTATION));
        assertEquals("Ines Calloway", exif.getString(ExifIFD0Directory.TAG_ARTIST));
        assertEquals("Lantern", exif.getString(ExifIFD0Directory.TAG_COPYRIGHT));
        var iptc = left.getFirstDirectoryOfType(IptcDirectory.class);
        assertEquals("Ines Calloway", iptc.getString(IptcDirectory.TAG_BY_LINE));
        assertEquals("Lantern", iptc.getString(IptcDirectory.TAG_COPYRIGHT_NOTICE));
        var xmp = left.getFirstDirectoryOfType(XmpDirectory.class).getXmpProperties();
        assertEquals("Lantern Pictures", xmp.get("photoshop:Credit"));
        assertEquals("https://lantern.example/rights/", xmp.get("xmpRights:WebStatement"));
        assertEquals("Ines Calloway", xmp.get("dc:creator[1]"));
        assertTrue(new String(cleaned, StandardCharsets.ISO_8859_1).contains("ICC_PROFILE"));
        assertArrayEquals(points(image("jpg", BufferedImage.TYPE_INT_RGB)), points(cleaned));
        assertArrayEquals(
                new byte[] {(byte) 0xff, (byte) 0xd9}, Arrays.copyOfRange(cleaned, cleaned.length - 2, cleaned.length));
    }

    @Test
    void aDrawingKeepsWhatIsDrawnAndNothingThatProgramsNoted() throws Exception {
        String photograph =
                java.util.Base64.getMimeEncoder().encodeToString(photograph()).replace("\r\n", "&#10;");
        String drawing = """
                \ufeff<?xml version="1.0" encoding="UTF-8"?>
                <!-- /home/anna/source-in-the-ministry/map.svg --><!--! By Iconists, License: CC BY 4.0 -->
                <?xpacket begin="anna"?>
                <!DOCTYPE svg>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' xmlns:s="http://www.w3.org/2000/svg" xmlns:rdf="http://rdf.example/anna" inkscape:export-filename="C:\\Users\\anna\\a > b.png" data-name="anna" viewBox="0 0 9 9">
                <title>A map</title>
                <metadata id="m"><rdf:RDF><metadata><x/></metadata><!-- </metadata> --><rdf:li>anna</rdf:li></rdf:RDF></metadata>
                <s:metadata/>
                <inkscape:grid id="anna"/><inkscape:path-effect><path d="anna"/></inkscape:path-effect>
                <style>/* > */ <![CDATA[ path > g { fill: red } ]]></style>
                <g inkscape:label="anna" id="g"><path d="M0 0h9" aria-label="a &lt; b"/><text>5 &gt; 3 – über</text></g>
                <image xlink:href="data:image/jpeg;base64,%s" width="3"/>
                <image href='data:image/png;base64,?broken?'/>
                </svg>
                """.formatted(photograph);
        String cleaned =
                new String(PictureTraces.removed(drawing.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        String inner = cleaned.substring(cleaned.indexOf("base64,") + 7, cleaned.indexOf("\" width=\"3\""));
        byte[] within = java.util.Base64.getDecoder().decode(inner);
        assertArrayEquals(PictureTraces.removed(photograph()), within);
        assertFalse(new String(within, StandardCharsets.ISO_8859_1).contains(SERIAL));
        assertEquals("""
                \ufeff<?xml version="1.0" encoding="UTF-8"?>
                <!--! By Iconists, License: CC BY 4.0 -->

                <!DOCTYPE svg>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
                <title>A map</title>



                <style>/* > */ <![CDATA[ path > g { fill: red } ]]></style>
                <g id="g"><path d="M0 0h9" aria-label="a &lt; b"/><text>5 &gt; 3 – über</text></g>
                <image xlink:href="data:image/jpeg;base64," width="3"/>
                <image href='data:image/png;base64,?broken?'/>
                </svg>
                """, cleaned.replace(inner, ""));
        byte[] once = cleaned.getBytes(StandardCharsets.UTF_8);
        assertSame(once, PictureTraces.removed(once));
    }

    @Test
    void aDrawingWhoseNamespacesAreEntitiesKeepsItsReferences() throws Exception {
        String drawing = """
                <?xml version="1.0"?>
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
                <!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
                <!ENTITY ns_svg "http://www.w3.org/2000/svg">
                <!ENTITY ns_xlink 'http://www.w3.org/1999/xlink'>
                ]>
                <svg xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;"%s viewBox="0 0 9 9">
                <path id="quay" d="M0 0h9"/><use xlink:href="#quay"/>
                </svg>
                """;
        String cleaned = new String(
                PictureTraces.removed(drawing.formatted(" xmlns:x=\"&ns_extend;\" x:note=\"anna\"")
                        .getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
        assertEquals(drawing.formatted(""), cleaned);
    }

    @Test
    void aDrawingThatIsStyledByItsDataKeepsIt() {
        byte[] styled = """
                <svg xmlns="http://www.w3.org/2000/svg"><style>[data-side="east"] { fill: red }</style>
                <path data-side="east" d="M0 0h9"/></svg>
                """.getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(styled, PictureTraces.removed(styled));
    }

    @Test
    void aDrawingThatIsCutOffStaysAsItIs() {
        for (String cut : List.of("<svg><!-- x", "<svg><g id=\"a", "<svg><metadata><g>", "<svg", "<svg><![CDATA[ x")) {
            byte[] bytes = cut.getBytes(StandardCharsets.UTF_8);
            assertSame(bytes, PictureTraces.removed(bytes), cut);
        }
    }

    @Test
    void aMovingPictureKeepsItsFramesAndItsRoundsAndNoComment() throws Exception {
        byte[] plain = image("gif", BufferedImage.TYPE_BYTE_INDEXED);
        int table = 3 << ((plain[10] & 7) + 1);
        int at = 13 + ((plain[10] & 0x80) == 0 ? 0 : table);
        byte[] loops = latin("!\u00ff\u000bNETSCAPE2.0\u0003\u0001\u0000\u0000\u0000");
        byte[] told = latin("!\u00fe\u0008" + "by anna " + "\u0000" + "!\u00ff\u000bXMP DataXMP\u0004anna\u0000");
        byte[] whole = joined(Arrays.copyOf(plain, at), loops, told, Arrays.copyOfRange(plain, at, plain.length), told);
        byte[] cleaned = PictureTraces.removed(whole);
        assertArrayEquals(
                joined(Arrays.copyOf(plain, at), loops, Arrays.copyOfRange(plain, at, plain.length)), cleaned);
        assertArrayEquals(points(plain), points(cleaned));
        assertSame(plain, PictureTraces.removed(plain));
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void aPictureThatTellsNothingStaysAsItIs() throws Exception {
        for (byte[] plain : List.of(
                image("jpg", BufferedImage.TYPE_INT_RGB), image("png", BufferedImage.TYPE_INT_ARGB), latin("GIF89a"))) {
            assertSame(plain, PictureTraces.removed(plain));
        }
        byte[] once = PictureTraces.removed(photograph());
        assertSame(once, PictureTraces.removed(once));
    }

    private static byte[] chunk(String type, byte[] content) {
        var check = new CRC32();
        check.update(latin(type));
        check.update(content);
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(latin(type));
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
        return out.toByteArray();
    }

    @Test
    void aPngLosesThemToo() throws Exception {
        byte[] plain = image("png", BufferedImage.TYPE_INT_ARGB);
        int behindHeader = 8 + 25;
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, behindHeader);
        out.writeBytes(chunk("eXIf", exif()));
        out.writeBytes(chunk("tEXt", latin("Comment\0taken at " + PLACE)));
        out.writeBytes(chunk("tEXt", latin("Author\0Ines Calloway")));
        out.writeBytes(chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + XMP)));
        out.writeBytes(chunk("tIME", new byte[7]));
        out.writeBytes(chunk("prVt", latin(SERIAL)));
        out.write(plain, behindHeader, plain.length - behindHeader);
        out.writeBytes(latin(PLACE));
        byte[] cleaned = PictureTraces.removed(out.toByteArray());

        assertClean(cleaned);
        String text = new String(cleaned, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("Author\0Ines Calloway"));
        assertTrue(text.contains("Lantern Pictures"));
        assertFalse(text.contains("tIME"));
        assertArrayEquals(points(plain), points(cleaned));
        assertFalse(read(cleaned).containsDirectoryOfType(GpsDirectory.class));
    }

    @Test
    void aWebpLosesThemTooAndItsHeaderSaysSo() throws Exception {
        byte[] bits = new byte[] {0x2f, 39, (byte) 0x40, 7, 0, 0};
        var chunks = new ByteArrayOutputStream();
        riff(chunks, "VP8X", new byte[] {0x0c, 0, 0, 0, 39, 0, 0, 29, 0, 0});
        riff(chunks, "VP8L", bits);
        riff(chunks, "EXIF", exif());
        riff(chunks, "XMP ", "<nothing/>".getBytes(StandardCharsets.UTF_8));
        var file = new ByteArrayOutputStream();
        file.writeBytes(latin("RIFF"));
        file.writeBytes(little(chunks.size() + 4));
        file.writeBytes(latin("WEBP"));
        file.writeBytes(chunks.toByteArray());
        assertTrue(read(file.toByteArray()).containsDirectoryOfType(GpsDirectory.class), "The original says nothing");
        byte[] cleaned = PictureTraces.removed(file.toByteArray());

        assertClean(cleaned);
        assertFalse(read(cleaned).containsDirectoryOfType(GpsDirectory.class));
        assertEquals(
                6,
                read(cleaned)
                        .getFirstDirectoryOfType(ExifIFD0Directory.class)
                        .getInt(ExifIFD0Directory.TAG_ORIENTATION));
        assertEquals(0x08, cleaned[20]);
        assertEquals(
                cleaned.length - 8,
                ByteBuffer.wrap(cleaned).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        assertFalse(new String(cleaned, StandardCharsets.ISO_8859_1).contains("XMP "));
    }

    private static void riff(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(latin(type));
        out.writeBytes(little(content.length));
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    /** Whatever a file is cut down to, nothing is thrown; and nothing that is kept tells more than before. */
    @Test
    void aDamagedPictureIsNeverTheEndOfABuild() throws Exception {
        byte[] whole = photograph();
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertTrue(PictureTraces.removed(cut).length <= Math.max(length, 1));
        }
    }
}
