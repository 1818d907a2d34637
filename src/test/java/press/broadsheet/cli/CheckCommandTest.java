package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.sites.SiteBuilder;

class CheckCommandTest {
    private static final Path HOME = Path.of(System.getProperty("broadsheet.home", ""));
    private static final String[] NOON = {"--now", "2026-11-24T12:00:00Z"};

    private static final String PAPER = """
            -- content/site.yaml --
            name: The Lantern
            url: https://lantern.example/
            sections: [world]
            checks: {missing-policy: off}
            -- content/world/river.md --
            ---
            headline: The river rises again
            published: 2026-11-20
            tags:
              - flood wall
            ---
            The water rose on the the second day.

            The mayor spoke of “a warning” and of "bad luck".
            -- content/world/second.md --
            ---
            headline: The river rises a second time
            published: 2026-11-20
            tags: [Flood Wall, ferry]
            ---
            Who who saw it?
            -- content/world/third.md --
            ---
            headline: The river rises a third time
            published: 2026-11-20
            tags: ["Flood Wall"]
            ---
            Text.
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err, true),
                Console.Terminal.NONE,
                Map.of(),
                HOME);
        return Main.run(console, args);
    }

    private int check(String... options) {
        var args = new java.util.ArrayList<>(List.of("check", folder.toString()));
        args.addAll(List.of(NOON));
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    private void write(String paper) {
        new SiteBuilder(folder).write(paper);
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    @Test
    void aCheckWritesNothing() {
        write(PAPER);
        Map<String, String> before = SiteBuilder.tree(folder);
        check();
        check("--fix", "--dry-run");
        assertEquals(before, SiteBuilder.tree(folder));
    }

    @Test
    void warningsFailOnlyAStrictCheckAndNotesNone() {
        write(PAPER);
        assertEquals(Exit.GOOD, check());
        assertEquals(Exit.PROBLEMS, check("--strict"));
        write("content/site.yaml", "double-word: note, twin-tags: off, mixed-quotation-marks: note");
        assertEquals(Exit.GOOD, check("--strict"));
        assertTrue(out.toString().contains("0 errors, 0 warnings, 3 notes."), out.toString());
        write("content/site.yaml", "double-word: error");
        assertEquals(Exit.PROBLEMS, check());
    }

    private void write(String path, String checks) {
        new SiteBuilder(folder).write(path, """
                        name: The Lantern
                        url: https://lantern.example/
                        sections: [world]
                        checks: {missing-policy: off, %s}
                        """.formatted(checks));
    }

    @Test
    void aBuildTellsNoneOfIt() {
        write(PAPER);
        assertEquals(List.of(), new SiteBuilder(folder).build().problems());
    }

    @Test
    void whatIsCertainIsShownAsADiffAndThenMended() throws IOException {
        write(PAPER);
        check("--fix", "--dry-run");
        String shown = out.toString();
        assertTrue(shown.contains("""
                --- a/content/world/river.md
                +++ b/content/world/river.md
                @@ -2,8 +2,8 @@
                 headline: The river rises again
                 published: 2026-11-20
                 tags:
                -  - flood wall
                +  - Flood Wall
                 ---
                -The water rose on the the second day.
                +The water rose on the second day.
                \s
                -The mayor spoke of “a warning” and of "bad luck".
                +The mayor spoke of “a warning” and of “bad luck”.
                """), shown);
        assertTrue(shown.contains("Would fix 1 file. Nothing was written."), shown);

        check("--fix");
        assertTrue(out.toString().contains("Fixed 1 file."), out.toString());
        assertTrue(read("content/world/river.md").endsWith("""
                  - Flood Wall
                ---
                The water rose on the second day.

