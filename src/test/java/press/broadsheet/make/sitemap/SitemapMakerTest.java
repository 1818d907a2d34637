package press.broadsheet.make.sitemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import press.broadsheet.files.OutputPath;
import press.broadsheet.make.Cards;
import press.broadsheet.make.StubDesk;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.StandingPage;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;

/** What crawlers ask of sitemaps (SM1-SM5) and Google of news sitemaps (NS1-NS5), against the published schemas. */
class SitemapMakerTest {
    private static final String ROOT = "https://lantern.example/paper/";

    private final StubDesk english = new StubDesk(StubDesk.site(ROOT, 20), 0);
    private final StubDesk ukrainian = new StubDesk(StubDesk.site(ROOT, 20), 1);

    @BeforeEach
    void together() {
        StubDesk.together(english, ukrainian);
    }

    // SM1-SM5 --------------------------------------------------------------------------------------------

    @Test
    void aMonthListsItsArticlesOfAllEditionsInThePapersZone() throws Exception {
        english.cards.add(Cards.card("a").published("2026-10-31T22:30:00Z").build());
        english.cards.add(
                Cards.card("october").published("2026-10-31T21:30:00Z").build());
        ukrainian.cards.add(Cards.card("b").language("uk").build());
        assertEquals(List.of(ROOT + "world/a/", ROOT + "uk/world/b/"), locations(month("2026-11")));
        assertEquals(List.of(ROOT + "world/october/"), locations(month("2026-10")));
    }

    @Test
    void addressesAreEscaped() throws Exception {
        english.cards.add(Cards.card("rates-&-'bonds'").build());
        String xml = month("2026-11");
        assertTrue(xml.contains("<loc>" + ROOT + "world/rates-&amp;-&apos;bonds&apos;/</loc>"), xml);
    }

    @Test
    void theLastChangeIsTheArticlesOwn() throws Exception {
        english.cards.add(Cards.card("a").modified("2026-11-24T07:30:00Z").build());
        assertTrue(month("2026-11").contains("<lastmod>2026-11-24T09:30:00+02:00</lastmod>"));
    }

    @Test
    void eachTranslationNamesTheSameAlternates() throws Exception {
        english.cards.add(Cards.card("a").build());
        english.cards.add(Cards.card("alone").build());
        ukrainian.cards.add(Cards.card("a").language("uk").build());
        String alternates = """
                <xhtml:link rel="alternate" hreflang="en" href="https://lantern.example/paper/world/a/"/>\
                <xhtml:link rel="alternate" hreflang="uk" href="https://lantern.example/paper/uk/world/a/"/>\
                <xhtml:link rel="alternate" hreflang="x-default" href="https://lantern.example/paper/world/a/"/>""";
        List<String> urls = month("2026-11")
                .lines()
                .filter(line -> line.startsWith("<url>"))
                .toList();
        assertEquals(3, urls.size());
        assertTrue(urls.get(0).contains(alternates), urls.get(0));
        assertTrue(urls.get(2).contains(alternates), urls.get(2));
        assertFalse(urls.get(1).contains("xhtml:link"), urls.get(1));
    }

    @Test
    void picturesThatExistAreListedOnceEach() throws Exception {
        english.addPicture("a.jpg");
        english.addPicture("b.jpg");
        english.cards.add(
                Cards.card("a").pictures("a.jpg", "b.jpg", "a.jpg", "gone.jpg").build());
        assertTrue(month("2026-11")
                .contains("</lastmod><image:image><image:loc>" + ROOT
                        + "media/a.jpg</image:loc></image:image><image:image><image:loc>" + ROOT
                        + "media/b.jpg</image:loc></image:image></url>"));
    }

    @Test
    void whatCrawlersShallNotFindIsLeftOut() throws Exception {
        english.cards.add(Cards.card("shown").build());
        english.cards.add(Cards.card("noindex").noindex().build());
        english.cards.add(Cards.card("hidden").hiddenFrom("sitemap").build());
        english.cards.add(
                Cards.card("guest").canonical("https://elsewhere.example/x").build());
        assertEquals(List.of(ROOT + "world/shown/"), locations(month("2026-11")));
        assertEquals(List.of(ROOT + "world/shown/"), locations(news(1)));
    }

    @Test
    void pagesAreFrontsStandingPagesListsAndTheirNumberedPages() throws Exception {
        for (int i = 0; i < 40; i++) {
            english.cards.add(Cards.card("n" + i).build());
        }
        english.pages.add(standing("about", false));
        english.pages.add(standing("thanks", true));
        List<String> pages = locations(make(new Output.SitemapPart.Pages(1)));
        assertEquals(List.of(ROOT, ROOT + "uk/", ROOT + "about/", ROOT + "section/world/"), pages.subList(0, 4));
        assertTrue(pages.contains(ROOT + "month/2026/11/"), pages.toString());
        assertTrue(pages.contains(ROOT + "section/world/page/1/"), pages.toString());
        assertFalse(pages.contains(ROOT + "section/world/page/2/"), pages.toString());
        assertFalse(pages.contains(ROOT + "thanks/"), pages.toString());
        assertEquals(pages.size(), pages.stream().distinct().count());
    }

