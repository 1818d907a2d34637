package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Touched;
import press.broadsheet.files.OutputPath;

/**
 * A round in which only a text was saved opens no other file of the newsroom's; and whatever more was touched, the paper
 * is what a clean build would make of it.
 */
class TextRoundTest {
    private static final String RIVER = "content/world/river.md";

    @TempDir
    private Path folder = Path.of("");

    private PaperInRounds rounds = new PaperInRounds(folder, false, "");

    @BeforeEach
    void aPaper() {
        rounds = new PaperInRounds(folder, false, """
                -- content/site.yaml --
                name: The Quick Times
                url: https://quick.example/
                zone: Europe/Kyiv
                sections: [world]
                -- content/world/sea.md --
                ---
                headline: The sea
                standfirst: It is there.
                published: 2026-11-24T07:00
                expires: 2026-11-24T20:00
                ---
                It lies there.
                """);
        river("It rose.");
        rounds.begin();
    }

    private void river(String text) {
        rounds.paper().write(RIVER, """
                ---
                headline: The river rises
                standfirst: By a foot.
                published: 2026-11-24T08:00
                ---
                %s
                """.formatted(text));
    }

    @Test
    void aSavedTextMakesItsPageAndItsFeedsAndReadsNothingElse() {
        river("It fell.");
        BuildReport report = rounds.build(RIVER);
        rounds.assertLookedAtTouchedOnly();
        rounds.assertAsAnew(report);
        Set<String> made =
                report.reasons().keySet().stream().map(OutputPath::path).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(made.contains("world/2026/11/24/the-river-rises/index.html"), made::toString);
        assertTrue(made.contains("feed.xml"), made::toString);
        assertFalse(made.contains("index.html"), made::toString);
        assertEquals(made.size(), report.written());
        assertEquals(List.of(), report.problems());
    }

    @Test
    void theFirstSaveAfterTheStartOfAPreviewOfAnUnchangedPaperReadsNothingElseEither() {
        rounds.buildElsewhere();
        assertEquals(0, rounds.begin().written());
        river("It fell.");
        BuildReport report = rounds.build(RIVER);
        rounds.assertLookedAtTouchedOnly();
        rounds.assertAsAnew(report);
    }

    @Test
    void whatCouldNotBeMadeIsToldByTheNextRoundToo() {
        rounds.keepGoing();
        rounds.paper()
                .write("templates/404.peb", "{{ data('tides') }}\n")
                .write("content/data/tides.yaml", "high: 7\n");
        assertEquals(1, rounds.build(Touched.UNKNOWN).problems().size());
        river("It fell.");
        assertEquals(1, rounds.build(RIVER).problems().size());
    }

    @Test
    void manyRoundsInARowAndThenAnotherProcessKnowTheSame() {
        for (int round = 0; round < 20; round++) {
            river("It fell, " + "again and again. ".repeat(round % 3) + "\n\nNumber " + round + ".");
            rounds.build(RIVER);
            rounds.assertLookedAtTouchedOnly();
        }
        BuildReport next = rounds.buildElsewhere();
        assertEquals(Set.of(), next.reasons().keySet());
        rounds.assertAsAnew(next);
        river("And rose.");
        rounds.assertAsAnew(rounds.buildElsewhere());
    }

    @Test
    void twoTextsAreOneRoundAndWhatEditorsLeaveBehindIsPassedOver() throws IOException {
        river("It fell.");
        Path sea = rounds.file("content/world/sea.md");
        Files.writeString(sea, Files.readString(sea).replace("lies", "lay"));
        Files.writeString(rounds.file("content/world/.river.md.swp"), "x");
        BuildReport report =
                rounds.build(RIVER, "content/world/sea.md", "content/world/.river.md.swp", "content/world/4913");
        rounds.assertLookedAtTouchedOnly();
        rounds.assertAsAnew(report);
    }

    @Test
    void aFileThatWasTouchedAndIsTheSameMakesNothing() {
        BuildReport report = rounds.build(RIVER);
        rounds.assertLookedAtTouchedOnly();
        assertEquals(0, report.written());
        rounds.assertAsAnew(report);
    }

    @Test
    void whatOthersShowIsMadeAgainWhereverItIsShown() {
        rounds.paper().write(RIVER, "---\nheadline: The river falls\npublished: 2026-11-24T08:00\n---\nIt fell.\n");
        BuildReport report = rounds.build(RIVER);
        rounds.assertLookedAtTouchedOnly();
        rounds.assertAsAnew(report);
        assertTrue(report.written() > 2, () -> report.reasons().toString());
    }

