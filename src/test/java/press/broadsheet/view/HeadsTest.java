package press.broadsheet.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.broadsheet.desk.SamplePaper.picture;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.broadsheet.desk.CardDraft;
import press.broadsheet.desk.SamplePaper;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Site;

class HeadsTest {
    private final SamplePaper paper = new SamplePaper();
    private final Views views = new Views();

    private static Subject story(String id) {
        return new Subject.Story(new Article.Id(id));
    }

    private HeadView head(Subject subject) {
        return views.page(subject, paper.desk()).head();
    }

    private static List<String> values(HeadView head, String name) {
        return head.meta().get().stream()
                .filter(meta -> meta.name().equals(name))
                .map(MetaView::content)
                .toList();
    }

    // HD1
    @Test
    void anArticleTellsOpenGraphAllThatItAsksFor() {
        paper.picture("world/bridge.jpg", 1200, 800);
        paper.add(new CardDraft("world/river")
                .by("Ada King", "Bo Li")
                .with(draft -> draft.tags = List.of("Rivers", "Rain"))
                .with(draft -> draft.modified = Instant.parse("2026-11-21T08:00:00Z"))
                .with(draft -> draft.expires = Instant.parse("2027-01-01T00:00:00Z"))
                .with(draft -> draft.picture = picture("world/bridge.jpg")));
        HeadView head = head(story("world/river"));
        assertEquals(List.of("article"), values(head, "og:type"));
        assertEquals(List.of("Headline of world/river"), values(head, "og:title"));
        assertEquals(List.of("It rose."), values(head, "og:description"));
        assertEquals(List.of("https://lantern.example/world/2026/11/20/river/"), values(head, "og:url"));
        assertEquals(List.of("https://lantern.example/media/world/bridge.jpg"), values(head, "og:image"));
        assertEquals(List.of("1200"), values(head, "og:image:width"));
        assertEquals(List.of("800"), values(head, "og:image:height"));
        assertEquals(List.of("A bridge"), values(head, "og:image:alt"));
        assertEquals(List.of("en_US"), values(head, "og:locale"));
        assertEquals(List.of("2026-11-20T10:00:00+02:00"), values(head, "article:published_time"));
        assertEquals(List.of("2026-11-21T10:00:00+02:00"), values(head, "article:modified_time"));
        assertEquals(List.of("2027-01-01T02:00:00+02:00"), values(head, "article:expiration_time"));
        assertEquals(List.of("World"), values(head, "article:section"));
        assertEquals(List.of("Rivers", "Rain"), values(head, "article:tag"));
        assertEquals(
                List.of("https://lantern.example/by/ada-king/", "https://lantern.example/by/bo-li/"),
                values(head, "article:author"));
    }

    @Test
    void aDrawingInSvgIsNotOfferedToNetworksThatCannotShowIt() {
        paper.picture("world/bridge.svg", 1600, 900);
        paper.add(new CardDraft("world/river").with(draft -> draft.picture = picture("world/bridge.svg")));
        HeadView head = head(story("world/river"));
        assertEquals(List.of(), values(head, "og:image"));
        assertEquals(List.of(), values(head, "twitter:image"));
        assertEquals(List.of("summary"), values(head, "twitter:card"));
    }

    // HD2
    @Test
    void theCardIsLargeOnlyWithAPicture() {
        paper.authors.put("ada-king", SamplePaper.author("ada-king", "Ada King"));
        paper.picture("world/bridge.jpg", 1200, 800);
        paper.add(new CardDraft("world/plain").by("ada-king"));
        paper.add(new CardDraft("world/river").with(draft -> draft.picture = picture("world/bridge.jpg")));
        assertEquals(List.of("summary"), values(head(story("world/plain")), "twitter:card"));
        assertEquals(List.of("@ada-king"), values(head(story("world/plain")), "twitter:creator"));
        HeadView river = head(story("world/river"));
        assertEquals(List.of("summary_large_image"), values(river, "twitter:card"));
        assertEquals(List.of("A bridge"), values(river, "twitter:image:alt"));
        assertEquals(List.of("@lantern"), values(river, "twitter:site"));
    }

