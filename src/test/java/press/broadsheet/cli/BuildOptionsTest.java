package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.sites.SiteBuilder;

/** What each option of {@code broadsheet build} does to the paper, or to what is told of it. */
class BuildOptionsTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SiteBuilder site = new SiteBuilder(folder);

    @BeforeEach
    void write() {
        site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Optional Times
                url: https://optional.example/
                sections: [world]
                -- content/world/river.md --
                ---
                headline: The river rises
                published: 2026-11-20
                topics: [water]
                ---
                It rose.
                -- content/world/plan.md --
                ---
                headline: A plan for the bridge
                published: 2026-11-20
                status: draft
                ---
                It is a plan.
                -- content/world/tomorrow.md --
                ---
                headline: What happens tomorrow
                published: 2026-11-25
                ---
                It will happen.
                """);
    }

    private int build(String... options) {
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                Console.Terminal.NONE,
                Map.of(),
                Path.of(System.getProperty("broadsheet.home", "")));
        var all = new ArrayList<>(List.of("build", site.folder().toString(), "--now", "2026-11-24T12:00:00Z"));
        all.addAll(List.of(options));
        return Main.run(console, all.toArray(String[]::new));
    }

    private boolean isPublished(String page) {
        return Files.exists(site.output().resolve("world/2026/11/" + page + "/index.html"));
    }

    @Test
    void withoutAnyWhatReadersMaySeeIsPublishedAndTheSumIsTold() {
        assertEquals(Exit.GOOD, build());
        assertTrue(isPublished("20/the-river-rises"));
        assertFalse(isPublished("20/a-plan-for-the-bridge"));
        assertFalse(isPublished("25/what-happens-tomorrow"));
        assertTrue(
                out.toString().contains("Read 4 files: 1 article published, 2 held back, 0 broken, 1 other."),
                out::toString);
        assertTrue(
                out.toString().contains("Held back: 1 draft, 1 not before. See which with --verbose."), out::toString);
        assertTrue(err.toString().contains("field-not-shown-yet"), err::toString);
    }

    @Test
    void outputPublishesSomewhereElse() {
        Path elsewhere = folder.resolve("elsewhere");
        assertEquals(Exit.GOOD, build("--output", elsewhere.toString()));
        assertTrue(Files.exists(elsewhere.resolve("world/2026/11/20/the-river-rises/index.html")));
        assertFalse(Files.exists(site.output()));
    }

    @Test
    void baseUrlTakesThePlaceOfTheSettingsAddress() {
        assertEquals(Exit.GOOD, build("--base-url", "https://preview.example/paper/"));
        String page = site.published("world/2026/11/20/the-river-rises/index.html");
        assertTrue(
                page.contains("<link rel=\"canonical\""
                        + " href=\"https://preview.example/paper/world/2026/11/20/the-river-rises/\">"),
                page);
        assertTrue(page.contains("href=\"/paper/world/\""), page);
        assertFalse(page.contains("https://optional.example/"), page);
    }

    @Test
    void draftsArePublishedIfThatIsWanted() {
        assertEquals(Exit.GOOD, build("--drafts"));
        assertTrue(isPublished("20/a-plan-for-the-bridge"));
        assertFalse(isPublished("25/what-happens-tomorrow"));
    }

    @Test
    void futureArticlesArePublishedIfThatIsWanted() {
        assertEquals(Exit.GOOD, build("--future"));
        assertFalse(isPublished("20/a-plan-for-the-bridge"));
        assertTrue(isPublished("25/what-happens-tomorrow"));
    }

    @Test
    void verboseNamesWhatIsHeldBackAndWhatPagesWeigh() {
        assertEquals(Exit.GOOD, build("--verbose"));
        assertTrue(out.toString().contains("  held back: content/world/plan.md (draft)"), out::toString);
        assertTrue(
                out.toString().contains("  held back: content/world/tomorrow.md (not before 2026-11-25T00:00:00Z)"),
                out::toString);
        assertTrue(out.toString().contains("The heaviest front, "), out::toString);
        assertFalse(out.toString().contains("See which with --verbose"), out::toString);
    }

    @Test
    void quietTellsNothingOfAPaperThatIsPublished() {
        assertEquals(Exit.GOOD, build("--quiet"));
        assertEquals("", out.toString());
        assertEquals("", err.toString());
        assertTrue(isPublished("20/the-river-rises"));
    }

    @Test
    void quietStillTellsErrors() {
        site.write("content/world/broken.md", "---\npublished: 2026-11-20\n---\nText.\n");
        assertEquals(Exit.PROBLEMS, build("--quiet"));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("headline-missing"), err::toString);
        assertFalse(err.toString().contains("field-not-shown-yet"), err::toString);
    }

    @Test
    void anyNumberOfThreadsMakesTheSamePaper() {
        assertEquals(Exit.GOOD, build("--threads", "1"));
        Map<String, String> alone = SiteBuilder.tree(site.output());
        Path elsewhere = folder.resolve("elsewhere");
        assertEquals(Exit.GOOD, build("--threads", "7", "--output", elsewhere.toString()));
        assertEquals(alone, SiteBuilder.tree(elsewhere));
    }

    @Test
    void reportSaysToProgramsWhatTheSummarySaysToPeople() throws IOException {
        site.write("content/world/broken.md", "---\npublished: 2026-11-20\n---\nText.\n");
        Path file = folder.resolve("report.json");
        assertEquals(Exit.PROBLEMS, build("--report", file.toString(), "--keep-going"));
        JsonNode report = new ObjectMapper().readTree(file.toFile());
        assertEquals(5, report.path("filesRead").asInt());
        assertEquals(1, report.path("published").asInt());
        assertEquals(2, report.path("heldBack").size());
        assertEquals(1, report.path("broken").asInt());
        assertEquals(1, report.path("other").asInt());
        assertTrue(report.path("committed").asBoolean());
        assertEquals(
                "content/world/broken.md",
                report.path("problems").get(0).path("file").asText());
        assertEquals(
                SiteBuilder.tree(site.output()).size(), report.path("planned").asInt());
    }
}