    @Test
    void aNewLinkIsCheckedAndAMovedOneIsToldWhereItStands() {
        river("See [[world/nowhere]].");
        rounds.assertLong(RIVER);
        river("\n\n\nSee, further down, [[world/nowhere]].");
        BuildReport moved = rounds.build(RIVER);
        rounds.assertAsAnew(moved);
        assertEquals(1, moved.problems().size());
        river("See [[world/sea]].");
        rounds.assertLong(RIVER);
        river("\n\nSee, further down, [[world/sea]].");
        rounds.assertAsAnew(rounds.build(RIVER));
        rounds.assertLookedAtTouchedOnly();
    }

    @Test
    void aBrokenArticleIsNotForgottenWhileAnotherIsSaved() throws IOException {
        Path sea = rounds.file("content/world/sea.md");
        String text = Files.readString(sea);
        Files.writeString(sea, "---\nheadline: [\n---\n");
        assertFalse(rounds.build("content/world/sea.md").committed());
        river("It fell.");
        assertFalse(rounds.build(RIVER).committed());
        Files.writeString(sea, text);
        rounds.assertAsAnew(rounds.build("content/world/sea.md"));
    }

    @Test
    void articlesComeAndGoAloneAndWhatIsNoArticleIsLookedAtEverywhere() throws IOException {
        rounds.paper().write("content/world/new.md", "---\nheadline: New\npublished: 2026-11-24T08:00\n---\nIt is.\n");
        rounds.assertShort("content/world/new.md");
        rounds.paper().write("content/people/ada.md", "---\nname: Ada\n---\nShe.\n");
        rounds.assertLong("content/people/ada.md");
        Files.delete(rounds.file("content/world/new.md"));
        rounds.assertShort("content/world/new.md");
        rounds.paper().write("templates/parts/mine.peb", "x");
        rounds.assertLong("templates/parts/mine.peb");
    }

    @Test
    void aFolderThatIsGoneTakesItsArticlesWithIt() throws IOException {
        rounds.paper()
                .write("content/world/deep/new.md", "---\nheadline: New\npublished: 2026-11-24T08:00\n---\nIt is.\n");
        rounds.assertShort("content/world/deep/new.md");
        Files.move(rounds.file("content/world/deep"), folder.resolve("elsewhere"));
        rounds.assertLong("content/world/deep");
    }

    @Test
    void whenTheClockHasChangedThePaperEverythingIsLookedAt() {
        rounds.now(rounds.now().plus(Duration.ofHours(1)));
        river("It fell.");
        rounds.assertAsAnew(rounds.build(RIVER));
        rounds.assertLookedAtTouchedOnly();
        rounds.now(Instant.parse("2026-11-24T19:00:00Z"));
        river("It rose.");
        rounds.assertLong(RIVER);
    }

    @Test
    void aPageThatBecomesLargeEnoughToBeCompressedGetsACompanion() throws IOException {
        Path settings = rounds.file("content/site.yaml");
        Files.writeString(settings, Files.readString(settings) + "hosting: {compress: [gzip]}\n");
        rounds.paper()
                .write("templates/article.peb", "{% for one in article.body.pieces %}{{ one.html | raw }}{% endfor %}");
        rounds.build(Touched.UNKNOWN);
        for (String text : List.of("It fell. ".repeat(100), "It rose.", "It fell. ".repeat(100), "It stood.")) {
            river(text);
            rounds.assertAsAnew(rounds.build(RIVER));
        }
    }

    @Test
    void aLiveReportIsMoreThanAText() {
        String report = """
                ---
                headline: As it rises
                standfirst: Live.
                published: 2026-11-24T08:00
                genre: live
                live: {start: 2026-11-24T08:00}
                ---
                ::: entry {time="2026-11-24 09:00"}
                %s
                :::
                """;
        rounds.paper().write("content/world/live.md", report.formatted("One."));
        rounds.assertShort("content/world/live.md");
        rounds.paper().write("content/world/live.md", report.formatted("Two."));
        BuildReport second = rounds.build("content/world/live.md");
        rounds.assertAsAnew(second);
        rounds.assertLookedAtTouchedOnly();
        assertTrue(
                second.reasons().keySet().stream().anyMatch(made -> made.path().endsWith("as-it-rises/live.json")),
                () -> second.reasons().toString());
    }

    @Test
    void whereAnotherProcessHasBuiltMeanwhileEverythingIsLookedAt() {
        river("It fell.");
        rounds.buildElsewhere();
        river("It rose.");
        rounds.assertLong(RIVER);
    }

    @Test
    void aRoundThatDiesBeforeItsEndIsMendedByTheNextBuild() throws IOException {
        river("It fell.");
        rounds.build(RIVER);
        rounds.dieWhilePublishing();
        Files.writeString(rounds.output().resolve("world/2026/11/24/the-river-rises/index.html"), "half");
        rounds.assertAsAnew(rounds.buildElsewhere());
    }
}
