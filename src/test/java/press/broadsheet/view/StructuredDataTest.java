package press.broadsheet.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.broadsheet.desk.SamplePaper.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import press.broadsheet.desk.CardDraft;
import press.broadsheet.desk.SamplePaper;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;

class StructuredDataTest {
    private static final String RIVER = "https://lantern.example/world/2026/11/20/river/";
    private final SamplePaper paper = new SamplePaper();
    private final CardDraft river = new CardDraft("world/river");

    private JsonNode graph(Subject subject) {
        return graph(subject, "en");
    }

    private JsonNode graph(Subject subject, String language) {
        String json = new Views()
                .page(subject, paper.desk(language))
                .head()
                .structuredData()
                .get();
        try {
            JsonNode all = new ObjectMapper().readTree(json);
            assertEquals("https://schema.org", all.path("@context").asText());
            return all.path("@graph");
        } catch (JsonProcessingException broken) {
            throw new AssertionError(json, broken);
        }
    }

    private JsonNode article() {
        paper.add(river);
        return node(graph(new Subject.Story(new Article.Id("world/river"))), "#article");
    }

    private static JsonNode node(JsonNode graph, String idEnds) {
        return StreamSupport.stream(graph.spliterator(), false)
                .filter(node -> node.path("@id").asText().endsWith(idEnds))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText();
    }

    // SD1, SD2
    @Test
    void anArticleHasHeadlineImageAndDatesWithTheOffsetOfThePapersZone() {
        paper.picture("world/bridge.jpg", 1200, 800);
        river.picture = picture("world/bridge.jpg");
        river.modified = Instant.parse("2026-07-01T00:00:00Z");
        river.published = Instant.parse("2026-06-20T08:00:00Z");
        JsonNode article = article();
        assertEquals("NewsArticle", text(article, "/@type"));
        assertEquals("Headline of world/river", text(article, "/headline"));
        assertEquals("2026-06-20T11:00:00+03:00", text(article, "/datePublished"));
        assertEquals("2026-07-01T03:00:00+03:00", text(article, "/dateModified"));
        assertEquals("https://lantern.example/media/world/bridge.jpg", text(article, "/image/0/url"));
        assertEquals(1200, article.at("/image/0/width").asInt());
        assertEquals("The old bridge", text(article, "/image/0/caption"));
        assertEquals("Ada King", text(article, "/image/0/creditText"));
        assertEquals("© Ada King", text(article, "/image/0/copyrightNotice"));
    }

    // SD3
    @Test
    void authorsAreOneEntryEachWithTheirPageAndNothingButTheirNameInTheName() {
        paper.authors.put("ada-king", SamplePaper.author("ada-king", "Ada King"));
        river.by("ada-king").by("Bo Li");
        JsonNode authors = article().path("author");
        assertEquals(2, authors.size());
        assertEquals("Person", text(authors, "/0/@type"));
        assertEquals("Ada King", text(authors, "/0/name"));
        assertEquals("https://lantern.example/by/ada-king/", text(authors, "/0/url"));
        assertEquals("https://x.com/ada-king", text(authors, "/0/sameAs/0"));
        assertEquals("Bo Li", text(authors, "/1/name"));
    }

    // SD4
    @Test
    void theGenreDecidesTheType() {
        var types = Map.ofEntries(
                Map.entry(Genre.NEWS, "NewsArticle"),
                Map.entry(Genre.ANALYSIS, "AnalysisNewsArticle"),
                Map.entry(Genre.OPINION, "OpinionNewsArticle"),
                Map.entry(Genre.EDITORIAL, "OpinionNewsArticle"),
                Map.entry(Genre.LETTER, "OpinionNewsArticle"),
                Map.entry(Genre.EXPLAINER, "BackgroundNewsArticle"),
                Map.entry(Genre.BACKGROUND, "BackgroundNewsArticle"),
                Map.entry(Genre.INTERVIEW, "NewsArticle"),
                Map.entry(Genre.REVIEW, "ReviewNewsArticle"),
                Map.entry(Genre.OBITUARY, "NewsArticle"),
                Map.entry(Genre.FACT_CHECK, "NewsArticle"),
                Map.entry(Genre.LIVE, "LiveBlogPosting"),
                Map.entry(Genre.GALLERY, "NewsArticle"),
                Map.entry(Genre.NEWSLETTER, "NewsArticle"),
                Map.entry(Genre.CORRECTION, "NewsArticle"),
                Map.entry(Genre.PRESS_RELEASE, "NewsArticle"),
                Map.entry(Genre.SATIRE, "SatiricalArticle"),
                Map.entry(Genre.SPONSORED, "AdvertiserContentArticle"));
        assertEquals(Set.of(Genre.values()), types.keySet());
        for (var pair : types.entrySet()) {
            river.genre = pair.getKey();
            SamplePaper fresh = new SamplePaper().add(river);
            String json = new Views()
                    .page(new Subject.Story(new Article.Id("world/river")), fresh.desk())
                    .head()
                    .structuredData()
                    .get();
            assertTrue(json.contains("\"@type\":\"" + pair.getValue() + "\""), json);
        }
    }

