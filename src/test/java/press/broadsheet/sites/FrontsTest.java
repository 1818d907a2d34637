package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;

/** Everything that an editor can say about a front, each for itself, as readers see it in the paper's own theme. */
class FrontsTest {
    /** One line of 1200 black pixels. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAABLAAAAABAQAAAADmg2qhAAAADElEQVR42mNgGJQAAACXAAHYO3m/AAAAAElFTkSuQmCC");

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper() {
        var site = new SiteBuilder(folder.resolve("paper"));
        site.write("content/picture.png", PICTURE);
        site.write("""
                -- content/site.yaml --
                name: Fronts
                url: https://fronts.example/
                sections: [world, sport, sport/sailing]
                editions: [{language: uk, sections: [world]}]
                """);
        article(site, "world/one", "2026-11-24T09:00", "urgency: 2\ntags: [River]\nkicker: Own kicker");
        article(site, "world/two", "2026-11-23T09:00", "genre: analysis");
        article(site, "sport/three", "2026-11-22T09:00", "tags: [Дім, River]");
        article(site, "sport/sailing/four", "2026-11-21T09:00", "urgency: 4");
        article(site, "world/five", "2026-11-10T09:00", "genre: obituary\nurgency: 9");
        article(site, "world/hidden", "2026-11-24T10:00", "exclude: [fronts]");
        article(site, "world/later", "2026-12-24T10:00", "urgency: 1");
        return site;
    }

    private static void article(SiteBuilder site, String id, String published, String more) {
        String name = id.substring(id.lastIndexOf('/') + 1);
        site.write("content/" + id + ".md", """
                ---
                headline: %s
                id: %s
                published: %s
                image: {src: /picture.png, alt: A line, credit: Somebody}
                %s
                ---
                Text.
                """.formatted(name, name, published, more));
    }

    private static BuildOptions at(SiteBuilder site, Instant moment) {
        BuildOptions options = site.options();
        return new BuildOptions(
                options.site(), options.home(), options.output(), null, moment, false, false, false, false, false, 2);
    }

    private static Document page(SiteBuilder site, String path) {
        return page(site, path, SiteBuilder.NOON);
    }

    private static Document page(SiteBuilder site, String path, Instant moment) {
        return page(site, path, moment, List.of());
    }

    private static Document page(SiteBuilder site, String path, Instant moment, List<String> told) {
        BuildReport report = SiteBuilder.build(at(site, moment));
        assertEquals(
                told,
                report.problems().stream().map(problem -> problem.code().id()).toList());
        return Jsoup.parse(site.published(path + "index.html"));
    }

    /** The headlines of a slot, each card's own. */
    private static List<String> slot(Document page, int number) {
        return page.select("main .slot").get(number).select(".card-headline").eachText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | one two three four five",
                "{section: sport}                | three four",
                "{section: sport/sailing}        | four",
                "{tags: [River]}                 | one three",
                "{tags: [дім]}                   | three",
                "{genre: analysis}               | two",
                "{genre: [analysis, obituary]}   | two five",
                "{minUrgency: 4}                 | one four",
                "{minUrgency: 2}                 | one",
                "{maxAge: 2d}                    | one two",
                "{maxAge: 52h}                   | one two three",
                "{maxAge: P3D, section: sport}   | three",
                "{section: world, genre: news, minUrgency: 5} | one",
            })
    void aSlotIsFilledByItsOwnRuleNewestFirst(String backfill, String headlines) {
        SiteBuilder site = paper();
        site.write("content/front.yaml", "slots: [{id: a, title: A, backfill: " + backfill + "}]");
        assertEquals(List.of(headlines.split(" ")), slot(page(site, ""), 0));
    }

    @Test
    void noStoryStandsTwiceNotEvenBesideAnother() {
        SiteBuilder site = paper();
        site.write("content/front.yaml", """
                slots:
                  - {id: a, title: A, layout: rail, limit: 2, backfill: {}}
                  - {id: b, title: B, layout: lead, pinned: [{id: four, supporting: [one, five]}], backfill: {}}
                  - {id: c, title: C, layout: brief, pinned: [four, two], backfill: {}}
                """);
        Document front = page(site, "", SiteBuilder.NOON, List.of("picked-twice"));
        // What is pinned further down is kept for its slot.
        assertEquals(List.of("three"), slot(front, 0));
        assertEquals(List.of("four"), slot(front, 1));
        assertEquals(List.of("one", "five"), front.select(".supporting li").eachText());
        assertEquals(List.of("two"), slot(front, 2));
        List<String> links = front.select("main a[href*=/2026/]").eachAttr("href");
        assertEquals(links.size(), new HashSet<>(links).size(), links.toString());
    }

    @Test
    void aSlotEndsAtItsLimitHoweverItIsFilled() {
        SiteBuilder site = paper();
        site.write("content/front.yaml", """
                slots:
                  - {id: a, title: A, limit: 2, pinned: [five, four, three]}
                  - {id: b, title: B, limit: 2, pinned: [one], backfill: {}}
                """);
        Document front = page(site, "");
        assertEquals(List.of("five", "four"), slot(front, 0));
        assertEquals(2, slot(front, 1).size());
    }

    @Test
    void aPinIsTakenOutAtItsSecond() {
        SiteBuilder site = paper();
        site.write(
                "content/front.yaml",
                "slots: [{id: a, title: A, limit: 1, pinned: [{id: five, until: 2026-11-24 12:00}], backfill: {}}]");
        assertEquals(List.of("five"), slot(page(site, "", Instant.parse("2026-11-24T11:59:59Z")), 0));
        assertEquals(List.of("one"), slot(page(site, "", SiteBuilder.NOON), 0));
    }

    @Test
    void aPinHasTheEditorsWordsAndItsOwnWhereTheEditorSaysNone() {
        SiteBuilder site = paper();
        site.write("content/front.yaml", """
                slots:
                  - id: a
                    title: A
                    layout: river
                    pinned:
                      - {id: two, kicker: Now, headline: In other words, hideImage: true, boost: 2}
                      - one
                """);
        Element slot = page(site, "").expectFirst("main .slot");
        Element changed = slot.select(".card").get(0);
        assertEquals("In other words", changed.expectFirst(".card-headline").text());
        assertEquals("Analysis Now", changed.expectFirst(".kicker").text());
        assertNull(changed.selectFirst("img"));
        assertEquals(true, changed.hasClass("card-large"), "what is boosted is larger");
        Element own = slot.select(".card").get(1);
        assertEquals("one", own.expectFirst(".card-headline").text());
        assertEquals("Own kicker", own.expectFirst(".kicker").text());
        assertNotNull(own.selectFirst("img"));
        assertFalse(own.hasClass("card-large"));
    }

    @Test
    void aSectionHasAFrontOfItsOwnAndSoHasEachEdition() {
        SiteBuilder site = paper();
        site.write("content/sport/front.yaml", "slots: [{id: a, title: A, pinned: [four]}]");
        article(site, "uk/world/six", "2026-11-24T09:00", "");
        site.write("content/uk/front.yaml", "slots: [{id: a, title: А, backfill: {section: world}}]");
        assertEquals(List.of("four"), slot(page(site, "sport/"), 0));
        assertEquals(List.of("three"), slot(page(site, "sport/"), 1), "below it stands what the front does not show");
        assertEquals(List.of("six"), slot(page(site, "uk/"), 0));
    }

    @Test
    void aTitleLeadsToTheSectionThatItNames() {
        SiteBuilder site = paper();
        site.write(
                "content/front.yaml", "slots: [{id: a, title: More sport, more: sport, backfill: {section: sport}}]");
        assertEquals("/sport/", page(site, "").expectFirst(".slot-title a").attr("href"));
    }

    @Test
    void withoutAPlanTheMostUrgentOfTheNewestLeads() {
        SiteBuilder site = paper();
        for (int i = 0; i < 3; i++) {
            article(site, "world/more" + i, "2026-11-20T0" + i + ":00", "");
        }
        Document front = page(site, "");
        assertEquals("one", slot(front, 0).getFirst());
        assertEquals("four", slot(front, 0).get(1));
        assertEquals("Latest", front.expectFirst("main .slot-title").text(), "what follows the lead has a heading");
    }

    @Test
    void whatIsPickedUntilSomeTimeMayBePickedForLater() {
        SiteBuilder site = paper();
        site.write("content/front.yaml", """
                slots:
                  - {id: a, title: A, pinned: [{id: four, until: 2026-11-25}]}
                  - {id: b, title: B, pinned: [four, two]}
                """);
        assertEquals(List.of("two"), slot(page(site, ""), 1));
        assertEquals(List.of("four", "two"), slot(page(site, "", Instant.parse("2026-11-25T12:00:00Z")), 0));
    }

    @Test
    void aTagInAnotherSpellingThatNobodyUsesIsToldButNotOneThatMayCome() {
        SiteBuilder site = paper();
        site.write("content/front.yaml", "slots: [{id: a, title: A, backfill: {tags: [river, Rivr, Opera]}}]");
        page(site, "", SiteBuilder.NOON, List.of("unknown-tag"));
    }
}
