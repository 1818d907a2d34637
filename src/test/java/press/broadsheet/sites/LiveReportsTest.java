package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;

/** Live reports, whole: pages of entries, machine-readable updates, the file that open pages ask for, feeds. */
class LiveReportsTest {
    private static final URI BASE = URI.create("https://live.example/");
    private static final String REPORT = "city/2026/11/23/vote/";

    @TempDir
    private Path folder = Path.of("");

    private final List<String> entries = new ArrayList<>();
    private String more = "";

    private void entry(String attributes, String words) {
        entries.add("::: entry {" + attributes + "}\n" + words + "\n:::\n");
    }

    private void entries(int count) {
        for (int i = 0; i < count; i++) {
            entry("time=\"18:%02d\" title=\"Title %d\"".formatted(i, i), "What happened in minute " + i + ".");
        }
    }

    private SiteBuilder built() {
        var site = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Live Times
                url: https://live.example/
                zone: Europe/Kyiv
                sections: [city]
                lists: {pageSize: 3}
                -- content/people/ada-king.md --
                ---
                name: Ada King
                ---
                -- content/city/result.md --
                ---
                headline: The result
                slug: result
                published: 2026-11-23 22:00
                ---
                As [[vote|we reported]].
                """);
        site.write("content/city/vote.md", """
                ---
                headline: The vote
                slug: vote
                genre: live
                published: 2026-11-23 18:00
                live: {start: 2026-11-23 18:00%s}
                ---
                What we know.

                %s""".formatted(more, String.join("\n", entries)));
        BuildReport report = site.build();
        assertEquals(List.of(), report.problems());
        assertEquals(List.of(), Crawler.crawl(site.output(), BASE).faults());
        return site;
    }

    private static Document page(SiteBuilder site, String path) {
        return Jsoup.parse(site.published(path + "index.html"));
    }

    private static JsonNode report(Document page) throws IOException {
        JsonNode graph = new ObjectMapper()
                .readTree(page.selectXpath("//script[@type='application/ld+json']")
                        .html())
                .get("@graph");
        return StreamSupport.stream(graph.spliterator(), false)
                .filter(node -> node.get("@type").asText().equals("LiveBlogPosting"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNewestEntriesStandFirstAndEarlierOnesOnPagesThatNeverChange() throws IOException {
        entries(7);
        SiteBuilder site = built();
        Document own = page(site, REPORT);
        assertEquals(
                List.of("Title 6", "Title 5", "Title 4", "Title 3"),
                own.select(".live-title").eachText());
        assertEquals("What we know.", own.select(".text > .body").text());
        assertEquals(
                "/" + REPORT + "page/1/#e-20261123-1800",
                own.select(".live-bar a").attr("href"));
        Document first = page(site, REPORT + "page/1/");
        assertEquals(
                List.of("Title 2", "Title 1", "Title 0"),
                first.select(".live-title").eachText());
        String before = site.published(REPORT + "page/1/index.html");
        entry("time=\"18:30\" title=\"One more\"", "It goes on.");
        built();
        assertEquals(before, site.published(REPORT + "page/1/index.html"));
        assertEquals(
                "One more", page(site, REPORT).select(".live-title").eachText().getFirst());
        entry("time=\"18:40\" title=\"Another\"", "It goes on.");
        built();
        // A second page is full: the first now has a newer neighbour, and the same entries.
        assertEquals(
                List.of("Title 2", "Title 1", "Title 0"),
                page(site, REPORT + "page/1/").select(".live-title").eachText());
        assertEquals(
                List.of("Title 5", "Title 4", "Title 3"),
                page(site, REPORT + "page/2/").select(".live-title").eachText());
    }

    /** What stands on a numbered page stands nowhere else, so crawlers are told of it as of the pages of lists. */
    @Test
    void theSitemapNamesThePagesOfEarlierEntries() {
        entries(7);
        assertEquals(List.of("city/2026/11/23/result/", REPORT, REPORT + "page/1/"), inSitemap(built()));
        more = "}\nparams: {a: b}\nnoindex: true\nrights: {holder: Us";
        assertEquals(List.of("city/2026/11/23/result/"), inSitemap(built()));
    }

    private static List<String> inSitemap(SiteBuilder site) {
        return Jsoup.parse(site.published("sitemaps/2026-11.xml"), "", Parser.xmlParser()).select("loc").stream()
                .map(loc -> loc.text().substring(BASE.toString().length()))
                .toList();
    }

    @Test
    void machinesAreToldEveryUpdateAndWhereItStands() throws IOException {
        entries(7);
        entry("time=\"19:00\" author=\"ada-king\" article=\"result\"", "They **counted** twice & left.");
        JsonNode report = report(page(built(), REPORT));
        assertEquals(
                "2026-11-23T18:00:00+02:00", report.get("coverageStartTime").asText());
        assertFalse(report.has("coverageEndTime"));
        assertEquals("2026-11-23T19:00:00+02:00", report.get("dateModified").asText());
        JsonNode updates = report.get("liveBlogUpdate");
        assertEquals(8, updates.size());
        JsonNode newest = updates.get(0);
        assertEquals("BlogPosting", newest.get("@type").asText());
        assertEquals("They counted twice & left.", newest.get("headline").asText());
        assertEquals("They counted twice & left.", newest.get("articleBody").asText());
        assertEquals("2026-11-23T19:00:00+02:00", newest.get("datePublished").asText());
        assertEquals(
                "https://live.example/" + REPORT + "#e-20261123-1900",
                newest.get("url").asText());
        assertEquals("Ada King", newest.at("/author/name").asText());
        assertEquals(
                "https://live.example/" + REPORT + "page/1/#e-20261123-1800",
                updates.get(7).get("url").asText());
    }

    @Test
    void aReportThatWasClosedWithoutAnEndEndedWithItsLastEntry() throws IOException {
        entries(2);
        more = ", state: archived";
        Document page = page(built(), REPORT);
        assertEquals(
                "2026-11-23T18:01:00+02:00", report(page).get("coverageEndTime").asText());
        assertEquals("As it happened", page.select(".article-head .label").text());
        assertFalse(page.select(".live").hasAttr("data-poll"));
        assertEquals(0, page.select("script[src*=live]").size());
    }

    @Test
    void theFileThatOpenPagesAskForSaysWhetherAnythingIsNew() throws IOException {
        entries(2);
        SiteBuilder site = built();
        Document page = page(site, REPORT);
        assertEquals("/" + REPORT + "live.json", page.select(".live").attr("data-poll"));
        JsonNode first = new ObjectMapper().readTree(site.published(REPORT + "live.json"));
        assertEquals("active", first.get("state").asText());
        assertEquals(2, first.get("entries").asInt());
        assertEquals(page.select(".live").attr("data-print"), first.get("print").asText());
        entries.set(0, entries.get(0).replace("minute 0", "minute nought"));
        built();
        JsonNode edited = new ObjectMapper().readTree(site.published(REPORT + "live.json"));
        assertFalse(first.get("print").equals(edited.get("print")), "An edit is new");
        assertEquals(
                page(site, REPORT).select(".live").attr("data-print"),
                edited.get("print").asText());
    }

    @Test
    void whatIsPinnedStandsAboveAndOnceAndKeyEventsLeadToTheirPages() {
        entries(7);
        entries.set(1, entries.get(1).replace("}", " pin key}"));
        entries.set(2, entries.get(2).replace("}", " key}"));
        Document page = page(built(), REPORT);
        assertEquals(List.of("Title 1"), page.select(".live-pinned .live-title").eachText());
        assertEquals(1, page.select("#e-20261123-1801").size());
        assertEquals(
                List.of("/" + REPORT + "page/1/#e-20261123-1802", "#e-20261123-1801"),
                page.select(".live-keys a").eachAttr("href"));
    }

    @Test
    void aLinkToAnEntryLeadsToThePageOnWhichItStandsNow() {
        entries(5);
        entry("time=\"19:00\"", "As in [[vote#e-20261123-1801|the second minute]].");
        SiteBuilder site = built();
        assertEquals(
                "/" + REPORT + "page/1/#e-20261123-1801",
                page(site, REPORT).select(".live-entry .body a").attr("href"));
        entries.set(1, entries.get(1).replace("}", " pin}"));
        assertEquals(
                "/" + REPORT + "#e-20261123-1801",
                page(built(), REPORT).select(".live-entry .body a").attr("href"));
    }

    @Test
    void anEntryNamesItsAuthorAndTheArticleThatGrewOutOfIt() {
        entry("time=\"19:00\" author=\"ada-king\" article=\"result\"", "They counted twice.");
        entry("time=\"18:02\"", "They counted once.");
        Document page = page(built(), REPORT);
        assertEquals("Ada King", page.select(".live-author").text());
        assertEquals("/city/2026/11/23/result/", page.select(".live-more a").attr("href"));
    }

    @Test
    void anEntryAfterMidnightSaysTheDayOnce() {
        entry("time=\"23:50\"", "Late.");
        entry("time=\"2026-11-24 00:10\" id=\"first-count\"", "Later.");
        entry("time=\"00:20\"", "Latest.");
        entry("time=\"09:02\"", "In the morning.");
        Document page = page(built(), REPORT);
        assertEquals(
                List.of("e-20261124-0902", "e-20261124-0020", "e-first-count", "e-20261123-2350"),
                page.select(".live-entry").eachAttr("id"));
        assertEquals(
                List.of("24 November 2026", "23 November 2026"),
                page.select(".live-day").eachText());
    }

    @Test
    void feedsCarryTheEntriesAndTheTimeOfTheNewest() {
        entries(3);
        SiteBuilder site = built();
        String atom = site.published("atom.xml");
        assertTrue(atom.contains("<updated>2026-11-23T18:02:00+02:00</updated>"), atom);
        assertTrue(atom.contains("23 November 2026, 18:02: Title 2"), atom);
        assertTrue(atom.indexOf("minute 2") < atom.indexOf("minute 1"), atom);
    }

    @Test
    void anAuthorByAnIdThatNobodyHasIsTold() {
        entry("time=\"18:02\" author=\"ada-kign\"", "They counted.");
        var site = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Live Times
                url: https://live.example/
                sections: [city]
                -- content/people/ada-king.md --
                ---
                name: Ada King
                ---
                -- content/city/vote.md --
                ---
                headline: The vote
                published: 2026-11-23 18:00
                genre: live
                ---
                """ + String.join("\n", entries));
        assertEquals(
                List.of("content/city/vote.md:6:1 unknown-contributor"),
                site.build().problems().stream()
                        .map(problem -> problem.place() + " " + problem.code().id())
                        .toList());
    }

    @Test
    void aReportIsWholeWithoutScripts() throws IOException {
        entries(7);
        SiteBuilder site = built();
        String page = site.published(REPORT + "index.html");
        assertFalse(page.contains("onclick"), page);
        assertTrue(Files.exists(site.output().resolve(REPORT + "page/1/index.html")));
        assertEquals(
                "/" + REPORT + "page/1/",
                page(site, REPORT).select(".pager .older").attr("href"));
    }
}