    // SD4
    @Test
    void newsIsReportageWhereThePaperDeclaresItsStandards() {
        paper.reporting = true;
        assertEquals("ReportageNewsArticle", text(article(), "/@type"));
    }

    // SD5
    @Test
    void trustIsToldToMachinesAsToReaders() {
        river.dateline = "KYIV";
        river.corrections = List.of(new Card.Correction(
                Instant.parse("2026-11-21T08:00:00Z"),
                new Inline("<b>Two</b>", "Two"),
                Card.Correction.Kind.CORRECTION));
        river.sources = List.of(
                new Card.Citation("Report", "https://un.example/r", Card.Citation.Kind.DOCUMENT, ""),
                new Card.Citation("An official", "", Card.Citation.Kind.ANONYMOUS, "safety"));
        river.method = new Inline("We called.", "We called.");
        river.expires = Instant.parse("2027-01-01T00:00:00Z");
        river.source = new Credits.Source("Wire", "https://wire.example/", "https://wire.example/1");
        river.rights = new Card.Rights("Wire", "© Wire", "", "https://licence.example/");
        river.shortHeadline = "Short";
        JsonNode article = article();
        assertEquals("KYIV", text(article, "/dateline"));
        assertEquals("KYIV", text(article, "/locationCreated/name"));
        assertEquals("CorrectionComment", text(article, "/correction/0/@type"));
        assertEquals("Two", text(article, "/correction/0/text"));
        assertEquals("2026-11-21T10:00:00+02:00", text(article, "/correction/0/datePublished"));
        assertEquals(2, article.path("citation").size());
        assertEquals("An official", text(article, "/citation/1/name"));
        assertEquals("safety", text(article, "/citation/1/description"));
        assertEquals("https://un.example/r", text(article, "/citation/0/url"));
        assertEquals("We called.", text(article, "/backstory"));
        assertEquals("2027-01-01T02:00:00+02:00", text(article, "/expires"));
        assertEquals("https://wire.example/1", text(article, "/isBasedOn/0"));
        assertEquals("Wire", text(article, "/creditText"));
        assertEquals("Wire", text(article, "/copyrightHolder/name"));
        assertEquals("© Wire", text(article, "/copyrightNotice"));
        assertEquals("https://licence.example/", text(article, "/license"));
        assertEquals("Short", text(article, "/alternativeHeadline"));
    }

    // SD5
    @Test
    void onlyNewsArticlesHaveADateline() {
        river.dateline = "KYIV";
        river.genre = Genre.SATIRE;
        JsonNode article = article();
        assertFalse(article.has("dateline"));
        assertEquals("KYIV", text(article, "/locationCreated/name"));
    }

    // SD5
    @Test
    void aTranslationNamesItsOriginalAndTheOriginalItsTranslations() {
        paper.add(new CardDraft("uk/world/river"));
        JsonNode original = article();
        String ukrainian = "https://lantern.example/uk/world/2026/11/20/river/";
        assertEquals(ukrainian, text(original, "/workTranslation/0/url"));
        assertFalse(original.has("translationOfWork"));
        JsonNode translation = node(graph(new Subject.Story(new Article.Id("uk/world/river")), "uk"), "#article");
        assertEquals(RIVER, text(translation, "/translationOfWork/0/url"));
        assertFalse(translation.has("workTranslation"));
        assertEquals("uk", text(translation, "/inLanguage"));
    }

