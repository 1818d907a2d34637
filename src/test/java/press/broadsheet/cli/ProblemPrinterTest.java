package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.files.FileFault;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;

class ProblemPrinterTest {
    private static final Path FILE = Path.of("content/river.md");

    @TempDir
    private Path site = Path.of("");

    private String printed(String text, Problem problem) throws IOException {
        Files.createDirectories(site.resolve("content"));
        Files.writeString(site.resolve(FILE), text);
        var out = new StringWriter();
        new ProblemPrinter(site, new PrintWriter(out), new Colours(false)).print(List.of(problem));
        return out.toString().replace("\r\n", "\n");
    }

    @Test
    void aProblemIsToldWithItsLineAndACaret() throws IOException {
        var problem = new Problem(
                FileFault.UNSAFE_PICTURE,
                new Place(FILE, 2, 10),
                "There is no section \"sprot\".",
                "Did you mean \"sport\"?");
        assertEquals("""
                content/river.md:2:10  error  unsafe-picture
                   2 | section: sprot
                     |          ^
                  There is no section "sprot".
                  Did you mean "sport"?

                """, printed("---\nsection: sprot\n", problem));
    }

    @Test
    void aProblemOfAWholeFileHasNoExcerpt() throws IOException {
        var problem = new Problem(FileFault.TOO_LARGE, Place.in(FILE), "It is too large.");
        assertEquals("content/river.md  error  too-large\n  It is too large.\n\n", printed("x\n", problem));
    }

    @Test
    void theCaretStandsBelowItsLetterInALongLine() throws IOException {
        String line = "x".repeat(300) + "!" + "y".repeat(300);
        var problem = new Problem(FileFault.TOO_LARGE, new Place(FILE, 1, 301), "Here.");
        String[] lines = printed(line, problem).split("\n", -1);
        assertEquals(lines[2].indexOf('^'), lines[1].indexOf('!'));
    }

    @Test
    void aFileCannotCommandTheTerminal() throws IOException {
        var problem = new Problem(FileFault.TOO_LARGE, new Place(FILE, 1, 1), "A \u001b[2J message.");
        assertFalse(printed("\u001b]0;title\u0007\n", problem).contains("\u001b"));
    }

    @Test
    void noColorIsObeyed() {
        assertEquals("x", Colours.of(true, Map.of("NO_COLOR", "1")).red("x"));
        assertEquals("x", Colours.of(false, Map.of()).red("x"));
        assertEquals(
                "\u001b[31mx\u001b[0m", Colours.of(true, Map.of("NO_COLOR", "")).red("x"));
    }
}
