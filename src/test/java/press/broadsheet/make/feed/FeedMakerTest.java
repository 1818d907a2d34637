package press.broadsheet.make.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.files.OutputPath;
import press.broadsheet.make.Cards;
import press.broadsheet.make.StubDesk;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Inline;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Output.FeedFormat;
import press.broadsheet.problem.Problems;
import press.broadsheet.view.EntryView;
import press.broadsheet.view.PersonView;
import press.broadsheet.view.PictureView;

/** The facts of newsroom practice that a feed must obey (FD1-FD5, FD12), each read back by a reader nobody here wrote. */
class FeedMakerTest {
    private static final String CONTENT =
            "<p>R&amp;D &lt;grew&gt; <a href=\"https://lantern.example/x/\">\"x\"</a> ]]&gt;</p>";
    private static final Listing.Id SECTION = new Listing.Id(Listing.Kind.SECTION, "world");

    private final StubDesk desk = new StubDesk(StubDesk.site("https://lantern.example/paper/", 3), 0);
    private boolean fullText = true;

    // FD1, FD2 ------------------------------------------------------------------------------------------

    @Test
    void rssNamesItselfItsPageItsLanguageAndItsNewestChange() throws Exception {
        desk.cards.add(Cards.card("a").modified("2026-11-24T07:30:00Z").build());
        SyndFeed feed = read(FeedFormat.RSS, Listing.Id.LATEST, "feed.xml");
        assertEquals("rss_2.0", feed.getFeedType());
        assertEquals("The Lantern", feed.getTitle());
        assertEquals("https://lantern.example/paper/", feed.getLink());
        assertEquals("News of \"Brook\" & <hills>", feed.getDescription());
        assertEquals("en", feed.getLanguage());
        String xml = text(FeedFormat.RSS, Listing.Id.LATEST, "feed.xml");
        assertTrue(
                xml.contains(
                        "<atom:link href=\"https://lantern.example/paper/feed.xml\" rel=\"self\" type=\"application/rss+xml\"/>"),
                xml);
        assertTrue(xml.contains("<lastBuildDate>Tue, 24 Nov 2026 09:30:00 +0200</lastBuildDate>"), xml);
    }

    @Test
    void aListsFeedIsNamedAfterThePaperAndTheListAndLinksTheList() throws Exception {
        desk.cards.add(Cards.card("a").build());
        SyndFeed feed = read(FeedFormat.RSS, SECTION, "світ/feed.xml");
        assertEquals("The Lantern – World & Wars", feed.getTitle());
        assertEquals("https://lantern.example/paper/section/world/", feed.getLink());
        assertEquals("All", feed.getDescription());
        assertTrue(text(FeedFormat.RSS, SECTION, "світ/feed.xml")
                .contains("href=\"https://lantern.example/paper/%D1%81%D0%B2%D1%96%D1%82/feed.xml\""));
    }

    @Test
    void aBuildLaterGivesTheSameBytes() {
        desk.cards.add(Cards.card("a").build());
        for (FeedFormat format : FeedFormat.values()) {
            byte[] first = make(format, Listing.Id.LATEST, "f");
            desk.moment = desk.moment.plusSeconds(86_400);
            assertArrayEquals(first, make(format, Listing.Id.LATEST, "f"));
        }
    }

    // FD3 -----------------------------------------------------------------------------------------------

