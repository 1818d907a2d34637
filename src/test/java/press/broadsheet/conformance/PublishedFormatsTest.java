package press.broadsheet.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import press.broadsheet.sites.DemonstrationPaper;
import press.broadsheet.sites.SiteBuilder;

/** The demonstration paper, judged by others' programs and by the rules of the formats that it is published in. */
class PublishedFormatsTest {
    private static final DemonstrationPaper PAPER = DemonstrationPaper.at("https://lantern.example/");
    private static final int MOST_URLS = 50_000;
    private static final int MOST_NEWS = 1_000;

    private static List<String> files(String ending) {
        return SiteBuilder.tree(PAPER.output()).keySet().stream()
                .filter(path -> path.endsWith(ending))
                .toList();
    }

    private static String text(String path) throws Exception {
        return Files.readString(PAPER.output().resolve(path));
    }

    private static Document xml(String path) throws Exception {
        return Jsoup.parse(text(path), "", Parser.xmlParser());
    }

    /** A page of each kind, genre and language, by the classes that the theme gives them. */
    private static List<String> sample() throws Exception {
        var byKind = new LinkedHashMap<String, String>();
        for (String path : files(".html")) {
            Document page = Jsoup.parse(text(path));
            byKind.putIfAbsent(
                    page.body().className() + page.expectFirst("html").attr("lang"), path);
        }
        return List.copyOf(byKind.values());
    }

    @Test
    void everyKindOfPageIsGoodHtml() throws Exception {
        var faults = new ArrayList<String>();
        List<String> pages = sample();
        for (String path : pages) {
            try (InputStream page = Files.newInputStream(PAPER.output().resolve(path))) {
                htmlFaults(page).forEach(fault -> faults.add(path + ": " + fault));
            }
        }
        assertEquals("", String.join("\n", faults));
        assertTrue(pages.size() > 30, pages::toString);
    }