    // HD3
    @Test
    void robotsMayShowAllUnlessAnArticleIsHiddenOrEnds() {
        paper.add(new CardDraft("world/river"));
        paper.add(new CardDraft("world/hidden").with(draft -> draft.noindex = true));
        paper.add(new CardDraft("world/ends").with(draft -> draft.expires = Instant.parse("2027-01-01T00:00:00Z")));
        String all = "max-image-preview:large, max-snippet:-1, max-video-preview:-1";
        assertEquals(all, head(story("world/river")).robots());
        assertEquals("noindex, follow", head(story("world/hidden")).robots());
        assertEquals(
                all + ", unavailable_after: 2027-01-01T02:00:00+02:00",
                head(story("world/ends")).robots());
        assertEquals("noindex, follow", head(new Subject.Missing()).robots());
    }

    // HD4
    @Test
    void everyPageIsItsOwnCanonicalUnlessTheOriginalStandsElsewhere() {
        paper.add(new CardDraft("world/river"));
        paper.add(new CardDraft("world/wire").with(draft -> draft.canonical = "https://wire.example/1"));
        assertEquals(
                "https://lantern.example/world/2026/11/20/river/",
                head(story("world/river")).canonical());
        assertEquals("https://wire.example/1", head(story("world/wire")).canonical());
        assertEquals("https://lantern.example/", head(new Subject.Front()).canonical());
        assertEquals("", head(new Subject.Missing()).canonical());
    }

    // HD5
    @Test
    void deadTagsAreNotEmitted() {
        paper.add(new CardDraft("world/river").with(draft -> draft.tags = List.of("Rivers")));
        assertEquals(List.of(), values(head(story("world/river")), "news_keywords"));
        assertEquals(List.of(), values(head(story("world/river")), "keywords"));
    }

    // HD6
    @Test
    void translationsNameOneAnotherAndTheUsualLanguage() {
        paper.add(new CardDraft("world/river"));
        paper.add(new CardDraft("uk/world/river"));
        paper.add(new CardDraft("world/alone"));
        List<AlternateView> both = List.of(
                new AlternateView("en", "https://lantern.example/world/2026/11/20/river/"),
                new AlternateView("uk", "https://lantern.example/uk/world/2026/11/20/river/"),
                new AlternateView("x-default", "https://lantern.example/world/2026/11/20/river/"));
        assertEquals(both, head(story("world/river")).alternates());
        HeadView ukrainian =
                views.page(story("uk/world/river"), paper.desk("uk")).head();
        assertEquals(both, ukrainian.alternates());
        assertEquals(List.of("uk_UA"), values(ukrainian, "og:locale"));
        assertEquals(List.of("en_US"), values(ukrainian, "og:locale:alternate"));
        assertEquals(List.of(), head(story("world/alone")).alternates());
    }

    // HD6
    @Test
    void theHeadNamesTheListsFeedsBeforeThePapers() {
        paper.formats = List.of("rss");
        HeadView world = head(Subject.Listed.root(new Listing.Id(Listing.Kind.SECTION, "world")));
        assertEquals(
                List.of(
                        new FeedView(
                                "The Lantern – World (RSS)",
                                "application/rss+xml",
                                "https://lantern.example/world/feed.xml"),
                        new FeedView("The Lantern (RSS)", "application/rss+xml", "https://lantern.example/feed.xml")),
                world.feeds());
        paper.listFeeds = false;
        assertEquals(
                1,
                head(Subject.Listed.root(new Listing.Id(Listing.Kind.SECTION, "world")))
                        .feeds()
                        .size());
    }

    @Test
    void titlesAreOfThePageThenOfThePaper() {
        paper.add(new CardDraft("world/river").with(draft -> draft.seoHeadline = "River rises"));
        for (int i = 0; i < 4; i++) {
            paper.add(new CardDraft("world/more-" + i));
        }
        assertEquals("River rises – The Lantern", head(story("world/river")).title());
        assertEquals("The Lantern – Light", head(new Subject.Front()).title());
        assertEquals(
                "Latest, Page 1 – The Lantern",
                head(new Subject.Listed(Listing.Id.LATEST, 1)).title());
        assertEquals("News of Brook", head(new Subject.Front()).description());
    }

