package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import press.broadsheet.text.Fingerprint;

/**
 * The demonstration paper is the golden site of the whole: what every file of text in it says is kept as a fingerprint, so that
 * no change of the program, the theme or the paper reaches a page unnoticed. {@code -Dgolden=accept} rewrites what is expected;
 * the list of paths in the difference is what a change has reached. Names that follow from what a file holds are left out of
 * the fingerprints: a new colour is a new style sheet, not a thousand new pages.
 */
class DemonstrationGoldenTest {
    private static final Path EXPECTED = Path.of("src/test/resources/sites/demonstration.txt");
    private static final Pattern TEXT = Pattern.compile(".*\\.(?:html|xml|json|txt|css|js|webmanifest|svg)");
    /** A part of a name that is the digest of its file. */
    private static final Pattern DIGEST = Pattern.compile("(?<=[-.])[0-9a-f]{10,}(?=[-.])");

    @Test
    void everyFileSaysWhatItSaidWhenItWasAccepted() throws IOException {
        Path paper = DemonstrationPaper.at("https://lantern.example/").output();
        List<String> lines;
        try (Stream<Path> files = Files.walk(paper)) {
            lines = files.filter(Files::isRegularFile)
                    .map(file -> paper.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> TEXT.matcher(path).matches())
                    .map(path -> withoutDigests(path) + " " + print(paper.resolve(path)))
                    .sorted()
                    .toList();
        }
        if ("accept".equals(System.getProperty("golden"))) {
            Files.write(EXPECTED, lines);
        }
        assertEquals(
                String.join("\n", Files.readAllLines(EXPECTED)),
                String.join("\n", lines),
                "Look at these pages; if they are as they are meant to be, run this test with -Dgolden=accept");
    }

    private static String print(Path file) {
        try {
            String text = withoutDigests(Files.readString(file));
            return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String withoutDigests(String text) {
        return DIGEST.matcher(text).replaceAll("DIGEST");
    }
}
