package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotation marks, apostrophes and dashes of a language, wherever words of the newsroom's are shown. */
class MarksTest {
    private static final String PAPER = """
            -- content/site.yaml --
            name: The People's Paper
            url: https://marks.example/
            motto: "It's \\"news\\""
            navigation: [{name: "What's on", to: /about/}]
            sections: [{id: city, name: "City's heart"}]
            editions: [{language: uk, sections: [{id: city, name: Місто}]}]
            -- content/pages/about.md --
            ---
            title: "What's on"
            ---
            Much.
            -- content/front.yaml --
            slots:
              - title: "Today's \\"best\\""
                pinned: [{id: bridge, kicker: "Bridge's end", headline: "It's \\"done\\" -- at last"}]
            -- content/stories/dam.md --
            ---
            name: The dam's story
            ---
            -- content/people/ann.md --
            ---
            name: Ann O'Neill
            role: The city's reporter
            ---
            -- content/city/bridge.md --
            ---
            headline: "The bridge's \\"last\\" day"
            kicker: "Bridge's end"
            standfirst: "It's the \\"last\\" one."
            dateline: LAND'S END
            published: 2026-11-23T18:05
            tags: ["Children's books"]
            authors: [ann]
            story: dam
            warning: It's "sad".
            keyPoints: ["It's one.", "It's two."]
            ---
            It's gone.[^1]

            ::: fact-box {title="What's \\"next\\""}
            Nothing.
            :::

            [^1]: It's said.
            -- content/uk/city/bridge.md --
            ---
            headline: "\\"Останній\\" день моста: п'ять годин"
            published: 2026-11-23T18:05
            ---
            Його немає.
            """;

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder built(String paper) {
        SiteBuilder site = new SiteBuilder(folder.resolve("paper")).write(paper);
        assertEquals(List.of(), site.build().problems());
        return site;
    }

    private static Document page(SiteBuilder site, String address) {
        return Jsoup.parse(site.published(address.substring(1) + "index.html"), "https://marks.example" + address);
    }

    @Test
    void whatTheNewsroomSaysHasTheMarksOfItsLanguageWhereverItIsShown() {
        SiteBuilder site = built(PAPER);
        String address = "/city/2026/11/23/the-bridges-last-day/";
        for (String file : List.of("feed.xml", "atom.xml", "feed.json", "sitemap-news.xml", "city/feed.xml")) {
            String text = site.published(file);
            assertTrue(text.contains("The bridge’s “last” day"), file);
        }
        Document article = page(site, address);
        assertEquals("The bridge’s “last” day", article.expectFirst("h1").text());
        assertTrue(article.title().startsWith("The bridge’s “last” day"), article.title());
        assertEquals(
                "The bridge’s “last” day",
                article.expectFirst("meta[property=og:title]").attr("content"));
        String data = article.expectFirst("script[type=application/ld+json]").data();
        assertTrue(data.contains("\"headline\":\"The bridge’s “last” day\""), data);
        assertTrue(data.contains("Ann O'Neill"), "names stay as they are: " + data);
        assertEquals("What's \"next\"", article.expectFirst(".fact-box").attr("aria-label"), "heard, not seen");
        assertEquals(
                "What’s “next”", article.expectFirst(".fact-box .box-title").text());
        article.select("script, style").remove();
        String shown = article.text().replace("The People's Paper", "").replace("Ann O'Neill", "");
        assertFalse(shown.contains("'") || shown.contains("\""), shown);
    }

    @Test
    void frontsHaveThemInTheirTitlesKickersAndHeadlines() {
        String front = page(built(PAPER), "/").expectFirst("main").text();
        assertTrue(front.contains("Today’s “best”"), front);
        assertTrue(front.contains("Bridge’s end It’s “done” – at last"), front);
    }

    @Test
    void anotherEditionHasThoseOfItsOwnLanguage() {
        SiteBuilder site = built(PAPER);
        Document article = page(site, "/uk/city/2026/11/23/ostannii-den-mosta-piat-hodyn/");
        assertEquals(
                "«Останній» день моста: п’ять годин", article.expectFirst("h1").text());
    }

    @Test
    void withoutSmartTypographyEverythingStaysAsTyped() {
        SiteBuilder site = built(PAPER.replace("motto:", "text: {smartTypography: false}\nmotto:"));
        Document article = page(site, "/city/2026/11/23/the-bridges-last-day/");
        assertEquals("The bridge's \"last\" day", article.expectFirst("h1").text());
    }

    @Test
    void footnotesAreNamedForThoseWhoHearThePage() {
        Document article = page(built(PAPER), "/city/2026/11/23/the-bridges-last-day/");
        Map<String, String> names = Map.of(
                "[role=doc-noteref]", "Footnote 1",
                "[role=doc-backlink]", "Back to the text from footnote 1",
                "[role=doc-endnotes]", "Footnotes");
        names.forEach(
                (role, name) -> assertEquals(name, article.expectFirst(role).attr("aria-label")));
    }
}