    @Test
    void theCheckerSeesWhatIsNotGoodHtml() throws Exception {
        String page = "<!doctype html><html lang=en><title>x</title><p><div id=a></div><b id=a><img src=x></p>";
        assertTrue(htmlFaults(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                        .size()
                > 2);
    }

    private static List<String> htmlFaults(InputStream page) throws Exception {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        var faults = new ArrayList<String>();
        for (JsonNode message :
                new ObjectMapper().readTree(checker.validate(page)).path("messages")) {
            if (message.path("type").asText().equals("error")) {
                faults.add(message.path("message").asText() + " in line "
                        + message.path("lastLine").asInt() + ": "
                        + message.path("extract").asText());
            }
        }
        return faults;
    }

    @Test
    void everyFeedIsReadByAnotherProgramAndIsWhole() throws Exception {
        var paths = new ArrayList<>(files("feed.xml"));
        paths.addAll(files("atom.xml"));
        assertTrue(paths.size() > 50, paths::toString);
        for (String path : paths) {
            try (var reader = new XmlReader(Files.newInputStream(PAPER.output().resolve(path)))) {
                SyndFeed feed = new SyndFeedInput().build(reader);
                assertEquals(path.endsWith("feed.xml") ? "rss_2.0" : "atom_1.0", feed.getFeedType(), path);
                assertFalse(feed.getTitle().isBlank(), path);
                assertFalse(feed.getDescription().isBlank(), path);
                assertTrue(feed.getLink().startsWith(PAPER.base().toString()), path);
                var ids = new HashSet<String>();
                for (SyndEntry entry : feed.getEntries()) {
                    assertTrue(ids.add(entry.getUri()), () -> path + ": " + entry.getUri() + " occurs twice");
                    assertFalse(entry.getTitle().isBlank(), path);
                    assertTrue(URI.create(entry.getLink()).isAbsolute(), entry::getLink);
                    assertNotNull(entry.getPublishedDate(), entry::getLink);
                    assertFalse(entry.getContents().isEmpty(), entry::getLink);
                    assertFalse(
                            entry.getAuthors().isEmpty() && entry.getAuthor().isBlank(), entry::getLink);
                }
            }
        }
    }

    @Test
    void everyFeedNamesItselfAsItsAddress() throws Exception {
        for (String path : files("atom.xml")) {
            assertEquals(
                    PAPER.base() + path,
                    xml(path).expectFirst("feed > link[rel=self]").attr("href"));
        }
        for (String path : files("feed.xml")) {
            assertEquals(
                    PAPER.base() + path,
                    xml(path).expectFirst("channel > atom|link[rel=self]").attr("href"));
        }
        for (String path : files("feed.json")) {
            JsonNode feed = new ObjectMapper().readTree(text(path));
            assertEquals(
                    "https://jsonfeed.org/version/1.1", feed.path("version").asText());
            assertEquals(PAPER.base() + path, feed.path("feed_url").asText());
            for (JsonNode item : feed.path("items")) {
                assertFalse(item.path("id").asText().isEmpty(), path);
                assertFalse(item.path("content_html").asText().isEmpty(), path);
                OffsetDateTime.parse(item.path("date_published").asText());
                OffsetDateTime.parse(item.path("date_modified").asText());
            }
        }
    }

    @Test
    void theSitemapsListEachPageOnceAndKeepTheProtocolsLimits() throws Exception {
        var listed = new TreeSet<String>();
        List<String> parts = xml("sitemap.xml").select("sitemap > loc").eachText();
        for (String part : parts) {
            String path = part.substring(PAPER.base().toString().length());
            Document sitemap = xml(path);
            assertTrue(sitemap.select("url").size() <= MOST_URLS);
            assertTrue(Files.size(PAPER.output().resolve(path)) <= 52_428_800);
            for (Element url : sitemap.select("url")) {
                String address = url.expectFirst("loc").text();
                assertTrue(address.startsWith(PAPER.base().toString()), address);
                assertTrue(path.startsWith("sitemap-news") || listed.add(address), () -> address + " is listed twice");
                url.select("lastmod").eachText().forEach(OffsetDateTime::parse);
            }
        }
        var indexable = new TreeSet<String>();
        for (String path : files("index.html")) {
            Document page = Jsoup.parse(text(path));
            String own = PAPER.base() + path.substring(0, path.length() - "index.html".length());
            boolean hidden = page.select("meta[name=robots]").attr("content").contains("noindex");
            if (!hidden && page.select("link[rel=canonical]").attr("href").equals(own)) {
                indexable.add(own);
            }
        }
        for (String address : listed) {
            assertTrue(indexable.contains(address), () -> address + " is listed but asks not to be found");
        }
        assertTrue(listed.size() > 100, listed::toString);
        indexable.removeAll(listed);
        assertEquals(
                Set.of(
                        PAPER.base()
                                + "business/2026/11/16/three-hundred-steps-of-rope-a-winter-walk-through-the-old-ropewalk-works/"),
                indexable,
                "only what asks for it is in no sitemap");
    }

    @Test
    void theNewsSitemapHasTheLastTwoDaysOnlyAndAllThatIsAskedFor() throws Exception {
        Document news = xml("sitemap-news.xml");
        var urls = news.select("url");
        assertTrue(!urls.isEmpty() && urls.size() <= MOST_NEWS);
        for (Element url : urls) {
            assertFalse(url.expectFirst("news|title").text().isBlank());
            assertFalse(url.expectFirst("news|publication > news|name").text().isBlank());
            assertTrue(
                    url.expectFirst("news|publication > news|language").text().matches("[a-z]{2,3}|zh-cn|zh-tw"));
            var published = OffsetDateTime.parse(
                            url.expectFirst("news|publication_date").text())
                    .toInstant();
            assertFalse(published.isAfter(SiteBuilder.NOON));
            assertFalse(published.isBefore(SiteBuilder.NOON.minus(java.time.Duration.ofDays(2))));
        }
    }
}
