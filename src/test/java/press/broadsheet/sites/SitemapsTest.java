package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;

/** Which sitemaps a paper has: none is empty, and none is named that does not exist. */
class SitemapsTest {
    private static final String HOME = "https://quiet.example/";
    private static final String PAPER = """
            -- content/site.yaml --
            name: The Quiet Times
            url: https://quiet.example/
            sections: [world]
            """;

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper(String... articles) {
        var site = new SiteBuilder(folder).write(PAPER);
        for (int i = 0; i < articles.length; i++) {
            site.write(
                    "content/world/a" + i + ".md",
                    "---\nheadline: Article " + i + "\n" + articles[i] + "\n---\nText.\n");
        }
        BuildReport report = site.build();
        assertTrue(report.committed(), report.problems().toString());
        return site;
    }

    private List<String> named(SiteBuilder site) {
        var files = new ArrayList<String>();
        for (Element part : Jsoup.parse(site.published("sitemap.xml"), "", Parser.xmlParser())
                .select("loc")) {
            files.add(part.text().substring(HOME.length()));
        }
        for (String line : site.published("robots.txt").lines().toList()) {
            if (line.startsWith("Sitemap: ")) {
                files.add(line.substring("Sitemap: ".length() + HOME.length()));
            }
        }
        for (String file : files) {
            String xml = site.published(file);
            assertTrue(xml.contains("<loc>"), file + " is empty: " + xml);
        }
        return files;
    }

    @Test
    void aPaperWithFreshNewsHasAllParts() {
        assertEquals(
                List.of(
                        "sitemaps/pages.xml",
                        "sitemaps/2026-10.xml",
                        "sitemaps/2026-11.xml",
                        "sitemap-news.xml",
                        "sitemap.xml",
                        "sitemap-news.xml"),
                named(paper("published: 2026-11-24T08:00Z", "published: 2026-10-01")));
    }

    @Test
    void aPaperWithoutFreshNewsHasNoNewsSitemap() {
        assertEquals(
                List.of("sitemaps/pages.xml", "sitemaps/2026-11.xml", "sitemap.xml"),
                named(paper("published: 2026-11-22T11:59Z")));
    }

    @Test
    void paidAndHiddenAndBorrowedArticlesAreNoNews() {
        assertEquals(
                List.of("sitemaps/pages.xml", "sitemaps/2026-11.xml", "sitemap.xml"),
                named(paper(
                        "published: 2026-11-24T08:00Z\ngenre: sponsored\nsponsor: {name: Ropes}",
                        "published: 2026-11-24T08:00Z\nnoindex: true",
                        "published: 2026-11-24T08:00Z\nexclude: [sitemap]",
                        "published: 2026-11-24T08:00Z\nsource: {name: Wire, original: 'https://wire.example/1'}")));
    }

    @Test
    void aMonthOfWhichCrawlersShallKnowNothingHasNoPart() {
        assertEquals(
                List.of("sitemaps/pages.xml", "sitemap.xml"),
                named(paper(
                        "published: 2026-11-01\nnoindex: true",
                        "published: 2026-10-01\ncanonical: https://o.example/")));
    }
}
