package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for designers promises: one file, one change. */
class DesignerTest {
    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder site = new SiteBuilder(folder);

    @BeforeEach
    void aPaperInTwoLanguages() {
        site = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                zone: Europe/Kyiv
                sections: [world]
                editions: [{language: uk, name: Ліхтар, sections: [{id: world, name: Світ}]}]
                -- content/front.yaml --
                - {id: ticker, title: Ticker, layout: ticker, limit: 3, backfill: {}}
                -- content/world/river.md --
                ---
                headline: The river rises
                slug: river
                published: 2026-11-20
                ---
                Text.

                ::: embed {name="quiz" title="A quiz" question="How high?"}
                Two metres.
                :::
                -- content/uk/world/river.md --
                ---
                headline: Річка підіймається
                slug: river
                published: 2026-11-20
                ---
                Вода.
                -- templates/slots/ticker.peb --
                <ul class="ticker">
                {% for card in slot.cards %}
                <li><a href="{{ card.address }}">{{ card.headline }}</a></li>
                {% endfor %}
                </ul>
                -- templates/embeds/quiz.peb --
                <p class="quiz">{{ embed.values.question }}</p>
                """);
    }

    private Document built(String path) {
        assertEquals(List.of(), site.build().problems());
        return Jsoup.parse(site.published(path + "index.html"));
    }

    @Test
    void aNewSlotLayoutAndANewEmbedAreOneFileEach() {
        assertEquals("The river rises", built("").select(".ticker a").text());
        assertEquals(
                "How high?", built("world/2026/11/20/river/").select(".quiz").text());
    }

    @Test
    void aWordOfASitesOwnIsAddedAndTakesNoOtherAway() {
        site.write("templates/strings/en.yaml", "desk: \"From the {name} desk\"\nskip: Straight to the text\n");
        site.write(
                "templates/parts/byline.peb",
                "<p class=\"desk\">{{ t(\"desk\", {\"name\": article.card.section}) }}</p>\n");
        Document page = built("world/2026/11/20/river/");
        assertEquals("From the World desk", page.select(".desk").text());
        assertEquals("Straight to the text", page.select("a.skip").text());
        assertTrue(page.select(".share li").size() > 3);
        // An edition without that word says it as the English one does, and keeps its own others.
        Document other = built("uk/world/2026/11/20/river/");
        assertEquals("From the Світ desk", other.select(".desk").text());
        assertEquals("Перейти до основного вмісту", other.select("a.skip").text());
    }

    @Test
    void anAgencyThatIsAuthorAndSourceIsNamedOnceAndLeadsToTheOriginal() {
        site.write("content/world/wire.md", """
                ---
                headline: The tide comes in
                slug: tide
                published: 2026-11-21
                authors: [Coastwire]
                source: {name: Coastwire, original: "https://coastwire.example/1"}
                ---
                Text.
                """);
        Document page = built("world/2026/11/21/tide/");
        assertEquals("Coastwire", page.select(".byline-names").text());
        assertEquals(
                "https://coastwire.example/1", page.select(".byline-names a").attr("href"));
        assertEquals(
                "Coastwire",
                Jsoup.parse(site.published("world/index.html"))
                        .expectFirst(".card-byline")
                        .text());
    }

    @Test
    void aSheetOfASitesOwnReachesPagesThatWereKeptAndLeavesThemAgain() {
        site.build();
        site.write("templates/assets/css/own.css", "h1 { color: red }\n");
        assertEquals(1, built("").select("link[href*=/own.]").size());
        site.write("-- templates/assets/css/own.css = none --\n");
        assertEquals(0, built("").select("link[href*=/own.]").size());
    }

    @Test
    void aTemplateForAnEmbedThatHadNoneReachesPagesThatWereKept() {
        site.write("content/world/sea.md", """
                ---
                headline: The sea
                slug: sea
                published: 2026-11-21
                ---
                Text.

                ::: embed {name="chart" title="A chart" url="https://chart.example/1"}
                Depths.
                :::
                """);
        site.build();
        site.write("templates/embeds/chart.peb", "<p class=\"chart\">{{ embed.title }}</p>\n");
        assertEquals("A chart", built("world/2026/11/21/sea/").select(".chart").text());
    }
}
