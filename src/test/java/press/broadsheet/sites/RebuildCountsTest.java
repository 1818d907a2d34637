package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;

/** How far each kind of change travels: which files are made again, and why. */
class RebuildCountsTest {
    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder site = new SiteBuilder(folder);

    @BeforeEach
    void aPaperThatIsBuilt() {
        site = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Counted Times
                url: https://counted.example/
                zone: Europe/Kyiv
                sections: [world, sport]
                lists: {pageSize: 2, feedSize: 3}
                -- content/data/tides.yaml --
                - {hour: 6, metres: 2}
                """);
        for (int day = 10; day < 17; day++) {
            story("world", "World " + day, day, "Flood", "Ada King", "It rained on day " + day + ".");
            story("sport", "Sport " + day, day, "Football", "Yasmin Idris", "They played on day " + day + ".");
        }
        BuildReport first = site.build();
        assertTrue(first.committed(), first.problems()::toString);
    }

    private void story(String section, String headline, int day, String tag, String author, String text) {
        site.write("content/" + section + "/day-" + day + ".md", """
                ---
                headline: %s
                slug: %s-day-%d
                standfirst: What happened to the %s.
                published: 2026-11-%02dT08:00
                tags: [%s]
                authors: [%s]
                ---
                %s
                """.formatted(
                        headline, section, day, headline, day, tag, author, text));
    }

    private Set<String> made(BuildReport report) {
        return report.reasons().keySet().stream()
                .map(path -> path.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void nothingIsMadeWhereNothingChanged() {
        BuildReport report = site.build();
        assertEquals(Set.of(), made(report));
        assertEquals(report.planned(), report.unchanged());
    }

    @Test
    void aTouchedFileMakesNothing() throws Exception {
        Files.setLastModifiedTime(
                folder.resolve("content/world/day-12.md"), FileTime.from(Instant.parse("2026-11-24T11:00:00Z")));
        assertEquals(Set.of(), made(site.build()));
    }

    @Test
    void aChangedTextMakesItsPageAndItsFeedsAndNoList() {
        story("world", "World 16", 16, "Flood", "Ada King", "It rained on day 16. Then it stopped.");
        BuildReport report = site.build();
        Set<String> made = made(report);
        assertTrue(made.contains("world/2026/11/16/world-day-16/index.html"), made::toString);
        assertTrue(made.contains("feed.xml"), made::toString);
        assertTrue(made.contains("world/atom.xml"), made::toString);
        assertTrue(
                made.stream()
                        .allMatch(path -> path.equals("world/2026/11/16/world-day-16/index.html")
                                || path.endsWith("feed.xml")
                                || path.endsWith("atom.xml")
                                || path.endsWith("feed.json")),
                made::toString);
        assertFalse(made.contains("sport/feed.xml"), made::toString);
        assertEquals(made.size(), report.written());
    }

    @Test
    void aChangedHeadlineWritesExactlyTheFilesThatShowIt() {
        story("world", "The flood of the fourteenth", 16, "Flood", "Ada King", "It rained on day 16.");
        var before = SiteBuilder.tree(site.output());
        BuildReport report = site.build();
        var after = SiteBuilder.tree(site.output());
        var written = new TreeSet<String>();
        after.forEach((path, bytes) -> {
            if (!bytes.equals(before.get(path))) {
                written.add(path);
            }
        });
        var showing = new TreeSet<String>();
        after.forEach((path, bytes) -> {
            if (bytes.contains("The flood of the fourteenth")) {
                showing.add(path);
            }
        });
        assertEquals(showing, written);
        assertEquals(written.size(), report.written());
        // What is made beyond that knows the article, and shows something else of it.
        var more = made(report);
        more.removeAll(written);
        assertEquals(Set.of("sitemaps/2026-11.xml"), more);
    }

    @Test
    void aNewArticleLeavesFullPagesOfListsAlone() {
        story("world", "World 17", 17, "Flood", "Ada King", "It rained on day 17.");
        BuildReport report = site.build();
        Set<String> made = made(report);
        assertTrue(made.contains("world/index.html"), report.reasons()::toString);
        // The newest full page gets a way to the page that has become full; those below it stay as they are.
        assertTrue(made.contains("world/page/3/index.html"), report.reasons()::toString);
        assertTrue(made.contains("world/page/2/index.html"), report.reasons()::toString);
        assertFalse(made.contains("world/page/1/index.html"), report.reasons()::toString);
        assertFalse(made.contains("tag/flood/page/1/index.html"), report.reasons()::toString);
        assertFalse(made.contains("by/ada-king/page/1/index.html"), report.reasons()::toString);
    }

    /** @param entries how many a minute apart, and as many pages as they fill by twos */
    private BuildReport report(int entries, String first) {
        var text = new StringBuilder("A line more at the top with each entry.\n\n".repeat(entries));
        for (int minute = 0; minute < entries; minute++) {
            text.append("::: entry {time=\"18:%02d\" title=\"Minute %d\"}\n%s\n:::\n\n"
                    .formatted(minute, minute, minute == 0 ? first : "It goes on."));
        }
        site.write("content/world/vote.md", """
                ---
                headline: The vote
                slug: vote
                genre: live
                published: 2026-11-18 18:00
                live: {start: 2026-11-18 18:00}
                ---
                What we know.

                %s""".formatted(text));
        BuildReport report = site.build();
        assertTrue(report.committed(), report.problems()::toString);
        return report;
    }

    private Set<String> ofReport(BuildReport report) {
        return made(report).stream()
                .filter(path -> path.startsWith("world/2026/11/18/vote/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aNewEntryLeavesFullPagesOfALiveReportAlone() {
        String page = "world/2026/11/18/vote/";
        report(10, "It begins.");
        BuildReport more = report(11, "It begins.");
        assertEquals(Set.of(page + "index.html", page + "live.json"), ofReport(more), more.reasons()::toString);
        more = report(12, "It begins.");
        // The newest full page gets a way to the page that has become full.
        assertEquals(
                Set.of(page + "index.html", page + "live.json", page + "page/4/index.html", page + "page/5/index.html"),
                ofReport(more),
                more.reasons()::toString);
        more = report(12, "It began.");
        assertEquals(
                Set.of(page + "index.html", page + "live.json", page + "page/1/index.html"),
                ofReport(more),
                more.reasons()::toString);
        assertTrue(site.published(page + "page/1/index.html").contains("It began."));
    }

    @Test
    void aChangedTemplateMakesThePagesThatUsedIt() throws Exception {
        String contributor = Files.readString(Path.of("templates/contributor.peb"));
        site.write("templates/contributor.peb", contributor);
        assertEquals(Set.of(), made(site.build()), "the same template from another folder");
        site.write("templates/contributor.peb", contributor + "\n");
        Set<String> made = made(site.build());
        assertFalse(made.isEmpty());
        assertTrue(made.stream().allMatch(path -> path.startsWith("by/") && path.endsWith(".html")), made::toString);
    }

    @Test
    void aChangedWordMakesThePagesThatSayIt() throws Exception {
        String words = Files.readString(Path.of("templates/strings/en.yaml"));
        site.write("templates/strings/en.yaml", words.replace("  title: Page not found\n", "  title: Nothing here\n"));
        BuildReport report = site.build();
        assertEquals(Set.of("404.html"), made(report));
        assertEquals(
                Set.of("the words \"missing.title\" changed"),
                Set.copyOf(report.reasons().values()));
    }

    @Test
    void aDataFileThatNobodyReadsMakesNothing() {
        site.write("content/data/tides.yaml", "- {hour: 7, metres: 3}\n");
        assertEquals(Set.of(), made(site.build()));
    }

    @Test
    void aDataFileMakesThePagesThatReadIt() throws Exception {
        site.write("content/data/moons.yaml", "- {day: 1}\n");
        site.write(
                "templates/contributor.peb",
                Files.readString(Path.of("templates/contributor.peb"))
                        .replace(
                                "{% endif %}\n{% endblock %}",
                                "{% endif %}\n{{ data('tides') | length }}{% endblock %}"));
        site.build();
        site.write("content/data/moons.yaml", "- {day: 2}\n");
        assertEquals(Set.of(), made(site.build()), "a data file that nobody reads");
        site.write("content/data/tides.yaml", "- {hour: 7, metres: 3}\n");
        Set<String> made = made(site.build());
        assertFalse(made.isEmpty());
        assertTrue(made.stream().allMatch(path -> path.startsWith("by/") && path.endsWith(".html")), made::toString);
    }

    @Test
    void timeAloneMakesWhatItChanges() {
        site.write("content/world/day-20.md", """
                ---
                headline: Later
                published: 2026-11-20T08:00
                embargo: 2026-11-24T12:00:01Z
                ---
                Text.
                """);
        assertEquals(Set.of(), made(site.build()));
        BuildOptions o = site.options();
        BuildReport later = SiteBuilder.build(new BuildOptions(
                o.site(), o.home(), o.output(), null, o.now().plusSeconds(1), false, false, false, false, false, 2));
        assertTrue(later.reasons().values().stream().anyMatch("it is new"::equals), later.reasons()::toString);
        assertTrue(made(later).contains("index.html"));
    }

    @Test
    void aPublishedFileThatSomebodyChangedIsMadeAgain() throws Exception {
        Path page = site.output().resolve("world/index.html");
        String before = Files.readString(page);
        Files.writeString(page, "defaced");
        Files.delete(site.output().resolve("feed.xml"));
        assertEquals(Set.of("feed.xml", "world/index.html"), made(site.build()));
        assertEquals(before, Files.readString(page));
    }

    @Test
    void whatIsKeptMayBeDamagedOrDeletedAtAnyTime() throws Exception {
        String paper = site.published("world/2026/11/16/world-day-16/index.html");
        for (Path kept : list(".broadsheet")) {
            if (kept.getFileName().toString().startsWith("ledger-")) {
                byte[] bytes = Files.readAllBytes(kept);
                bytes[bytes.length / 2] ^= 1;
                Files.write(kept, bytes);
            }
        }
        BuildReport damaged = site.build();
        assertTrue(damaged.startedAnew());
        assertEquals(0, damaged.written());
        for (Path kept : list(".broadsheet")) {
            if (kept.getFileName().toString().startsWith("sources-")) {
                byte[] bytes = Files.readAllBytes(kept);
                java.util.Arrays.fill(bytes, (byte) 7);
                Files.write(kept, bytes);
            }
        }
        // Pages that are made again need texts whose kept form is lost.
        site.write("templates/article.peb", Files.readString(Path.of("templates/article.peb")) + "\n");
        assertTrue(site.build().committed());
        assertEquals(
                paper.strip(),
                site.published("world/2026/11/16/world-day-16/index.html").strip());
    }

    private java.util.List<Path> list(String name) throws Exception {
        try (var files = Files.list(folder.resolve(name))) {
            return files.toList();
        }
    }
}
