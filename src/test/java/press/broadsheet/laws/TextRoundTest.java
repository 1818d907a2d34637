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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Memory;
import press.broadsheet.build.Progress;
import press.broadsheet.build.Touched;
import press.broadsheet.files.OutputPath;
import press.broadsheet.sites.SiteBuilder;

/**
 * A round in which only a text was saved opens no other file of the newsroom's; and whatever more was touched, the paper
 * is what a clean build would make of it.
 */
class TextRoundTest {
    private static final String RIVER = "content/world/river.md";

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper = new SiteBuilder(folder);
    private Memory memory = Memory.lasting();
    private final AtomicBoolean all = new AtomicBoolean();
    private Instant now = SiteBuilder.NOON;
    private int clean;

    @BeforeEach
    void aPaper() {
        paper = new SiteBuilder(folder.resolve("paper")).write("""
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
        memory = Memory.lasting();
        river("It rose.");
        build(Touched.UNKNOWN);
    }

    private void river(String text) {
        paper.write(RIVER, """
                ---
                headline: The river rises
                standfirst: By a foot.
                published: 2026-11-24T08:00
                ---
                %s
                """.formatted(text));
    }

    private BuildReport build(Touched touched) {
        all.set(false);
        return new Build(paper.options().at(now), (step, done, total) -> all.set(true), memory).run(touched);
    }

    private BuildReport build(String... touched) {
        return build(new Touched(false, Set.of(touched)));
    }

    /** Byte for byte, and problem for problem. */
    private void assertAsAnew(BuildReport report) {
        var options = paper.options();
        Path output = folder.resolve("clean-" + clean++);
        BuildReport anew = SiteBuilder.build(new press.broadsheet.build.BuildOptions(
                options.site(), options.home(), output, null, now, false, false, false, false, false, 2));
        assertEquals(anew.problems(), report.problems());
        assertEquals(anew.committed(), report.committed());
        if (!anew.committed()) {
            return;
        }
        assertEquals(anew.weights(), report.weights());
        assertEquals(anew.planned(), report.planned());
        Map<String, String> expected = SiteBuilder.tree(output);
        Map<String, String> actual = SiteBuilder.tree(paper.output());
        assertEquals(expected.keySet(), actual.keySet());
        assertEquals(
                List.of(),
                expected.keySet().stream()
                        .filter(path -> !Objects.equals(expected.get(path), actual.get(path)))
                        .toList());
    }

    private void assertLooksAtArticlesOnly(String... touched) {
        assertAsAnew(build(touched));
        assertFalse(all.get());
    }

    private void assertLooksAtEverything(String... touched) {
        assertAsAnew(build(touched));
        assertTrue(all.get());
    }

    @Test
    void aSavedTextMakesItsPageAndItsFeedsAndReadsNothingElse() {
        river("It fell.");
        BuildReport report = build(RIVER);
        assertFalse(all.get());
        assertAsAnew(report);
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
        SiteBuilder.build(paper.options());
        memory = Memory.lasting();
        assertEquals(0, build(Touched.UNKNOWN).written());
        river("It fell.");
        BuildReport report = build(RIVER);
        assertFalse(all.get());
        assertAsAnew(report);
    }

    @Test
    void whatCouldNotBeMadeIsToldByTheNextRoundToo() {
        paper.write("templates/404.peb", "{{ data('tides') }}\n").write("content/data/tides.yaml", "high: 7\n");
        assertEquals(1, goOn(Touched.UNKNOWN).problems().size());
        river("It fell.");
        assertEquals(1, goOn(new Touched(false, Set.of(RIVER))).problems().size());
    }

    private BuildReport goOn(Touched touched) {
        var options = paper.options();
        var goingOn = new press.broadsheet.build.BuildOptions(
                options.site(), options.home(), options.output(), null, now, false, false, false, true, false, 2);
        return new Build(goingOn, Progress.NONE, memory).run(touched);
    }

    @Test
    void manyRoundsInARowAndThenAnotherProcessKnowTheSame() {
        for (int round = 0; round < 20; round++) {
            river("It fell, " + "again and again. ".repeat(round % 3) + "\n\nNumber " + round + ".");
            build(RIVER);
            assertFalse(all.get());
        }
        BuildReport next = SiteBuilder.build(paper.options());
        assertEquals(Set.of(), next.reasons().keySet());
        assertAsAnew(next);
        river("And rose.");
        assertAsAnew(SiteBuilder.build(paper.options()));
    }

    @Test
    void twoTextsAreOneRoundAndWhatEditorsLeaveBehindIsPassedOver() throws IOException {
        river("It fell.");
        Path sea = paper.folder().resolve("content/world/sea.md");
        Files.writeString(sea, Files.readString(sea).replace("lies", "lay"));
        Files.writeString(paper.folder().resolve("content/world/.river.md.swp"), "x");
        BuildReport report = build(RIVER, "content/world/sea.md", "content/world/.river.md.swp", "content/world/4913");
        assertFalse(all.get());
        assertAsAnew(report);
    }

    @Test
    void aFileThatWasTouchedAndIsTheSameMakesNothing() {
        BuildReport report = build(RIVER);
        assertFalse(all.get());
        assertEquals(0, report.written());
        assertAsAnew(report);
    }

    @Test
    void whatOthersShowIsMadeAgainWhereverItIsShown() {
        paper.write(RIVER, "---\nheadline: The river falls\npublished: 2026-11-24T08:00\n---\nIt fell.\n");
        BuildReport report = build(RIVER);
        assertFalse(all.get());
        assertAsAnew(report);
        assertTrue(report.written() > 2, () -> report.reasons().toString());
    }

    @Test
    void aNewLinkIsCheckedAndAMovedOneIsToldWhereItStands() {
        river("See [[world/nowhere]].");
        assertLooksAtEverything(RIVER);
        river("\n\n\nSee, further down, [[world/nowhere]].");
        BuildReport moved = build(RIVER);
        assertAsAnew(moved);
        assertEquals(1, moved.problems().size());
        river("See [[world/sea]].");
        assertLooksAtEverything(RIVER);
        river("\n\nSee, further down, [[world/sea]].");
        assertAsAnew(build(RIVER));
        assertFalse(all.get());
    }

    @Test
    void aBrokenArticleIsNotForgottenWhileAnotherIsSaved() throws IOException {
        Path sea = paper.folder().resolve("content/world/sea.md");
        String text = Files.readString(sea);
        Files.writeString(sea, "---\nheadline: [\n---\n");
        assertFalse(build("content/world/sea.md").committed());
        river("It fell.");
        assertFalse(build(RIVER).committed());
        Files.writeString(sea, text);
        assertAsAnew(build("content/world/sea.md"));
    }

    @Test
    void articlesComeAndGoAloneAndWhatIsNoArticleIsLookedAtEverywhere() throws IOException {
        paper.write("content/world/new.md", "---\nheadline: New\npublished: 2026-11-24T08:00\n---\nIt is.\n");
        assertLooksAtArticlesOnly("content/world/new.md");
        paper.write("content/people/ada.md", "---\nname: Ada\n---\nShe.\n");
        assertLooksAtEverything("content/people/ada.md");
        Files.delete(paper.folder().resolve("content/world/new.md"));
        assertLooksAtArticlesOnly("content/world/new.md");
        paper.write("templates/parts/mine.peb", "x");
        assertLooksAtEverything("templates/parts/mine.peb");
    }

    @Test
    void aFolderThatIsGoneTakesItsArticlesWithIt() throws IOException {
        paper.write("content/world/deep/new.md", "---\nheadline: New\npublished: 2026-11-24T08:00\n---\nIt is.\n");
        assertLooksAtArticlesOnly("content/world/deep/new.md");
        Files.move(paper.folder().resolve("content/world/deep"), folder.resolve("elsewhere"));
        assertLooksAtEverything("content/world/deep");
    }

    @Test
    void whenTheClockHasChangedThePaperEverythingIsLookedAt() {
        now = now.plus(Duration.ofHours(1));
        river("It fell.");
        assertAsAnew(build(RIVER));
        assertFalse(all.get());
        now = Instant.parse("2026-11-24T19:00:00Z");
        river("It rose.");
        assertLooksAtEverything(RIVER);
    }

    @Test
    void aPageThatBecomesLargeEnoughToBeCompressedGetsACompanion() throws IOException {
        Path settings = paper.folder().resolve("content/site.yaml");
        Files.writeString(settings, Files.readString(settings) + "hosting: {compress: [gzip]}\n");
        paper.write("templates/article.peb", "{% for one in article.body.pieces %}{{ one.html | raw }}{% endfor %}");
        build(Touched.UNKNOWN);
        for (String text : List.of("It fell. ".repeat(100), "It rose.", "It fell. ".repeat(100), "It stood.")) {
            river(text);
            assertAsAnew(build(RIVER));
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
        paper.write("content/world/live.md", report.formatted("One."));
        assertLooksAtArticlesOnly("content/world/live.md");
        paper.write("content/world/live.md", report.formatted("Two."));
        BuildReport second = build("content/world/live.md");
        assertAsAnew(second);
        assertFalse(all.get());
        assertTrue(
                second.reasons().keySet().stream().anyMatch(made -> made.path().endsWith("as-it-rises/live.json")),
                () -> second.reasons().toString());
    }

    @Test
    void whereAnotherProcessHasBuiltMeanwhileEverythingIsLookedAt() {
        river("It fell.");
        SiteBuilder.build(paper.options());
        river("It rose.");
        assertLooksAtEverything(RIVER);
    }

    @Test
    void aRoundThatDiesBeforeItsEndIsMendedByTheNextBuild() throws IOException {
        river("It fell.");
        build(RIVER);
        try (var files = Files.list(paper.folder().resolve(".broadsheet"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("ledger-"))
                    .toList()) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".open"));
            }
        }
        Files.writeString(paper.output().resolve("world/2026/11/24/the-river-rises/index.html"), "half");
        assertAsAnew(SiteBuilder.build(paper.options()));
    }
}
