package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lists have feeds, and that readers find them. */
class ListFeedsTest {
    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder built(String listFeeds) {
        var site = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                zone: Europe/Kyiv
                sections: [world]
                lists: {listFeeds: %s}
                -- content/stories/flood.md --
                ---
                name: The flood
                ---
                -- content/world/river.md --
                ---
                headline: The river rises
                slug: river
                published: 2026-11-20
                story: flood
                tags: [Water]
                authors: [Ada King]
                people: [Mara Roe]
                organisations: [River Board]
                places: [Eastbank]
                events: [The flood of 2026]
                corrections: [{date: 2026-11-21, text: It rose by two metres.}]
                ---
                Text.
                """.formatted(listFeeds));
        assertEquals(List.of(), site.build().problems());
        return site;
    }

    private static Set<String> foldersWithFeeds(SiteBuilder site) {
        return SiteBuilder.tree(site.output()).keySet().stream()
                .filter(path -> path.endsWith("feed.xml"))
                .map(path -> path.substring(0, path.length() - "feed.xml".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyListThatGoesOnHasFeedsAndItsPageNamesThem() {
        SiteBuilder site = built("true");
        assertEquals(
                Set.of(
                        "",
                        "world/",
                        "tag/water/",
                        "by/ada-king/",
                        "story/flood/",
                        "corrections/",
                        "people/mara-roe/",
                        "organisations/river-board/",
                        "places/eastbank/",
                        "events/the-flood-of-2026/"),
                foldersWithFeeds(site));
        for (String list : List.of("people/mara-roe/", "places/eastbank/")) {
            var page = Jsoup.parse(site.published(list + "index.html"));
            assertEquals(
                    List.of("/" + list + "feed.xml", "/" + list + "atom.xml", "/" + list + "feed.json"),
                    page.select(".feeds a").eachAttr("href"));
            assertEquals(
                    "https://lantern.example/" + list + "feed.xml",
                    page.select("link[rel=alternate][type=application/rss+xml]").attr("href"));
        }
        String feed = site.published("people/mara-roe/feed.xml");
        assertTrue(feed.contains("<title>The Lantern – Mara Roe</title>"), feed);
        assertTrue(feed.contains("The river rises"), feed);
        assertEquals(
                List.of(),
                Crawler.crawl(site.output(), URI.create("https://lantern.example/"))
                        .faults());
    }

    @Test
    void aPaperMayNameTheListsThatHaveThem() {
        SiteBuilder site = built("[sections, places]");
        assertEquals(Set.of("", "world/", "places/eastbank/"), foldersWithFeeds(site));
        assertEquals(
                List.of(),
                Crawler.crawl(site.output(), URI.create("https://lantern.example/"))
                        .faults());
    }
}