                The mayor spoke of “a warning” and of “bad luck”.
                """), read("content/world/river.md"));
        assertTrue(err.toString().contains("\"Who who\": the word stands here twice."), "what is not certain stays");
        assertFalse(err.toString().contains("twin-tags"), err.toString());
        check("--fix");
        assertTrue(out.toString().startsWith("Nothing to fix."), out.toString());
    }

    @Test
    void mendingKeepsLineEndsAndByteOrderMark() throws IOException {
        write(PAPER);
        Path file = folder.resolve("content/world/second.md");
        Files.writeString(
                file,
                "\uFEFF---\r\nheadline: A second river\r\npublished: 2026-11-20\r\n---\r\nOn the the hill.\r\nEnd");
        check("--fix");
        assertEquals(
                "\uFEFF---\r\nheadline: A second river\r\npublished: 2026-11-20\r\n---\r\nOn the hill.\r\nEnd",
                Files.readString(file));
    }

    @Test
    void aDryRunWithoutFixIsWrongUse() {
        write(PAPER);
        assertEquals(Exit.WRONG_USE, check("--dry-run"));
    }

    @Test
    void anExcuseWithAReasonCountsInItsArticleOnly() {
        write(PAPER);
        new SiteBuilder(folder).write("content/world/second.md", """
                ---
                headline: The river rises a second time
                published: 2026-11-20
                checks: {double-word: "quotes a ballad"}
                ---
                Who who saw it?
                """);
        check();
        assertFalse(err.toString().contains("Who who"), err.toString());
        assertFalse(err.toString().contains("waiver"), err.toString());
        assertTrue(err.toString().contains("\"the the\""), err.toString());
    }

    @Test
    void jsonHoldsTheFindingsAndNothingElseIsPrinted() throws IOException {
        write(PAPER);
        assertEquals(Exit.GOOD, check("--format", "json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(
                List.of("twin-tags", "double-word", "mixed-quotation-marks", "double-word"),
                StreamSupport.stream(json.get("problems").spliterator(), false)
                        .map(problem -> problem.get("code").asText())
                        .toList());
        assertEquals("note", json.get("problems").get(2).get("severity").asText());
        assertEquals(9, json.get("problems").get(2).get("line").asInt());
        assertEquals("", err.toString());
        check("--fix", "--format", "json");
        assertTrue(err.toString().contains("Fixed 1 file."), err.toString());
        assertEquals(
                1, new ObjectMapper().readTree(out.toString()).get("problems").size());
    }

    @Test
    void sarifIsWhatItsSchemaAsksFor() throws IOException {
        write(PAPER);
        new SiteBuilder(folder)
                .write("content/world/broken.md", "---\nheadline: No date <here> & \"there\"\n---\nText.\n");
        assertEquals(Exit.PROBLEMS, check("--format", "sarif"));
        var mapper = new ObjectMapper();
        JsonNode sarif = mapper.readTree(out.toString());
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(Files.newInputStream(Path.of("src/test/resources/sarif/sarif-schema-2.1.0.json")));
        assertEquals(List.of(), List.copyOf(schema.validate(sarif)));

        JsonNode run = sarif.get("runs").get(0);
        JsonNode error = run.get("results").get(0);
        assertEquals("date-missing", error.get("ruleId").asText());
        assertEquals("error", error.get("level").asText());
        JsonNode twice = run.get("results").get(2);
        assertEquals("double-word", twice.get("ruleId").asText());
        JsonNode rule = run.get("tool")
                .get("driver")
                .get("rules")
                .get(twice.get("ruleIndex").asInt());
        assertEquals("double-word", rule.get("id").asText());
        assertTrue(
                rule.get("shortDescription").get("text").asText().startsWith("A word stands twice"), rule.toString());
        JsonNode place = twice.get("locations").get(0).get("physicalLocation");
        assertEquals(
                "content/world/river.md",
                place.get("artifactLocation").get("uri").asText());
        assertEquals(7, place.get("region").get("startLine").asInt());
        assertEquals(23, place.get("region").get("startColumn").asInt());
    }

    @Test
    void aSchemaThatIsNotMetIsNoticed() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(Files.newInputStream(Path.of("src/test/resources/sarif/sarif-schema-2.1.0.json")));
        assertFalse(schema.validate(new ObjectMapper().readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}"))
                .isEmpty());
    }

    @Test
    void aFormatThatDoesNotExistIsWrongUse() {
        write(PAPER);
        assertEquals(Exit.WRONG_USE, check("--format", "xml"));
    }

    @Test
    void explainPrintsWhatTheGuideSays() {
        assertEquals(Exit.GOOD, run("explain", "double-word"));
        assertTrue(out.toString().startsWith("double-word"), out.toString());
        assertTrue(out.toString().contains("A word stands twice in a row. (warning)"), out.toString());
        assertFalse(out.toString().contains("```"), out.toString());
        assertEquals(Exit.WRONG_USE, run("explain", "duble-word"));
        assertTrue(err.toString().contains("Did you mean \"double-word\"?"), err.toString());
    }

    /** A true wire report as it came. What the second reader finds in it, word for word. */
    @Test
    void aWireReportIsImportedAndCheckedWithTheseFindings() throws IOException {
        write("content/site.yaml", "broken-link: warning");
        assertEquals(
                Exit.GOOD,
                run(
                        "import",
                        "text",
                        HOME.resolve("src/test/resources/wire/visit.txt").toString(),
                        "--date",
                        "2024-11-16T18:20",
                        "--section",
                        "world",
                        "--site",
                        folder.toString()));
        assertTrue(err.toString().contains("names no author and no source"), err.toString());
        assertTrue(err.toString().contains("Line 2: \"November 16\" does not say its year."), err.toString());
        assertEquals(Exit.GOOD, check());
        Path expected = HOME.resolve("src/test/resources/wire/visit.problems.txt");
        String told = err.toString().replace(System.lineSeparator(), "\n");
        if ("accept".equals(System.getProperty("golden"))) {
            Files.writeString(expected, told);
        }
        assertEquals(Files.readString(expected), told);
    }
}
