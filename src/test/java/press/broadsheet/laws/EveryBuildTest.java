package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.DemonstrationPaper;
import press.broadsheet.sites.SiteBuilder;

/** What a newsroom may rely on with every build. */
class EveryBuildTest {
    private static final String PAPER = """
            -- content/site.yaml --
            name: The Lawful Times
            url: https://lawful.example/
            zone: Europe/Kyiv
            sections: [world, sport]
            -- content/world/2026/11/river.md --
            ---
            headline: The river rises
            standfirst: Water stands at the doors of the lower town.
            published: 2026-11-20T08:00
            tags: [Flood, Weather]
            authors: [Ada King]
            ---
            The river rose by a metre overnight. See [[match]].
            -- content/sport/match.md --
            ---
            headline: A match without goals
            published: 2026-11-21T18:30+02:00
            tags: [Weather]
            ---
            Nothing happened, twice.
            """;

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper() {
        return new SiteBuilder(folder.resolve("paper")).write(PAPER);
    }

    @Test
    void theSameInputGivesTheSameBytesFromAnyFolderZoneLocaleAndNumberOfThreads() {
        SiteBuilder one = paper();
        one.build();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            SiteBuilder two = new SiteBuilder(folder.resolve("elsewhere/deep")).write(PAPER);
            BuildOptions o = two.options();
            SiteBuilder.build(new BuildOptions(
                    o.site(), o.home(), o.output(), o.baseUrl(), o.now(), false, false, false, false, false, 1));
            assertEquals(SiteBuilder.tree(one.output()), SiteBuilder.tree(two.output()));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    /** The whole demonstration paper, its files made in another order, in another folder, zone and locale, by another number of threads. */
    @Test
    void theOrderInWhichFilesWereMadeDoesNotMatter() throws Exception {
        DemonstrationPaper published = DemonstrationPaper.at("https://lantern.example/");
        Path content = Path.of(System.getProperty("broadsheet.home", "")).resolve("content");
        Path other = folder.resolve("an other/paper");
        List<Path> files;
        try (var walk = Files.walk(content)) {
            files = new ArrayList<>(walk.filter(Files::isRegularFile).toList());
        }
        // A folder gives its files in an order that depends on how they came into it.
        Collections.shuffle(files, new Random(7));
        for (Path file : files) {
            Path copy =
                    other.resolve("content").resolve(content.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(file, copy);
        }
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            BuildOptions o = new SiteBuilder(other).options();
            SiteBuilder.build(new BuildOptions(
                    o.site(), o.home(), o.output(), published.base(), o.now(), false, false, false, false, false, 5));
            Map<String, String> expected = SiteBuilder.tree(published.output());
            Map<String, String> actual = SiteBuilder.tree(o.output());
            assertEquals(expected.keySet(), actual.keySet());
            expected.forEach((path, bytes) -> assertEquals(bytes, actual.get(path), path));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void aSecondBuildChangesNothing() {
        SiteBuilder site = paper();
        BuildReport first = site.build();
        var before = SiteBuilder.tree(site.output());
        BuildReport second = site.build();
        assertEquals(0, second.written());
        assertEquals(first.planned(), second.unchanged());
        assertEquals(before, SiteBuilder.tree(site.output()));
    }

    @Test
    void aBrokenArticleLeavesTheLastPaperAsItWas() {
        SiteBuilder site = paper();
        site.build();
        var before = SiteBuilder.tree(site.output());
        site.write("content/world/2026/11/river.md", "---\nheadline: [\n---\nHalf a story");
        BuildReport report = site.build();
        assertTrue(report.failed(false));
        assertFalse(report.committed());
        assertEquals(before, SiteBuilder.tree(site.output()));
    }

    @Test
    void whatIsNoLongerPlannedGoesAndForeignFilesStay() throws Exception {
        SiteBuilder site = paper();
        site.build();
        assertTrue(Files.exists(site.output().resolve("sport/2026/11/21/match/index.html"))
                || Files.exists(site.output().resolve("sport/2026/11/21/a-match-without-goals/index.html")));
        Files.writeString(site.output().resolve("google123.html"), "verification");
        Files.delete(site.folder().resolve("content/sport/match.md"));
        site.write("content/world/2026/11/river.md", """
                ---
                headline: The river rises
                standfirst: Water stands at the doors of the lower town.
                published: 2026-11-20T08:00
                ---
                The river rose.
                """);
        BuildReport report = site.build();
        assertTrue(report.committed(), report.problems().toString());
        assertTrue(report.removed() > 0);
        assertFalse(Files.exists(site.output().resolve("sport/2026")));
        assertEquals("verification", Files.readString(site.output().resolve("google123.html")));
    }

    @Test
    void aPaperThatIsMovedAsAWholeStillKnowsWhichFilesAreItsOwn() throws Exception {
        SiteBuilder site = paper();
        site.build();
        Path elsewhere = folder.resolve("moved");
        Files.move(site.folder(), elsewhere);
        SiteBuilder moved = new SiteBuilder(elsewhere);
        Files.delete(elsewhere.resolve("content/sport/match.md"));
        moved.write("content/world/2026/11/river.md", """
                ---
                headline: The river rises
                published: 2026-11-20T08:00
                ---
                The river rose.
                """);
        BuildReport report = moved.build();
        assertTrue(report.removed() > 0);
        assertEquals(List.of(), report.problems());
    }

    @Test
    void theNumbersOfTheReportAddUp() {
        SiteBuilder site = paper().write("""
                -- content/world/draft.md --
                ---
                headline: Not yet
                status: draft
                published: 2026-11-20
                ---
                Text.
                -- content/world/broken.md --
                ---
                published: 2026-11-20
                ---
                -- content/world/undated.txt --
                Storm closes the port

                No ship has left the harbour since noon.
                - World
                -- content/people/ada-king.md --
                ---
                name: Ada King
                ---
                Writes.
                """);
        BuildReport report = site.build();
        assertEquals(2, report.published());
        assertEquals(
                List.of(
                        new BuildReport.HeldBack("content/world/draft.md", "draft"),
                        new BuildReport.HeldBack("content/world/undated.txt", "no date")),
                report.heldBack());
        assertEquals(1, report.broken());
        assertEquals(
                report.filesRead(), report.published() + report.heldBack().size() + report.broken() + report.other());
    }

    @Test
    void nothingOfWhatIsHeldBackIsAnywhereInThePaper() {
        String canary = "zanzibarquokka";
        SiteBuilder site = paper().write("""
                -- content/world/secret-zanzibarquokka.md --
                ---
                headline: Zanzibarquokka resigns
                standfirst: The zanzibarquokka will go.
                published: 2026-11-20
                embargo: 2026-11-24T14:00:01+02:00
                tags: [zanzibarquokka]
                authors: [Zanzibarquokka Jones]
                image: {src: zanzibarquokka.svg, alt: A zanzibarquokka, credit: zanzibarquokka}
                note: zanzibarquokka
                ---
                A zanzibarquokka.
                -- content/world/zanzibarquokka.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>zanzibarquokka</title></svg>
                -- content/world/follow.md --
                ---
                headline: A story that knows more
                published: 2026-11-23
                related: [secret-zanzibarquokka]
                ---
                Read [on](secret-zanzibarquokka.md) soon.
                """);
        BuildReport report = site.build();
        assertTrue(report.committed(), report.problems().toString());
        SiteBuilder.tree(site.output()).forEach((path, bytes) -> {
            assertFalse(path.toLowerCase(Locale.ROOT).contains(canary), path);
            String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            assertFalse(text.toLowerCase(Locale.ROOT).contains(canary), path);
        });
    }

    @Test
    void anEmbargoEndsAtItsInstant() {
        SiteBuilder site = paper().write("""
                -- content/world/secret.md --
                ---
                headline: The mayor resigns
                published: 2026-11-20
                embargo: 2026-11-24T14:00:00+02:00
                ---
                A statement.
                """);
        BuildOptions o = site.options();
        BuildReport before = SiteBuilder.build(new BuildOptions(
                o.site(), o.home(), o.output(), null, o.now().minusSeconds(1), false, false, false, false, false, 2));
        assertEquals(1, before.heldBack().size());
        assertEquals(0, site.build().heldBack().size());
    }

    @Test
    void aPaperWithoutSettingsIsToldNotThrown() {
        BuildReport report = new SiteBuilder(folder.resolve("empty")).build();
        assertTrue(report.failed(false));
        assertFalse(report.committed());
    }
}