    // SD6
    @Test
    void thePublisherNamesItsPoliciesFromPagesAndSettings() {
        paper.pages.add(SamplePaper.page("about/corrections", "correctionsPolicy", false));
        paper.pages.add(SamplePaper.page("about/odd", "dropTablePolicy", false));
        paper.policies = Map.of("ethicsPolicy", "/about/ethics/");
        paper.picture("logo.png", 600, 60);
        JsonNode publisher = node(graph(new Subject.Front()), "#organisation");
        assertEquals("NewsMediaOrganization", text(publisher, "/@type"));
        assertEquals("The Lantern Trust", text(publisher, "/name"));
        assertEquals("https://lantern.example/about/corrections/", text(publisher, "/correctionsPolicy"));
        assertEquals("https://lantern.example/about/ethics/", text(publisher, "/ethicsPolicy"));
        assertFalse(publisher.has("dropTablePolicy"));
        assertEquals("https://lantern.example/media/logo.png", text(publisher, "/logo/url"));
    }

    // SD7
    @Test
    void anArticleWithoutBylineIsThePapersOwn() {
        JsonNode article = article();
        assertEquals("NewsMediaOrganization", text(article, "/author/0/@type"));
        assertEquals("The Lantern Trust", text(article, "/author/0/name"));
        assertEquals(text(article, "/publisher/@id"), text(article, "/author/0/@id"));
    }

    // SD9
    @Test
    void breadcrumbsCountFromOne() {
        paper.add(river);
        JsonNode crumbs = node(graph(new Subject.Story(new Article.Id("world/river"))), "#breadcrumb");
        assertEquals("BreadcrumbList", text(crumbs, "/@type"));
        assertEquals(1, crumbs.at("/itemListElement/0/position").asInt());
        assertEquals("Home", text(crumbs, "/itemListElement/0/name"));
        assertEquals(2, crumbs.at("/itemListElement/1/position").asInt());
        assertEquals("https://lantern.example/world/", text(crumbs, "/itemListElement/1/item"));
    }

    // SD12
    @Test
    void nothingInAnArticleCanCloseTheScriptElement() {
        river.headline = "</script><script>alert(1)</script><!-- & \u2028";
        paper.add(river);
        String json = new Views()
                .page(new Subject.Story(new Article.Id("world/river")), paper.desk())
                .head()
                .structuredData()
                .get();
        assertFalse(json.matches("(?s).*[<>&\u2028].*"), json);
        assertEquals(
                river.headline,
                text(node(graph(new Subject.Story(new Article.Id("world/river"))), "#article"), "/headline"));
    }

    // SD13
    @Test
    void everyKindOfPageHasItsType() {
        paper.authors.put("ada-king", SamplePaper.author("ada-king", "Ada King"));
        paper.add(river.by("ada-king"));
        paper.pages.add(SamplePaper.page("about", "", false));
        JsonNode front = graph(new Subject.Front());
        assertEquals("WebSite", text(node(front, "#website"), "/@type"));
        assertEquals("NewsMediaOrganization", text(node(front, "#organisation"), "/@type"));
        JsonNode section = node(graph(Subject.Listed.root(new Listing.Id(Listing.Kind.SECTION, "world"))), "#page");
        assertEquals("CollectionPage", text(section, "/@type"));
        assertEquals("ItemList", text(section, "/mainEntity/@type"));
        assertEquals(RIVER, text(section, "/mainEntity/itemListElement/0/url"));
        JsonNode person =
                node(graph(Subject.Listed.root(new Listing.Id(Listing.Kind.CONTRIBUTOR, "ada-king"))), "#page");
        assertEquals("ProfilePage", text(person, "/@type"));
        assertEquals("Person", text(person, "/mainEntity/@type"));
        assertEquals("Foreign editor", text(person, "/mainEntity/jobTitle"));
        JsonNode about = node(graph(new Subject.Standing(new Article.Id("pages/about"))), "#page");
        assertEquals("AboutPage", text(about, "/@type"));
        assertEquals(
                "",
                new Views()
                        .page(new Subject.Missing(), paper.desk())
                        .head()
                        .structuredData()
                        .get());
    }
}
