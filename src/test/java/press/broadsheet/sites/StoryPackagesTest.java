package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;

/** Story packages, whole: order, timelines, the way from part to part, feeds; and who and what is named in them. */
class StoryPackagesTest {
    private static final URI BASE = URI.create("https://story.example/");

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder site(String story) {
        return new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Story Times
                url: https://story.example/
                zone: Europe/Kyiv
                sections: [city]
                lists: {pageSize: 5}
                -- content/people/ada-king.md --
                ---
                name: Ada King
                ---
                -- content/city/first.md --
                ---
                headline: The first
                published: 2026-11-20 08:00
                story: flood
                people: [José Marín, {name: Ada King, uri: "https://ada.example/", rel: about}]
                places: [Old Bridge]
                ---
                Text.

                ::: quote {by="Jose Marin, baker"}
                We have *sandbags* & hope.
                :::

                > The river does not ask.
                > — A woman who would not be named
                -- content/city/second.md --
                ---
                headline: The second
                published: 2026-11-21 08:00
                story: flood
                organisations: [Water Board]
                events: [Spring Tide]
                ---
                Text.

                > It was never so high.
                > — José Marín, on the bridge
                -- content/city/third.md --
                ---
                headline: The third
                published: 2026-11-22 08:00
                story: flood
                ---
                Text.
                -- content/stories/flood.md --
                """).write("content/stories/flood.md", story);
    }

    private static void build(SiteBuilder site) {
        BuildReport report = site.build();
        assertEquals(List.of(), report.problems());
        assertEquals(List.of(), Crawler.crawl(site.output(), BASE).faults());
    }

    private static Document page(SiteBuilder site, String path) {
        return Jsoup.parse(site.published(path + "index.html"));
    }

    @Test
    void aStoryIsToldNewestFirstUnlessItSaysHowItIsRead() {
        SiteBuilder site = site("---\nname: The flood\n---\nSo far, water.\n");
        build(site);
        Document page = page(site, "story/flood/");
        assertEquals(
                List.of("The third", "The second", "The first"),
                page.select(".river .card-headline").eachText());
        assertTrue(page.select(".story-columns section").text().endsWith("So far, water."), page::html);
        site("---\nname: The flood\norder: oldest\n---\n");
        build(site);
        assertEquals(
                List.of("The first", "The second", "The third"),
                page(site, "story/flood/").select(".river .card-headline").eachText());
        site("---\nname: The flood\nparts: [second]\n---\n");
        build(site);
        assertEquals(
                List.of("The second", "The first", "The third"),
                page(site, "story/flood/").select(".river .card-headline").eachText());
    }

    @Test
    void eachPartLeadsToItsNeighboursAndToTheStory() {
        SiteBuilder site = site("---\nname: The flood\nparts: [second]\n---\n");
        build(site);
        Document first = page(site, "city/2026/11/20/the-first/");
        assertEquals("/story/flood/", first.select(".story-box h2 a").attr("href"));
        assertEquals("Before this The second", first.select(".part-before").text());
        assertEquals("After this The third", first.select(".part-after").text());
        Document second = page(site, "city/2026/11/21/the-second/");
        assertEquals(0, second.select(".part-before").size());
        assertEquals("After this The first", second.select(".part-after").text());
    }

    @Test
    void aTimelineHoldsEventsArticlesAndAllOfTheStory() {
        SiteBuilder site = site("""
                ---
                name: The flood
                timeline:
                  - {date: In 1928, text: The bridge opens.}
                  - {article: second}
                  - {date: That night, text: It rains., article: first}
                  - articles
                ---
                """);
        build(site);
        Document page = page(site, "story/flood/");
        assertEquals(
                List.of(
                        "In 1928 The bridge opens.",
                        "21 November 2026 The second",
                        "That night It rains. Read the report",
                        "22 November 2026 The third"),
                page.select(".events li").eachText());
        assertEquals(
                List.of("/city/2026/11/21/the-second/", "/city/2026/11/20/the-first/", "/city/2026/11/22/the-third/"),
                page.select(".events a").eachAttr("href"));
    }

    @Test
    void aPartOrAnEventThatNamesNoArticleIsTold() {
        SiteBuilder site = site("---\nname: The flood\nparts: [forth]\ntimeline:\n  - {article: fifth}\n---\n");
        assertEquals(
                List.of("3:9 unknown-article", "5:15 unknown-article"),
                site.build().problems().stream()
                        .map(problem -> problem.place().line() + ":"
                                + problem.place().column() + " "
                                + problem.code().id())
                        .toList());
    }

    @Test
    void aStoryHasAFeedInEachForm() {
        SiteBuilder site = site("---\nname: The flood\n---\n");
        build(site);
        for (String feed : List.of("feed.xml", "atom.xml", "feed.json")) {
            String text = site.published("story/flood/" + feed);
            assertTrue(text.contains("The third") && text.contains("The first"), text);
        }
    }

    @Test
    void whoAndWhatIsNamedHasAPageHoweverTheNameIsSpelt() {
        SiteBuilder site = site("---\nname: The flood\n---\n");
        site.write("content/city/second.md", """
                ---
                headline: The second
                published: 2026-11-21 08:00
                people: [Jose Marin]
                ---
                Text.
                """);
        build(site);
        Document jose = page(site, "people/jose-marin/");
        assertEquals(
                List.of("The second", "The first"),
                jose.select(".river .card-headline").eachText());
        assertEquals(
                List.of("Ada King", "Jose Marin"),
                page(site, "people/").select(".groups a").eachText());
        Document ada = page(site, "people/ada-king/");
        assertTrue(
                ada.select("script[type=application/ld+json]")
                        .html()
                        .contains(
                                "\"about\":{\"@type\":\"Person\",\"name\":\"Ada King\",\"sameAs\":\"https://ada.example/\"}"),
                ada::html);
        assertEquals(
                List.of("/by/ada-king/", "https://ada.example/"),
                ada.select(".person-facts a").eachAttr("href"));
        assertEquals(
                List.of("The first"),
                page(site, "places/old-bridge/").select(".river .card-headline").eachText());
        Document article = page(site, "city/2026/11/20/the-first/");
        assertEquals(
                List.of("/people/jose-marin/", "/people/ada-king/", "/places/old-bridge/"),
                article.select(".named a").eachAttr("href"));
        String data = article.select("script[type=application/ld+json]").html();
        assertTrue(
                data.contains("\"about\":[{\"@type\":\"Person\",\"name\":\"Ada King\","
                        + "\"url\":\"https://story.example/people/ada-king/\",\"sameAs\":\"https://ada.example/\"}]"),
                data);
        assertTrue(data.contains("\"mentions\":[{\"@type\":\"Person\",\"name\":\"José Marín\""), data);
    }

    @Test
    void whatSomebodySaidStandsOnTheirPageAndNobodyGetsAPageByBeingQuoted() {
        SiteBuilder site = site("---\nname: The flood\n---\n");
        build(site);
        Document jose = page(site, "people/jose-marin/");
        assertEquals(
                List.of("It was never so high.", "We have sandbags & hope."),
                jose.select(".quotation blockquote").eachText());
        assertEquals(
                List.of("/city/2026/11/21/the-second/", "/city/2026/11/20/the-first/#q-1"),
                jose.select(".quotation a").eachAttr("href"));
        assertEquals(
                List.of("The second 21 November 2026", "The first 20 November 2026"),
                jose.select(".quotation figcaption").eachText());
        assertEquals(
                List.of("The second", "The first"),
                jose.select(".river .card-headline").eachText());
        assertEquals(
                List.of("Ada King", "José Marín"),
                page(site, "people/").select(".groups a").eachText());
    }
}
