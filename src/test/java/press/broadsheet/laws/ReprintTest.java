package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.files.OutputPath;
import press.broadsheet.sites.SiteBuilder;

/**
 * A build in a new process after only texts were saved reads nothing else of the newsroom's, and makes nothing else;
 * and whatever more was changed, the paper is what a clean build would make of it.
 */
class ReprintTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String RIVER = "content/world/river.md";
    private static final String PAGE = "world/2026/11/24/the-river-rises/index.html";

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper = new SiteBuilder(folder);
    private final AtomicBoolean all = new AtomicBoolean();
    private Instant now = SiteBuilder.NOON;
    private int clean;

    @BeforeEach
    void aPaper() {
        paper = new SiteBuilder(folder.resolve("paper"));
        start("");
    }

    /** @param settings more of them */
    private void start(String settings) {
        paper.write("""
                -- content/site.yaml --
                name: The Quick Times
                url: https://quick.example/
                zone: Europe/Kyiv
                sections: [world, sport]
                %s
                -- content/world/sea.md --
                ---
                headline: The sea
                standfirst: It is there.
                published: 2026-11-24T07:00
                expires: 2026-11-24T20:00
                tags: [Water]
                authors: [ada]
                ---
                It lies there, says [[world/river]].
                -- content/world/wave.md --
                ---
                headline: A wave
                standfirst: It comes.
                published: 2026-11-24T07:30
                related: [world/river]
                ---
                Much water.
                -- content/world/draft.md --
                ---
                headline: Not yet
                standfirst: Soon.
                published: 2026-11-24T10:00
                status: draft
                ---
                Nothing.
                -- content/sport/cup.md --
                ---
                headline: The cup
                standfirst: At last.
                published: 2026-11-23T07:30
                ---
                Won.
                -- content/people/ada.md --
                ---
                name: Ada King
                ---
                She writes.
                """.formatted(settings));
        river("It rose.");
        age();
        now = SiteBuilder.NOON;
        SiteBuilder.delete(paper.folder().resolve(".broadsheet"));
        SiteBuilder.delete(paper.output());
        assertEquals(List.of(), build().problems());
    }

    /** So that nothing is so young that it must be read to know whether it has changed. */
    private void age() {
        try (var files = Files.walk(paper.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(paper.output())
                        && !file.startsWith(paper.folder().resolve(".broadsheet"))) {
                    Files.setLastModifiedTime(file, LONG_AGO);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void river(String text) {
        paper.write(RIVER, """
                ---
                headline: The river rises
                standfirst: By a foot.
                published: 2026-11-24T08:00
                tags: [Water]
                ---
                %s
                """.formatted(text));
    }

    private void replace(String path, String old, String with) {
        Path file = paper.folder().resolve(path);
        try {
            String text = Files.readString(file);
            assertTrue(text.contains(old), text);
            paper.write(path, text.replace(old, with));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a process of its own. */
    private BuildReport build() {
        all.set(false);
        return new Build(paper.options().at(now), (step, done, total) -> all.set(true)).run();
    }

    /** Byte for byte, and problem for problem. */
    private BuildReport buildsAsAnew() {
        BuildReport report = build();
        var options = paper.options();
        Path output = folder.resolve("clean-" + clean++);
        BuildReport anew = SiteBuilder.build(new BuildOptions(
                options.site(), options.home(), output, null, now, false, false, false, false, false, 2));
        assertEquals(anew.problems(), report.problems());
        assertEquals(anew.committed(), report.committed());
        if (anew.committed()) {
            assertEquals(anew.weights(), report.weights());
            assertEquals(anew.planned(), report.planned());
            assertEquals(anew.filesRead(), report.filesRead());
            assertEquals(anew.heldBack(), report.heldBack());
            assertEquals(anew.timetable(), report.timetable());
            Map<String, String> expected = SiteBuilder.tree(output);
            Map<String, String> actual = SiteBuilder.tree(paper.output());
            assertEquals(expected.keySet(), actual.keySet());
            assertEquals(
                    List.of(),
                    expected.keySet().stream()
                            .filter(path -> !Objects.equals(expected.get(path), actual.get(path)))
                            .toList());
        }
        return report;
    }

    private BuildReport reprints() {
        BuildReport report = buildsAsAnew();
        assertFalse(all.get(), "looked at everything");
        return report;
    }

    private void looksAtEverything() {
        buildsAsAnew();
        assertTrue(all.get(), "did not look at everything");
    }

    private static Set<String> made(BuildReport report) {
        return report.reasons().keySet().stream().map(OutputPath::path).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aSavedTextMakesItsPageAndItsFeedsAndReadsNothingElse() throws IOException {
        river("It fell.");
        BuildReport report = reprints();
        Set<String> made = made(report);
        assertTrue(made.contains(PAGE), made::toString);
        assertTrue(made.contains("feed.xml"), made::toString);
        assertFalse(made.contains("index.html"), made::toString);
        assertFalse(made.contains("world/2026/11/24/the-sea/index.html"), made::toString);
        assertEquals(made.size(), report.written());
        assertEquals(report.planned(), report.written() + report.unchanged());
        assertEquals("the text of world/river changed", report.reasons().get(new OutputPath(PAGE)));
    }

    @Test
    void whatWasMadeAgainIsToldToWhoeverPurges() throws IOException {
        river("It fell.");
        build();
        String changes = Files.readString(paper.folder().resolve(".broadsheet/changes.json"));
        assertTrue(changes.contains("the-river-rises") && !changes.contains("the-sea"), changes);
    }

    @Test
    void nothingIsMadeAfterIt() {
        river("It fell.");
        reprints();
        assertEquals(0, build().written());
        age();
        assertEquals(0, build().written());
    }

    @Test
    void whatWasMadeAgainIsNotMadeOnceMore() {
        river("It fell.");
        reprints();
        replace("content/sport/cup.md", "The cup", "The other cup");
        BuildReport next = build();
        assertTrue(all.get());
        assertFalse(made(next).contains(PAGE), () -> next.reasons().get(new OutputPath(PAGE)));
    }

    @Test
    void oneTextAfterAnotherIsMadeUntilTheLedgerIsWrittenDownWholeAgain() {
        int whole = 0;
        for (int save = 0; save < 40; save++) {
            river("It fell, " + "again and again. ".repeat(save % 3) + "\n\nNumber " + save + ".");
            build();
            whole += all.get() ? 1 : 0;
        }
        buildsAsAnew();
        assertEquals(1, whole);
    }

    @Test
    void severalTextsAreOneBuild() {
        river("It fell.");
        replace("content/world/wave.md", "Much", "Less");
        replace("content/sport/cup.md", "Won.", "Bad.");
        Set<String> made = made(reprints());
        assertTrue(made.contains("sport/2026/11/23/the-cup/index.html"), made::toString);
    }

    @Test
    void aFileThatWasOnlyTouchedMakesNothing() {
        river("It rose.");
        assertEquals(0, reprints().written());
    }

    @Test
    void theTextOfADraftMakesNothing() {
        replace("content/world/draft.md", "Nothing.", "Not much.");
        assertEquals(0, reprints().written());
    }

    @Test
    void whatOthersShowIsLookedAtEverywhere() {
        replace(RIVER, "The river rises", "The river falls");
        looksAtEverything();
        river("It fell, and nobody saw it.");
        looksAtEverything();
        replace(RIVER, "It fell", "It stood");
        reprints();
    }

    @Test
    void aTextIsMadeAgainFromWhatWasAnsweredAfterOtherThingsHadChanged() {
        replace("content/sport/cup.md", "The cup", "The other cup");
        looksAtEverything();
        paper.write(
                "content/world/new.md",
                "---\nheadline: New\nstandfirst: Here.\npublished: 2026-11-24T08:30\n---\nIt is.\n");
        looksAtEverything();
        replace("content/sport/cup.md", "Won.", "Bad.");
        replace("content/world/new.md", "It is.", "It be.");
        reprints();
        river("It fell");
        reprints();
    }

    @Test
    void aNewLinkAndAMovedOneAreChecked() {
        river("See [[world/nowhere]].");
        looksAtEverything();
        river("\n\n\nSee, further down, [[world/nowhere]].");
        looksAtEverything();
        river("See [[world/sea]].");
        looksAtEverything();
        river("\n\nSee, further down, [[world/sea]].");
        reprints();
    }

    @Test
    void whatElseIsChangedIsLookedAtEverywhere() throws IOException {
        replace("content/site.yaml", "Quick", "Slow");
        looksAtEverything();
        replace("content/people/ada.md", "writes", "edits");
        looksAtEverything();
        paper.write("templates/parts/foot.peb", "Printed with care\n");
        looksAtEverything();
        paper.write("content/world/_notes/a.txt", "A note.");
        looksAtEverything();
        paper.write("content/world/new.md", "---\nheadline: New\npublished: 2026-11-24T08:00\n---\nIt is.\n");
        looksAtEverything();
        Files.delete(paper.folder().resolve("content/world/new.md"));
        looksAtEverything();
    }

    @Test
    void aTextAndSomethingElseAreLookedAtEverywhere() throws IOException {
        river("It fell.");
        Files.delete(paper.folder().resolve("content/sport/cup.md"));
        looksAtEverything();
        river("It rose.");
        replace("content/site.yaml", "Quick", "Slow");
        looksAtEverything();
    }

    @Test
    void aBrokenArticleIsToldAndNothingIsPublished() {
        paper.write(RIVER, "---\nheadline: [\n---\nIt fell.\n");
        assertFalse(buildsAsAnew().committed());
        river("It fell.");
        reprints();
    }

    @Test
    void whatSomebodyElseChangedInThePublishedFolderIsMended() throws IOException {
        river("It fell.");
        Files.writeString(paper.output().resolve("sport/2026/11/23/the-cup/index.html"), "Mine.");
        looksAtEverything();
        river("It rose.");
        Files.delete(paper.output().resolve("feed.xml"));
        looksAtEverything();
    }

    @Test
    void whenTheClockHasChangedThePaperEverythingIsLookedAt() {
        now = now.plus(Duration.ofHours(1));
        river("It fell.");
        reprints();
        now = Instant.parse("2026-11-24T19:00:00Z");
        river("It rose.");
        looksAtEverything();
    }

    @Test
    void whatIsCompressedAndSummedUpIsSoAgain() {
        start("hosting: {compress: [gzip], checksums: true, hosts: [nginx]}");
        river("It fell. ".repeat(40));
        Set<String> written = Set.copyOf(SiteBuilder.tree(paper.output()).keySet());
        reprints();
        assertEquals(written, SiteBuilder.tree(paper.output()).keySet());
        river("It fell and rose. ".repeat(40));
        reprints();
        replace("content/sport/cup.md", "Won.", "Lost. ".repeat(90));
        reprints();
    }

    @Test
    void aPageThatBecomesLargeEnoughToBeCompressedGetsACompanion() {
        start("hosting: {compress: [gzip]}");
        paper.write("templates/article.peb", "{% for one in article.body.pieces %}{{ one.html | raw }}{% endfor %}");
        replace("content/world/sea.md", "It lies", "It lies" + "!".repeat(2_000));
        replace("content/world/wave.md", "Much", "Much" + "!".repeat(2_000));
        replace("content/sport/cup.md", "Won", "Won" + "!".repeat(2_000));
        looksAtEverything();
        age();
        build();
        for (int length : List.of(600, 1, 700, 2)) {
            river("It fell" + "!".repeat(length));
            buildsAsAnew();
        }
    }

    @Test
    void aPageThatBecomesTooHeavyIsTold() {
        start("budget: {article: 80 kB}");
        river("It fell" + "!".repeat(9_000));
        buildsAsAnew();
        // From now on it is the heaviest of all.
        river("It fell" + "!".repeat(9_100));
        reprints();
        river("It fell" + "!".repeat(90_000));
        looksAtEverything();
        assertEquals(1, build().problems().size());
        river("It fell" + "!".repeat(9_200));
        looksAtEverything();
        assertEquals(0, build().problems().size());
    }

    @Test
    void theHeaviestPageIsKnownWhateverGrowsOrShrinks() {
        int quick = 0;
        // No more words, which would take longer to read, and so change the card.
        for (int length : List.of(4_000, 4_010, 4_005, 10, 11, 300, 2, 5_000, 5_001, 1, 700, 701, 30)) {
            river("It fell" + "!".repeat(length));
            buildsAsAnew();
            quick += all.get() ? 0 : 1;
        }
        assertTrue(quick > 2, "made quickly: " + quick);
        // Past the one in the middle, in steps.
        for (int more = 0; more < 8; more++) {
            replace("content/sport/cup.md", "Won", "Won" + "!".repeat(150));
            buildsAsAnew();
        }
    }

    @Test
    void aLiveReportIsLookedAtEverywhere() {
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
        looksAtEverything();
        paper.write("content/world/live.md", report.formatted("Two."));
        looksAtEverything();
    }

    @Test
    void aTextThatBreaksATemplateIsLookedAtEverywhere() {
        paper.write("templates/parts/foot.peb", "{% if page.path is not empty %}ok{% endif %}\n");
        looksAtEverything();
        river("It fell.");
        buildsAsAnew();
    }

    @Test
    void anotherWayOfBuildingIsLookedAtEverywhere() {
        river("It fell.");
        all.set(false);
        var usual = paper.options();
        var drafts = new BuildOptions(
                usual.site(), usual.home(), usual.output(), null, now, true, false, false, false, false, 2);
        new Build(drafts, (step, done, total) -> all.set(true)).run();
        assertTrue(all.get());
        assertTrue(SiteBuilder.tree(paper.output()).keySet().stream().anyMatch(path -> path.contains("not-yet")));
    }

    @Test
    void oneThreadIsEnough() {
        river("It fell.");
        all.set(false);
        var usual = paper.options();
        new Build(
                        new BuildOptions(
                                usual.site(),
                                usual.home(),
                                usual.output(),
                                null,
                                now,
                                false,
                                false,
                                false,
                                false,
                                false,
                                1),
                        (step, done, total) -> all.set(true))
                .run();
        assertFalse(all.get());
        assertEquals(0, buildsAsAnew().written());
    }

    @Test
    void aDamagedLedgerOrStoreIsNoReasonForAWrongPage() throws IOException {
        for (String name : List.of("ledger-", "sources-", "imprints-")) {
            start("");
            try (var files = Files.list(paper.folder().resolve(".broadsheet"))) {
                for (Path file : files.filter(
                                one -> one.getFileName().toString().startsWith(name))
                        .toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    for (int at = 50; at < bytes.length; at += 97) {
                        bytes[at] ^= 0x11;
                    }
                    Files.write(file, bytes);
                }
            }
            river("It fell, " + name);
            buildsAsAnew();
            assertTrue(paper.published(PAGE).contains("It fell, " + name), name);
        }
    }

    @Test
    void aBuildThatDiesBeforeItsEndIsMendedByTheNext() throws IOException {
        river("It fell.");
        reprints();
        try (var files = Files.list(paper.folder().resolve(".broadsheet"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("ledger-")) {
                    Files.move(file, file.resolveSibling(name + ".open"));
                } else if (name.startsWith("receipt-")) {
                    Files.delete(file);
                }
            }
        }
        Files.write(paper.output().resolve(PAGE), "half".getBytes(StandardCharsets.UTF_8));
        looksAtEverything();
    }
}
