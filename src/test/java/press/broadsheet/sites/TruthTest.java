package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Progress;

/** What the paper owes its readers, looked at in whole papers: exact times, corrections, versions, sources, who paid. */
class TruthTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI BASE = URI.create("https://truth.example/");

    private static final String SETTINGS = """
            -- content/site.yaml --
            name: The Truth
            url: https://truth.example/
            zone: Europe/Kyiv
            sections: [world]
            history: true
            """;

    private static final String RIVER = """
            ---
            headline: The river rises
            slug: river
            published: 2026-11-20T08:00
            %s---
            The river rose by %s metres. Two streets were closed.

            Nobody was hurt.
            """;

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder site(String paper) {
        return new SiteBuilder(folder.resolve("paper")).write(SETTINGS).write(paper);
    }

    private static BuildReport build(SiteBuilder site, Instant moment) {
        BuildOptions o = site.options();
        return SiteBuilder.build(
                new BuildOptions(o.site(), o.home(), o.output(), null, moment, false, false, false, false, false, 2));
    }

    private static Document page(SiteBuilder site, String path) {
        return Jsoup.parse(site.published(path + "index.html"), BASE + path);
    }

    private static JsonNode article(Document page) throws Exception {
        JsonNode graph = JSON.readTree(
                        page.expectFirst("script[type=application/ld+json]").data())
                .get("@graph");
        for (JsonNode node : graph) {
            if (node.path("@type").asText().endsWith("Article")) {
                return node;
            }
        }
        throw new AssertionError("no article in " + graph);
    }

    /** Europe/Kyiv leaves summer time on 25 October 2026 at 04:00, and enters it on 28 March 2027 at 03:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T14:00,       2026-11-24T12:00:00Z",
        "2026-10-24T12:00,       2026-10-24T09:00:00Z",
        "2026-10-25T02:59,       2026-10-24T23:59:00Z",
        "2026-10-25T03:30,       2026-10-25T00:30:00Z",
        "2026-10-25T03:30+02:00, 2026-10-25T01:30:00Z",
        "2026-10-25T04:00,       2026-10-25T02:00:00Z",
        "2027-03-28T02:59,       2027-03-28T00:59:00Z",
        "2027-03-28T03:30,       2027-03-28T01:30:00Z",
        "2027-03-28T04:00,       2027-03-28T01:00:00Z"
    })
    void whatIsToldToBeginOrEndAtAnInstantDoesSoToTheSecondWhateverTheMachinesZone(String written, Instant instant) {
        SiteBuilder site = site("""
                -- content/front.yaml --
                - id: top
                  layout: lead
                  limit: 1
                  pinned: [{article: pinned, until: %1$s}]
                -- content/world/embargoed.md --
                ---
                headline: Embargoed piece
                slug: embargoed
                published: 2026-01-02
                embargo: %1$s
                ---
                Text.
                -- content/world/expiring.md --
                ---
                headline: Expiring piece
                slug: expiring
                published: 2026-01-02
                expires: %1$s
                ---
                Text.
                -- content/world/breaking.md --
                ---
                headline: Breaking piece
                slug: breaking
                published: 2026-01-02
                breaking: {until: %1$s}
                ---
                Text.
                -- content/world/pinned.md --
                ---
                headline: Pinned piece
                slug: pinned
                published: 2026-01-02
                ---
                Text.
                """.formatted(written));
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String machine : List.of("America/St_Johns", "Pacific/Kiritimati")) {
                TimeZone.setDefault(TimeZone.getTimeZone(machine));
                for (int second = -1; second <= 1; second++) {
                    BuildReport report = build(site, instant.plusSeconds(second));
                    assertTrue(report.committed(), report.problems().toString());
                    String where = machine + ", " + written + " and " + second + " s";
                    boolean come = second >= 0;
                    assertEquals(come, isThere(site, "world/2026/01/02/embargoed/index.html"), where);
                    assertEquals(!come, isThere(site, "world/2026/01/02/expiring/index.html"), where);
                    Document front = page(site, "");
                    assertEquals(!come, front.text().contains("Breaking piece"), where);
                    assertEquals(!come, front.text().contains("Pinned piece"), where);
                    assertEquals(
                            second < 0 ? instant : null,
                            second < 0 ? report.nextChange().orElseThrow() : null,
                            where);
                }
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private static boolean isThere(SiteBuilder site, String path) {
        return Files.exists(site.output().resolve(path));
    }

    @Test
    void theNewsSitemapKeepsAnArticleForTwoDaysToTheSecondAlsoWhenTheClocksAreSetBack() {
        // From 12:00 in summer time to 12:00 in winter time there are 49 hours; two days are 48.
        SiteBuilder site = site("""
                -- content/world/river.md --
                ---
                headline: The river
                published: 2026-10-24T12:00
                ---
                Text.
                """);
        Instant end = Instant.parse("2026-10-26T09:00:00Z");
        build(site, end.minusSeconds(1));
        assertTrue(isThere(site, "sitemap-news.xml"));
        build(site, end);
        assertFalse(isThere(site, "sitemap-news.xml"));
        build(site, end.plusSeconds(1));
        assertFalse(isThere(site, "sitemap-news.xml"));
    }

    private static final String NOTES = """
            corrections:
              - {date: 2026-11-22T09:30, kind: correction, text: "It rose by *two* metres, not three."}
              - {date: 2026-11-23T10:00, kind: clarification, text: The streets were closed for an hour.}
            updates:
              - {date: 2026-11-23T12:00, text: The mayor answered.}
            """;

    @Test
    void theArticleTheLogItsFeedsAndTheStructuredDataTellTheSameCorrections() throws Exception {
        SiteBuilder site = site("-- content/world/river.md --\n" + RIVER.formatted(NOTES, "two"));
        BuildReport report = site.build();
        assertEquals(List.of(), report.problems());

        Document article = page(site, "world/2026/11/20/river/");
        var expected = new TreeSet<>(List.of(
                "2026-11-22T09:30:00+02:00 It rose by two metres, not three.",
                "2026-11-23T10:00:00+02:00 The streets were closed for an hour."));
        assertEquals(expected, notes(article.select(".notes-corrections .note")));
        assertEquals(expected, notes(page(site, "corrections/").select(".note")));

        var data = new TreeSet<String>();
        JsonNode told = article(article);
        told.get("correction").forEach(one -> {
            assertEquals("CorrectionComment", one.get("@type").asText());
            data.add(one.get("datePublished").asText() + " " + one.get("text").asText());
        });
        assertEquals(expected, data);

        var fed = new TreeSet<String>();
        JSON.readTree(site.published("corrections/feed.json"))
                .get("items")
                .forEach(item -> fed.add(item.get("date_published").asText() + " "
                        + Jsoup.parse(item.get("content_html").asText()).text()));
        assertEquals(expected, fed);

        // The newest note is the last change, in every output.
        Instant changed = Instant.parse("2026-11-23T10:00:00Z");
        assertEquals(
                changed, OffsetDateTime.parse(told.get("dateModified").asText()).toInstant());
        assertEquals(
                changed,
                OffsetDateTime.parse(article.expectFirst("meta[property=article:modified_time]")
                                .attr("content"))
                        .toInstant());
        assertTrue(site.published("sitemaps/2026-11.xml").contains("<lastmod>2026-11-23T12:00:00+02:00</lastmod>"));
        assertTrue(site.published("feed.json").contains("\"date_modified\":\"2026-11-23T12:00:00+02:00\""));

        Element correction = article.expectFirst(".notes-corrections");
        Element body = article.expectFirst(".body");
        Element update = article.expectFirst("#_updates");
        List<Element> inOrder = article.getAllElements();
        assertTrue(inOrder.indexOf(correction) < inOrder.indexOf(body), "above the text");
        assertTrue(inOrder.indexOf(body) < inOrder.indexOf(update), "after the text");
    }

    private static Set<String> notes(List<Element> notes) {
        Set<String> told = new TreeSet<>();
        for (Element note : notes) {
            told.add(note.expectFirst("time").attr("datetime") + " "
                    + note.select("p").getLast().text());
        }
        return told;
    }

    @Test
    void anArticleThatWasCorrectedOffersWhatReadersHadBeforeWithTheDifferences() {
        SiteBuilder site = site("-- content/world/river.md --\n" + RIVER.formatted("", "three"));
        site.build();
        new Build(site.options(), Progress.NONE).record();
        assertFalse(isThere(site, "world/2026/11/20/river/versions/index.html"));

        site.write("content/world/river.md", RIVER.formatted(NOTES, "two"));
        BuildReport report = site.build();
        assertEquals(List.of(), report.problems());
        String path = "world/2026/11/20/river/versions/";
        assertEquals(
                "/" + path,
                page(site, "world/2026/11/20/river/")
                        .expectFirst(".to-versions a")
                        .attr("href"));
        Document versions = page(site, path);
        assertEquals("removed: three", versions.expectFirst("del").text());
        assertEquals("added: two", versions.expectFirst("ins").text());
        assertEquals(1, versions.select(".is-changed").size());
        assertTrue(versions.expectFirst("meta[name=robots]").attr("content").startsWith("noindex"));
        assertTrue(versions.text().contains("The river rose by three metres."));
        assertEquals(List.of(), Crawler.crawl(site.output(), BASE).faults());

        // Recorded or not, the present version is shown in the same way; and nothing depends on the times of files.
        var before = SiteBuilder.tree(site.output());
        new Build(site.options(), Progress.NONE).record();
        site.build();
        assertEquals(before, SiteBuilder.tree(site.output()));

        site.write("content/world/river.md", RIVER.formatted(NOTES + "history: false\n", "two"));
        site.build();
        assertFalse(isThere(site, path + "index.html"));
    }

    private static BuildOptions asCheckBuilds(SiteBuilder site) {
        BuildOptions o = site.options();
        return new BuildOptions(
                o.site(), o.home(), o.output(), o.baseUrl(), o.now(), false, false, false, false, false, 2, true);
    }

    @Test
    void aSilentEditIsShownWhereItIsWithWhatReadersHad() {
        String long_ =
                "The river rose, and nobody in the old town had been told that it would, so that by the evening the water stood in %s streets.";
        SiteBuilder site =
                site("-- content/world/river.md --\n---\nheadline: The river\npublished: 2026-11-20\n---\nShort.\n\n"
                        + long_.formatted("840") + "\n");
        site.build();
        new Build(site.options(), Progress.NONE).record();
        site.write(
                "content/world/river.md",
                "---\nheadline: The river\npublished: 2026-11-20\n---\nShort.\n\n" + long_.formatted("480") + "\n");
        assertEquals(
                List.of(
                        "Readers were told of no change since they got this, but the text now says \"… the water stood in 480"
                                + " streets.\" where readers had \"… the water stood in 840 streets.\"."),
                new Build(asCheckBuilds(site), Progress.NONE)
                        .run().problems().stream()
                                .filter(problem -> problem.code().id().equals("silent-edit"))
                                .map(problem -> problem.message())
                                .toList());
    }

    @Test
    void whoReadsLearnsOfSourcesMethodMachinesAndWarningsAndSoDoMachines() throws Exception {
        SiteBuilder site = site("-- content/world/river.md --\n" + RIVER.formatted("""
                sources:
                  - {name: The flood report, url: "https://report.example/", kind: document}
                  - {name: A clerk in the town hall, kind: anonymous, reason: She may lose her work.}
                method: We measured it ourselves.
                ai: {use: generated, note: A program wrote the first draft.}
                warning: Shows damaged houses.
                """, "two"));
        assertEquals(List.of(), site.build().problems());
        Document page = page(site, "world/2026/11/20/river/");
        for (String said : List.of(
                "The flood report",
                "A clerk in the town hall",
                "She may lose her work.",
                "We measured it ourselves.",
                "Made by a machine.",
                "A program wrote the first draft.",
                "Shows damaged houses.")) {
            assertTrue(page.expectFirst("main").text().contains(said), said);
        }
        JsonNode data = article(page);
        assertEquals(2, data.get("citation").size());
        assertEquals(
                "She may lose her work.",
                data.get("citation").get(1).get("description").asText());
        assertEquals("We measured it ourselves.", data.get("backstory").asText());
        assertEquals("Shows damaged houses.", data.get("contentRating").asText());
        assertEquals(
                "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
                data.get("digitalSourceType").asText());
    }

    @Test
    void whatSomebodyPaidForSaysSoWhereverItIsNamedAndIsNoNews() {
        SiteBuilder site = site("""
                -- content/world/ropes.md --
                ---
                headline: Zzropes are the best
                slug: ropes
                genre: sponsored
                sponsor: {name: Rope & Co, url: "https://ropes.example/"}
                published: 2026-11-24T08:00
                tags: [Ropes]
                story: ropes
                sources: [{name: A rope book, url: "https://ropes.example/book"}]
                ---
                Buy [ropes](https://ropes.example/shop), or see [the river](river.md).
                -- content/world/river.md --
                ---
                headline: The river rises
                slug: river
                published: 2026-11-23T08:00
                related: [ropes]
                story: ropes
                ---
                See [[ropes]].
                """);
        BuildReport report = site.build();
        assertTrue(report.committed(), report.problems().toString());
        SiteBuilder.tree(site.output()).forEach((path, bytes) -> {
            if (path.endsWith(".html") && bytes.contains("Zzropes")) {
                Document page = Jsoup.parse(bytes, BASE + path);
                for (Element named : page.body().select("a:containsOwn(Zzropes), h1:containsOwn(Zzropes)")) {
                    Element near = named.closest(named.is("h1") ? "main" : "article, li, nav, p, header");
                    assertTrue(near != null && near.text().contains("Sponsored"), path + ": " + named);
                }
            } else if (bytes.contains("Zzropes")) {
                assertTrue(bytes.contains("Sponsored: Zzropes"), path);
            }
        });
        assertFalse(site.published("sitemap-news.xml").contains("ropes"));
        for (Element link : page(site, "world/2026/11/24/ropes/").select("a[href*=ropes.example]")) {
            assertTrue(link.attr("rel").contains("sponsored"), link.outerHtml());
        }
    }

    @Test
    void anArticleThatWasPutAwayStaysReadableButIsNoNews() throws Exception {
        SiteBuilder site = site("-- content/world/river.md --\n"
                + RIVER.formatted("status: archived\n", "two").replace("2026-11-20", "2026-11-24"));
        assertEquals(List.of(), site.build().problems());
        Document page = page(site, "world/2026/11/24/river/");
        assertTrue(page.text().contains("from the archive"));
        assertEquals("Archived", article(page).get("creativeWorkStatus").asText());
        assertFalse(isThere(site, "sitemap-news.xml"));
        assertTrue(page(site, "world/").text().contains("The river rises"));
        assertFalse(page(site, "").expectFirst("main").text().contains("The river rises"));
    }

    @Test
    void anArticleThatNamesItselfIsBasedOnNothingAndLeadsNowhere() throws Exception {
        SiteBuilder site = site("-- content/world/river.md --\n"
                + RIVER.formatted("follows: [river, bridge]\nrelated: [river, bridge]\n", "two")
                + """
                -- content/world/bridge.md --
                ---
                headline: The bridge closes
                slug: bridge
                published: 2026-11-19T08:00
                ---
                Nobody may cross it.
                """);
        site.build();
        Document page = page(site, "world/2026/11/20/river/");
        JsonNode basis = article(page).get("isBasedOn");
        assertEquals(List.of("https://truth.example/world/2026/11/19/bridge/"), JSON.convertValue(basis, List.class));
        assertEquals(
                0,
                page.select("main a[href=/world/2026/11/20/river/]:containsOwn(The river rises)")
                        .size());
    }
}
