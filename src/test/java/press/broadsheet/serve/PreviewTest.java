package press.broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {
    @TempDir
    private Path parent = Path.of("");

    private Path folder = Path.of("");

    @BeforeEach
    void paper() throws IOException {
        folder = Files.createDirectories(parent.resolve("public"));
        Files.createDirectories(folder.resolve("world/río"));
        Files.createDirectories(folder.resolve("uk"));
        Files.createDirectories(folder.resolve(".well-known"));
        Files.writeString(folder.resolve("index.html"), "<body>front</body>");
        Files.writeString(folder.resolve("world/río/index.html"), "<body>river</body>");
        Files.writeString(folder.resolve("404.html"), "<body>none</body>");
        Files.writeString(folder.resolve("uk/404.html"), "<body>немає</body>");
        Files.writeString(folder.resolve("paper.css"), "0123456789");
        Files.writeString(folder.resolve(".hidden"), "hidden");
        Files.writeString(folder.resolve(".well-known/security.txt"), "Contact");
        Files.writeString(parent.resolve("secret.txt"), "secret");
    }

    private Reply ask(String path) throws IOException {
        return ask(Preview.Question.of(path));
    }

    private Reply ask(Preview.Question question) throws IOException {
        return new Preview(folder, page -> page.replace("</body>", "+</body>")).answer(question);
    }

    private static String body(Reply reply) throws IOException {
        try (InputStream in = reply.body().open()) {
            return new String(in.readNBytes((int) reply.length()), StandardCharsets.UTF_8);
        }
    }

    private static Preview.Question css(String ifNoneMatch, String ifModifiedSince, String range, String ifRange) {
        return new Preview.Question("/paper.css", "", ifNoneMatch, ifModifiedSince, range, ifRange);
    }

    @Test
    void aFolderShowsItsIndexDressed() throws IOException {
        Reply reply = ask("/");
        assertEquals(200, reply.status());
        assertEquals("text/html; charset=utf-8", reply.headers().get("Content-Type"));
        assertEquals("<body>front+</body>", body(reply));
        assertEquals("<body>front</body>", Files.readString(folder.resolve("index.html")));
    }

    @Test
    void aFolderWithoutItsSlashLeadsToTheOneWithIt() throws IOException {
        Reply reply = ask(new Preview.Question("/world/río", "a=b", "", "", "", ""));
        assertEquals(301, reply.status());
        assertEquals("/world/r%C3%ADo/?a=b", reply.headers().get("Location"));
        assertEquals(404, ask("/world").status());
    }

    @Test
    void onlyPagesAreDressed() throws IOException {
        Reply reply = ask("/paper.css");
        assertEquals("text/css; charset=utf-8", reply.headers().get("Content-Type"));
        assertEquals("0123456789", body(reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/world/../../secret.txt",
                "/..\\secret.txt",
                "//secret.txt",
                "/./paper.css",
                "/.hidden",
                "/paper.css\0",
                "/paper.css/"
            })
    void nothingOutsideTheFolderAndNothingHiddenIsShown(String path) throws IOException {
        Reply reply = ask(path);
        assertEquals(404, reply.status());
        assertFalse(body(reply).contains("secret"));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("out.txt"), parent.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("up"), parent);
        assertEquals(404, ask("/out.txt").status());
        assertEquals(404, ask("/up/secret.txt").status());
    }

    @Test
    void whatIsMeantForMachinesIsShown() throws IOException {
        assertEquals(200, ask("/.well-known/security.txt").status());
    }

    @Test
    void whatIsNotThereGivesThePageOfItsEdition() throws IOException {
        assertEquals("<body>none+</body>", body(ask("/world/none/")));
        Reply ukrainian = ask("/uk/none/");
        assertEquals(404, ukrainian.status());
        assertEquals("<body>немає+</body>", body(ukrainian));
    }

    @Test
    void aPaperThatWasNeverMadeIsToldInWords() throws IOException {
        folder = parent.resolve("never");
        assertEquals(404, ask("/").status());
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() throws IOException {
        Reply first = ask("/paper.css");
        String tag = first.headers().getOrDefault("ETag", "");
        String date = first.headers().getOrDefault("Last-Modified", "");
        assertEquals(304, ask(css(tag, "", "", "")).status());
        assertEquals(304, ask(css("\"other\", W/" + tag, "", "", "")).status());
        assertEquals(304, ask(css("", date, "", "")).status());
        assertEquals(200, ask(css("\"other\"", date, "", "")).status());
        assertEquals(200, ask(css("", "Mon, 01 Jan 2001 00:00:00 GMT", "", "")).status());
        assertEquals(200, ask(css("", "no date", "", "")).status());
        String page = ask("/").headers().getOrDefault("ETag", "");
        assertEquals(304, ask(new Preview.Question("/", "", page, "", "", "")).status());
    }

    @Test
    void partsOfAFileAreGiven() throws IOException {
        Reply middle = ask(css("", "", "bytes=2-4", ""));
        assertEquals(206, middle.status());
        assertEquals("bytes 2-4/10", middle.headers().get("Content-Range"));
        assertEquals("234", body(middle));
        assertEquals("89", body(ask(css("", "", "bytes=-2", ""))));
        assertEquals("789", body(ask(css("", "", "bytes=7-", ""))));
        assertEquals("789", body(ask(css("", "", "bytes=7-99", ""))));
        Reply beyond = ask(css("", "", "bytes=10-", ""));
        assertEquals(416, beyond.status());
        assertEquals("bytes */10", beyond.headers().get("Content-Range"));
        assertEquals(200, ask(css("", "", "bytes=4-2", "")).status());
        assertEquals(200, ask(css("", "", "bytes=1-2,4-5", "")).status());
        assertEquals(200, ask(css("", "", "bytes=2-4", "\"other\"")).status());
        assertTrue(body(ask(css("", "", "lines=1-2", ""))).startsWith("0"));
    }
}