    @Test
    void anRssItemCarriesAllThatReadersAskFor() throws Exception {
        desk.cards.add(Cards.card("a").headline("Rates <up> & \"down\"").build());
        SyndEntry entry =
                read(FeedFormat.RSS, Listing.Id.LATEST, "feed.xml").getEntries().getFirst();
        assertEquals("Rates <up> & \"down\"", entry.getTitle());
        assertEquals("https://lantern.example/paper/world/a/", entry.getLink());
        assertEquals("tag:lantern.example,2026:a", entry.getUri());
        assertEquals(
                Instant.parse("2026-11-24T06:00:00Z"), entry.getPublishedDate().toInstant());
        assertEquals(CONTENT, entry.getContents().getFirst().getValue());
        assertEquals("A <em>summary</em> &amp; more", entry.getDescription().getValue());
        assertEquals(List.of("Ada King", "Li Wei"), ((DCModule) entry.getModule(DCModule.URI)).getCreators());
        assertEquals(
                List.of("World", "Q&A"),
                entry.getCategories().stream().map(SyndCategory::getName).toList());
        String xml = text(FeedFormat.RSS, Listing.Id.LATEST, "feed.xml");
        assertTrue(xml.contains("<guid isPermaLink=\"false\">tag:lantern.example,2026:a</guid>"), xml);
        assertTrue(xml.contains("<pubDate>Tue, 24 Nov 2026 08:00:00 +0200</pubDate>"), xml);
        assertFalse(xml.contains("<author>"), xml);
        assertFalse(xml.contains("<enclosure"), xml);
    }

    @Test
    void aPictureIsMediaContentWithItsCredit() {
        desk.cards.add(Cards.card("a").build());
        for (FeedFormat format : List.of(FeedFormat.RSS, FeedFormat.ATOM)) {
            String xml = text(format, Listing.Id.LATEST, "feed.xml");
            assertTrue(
                    xml.contains("<media:content url=\"https://lantern.example/paper/media/a.jpg\" medium=\"image\""
                            + " type=\"image/jpeg\" width=\"1200\" height=\"800\"><media:description type=\"html\">A"
                            + " &lt;b&gt;bridge&lt;/b&gt;</media:description><media:credit>Jo &amp; Co</media:credit>"),
                    xml);
        }
    }

    @Test
    void whoIsNotNamedIsThePaper() throws Exception {
        desk.cards.add(Cards.card("unsigned").build());
        SyndEntry entry =
                read(FeedFormat.RSS, Listing.Id.LATEST, "feed.xml").getEntries().getFirst();
        assertEquals(List.of("The Lantern Trust"), ((DCModule) entry.getModule(DCModule.URI)).getCreators());
    }

    // FD4 -----------------------------------------------------------------------------------------------

    @Test
    void anAtomFeedAndItsEntriesHaveIdTitleUpdatedAndAuthor() throws Exception {
        desk.cards.add(Cards.card("a").modified("2026-11-24T07:30:00Z").build());
        SyndFeed feed = read(FeedFormat.ATOM, Listing.Id.LATEST, "atom.xml");
        assertEquals("atom_1.0", feed.getFeedType());
        assertEquals("https://lantern.example/paper/atom.xml", feed.getUri());
        assertEquals("The Lantern", feed.getTitle());
        assertEquals("The Lantern Trust", feed.getAuthors().getFirst().getName());
        assertEquals(
                Instant.parse("2026-11-24T07:30:00Z"), feed.getPublishedDate().toInstant());
        assertEquals(
                "self",
                feed.getLinks().stream()
                        .filter(link -> link.getHref().equals("https://lantern.example/paper/atom.xml"))
                        .findFirst()
                        .orElseThrow()
                        .getRel());
        SyndEntry entry = feed.getEntries().getFirst();
        assertEquals("tag:lantern.example,2026:a", entry.getUri());
        assertEquals(
                Instant.parse("2026-11-24T06:00:00Z"), entry.getPublishedDate().toInstant());
        assertEquals(
                Instant.parse("2026-11-24T07:30:00Z"), entry.getUpdatedDate().toInstant());
        assertEquals(
                List.of("Ada King", "Li Wei"),
                entry.getAuthors().stream().map(author -> author.getName()).toList());
        assertEquals(
                "https://lantern.example/paper/by/ada/",
                entry.getAuthors().getFirst().getUri());
        assertEquals(CONTENT, entry.getContents().getFirst().getValue());
        assertEquals("html", entry.getContents().getFirst().getType());
    }

