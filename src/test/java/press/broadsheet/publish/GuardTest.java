package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Problems;

class GuardTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> found(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        var problems = new Problems();
        Guard.checkPrivacy(FinishedSite.read(folder, List.of(new OutputPath(path))), problems);
        return problems.inOrder().stream().map(problem -> problem.code().id()).toList();
    }

    private List<String> found(String path) throws IOException {
        return found(path, "x".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hiddenFilesAndWhatEditorsLeaveBehindAreFound() throws IOException {
        for (String canary : List.of(
                ".env",
                ".broadsheet/ledger",
                ".git/config",
                "world/.DS_Store",
                "index.html~",
                "a.bak",
                "b.swp",
                "#c#")) {
            assertEquals(List.of("private-file"), found(canary), canary);
        }
    }

    @Test
    void whatIsMeantForReadersPasses() throws IOException {
        for (String fine :
                List.of("index.html", ".well-known/security.txt", "world/c#/index.html", "a.bakery/index.html")) {
            assertEquals(List.of(), found(fine), fine);
        }
    }

    /** A JPEG file of nothing but its marks and an EXIF block (Exif 2.3, TIFF 6.0), little-endian. */
    private static byte[] photograph(boolean position) {
        var tiff = new ByteArrayOutputStream();
        // Header; one field in the first directory, at offset 8.
        tiff.writeBytes(HexFormat.of().parseHex("49492a0008000000" + "0100"));
        if (position) {
            // GPS directory at offset 26: latitude reference N, latitude 50 degrees at offset 56.
            tiff.writeBytes(HexFormat.of().parseHex("2588040001000000" + "1a000000" + "00000000"));
            tiff.writeBytes(HexFormat.of()
                    .parseHex("0200" + "0100020002000000" + "4e000000" + "0200050003000000" + "38000000" + "00000000"));
            tiff.writeBytes(HexFormat.of().parseHex("3200000001000000" + "1b00000001000000" + "0000000001000000"));
        } else {
            // Orientation: upright.
            tiff.writeBytes(HexFormat.of().parseHex("1201030001000000" + "01000000" + "00000000"));
        }
        var jpeg = new ByteArrayOutputStream();
        int length = tiff.size() + 8;
        jpeg.writeBytes(HexFormat.of().parseHex("ffd8ffe1"));
        jpeg.write(length >> 8);
        jpeg.write(length);
        jpeg.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        jpeg.writeBytes(tiff.toByteArray());
        jpeg.writeBytes(HexFormat.of().parseHex("ffd9"));
        return jpeg.toByteArray();
    }

    @Test
    void aPhotographThatSaysWhereItWasTakenIsFound() throws IOException {
        assertEquals(List.of("private-file"), found("door.jpg", photograph(true)));
        assertEquals(List.of(), found("flood.jpg", photograph(false)));
    }
}