    @Test
    void theIndexNamesAllParts() throws Exception {
        String xml = make(new Output.SitemapPart.Index(
                List.of(new OutputPath("sitemaps/pages.xml"), new OutputPath("sitemap-news.xml"))));
        assertEquals(List.of(ROOT + "sitemaps/pages.xml", ROOT + "sitemap-news.xml"), locations(xml));
        Document document = parse(xml);
        assertEquals("sitemapindex", document.getDocumentElement().getLocalName());
        assertEquals(UrlSet.NAMESPACE, document.getDocumentElement().getNamespaceURI());
    }

    // NS1-NS5 --------------------------------------------------------------------------------------------

    @Test
    void newsIsWhatFirstAppearedInTheLastTwoDays() throws Exception {
        english.cards.add(Cards.card("edge").published("2026-11-22T08:00:00Z").build());
        english.cards.add(Cards.card("older")
                .published("2026-11-22T07:59:59Z")
                .modified("2026-11-24T07:00:00Z")
                .build());
        english.cards.add(Cards.card("coming").published("2026-11-24T08:00:01Z").build());
        ukrainian.cards.add(Cards.card("b").published("2026-11-24T08:00:00Z").build());
        assertEquals(List.of(ROOT + "uk/world/b/", ROOT + "world/edge/"), locations(news(1)));
    }

    @Test
    void aNewsEntryCarriesTheFirstPublicationAndNoHistory() throws Exception {
        english.cards.add(Cards.card("a")
                .headline("Rates <up> & \"down\"")
                .modified("2026-11-24T07:30:00Z")
                .build());
        assertEquals(
                "<url><loc>https://lantern.example/paper/world/a/</loc><news:news><news:publication>"
                        + "<news:name>The Lantern</news:name><news:language>en</news:language></news:publication>"
                        + "<news:publication_date>2026-11-24T08:00:00+02:00</news:publication_date>"
                        + "<news:title>Rates &lt;up&gt; &amp; &quot;down&quot;</news:title></news:news></url>",
                news(1).lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void whatSomebodyPaidForIsNoNews() throws Exception {
        english.cards.add(Cards.card("ad").genre(Genre.SPONSORED).build());
        english.cards.add(Cards.card("release").genre(Genre.PRESS_RELEASE).build());
        english.cards.add(Cards.card("a").genre(Genre.OPINION).build());
        assertEquals(List.of(ROOT + "world/a/"), locations(news(1)));
    }

    @Test
    void aThousandArticlesFillAFileAndTheRestTheNext() throws Exception {
        for (int i = 0; i < 1001; i++) {
            english.cards.add(Cards.card("n" + (1000 + i)).build());
        }
        assertEquals(1000, locations(news(1)).size());
        assertEquals(List.of(ROOT + "world/n2000/"), locations(news(2)));
    }

    @Test
    void aPaperWithoutNewsHasAnEmptyFile() throws Exception {
        String xml = make(new Output.SitemapPart.News(1));
        assertEquals(List.of(), locations(xml));
        assertEquals("urlset", parse(xml).getDocumentElement().getLocalName());
    }

    @Test
    void chineseAloneIsNamedByItsScript() throws Exception {
        english.cards.add(Cards.card("a").language("zh-Hant").build());
        english.cards.add(Cards.card("b").language("zh").build());
        english.cards.add(Cards.card("c").language("pt-BR").build());
        Document document = parse(news(1));
        var languages = new ArrayList<String>();
        var nodes = document.getElementsByTagNameNS("*", "language");
        for (int i = 0; i < nodes.getLength(); i++) {
            languages.add(nodes.item(i).getTextContent());
        }
        assertEquals(List.of("zh-tw", "zh-cn", "pt"), languages);
    }

    // -----------------------------------------------------------------------------------------------------

    private static StandingPage standing(String path, boolean noindex) {
        return new StandingPage(
                new Article.Id("pages/" + path),
                new Language("en"),
                path,
                Inline.NONE,
                path,
                "",
                noindex,
                false,
                null,
                Body.EMPTY,
                StubDesk.PLACE);
    }

    private String month(String month) throws Exception {
        return valid(make(new Output.SitemapPart.Month(month, 1)));
    }

    private String news(int number) throws Exception {
        return valid(make(new Output.SitemapPart.News(number)));
    }

    private String make(Output.SitemapPart part) {
        var problems = new Problems();
        // Asked through the edition that is not the default one: the answer must be the whole paper's all the same.
        byte[] bytes = new SitemapMaker()
                .make(new Output.Sitemap(new OutputPath("sitemap.xml"), part, StubDesk.PLACE), ukrainian, problems);
        assertEquals(List.of(), problems.inOrder());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String valid(String xml) throws Exception {
        var schemas = new ArrayList<Source>();
        for (String name : List.of("link.xsd", "sitemap-image.xsd", "sitemap-news.xsd", "sitemap.xsd")) {
            schemas.add(new StreamSource(SitemapMakerTest.class
                    .getResource("/conformance/sitemap/" + name)
                    .toExternalForm()));
        }
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schemas.toArray(Source[]::new))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        return xml;
    }

    private static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> locations(String xml) throws Exception {
        var locations = new ArrayList<String>();
        var nodes = parse(xml).getElementsByTagName("loc");
        for (int i = 0; i < nodes.getLength(); i++) {
            locations.add(nodes.item(i).getTextContent());
        }
        return locations;
    }
}
