package press.broadsheet.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

class PictureFileTest {
    private static final String WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=";
    private static final String AVIF =
            "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2"
                    + "aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB0AAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABh"
                    + "djAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAAIAAAACAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQ0MAAAAABNj"
                    + "b2xybmNseAACAAIAAYAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACVtZGF0EgAKCBgANogQEAwgMg8f8D///8WfhwB8+ErK42A=";

    private final Problems problems = new Problems();

    private Optional<PictureFile> read(byte[] bytes) {
        return PictureFile.read(bytes, Place.in(Path.of("content/river.jpg")), problems);
    }

    private Optional<PictureFile> svg(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> codes() {
        return problems.inOrder().stream().map(problem -> problem.code().id()).toList();
    }

    private static byte[] photograph(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), format, out));
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpeg, image/jpeg", "gif, image/gif"})
    void aPhotographTellsItsSize(String format, String mediaType) throws IOException {
        assertEquals(Optional.of(new PictureFile(30, 20, mediaType)), read(photograph(format)));
    }

    @Test
    void newerFormatsTellTheirSize() {
        assertEquals(
                Optional.of(new PictureFile(1, 1, "image/webp")),
                read(Base64.getDecoder().decode(WEBP)));
        assertEquals(
                Optional.of(new PictureFile(2, 2, "image/avif")),
                read(Base64.getDecoder().decode(AVIF)));
        assertEquals(List.of(), codes());
    }

    @Test
    void aPhotographTakenUprightIsHigherThanWide() throws IOException {
        byte[] plain = photograph("jpeg");
        var turned = new ByteArrayOutputStream();
        turned.write(plain, 0, 2);
        // EXIF with one entry: orientation 6, a quarter turn.
        turned.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0});
        turned.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
        turned.write(plain, 2, plain.length - 2);
        assertEquals(Optional.of(new PictureFile(20, 30, "image/jpeg")), read(turned.toByteArray()));
    }

    @Test
    void whatIsNotAPictureIsTold() throws IOException {
        assertEquals(Optional.empty(), read("no picture".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("unknown-picture-format"), codes());
        byte[] whole = photograph("png");
        assertEquals(Optional.empty(), read(Arrays.copyOf(whole, 14)), "cut off");
        assertEquals(Optional.empty(), read(new byte[0]));
    }

    @Test
    void aPageIsNotADrawing() {
        assertEquals(Optional.empty(), svg("<html><body><script>alert(1)</script></body></html>"));
        assertEquals(List.of("unknown-picture-format"), codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width='300' height='200' | 300 | 200",
                "width='300px' height='200px' | 300 | 200",
                "width='1in' height='72pt' | 96 | 96",
                "viewBox='0 0 640 480' | 640 | 480",
                "width='100%' height='100%' viewBox='0,0,64,48' | 64 | 48",
                "width='320' viewBox='0 0 640 480' | 320 | 240",
                "x='1' | 0 | 0"
            })
    void aDrawingTellsItsSize(String attributes, int width, int height) {
        assertEquals(
                Optional.of(new PictureFile(width, height, "image/svg+xml")),
                svg("<?xml version='1.0'?><!-- made --><svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>"));
        assertEquals(List.of(), codes());
    }

    @Test
    void aDrawingWithTheOldDocumentTypeIsFine() {
        assertTrue(svg("""
                        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                        <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>""").isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<g onload='alert(1)'/>",
                "<a href='java&#10;script:alert(1)'><path/></a>",
                "<a xmlns:x='http://www.w3.org/1999/xlink' x:href=' JavaScript:alert(1)'/>",
                "<foreignObject/>",
                "<animate attributeName='xlink:href' to='x'/>",
                "<set attributeName='onclick' to='x'/>",
                "<image href='data:image/svg+xml;base64,AAAA'/>",
                "<?xml-stylesheet href='x.xsl' type='text/xsl'?>"
            })
    void aDrawingThatCouldRunAScriptIsRefused(String inside) {
        assertEquals(
                Optional.empty(),
                svg("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>" + inside + "</svg>"));
        assertEquals(List.of("unsafe-picture"), codes());
    }

    @Test
    void aDrawingWithEntitiesIsRefused() {
        svg("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><svg>&x;</svg>");
        assertEquals(List.of("unsafe-picture"), codes());
    }
}
