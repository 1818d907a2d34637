package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return runWith("", args);
    }

    private int runWith(String input, String... args) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var console = new Console(
                in, new PrintWriter(out), new PrintWriter(err), Console.Terminal.NONE, Map.of(), Path.of(""));
        return Main.run(console, args);
    }

    private Path site() throws IOException {
        Path site = folder.resolve("paper");
        Files.createDirectories(site.resolve("content"));
        return site;
    }

    @Test
    void helpNamesEveryCommand() {
        assertEquals(Exit.GOOD, run("--help"));
        for (String command :
                new String[] {"build", "check", "explain", "deploy", "new", "import", "generate-completion"}) {
            assertTrue(out.toString().contains("  " + command + " "), command);
        }
        assertEquals("", err.toString());
    }

    @Test
    void theVersionIsOneLine() {
        assertEquals(Exit.GOOD, run("--version"));
        assertTrue(out.toString().matches("broadsheet \\S+\\R"), out.toString());
    }

    @Test
    void aMisspeltOptionIsWrongUseAndTheNearestIsNamed() {
        assertEquals(Exit.WRONG_USE, run("build", "--strickt"));
        assertTrue(err.toString().contains("--strict"), err.toString());
    }

    @Test
    void wrongUseIsToldInAFewLinesThatNobodyHasToScrollBackFor() {
        assertEquals(Exit.WRONG_USE, run("deploy", "--rolback"));
        assertEquals("""
                broadsheet: There is no option "--rolback".
                Did you mean --rollback?
                See: broadsheet deploy --help
                """, told());
    }

    private String told() {
        return err.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void aMisspeltCommandIsToldWithTheNearest() {
        assertEquals(Exit.WRONG_USE, run("biuld"));
        assertEquals("""
                broadsheet: There is no command "biuld".
                Did you mean build?
                See: broadsheet --help
                """, told());
        err.getBuffer().setLength(0);
        assertEquals(Exit.WRONG_USE, run("new", "artcle", "X"));
        assertTrue(told().contains("There is no command \"artcle\".\nDid you mean article?\n"), told());
    }

    @Test
    void aHeadlineWithoutQuotationMarksIsToldWithThem() {
        assertEquals(Exit.WRONG_USE, run("new", "article", "The", "river", "rises", "--section", "world"));
        assertEquals("""
                broadsheet: "river" is one word too many.
                What belongs together stands in quotation marks: "... river"
                See: broadsheet new article --help
                """, told());
    }

    @Test
    void whatIsMissingIsToldWithWhatItIsFor() {
        assertEquals(Exit.WRONG_USE, run("import", "text"));
        assertTrue(told().startsWith("broadsheet: --date=DATE is missing. When it was published: 2026-11-24,"), told());
        assertTrue(told().contains("\n--section=ID is missing. The section's folder, for example city"), told());
    }

    @Test
    void aFolderThatWasMistypedIsToldAndGetsNothing() {
        Path mistyped = folder.resolve("papre");
        assertEquals(Exit.PROBLEMS, run("build", mistyped.toString()));
        assertTrue(told().contains("There is no folder " + mistyped + ".\n"), told());
        assertFalse(Files.exists(mistyped));
    }

    @Test
    void aValueThatIsNoneIsToldWithoutTheWordsOfProgrammers() {
        assertEquals(Exit.WRONG_USE, run("build", "--threads", "many"));
        assertEquals("""
                broadsheet: --threads: "many" is no whole number.
                See: broadsheet build --help
                """, told());
    }

    /** Whoever is told to mend the errors looks for one. */
    @Test
    void whatKeepsAPaperBackIsCalledWhatItIs() throws IOException {
        Path site = site();
        Files.writeString(site.resolve("content/site.yaml"), "name: N\nurl: https://n.example/\nsections: [a]\n");
        Path article = Files.createDirectory(site.resolve("content/a")).resolve("river.md");
        Files.writeString(article, "---\nheadline: River\npublished: 2026-11-20\ntopics: [a]\n---\nText.\n");
        String[] strict = {"build", site.toString(), "--strict", "--now", "2026-11-24T12:00:00Z"};
        assertEquals(Exit.PROBLEMS, run(strict));
        assertTrue(out.toString().contains("0 errors, 1 warning."), out.toString());
        assertTrue(
                out.toString()
                        .contains("stays as it was. With --strict, warnings count, too: mend it, or build with"
                                + " --keep-going."),
                out.toString());
        Files.writeString(article, "---\nheadline: River\ntopics: [a]\n---\nText.\n");
        run(strict);
        assertTrue(
                out.toString()
                        .contains("stays as it was. Mend the error and, with --strict, the warning, or build with"
                                + " --keep-going."),
                out.toString());
    }

    @Test
    void noCommandIsWrongUse() {
        assertEquals(Exit.WRONG_USE, run());
        assertEquals(Exit.WRONG_USE, run("new"));
    }

    @Test
    void anInstantThatIsNoneIsWrongUse() {
        assertEquals(Exit.WRONG_USE, run("build", "--now", "tomorrow"));
        assertTrue(err.toString().contains("\"tomorrow\" is no instant"), err.toString());
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        assertEquals(Exit.GOOD, run("generate-completion"));
        assertTrue(out.toString().contains("complete -F"), out.toString());
    }

    @Test
    void aNewPaperHasWhatABuildNeeds() throws IOException {
        Path paper = folder.resolve("new/paper");
        assertEquals(Exit.GOOD, run("new", "site", paper.toString(), "--now", "2026-11-24T08:00:00Z"));
        assertTrue(Files.readString(paper.resolve("content/site.yaml")).contains("name: The New Paper"));
        assertTrue(Files.readString(paper.resolve("content/city/2026/11/the-first-edition.md"))
                .contains("published: 2026-11-24\n"));
    }

    @Test
    void aNewPaperNeverGoesOverAnOldOne() throws IOException {
        Path site = site();
        assertEquals(Exit.WRONG_USE, run("new", "site", site.toString()));
        try (var files = Files.list(site.resolve("content"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aNewArticleIsADraftInItsSection() throws IOException {
        Path site = site();
        String headline = "Mayor: \"No\" to # the ferry";
        assertEquals(
                Exit.GOOD,
                run(
                        "new",
                        "article",
                        headline,
                        "--section",
                        "city/river",
                        "--site",
                        site.toString(),
                        "--now",
                        "2026-01-02T23:30:10Z"));
        String text = Files.readString(site.resolve("content/city/river/2026/01/mayor-no-to-the-ferry.md"));
        assertTrue(text.contains("headline: 'Mayor: \"No\" to # the ferry'\n"), text);
        assertTrue(text.contains("status: draft\n"), text);
        assertTrue(text.contains("published: 2026-01-02T23:30Z\n"), text);
        assertFalse(text.contains("authors"), text);
        assertFalse(Pattern.compile("(?m):\\s*(\\[\\])?$").matcher(text).find(), text);
    }

    private static final String SETTINGS = """
            name: The Lantern
            url: https://lantern.example/
            zone: Europe/Kyiv
            sections: [world, city/river]
            editions: [{language: uk, sections: [world]}]
            """;

    private Path settled() throws IOException {
        Path site = site();
        Files.writeString(site.resolve("content/site.yaml"), SETTINGS);
        return site;
    }

    @Test
    void aNewArticleIsDatedInThePapersZone() throws IOException {
        Path site = settled();
        String[] command = {
            "new", "article", "River", "--section", "world", "--site", site.toString(), "--now", "2026-01-31T23:30:10Z"
        };
        assertEquals(Exit.GOOD, run(command));
        String text = Files.readString(site.resolve("content/world/2026/02/river.md"));
        assertTrue(text.contains("published: 2026-02-01T01:30+02:00\n"), text);
    }

    @Test
    void aNewArticleInASectionThatDoesNotExistIsToldWithTheNearestName() throws IOException {
        Path site = settled();
        assertEquals(Exit.WRONG_USE, run("new", "article", "River", "--section", "wrld", "--site", site.toString()));
        assertTrue(err.toString().contains("no section \"wrld\". Did you mean \"world\"?"), err.toString());
        assertFalse(Files.exists(site.resolve("content/wrld")));
        assertEquals(
                Exit.WRONG_USE,
                run("new", "article", "Ріка", "--section", "city/river", "--lang", "uk", "--site", site.toString()));
        assertEquals(
                Exit.WRONG_USE,
                run("new", "article", "Ріка", "--section", "world", "--lang", "ukr", "--site", site.toString()));
        assertTrue(err.toString().contains("no edition \"ukr\". Did you mean \"uk\"?"), err.toString());
        assertEquals(
                Exit.WRONG_USE,
                runWith(
                        "Tides\n\nText.\n",
                        "import",
                        "text",
                        "--date",
                        "2026-11-24",
                        "--section",
                        "wrld",
                        "--site",
                        site.toString()));
    }

    @Test
    void aWireStorysTimeWithoutOffsetIsMeantInThePapersZone() throws IOException {
        Path site = settled();
        String[] command = {
            "import", "text", "--date", "2026-11-01T00:30", "--section", "world", "--site", site.toString()
        };
        assertEquals(Exit.GOOD, runWith("Tides\n\nThe water rose.\n", command));
        String text = Files.readString(site.resolve("content/world/2026/11/tides.md"));
        assertTrue(text.contains("published: 2026-11-01T00:30\n"), text);
        command[3] = "2026-10-31T23:30+00:00";
        assertEquals(Exit.GOOD, runWith("Floods\n\nThe water rose.\n", command));
        assertTrue(
                Files.exists(site.resolve("content/world/2026/11/floods.md")), "its day is that of the paper's zone");
        command[3] = "2026-02-30";
        assertEquals(Exit.WRONG_USE, runWith("Tides\n\nThe water rose.\n", command));
    }

    @Test
    void anAddressWithoutSchemeOrHostIsNoBaseAddress() throws IOException {
        String site = settled().toString();
        for (String wrong :
                new String[] {"lantern", "lantern.example", "ftp://lantern.example/", "https:///x", "/paper"}) {
            assertEquals(Exit.WRONG_USE, run("build", site, "--base-url", wrong), wrong);
            assertTrue(err.toString().contains("\"" + wrong + "\" is no address of a paper"), err.toString());
        }
    }

    @Test
    void aNewArticleNeverGoesOverAnOldOne() throws IOException {
        String site = site().toString();
        String[] command = {
            "new", "article", "River", "--section", "city", "--site", site, "--now", "2026-01-02T00:00:00Z"
        };
        assertEquals(Exit.GOOD, run(command));
        assertEquals(Exit.PROBLEMS, run(command));
        assertTrue(err.toString().contains("exists already"), err.toString());
    }

    @Test
    void aSectionThatLeadsOutOfTheSiteIsWrongUse() throws IOException {
        String site = site().toString();
        assertEquals(Exit.WRONG_USE, run("new", "article", "River", "--section", "../../x", "--site", site));
        assertEquals(
                Exit.WRONG_USE, run("new", "article", "River", "--section", "city", "--lang", "../..", "--site", site));
        assertEquals(Exit.WRONG_USE, run("new", "article", "River", "--section", "/tmp", "--site", site));
    }

    @Test
    void aWireStoryThatIsPipedInBecomesAnArticle() throws IOException {
        Path site = site();
        String story = """
                River rises again
                The water stood at nine metres on Friday night, the authority said
                It rose for three days.
                Nobody was hurt.
                """.replace("\n", "\r\n");
        assertEquals(
                Exit.GOOD,
                runWith(
                        story,
                        "import",
                        "text",
                        "--date",
                        "2026-11-24",
                        "--section",
                        "city",
                        "--site",
                        site.toString()));
        String text = Files.readString(site.resolve("content/city/2026/11/river-rises-again.md"));
        assertTrue(text.contains("headline: River rises again\n"), text);
        assertTrue(text.contains("published: 2026-11-24\n"), text);
        assertTrue(text.contains("It rose for three days."), text);
        assertFalse(text.contains("\r"), text);
    }

    private String imported(String lastLine, String section) throws IOException {
        Path site = site();
        Files.writeString(site.resolve("content/site.yaml"), """
                name: The Lantern
                url: https://lantern.example/
                sections: [{id: world, name: World}, {id: city/river, name: On the river}]
                editions: [{language: uk, name: Ліхтар, sections: [{id: world, name: Світ}]}]
                """);
        Files.createDirectories(site.resolve("content/sport"));
        Files.writeString(site.resolve("content/sport/_section.md"), "---\nname: Sport and play\n---\n");
        String story = "Tides\n\nThe water rose.\n\n" + lastLine + "\n";
        assertEquals(
                Exit.GOOD,
                runWith(
                        story,
                        "import",
                        "text",
                        "--date",
                        "2026-11-24",
                        "--section",
                        section,
                        "--site",
                        site.toString()));
        return Files.readString(site.resolve("content/" + section + "/2026/11/tides.md"));
    }

    @Test
    void aClosingLineThatNamesASectionOfThePaperIsNoPartOfTheStory() throws IOException {
        String text = imported("- World", "world");
        assertTrue(text.endsWith("---\n\nThe water rose.\n"), text);
        assertFalse(err.toString().contains("section"), err.toString());
        assertTrue(imported("- Sport and play", "sport").endsWith("---\n\nThe water rose.\n"));
    }

    @Test
    void aStoryThatIsFiledElsewhereThanItSaysIsTold() throws IOException {
        String text = imported("- On the river", "world");
        assertTrue(text.contains("section: world\n") && text.endsWith("The water rose.\n"), text);
        assertTrue(
                err.toString().contains("files it under \"city/river\"; it is now under \"world\"."), err.toString());
    }

    @Test
    void aClosingLineThatNamesNoSectionStaysAnItemOfAList() throws IOException {
        String text = imported("- Ends at noon on Sunday", "world");
        assertTrue(text.endsWith("The water rose.\n\n- Ends at noon on Sunday\n"), text);
    }

    private static final String NEEDS_QUOTES = "\uFEFF---\r\n"
            + "headline: Council: the vote \t\r\n"
            + "kicker: Item #3 # and more\r\n"
            + "standfirst: \"Never\" was the word\r\n"
            + "published: 2026-11-24   # keep me\r\n"
            + "---\r\n"
            + "headline: this is text: and stays \r\n"
            + "\r\nNo line end at the end";

    @Test
    void fixPutsQuotationMarksWhereTheyAreNeededAndTouchesNothingElse() throws IOException {
        Path site = site();
        Files.writeString(site.resolve("content/site.yaml"), "name: A\nurl: https://a.example/\nsections: [world]\n");
        Files.createDirectories(site.resolve("content/world"));
        Path broken = site.resolve("content/world/vote.md");
        Files.writeString(broken, NEEDS_QUOTES);
        Path good = site.resolve("content/world/good.md");
        Files.writeString(good, "---\nheadline:   \"Fine: as it is\"  \npublished: 2026-11-24\n---\nText\n");
        byte[] goodBefore = Files.readAllBytes(good);
        byte[] other = {(byte) 0xff, (byte) 0xfe, 0, ':', ' ', ':'};
        Path notText = site.resolve("content/world/binary.md");
        Files.write(notText, other);

        run("check", site.toString(), "--fix", "--now", "2026-11-24T12:00:00Z");

        assertEquals(
                NEEDS_QUOTES
                        .replace("headline: Council: the vote \t", "headline: \"Council: the vote\" \t")
                        .replace("kicker: Item #3 # and more", "kicker: \"Item #3 # and more\"")
                        .replace("standfirst: \"Never\" was the word", "standfirst: '\"Never\" was the word'"),
                Files.readString(broken));
        assertTrue(java.util.Arrays.equals(goodBefore, Files.readAllBytes(good)));
        assertTrue(java.util.Arrays.equals(other, Files.readAllBytes(notText)));
        String told = out.toString();
        int shown = told.indexOf("--- a/content/world/vote.md\n+++ b/content/world/vote.md\n@@ -1,7 +1,7 @@\n");
        assertTrue(shown >= 0 && shown < told.indexOf("Fixed 1 file."), told);
        assertTrue(told.contains("\n-headline: Council: the vote"), told);
        assertTrue(told.contains("\n+headline: \"Council: the vote\""), told);
        assertTrue(told.contains("\n+kicker: \"Item #3 # and more\""), told);
        assertTrue(told.contains("\n+standfirst: '\"Never\" was the word'"), told);
        try (var files = Files.list(site.resolve("content/world"))) {
            assertEquals(3, files.count(), "nothing is left beside the files");
        }

        out.getBuffer().setLength(0);
        run("check", site.toString(), "--fix", "--now", "2026-11-24T12:00:00Z");
        assertTrue(out.toString().startsWith("Nothing to fix."), out.toString());
    }

    @Test
    void aWireStoryWithoutADateIsWrongUse() throws IOException {
        assertEquals(Exit.WRONG_USE, run("import", "text", "--section", "city", "--site", site().toString()));
        assertTrue(err.toString().contains("--date"), err.toString());
    }
}
