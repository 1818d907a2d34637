package press.broadsheet.desk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Release;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.problem.Place;

/** A paper without files for tests: The Lantern, in English at the root and in Ukrainian below {@code /uk/}. */
public final class SamplePaper {
    public static final Place PLACE = Place.in(Path.of("content/site.yaml"));
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    public String url = "https://lantern.example/";
    public boolean reporting;
    public boolean fullText = true;
    public boolean listFeeds = true;
    public List<String> formats = List.of("rss", "atom", "json");
    public int pageSize = 2;
    public Map<String, String> policies = Map.of();
    public List<Site.NamedLink> navigation = List.of();
    public List<Site.NamedLink> footer = List.of();
    public final Map<String, Author> authors = new HashMap<>();
    public final List<StandingPage> pages = new ArrayList<>();
    public final Map<String, StoryPackage> stories = new HashMap<>();
    public final Map<String, FrontPage> fronts = new HashMap<>();
    public final Map<String, String> strings = new HashMap<>();
    public final Map<String, NewsDesk.PublishedPicture> pictures = new HashMap<>();
    public List<Section> sections = List.of(
            section("world", "World", "#1f5c99"),
            section("world/asia", "Asia", ""),
            section("sport", "Sport & Play", ""));

    private final List<Card> cards = new ArrayList<>();
    private final Map<Article.Id, Body> bodies = new HashMap<>();

    public static Section section(String path, String name, String colour) {
        return new Section(
                new Section.Id(path), name, new Inline("<b>All</b> of it", "All of it"), colour, null, PLACE);
    }

    public static Author author(String id, String name) {
        return new Author(
                new Author.Id(id),
                name,
                "Foreign editor",
                new Inline("Writes.", "Writes."),
                null,
                null,
                "",
                List.of("https://x.com/" + id),
                List.of("rivers"),
                List.of("en"),
                false,
                PLACE);
    }

    public static Picture picture(String source) {
        return new Picture(
                source,
                "A bridge",
                new Inline("The <em>old</em> bridge", "The old bridge"),
                "Ada King",
                "",
                "© Ada King",
                "",
                false,
                PLACE);
    }

    public static StandingPage page(String path, String policy, boolean inFooter) {
        return new StandingPage(
                new Article.Id("pages/" + path),
                new Language("en"),
                "About " + path,
                Inline.NONE,
                path,
                policy,
                false,
                inFooter,
                null,
                body(new Piece.Html("<p>We.</p>")),
                PLACE);
    }

    public static Body body(Piece... pieces) {
        return new Body(List.of(pieces), List.of(new Body.Heading(2, "why", "Why")), List.of(), 500, "Opening.");
    }

    public SamplePaper add(CardDraft draft, Piece... body) {
        cards.add(draft.build());
        bodies.put(new Article.Id(draft.id), body(body));
        return this;
    }

    public SamplePaper picture(String source, int width, int height) {
        pictures.put(
                source,
                new NewsDesk.PublishedPicture(
                        "/media/" + source,
                        new Picture.Size(width, height),
                        source.endsWith(".svg") ? "image/svg+xml" : "image/jpeg"));
        return this;
    }

    public Site site() {
        var english = new Site.EditionSettings(
                new Language("en"), "", "The Lantern", "Light", "News of Brook", sections, navigation, footer, "");
        var ukrainian = new Site.EditionSettings(
                new Language("uk"), "uk", "Ліхтар", "", "Новини", sections, List.of(), List.of(), "© Ліхтар");
        return new Site(
                URI.create(url),
                ZoneId.of("Europe/Kyiv"),
                List.of(english, ukrainian),
                new Site.Organisation(
                        "The Lantern Trust",
                        "The Lantern",
                        "logo.png",
                        "desk@lantern.example",
                        List.of("https://social.example/lantern"),
                        policies,
                        reporting,
                        "@lantern",
                        "© The Lantern",
                        "#a4262c"),
                new Site.Lists(pageSize, 50, formats, listFeeds, fullText, List.of()),
                new Site.Text(Site.Text.Html.ALLOW_LIST, true, true),
                new Site.Crawlers(List.of(), List.of(), false),
                Map.of());
    }

    /** The English edition's desk. */
    public NewsDesk desk() {
        return desk("en");
    }

    /** All editions. */
    public Newspaper paper() {
        Site site = site();
        return new Newspaper(site.editions().stream()
                .map(settings -> Edition.assemble(site, settings, matter(settings), release(settings), NOW))
                .toList());
    }

    public NewsDesk desk(String language) {
        var holdings = new Holdings(
                id -> bodies.getOrDefault(id, Body.EMPTY), pictures, Map.of(), Map.of(), Map.of(), Hosting.USUAL);
        Newspaper paper = paper();
        return paper.editions().stream()
                .filter(edition -> edition.settings().language().tag().equals(language))
                .map(edition -> new EditionDesk(paper, edition, holdings))
                .findFirst()
                .orElseThrow();
    }

    private StandingMatter matter(Site.EditionSettings settings) {
        boolean english = settings.folder().isEmpty();
        return new StandingMatter(
                authors,
                english ? pages : List.of(),
                stories,
                english ? fronts : Map.of(),
                List.of(),
                english ? strings : Map.of());
    }

    private Release release(Site.EditionSettings settings) {
        return Release.at(
                NOW,
                Release.Audience.READERS,
                cards.stream()
                        .filter(card -> card.language().equals(settings.language()))
                        .toList());
    }
}