    @Test
    void breadcrumbsLeadFromTheFrontThroughTheSectionsToTheList() {
        paper.add(new CardDraft("world/tokyo").with(draft -> draft.section = "world/asia"));
        List<LinkView> sections = List.of(
                new LinkView("Home", "/", false),
                new LinkView("World", "/world/", false),
                new LinkView("Asia", "/world/asia/", false));
        assertEquals(sections, views.page(story("world/tokyo"), paper.desk()).breadcrumbs());
        List<LinkView> list = views.page(
                        Subject.Listed.root(new Listing.Id(Listing.Kind.SECTION, "world/asia")), paper.desk())
                .breadcrumbs();
        assertEquals(new LinkView("Asia", "/world/asia/", true), list.getLast());
        assertEquals(
                List.of("Home", "Archive", "2026", "November 2026"),
                views
                        .page(Subject.Listed.root(new Listing.Id(Listing.Kind.MONTH, "2026/11")), paper.desk())
                        .breadcrumbs()
                        .stream()
                        .map(LinkView::name)
                        .toList());
        assertEquals(List.of(), views.page(new Subject.Front(), paper.desk()).breadcrumbs());
    }

    @Test
    void otherEditionsAreOfferedWithTheSamePageOrTheirFront() {
        paper.add(new CardDraft("world/river"));
        paper.add(new CardDraft("uk/world/river"));
        paper.add(new CardDraft("world/alone"));
        assertEquals(
                List.of(
                        new LanguageView("en", "English", "ltr", "/world/2026/11/20/river/", true, true),
                        new LanguageView("uk", "Українська", "ltr", "/uk/world/2026/11/20/river/", true, false)),
                views.page(story("world/river"), paper.desk()).languages());
        assertEquals(
                new LanguageView("uk", "Українська", "ltr", "/uk/", false, false),
                views.page(story("world/alone"), paper.desk()).languages().getLast());
    }

    @Test
    void theMastheadMarksWhereTheReaderIs() {
        paper.add(new CardDraft("world/tokyo").with(draft -> draft.section = "world/asia"));
        paper.pages.add(SamplePaper.page("about", "", true));
        paper.navigation = List.of(new Site.NamedLink("About", "/about/", SamplePaper.PLACE));
        SiteView onStory = views.site(story("world/tokyo"), paper.desk());
        assertEquals(
                List.of(new LinkView("World", "/world/", true), new LinkView("Sport & Play", "/sport/", false)),
                onStory.sections());
        assertFalse(onStory.navigation().getFirst().current());
        SiteView onPage = views.site(new Subject.Standing(new Article.Id("pages/about")), paper.desk());
        assertTrue(onPage.navigation().getFirst().current());
        assertEquals(List.of(new LinkView("About about", "/about/", true)), onPage.footer());
    }

    @Test
    void settingsNameAddressesFromThePapersRootWhereverThatIs() {
        paper.url = "https://example.org/paper/";
        paper.navigation = List.of(
                new Site.NamedLink("About", "/about/", SamplePaper.PLACE),
                // A section may bear the name of the path under which the paper is published.
                new Site.NamedLink("Paper", "/paper/x/", SamplePaper.PLACE),
                new Site.NamedLink("Elsewhere", "https://else.example/", SamplePaper.PLACE));
        assertEquals(
                List.of("/paper/about/", "/paper/paper/x/", "https://else.example/"),
                views.site(new Subject.Front(), paper.desk()).navigation().stream()
                        .map(LinkView::address)
                        .toList());
    }

    @Test
    void theDateOnTheFrontPageIsTheNewestArticles() {
        assertNull(views.page(new Subject.Front(), paper.desk()).updated());
        paper.add(new CardDraft("world/river"));
        DateView updated = views.page(new Subject.Front(), paper.desk()).updated();
        assertNotNull(updated);
        assertEquals("20 November 2026", updated.date());
        assertNull(views.page(story("world/river"), paper.desk()).updated());
    }
}