    // FD5 -----------------------------------------------------------------------------------------------

    @Test
    void aJsonFeedHasWhatItsVersionAsksFor() throws Exception {
        desk.cards.add(Cards.card("a").headline("Rates <up>").build());
        JsonNode feed = new ObjectMapper().readTree(make(FeedFormat.JSON, Listing.Id.LATEST, "feed.json"));
        assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asText());
        assertEquals("The Lantern", feed.get("title").asText());
        assertEquals("https://lantern.example/paper/", feed.get("home_page_url").asText());
        assertEquals(
                "https://lantern.example/paper/feed.json", feed.get("feed_url").asText());
        assertEquals("en", feed.get("language").asText());
        JsonNode item = feed.get("items").get(0);
        assertEquals("tag:lantern.example,2026:a", item.get("id").asText());
        assertEquals("https://lantern.example/paper/world/a/", item.get("url").asText());
        assertEquals("Rates <up>", item.get("title").asText());
        assertEquals(CONTENT, item.get("content_html").asText());
        assertEquals("2026-11-24T08:00:00+02:00", item.get("date_published").asText());
        assertEquals("Li Wei", item.get("authors").get(1).get("name").asText());
        assertEquals("[\"World\",\"Q&A\"]", item.get("tags").toString());
        assertEquals(
                "https://lantern.example/paper/media/a.jpg", item.get("image").asText());
        assertNull(item.get("author"));
    }

    @Test
    void aSummaryFeedHasATextAllTheSame() throws Exception {
        fullText = false;
        desk.cards.add(Cards.card("a").build());
        JsonNode item = new ObjectMapper()
                .readTree(make(FeedFormat.JSON, Listing.Id.LATEST, "feed.json"))
                .get("items")
                .get(0);
        assertEquals("A summary & more", item.get("content_text").asText());
        assertNull(item.get("content_html"));
        assertFalse(text(FeedFormat.RSS, Listing.Id.LATEST, "feed.xml").contains("content:encoded>"));
        assertFalse(text(FeedFormat.ATOM, Listing.Id.LATEST, "atom.xml").contains("<content"));
    }

    // which articles, FD12 ------------------------------------------------------------------------------

    @Test
    void articlesHiddenFromFeedsMakeRoomForOthers() throws Exception {
        for (int i = 1; i <= 9; i++) {
            var card = Cards.card("n" + i).published("2026-11-0" + i + "T00:00:00Z");
            desk.cards.add((i >= 6 && i <= 8 ? card.hiddenFrom("feeds") : card).build());
        }
        List<String> shown = read(FeedFormat.ATOM, Listing.Id.LATEST, "atom.xml").getEntries().stream()
                .map(SyndEntry::getUri)
                .toList();
        assertEquals(
                List.of("tag:lantern.example,2026:n9", "tag:lantern.example,2026:n5", "tag:lantern.example,2026:n4"),
                shown);
    }

    @Test
    void anEmptyListGivesAFeedThatReadersTake() throws Exception {
        assertEquals(List.of(), read(FeedFormat.RSS, SECTION, "feed.xml").getEntries());
        SyndFeed atom = read(FeedFormat.ATOM, SECTION, "atom.xml");
        assertEquals(List.of(), atom.getEntries());
        assertEquals(Instant.EPOCH, atom.getPublishedDate().toInstant());
        assertEquals(
                0,
                new ObjectMapper()
                        .readTree(make(FeedFormat.JSON, SECTION, "feed.json"))
                        .get("items")
                        .size());
    }

    @Test
    void charactersThatXmlCannotHoldDoNotSpoilAFeed() throws Exception {
        desk.cards.add(Cards.card("a").headline("Be\u0000ll\u0007 \uD800 ok").build());
        assertEquals(
                "Bell  ok",
                read(FeedFormat.RSS, Listing.Id.LATEST, "feed.xml")
                        .getEntries()
                        .getFirst()
                        .getTitle());
    }

    @Test
    void theCorrectionsFeedCarriesEachNoteOfItsOwnNewestFirst() throws Exception {
        var first = new Card.Correction(
                Instant.parse("2026-11-20T10:00:00Z"),
                new Inline("The bridge is <em>12</em> m", "The bridge is 12 m"),
                Card.Correction.Kind.CORRECTION);
        var second = new Card.Correction(
                Instant.parse("2026-11-22T10:00:00Z"),
                new Inline("He said so on Monday", "He said so on Monday"),
                Card.Correction.Kind.CLARIFICATION);
        desk.cards.add(Cards.card("a").corrected(first, second).build());
        desk.cards.add(Cards.card("b").build());
        desk.strings.put("correction.clarification", "Made clear");
        for (FeedFormat format : List.of(FeedFormat.RSS, FeedFormat.ATOM)) {
            SyndFeed feed = read(format, Listing.Id.CORRECTIONS, "corrections/feed.xml");
            assertEquals("The Lantern – Corrections", feed.getTitle());
            List<SyndEntry> notes = feed.getEntries();
            assertEquals(
                    List.of("Made clear: Headline of a", "Correction: Headline of a"),
                    notes.stream().map(SyndEntry::getTitle).toList());
            assertEquals(
                    "<p>The bridge is <em>12</em> m</p>",
                    notes.get(1).getContents().getFirst().getValue());
            assertEquals(first.date(), notes.get(1).getPublishedDate().toInstant());
            assertEquals(
                    "tag:lantern.example,2026:a#correction-1795168800",
                    notes.get(1).getUri());
            assertEquals("https://lantern.example/paper/world/a/", notes.get(0).getLink());
        }
    }

    // -----------------------------------------------------------------------------------------------------

    private EntryView entry(Article.Id id, NewsDesk asked) {
        Card card = asked.card(id).orElseThrow();
        List<PersonView> authors = id.name().equals("unsigned")
                ? List.of()
                : List.of(
                        new PersonView("Ada King", "https://lantern.example/paper/by/ada/", "", null),
                        new PersonView("Li Wei", "", "", null));
        return new EntryView(
                card.naming().uri(),
                "https://lantern.example/paper/world/" + id.name() + "/",
                card.titles().headline(),
                "A summary & more",
                "A <em>summary</em> &amp; more",
                fullText ? CONTENT : "",
                authors,
                "",
                List.of("World", "Q&A"),
                iso(card.timing().published(), asked),
                iso(card.timing().modified(), asked),
                card.timing().published(),
                new PictureView(
                        "https://lantern.example/paper/media/a.jpg",
                        1200,
                        800,
                        "Alt",
                        "A <b>bridge</b>",
                        "Jo & Co",
                        "",
                        ""),
                "image/jpeg",
                "en",
                "",
                "",
                "");
    }

    private static String iso(Instant instant, NewsDesk asked) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(FeedMaker.at(instant, asked));
    }

    private byte[] make(FeedFormat format, Listing.Id listing, String path) {
        var problems = new Problems();
        var output = new Output.Feed(new OutputPath(path), desk.language(), listing, format, StubDesk.PLACE);
        byte[] bytes = new FeedMaker(this::entry).make(output, desk, problems);
        assertEquals(List.of(), problems.inOrder());
        return bytes;
    }

    private String text(FeedFormat format, Listing.Id listing, String path) {
        return new String(make(format, listing, path), StandardCharsets.UTF_8);
    }

    private SyndFeed read(FeedFormat format, Listing.Id listing, String path) throws Exception {
        var input = new SyndFeedInput();
        // It would mend what we must not break, and rewrites entities on the way.
        input.setXmlHealerOn(false);
        return input.build(new XmlReader(new ByteArrayInputStream(make(format, listing, path))));
    }
}
