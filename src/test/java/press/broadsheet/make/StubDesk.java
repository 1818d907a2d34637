package press.broadsheet.make;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.ComposedFront;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Root;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.problem.Place;

/** A desk whose answers a test writes down. One edition's; several know one another through {@link #together}. */
public final class StubDesk implements NewsDesk {
    public static final Place PLACE = Place.in(Path.of("content/site.yaml"));

    public final List<Card> cards = new ArrayList<>();
    public final List<StandingPage> pages = new ArrayList<>();
    public final Map<String, PublishedPicture> pictures = new TreeMap<>();
    public final Map<String, String> assets = new TreeMap<>();
    public final Map<String, String> strings = new TreeMap<>();
    public Hosting hosting = Hosting.USUAL;
    public Instant moment = Instant.parse("2026-11-24T08:00:00Z");
    private final Site site;
    private final Site.EditionSettings edition;
    private List<NewsDesk> editions = List.of(this);

    public StubDesk(Site site, int edition) {
        this.site = site;
        this.edition = site.editions().get(edition);
    }

    /** A paper in English at the root and in Ukrainian below {@code /uk/}. */
    public static Site site(String url, int feedSize) {
        var sections = List.of(
                new Section(new Section.Id("world"), "World & Wars", new Inline("<b>All</b>", "All"), "", null, PLACE));
        var english = new Site.EditionSettings(
                new Language("en"),
                "",
                "The Lantern",
                "Light",
                "News of \"Brook\" & <hills>",
                sections,
                List.of(),
                List.of(),
                "");
        var ukrainian = new Site.EditionSettings(
                new Language("uk"), "uk", "Ліхтар", "", "Новини", sections, List.of(), List.of(), "");
        return new Site(
                URI.create(url),
                ZoneId.of("Europe/Kyiv"),
                List.of(english, ukrainian),
                new Site.Organisation(
                        "The Lantern Trust",
                        "The Lantern (subscription)",
                        "logo.png",
                        "",
                        List.of(),
                        Map.of(),
                        false,
                        "",
                        "© The Lantern",
                        "#a4262c"),
                new Site.Lists(20, feedSize, List.of("rss", "atom", "json"), true, true, List.of()),
                new Site.Text(Site.Text.Html.ALLOW_LIST, true, true),
                new Site.Crawlers(List.of("/private/"), List.of("GPTBot", "CCBot"), true),
                Map.of());
    }

    /** Makes desks know one another. */
    public static void together(StubDesk... desks) {
        for (StubDesk desk : desks) {
            desk.editions = List.of(desks);
        }
    }

    @Override
    public Root root() {
        return site.root();
    }

    @Override
    public ZoneId zone() {
        return site.zone();
    }

    @Override
    public Nameplate nameplate() {
        return Nameplate.of(site, edition);
    }

    @Override
    public press.broadsheet.desk.PagePolicy pagePolicy() {
        return press.broadsheet.desk.PagePolicy.of(hosting);
    }

    @Override
    public Navigation navigation() {
        return Navigation.of(edition);
    }

    @Override
    public Site.Organisation publisher() {
        return site.organisation();
    }

    @Override
    public int pageSize() {
        return site.lists().pageSize();
    }

    @Override
    public List<String> feeds(Listing.Kind kind) {
        return site.lists().feedFormats();
    }

    @Override
    public FeedExtent feedExtent() {
        return FeedExtent.of(site.lists());
    }

    @Override
    public String hub() {
        return hosting.pings().webSub();
    }

    @Override
    public Site.Crawlers crawlers() {
        return site.crawlers();
    }

    @Override
    public Site.Statements statements() {
        return site.statements();
    }

    @Override
    public Optional<Object> param(String name) {
        return Optional.ofNullable(site.params().get(name));
    }

    @Override
    public Map<String, Object> params() {
        return site.params();
    }

    @Override
    public Language language() {
        return edition.language();
    }

    @Override
    public List<NewsDesk> editions() {
        return editions;
    }

    @Override
    public Optional<Card> card(Article.Id id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Report> report(Article.Id id) {
        return Optional.empty();
    }

    @Override
    public EntryRun entries(Subject.Entries page) {
        return EntryRun.NONE;
    }

    @Override
    public Body body(Article.Id id) {
        return Body.EMPTY;
    }

    @Override
    public Optional<Target> find(String reference) {
        return Optional.empty();
    }

    @Override
    public Optional<Card> article(String reference) {
        return Optional.empty();
    }

    @Override
    public Optional<String> address(Subject subject) {
        String root = site.basePath() + (edition.folder().isEmpty() ? "" : edition.folder() + "/");
        return switch (subject) {
            case Subject.Front front -> Optional.of(root);
            case Subject.Story story ->
                card(story.article())
                        .map(card -> root + "world/" + card.naming().slug() + "/");
            case Subject.Entries entries -> Optional.empty();
            case Subject.Standing standing -> standingPage(standing.page()).map(page -> root + page.path() + "/");
            case Subject.Listed listed -> {
                String kind = listed.listing().kind().name().toLowerCase(java.util.Locale.ROOT);
                String list = listed.listing().kind() == Listing.Kind.LATEST
                        ? root
                        : root + kind + "/"
                                + (listed.listing().key().isEmpty()
                                        ? ""
                                        : listed.listing().key() + "/");
                yield Optional.of(listed.page() == 0 ? list : list + "page/" + listed.page() + "/");
            }
            case Subject.Overview overview -> Optional.empty();
            case Subject.Withdrawn gone -> Optional.empty();
            case Subject.Versions versions -> Optional.empty();
            case Subject.Missing missing -> Optional.of(root + "404.html");
        };
    }

    @Override
    public Run run(Subject.Listed page) {
        return new Run(select(page.listing()), 0, 0, 0);
    }

    @Override
    public List<Card> listing(Listing.Id id, int from, int count) {
        return select(id).stream().skip(from).limit(count).toList();
    }

    @Override
    public int length(Listing.Id id) {
        return select(id).size();
    }

    @Override
    public Optional<Instant> newest(Listing.Id id) {
        return select(id).stream().findFirst().map(card -> card.timing().published());
    }

    private List<Card> select(Listing.Id id) {
        Predicate<Card> in = switch (id.kind()) {
            case LATEST -> card -> true;
            case SECTION -> card -> card.filing().section().path().equals(id.key());
            case MONTH -> card -> month(card).equals(id.key());
            case CORRECTIONS -> card -> !card.apparatus().corrections().isEmpty();
            default -> card -> false;
        };
        return cards.stream()
                .filter(in)
                .sorted(Comparator.comparing((Card card) -> card.timing().published())
                        .reversed()
                        .thenComparing(Card::id))
                .toList();
    }

    private String month(Card card) {
        return DateTimeFormatter.ofPattern("uuuu/MM")
                .format(card.timing().published().atZone(site.zone()));
    }

    @Override
    public String listingName(Listing.Id id) {
        return id.kind() == Listing.Kind.TAG ? id.key() : "";
    }

    @Override
    public List<Listing.Id> listings(Listing.Kind kind) {
        if (kind == Listing.Kind.SECTION) {
            return edition.sections().stream()
                    .map(section -> new Listing.Id(kind, section.id().path()))
                    .toList();
        }
        return kind == Listing.Kind.MONTH
                ? cards.stream()
                        .map(this::month)
                        .distinct()
                        .sorted()
                        .map(month -> new Listing.Id(kind, month))
                        .toList()
                : List.of();
    }

    @Override
    public Neighbours neighbours(Article.Id id) {
        return new Neighbours(Optional.empty(), Optional.empty());
    }

    @Override
    public Neighbours parts(Article.Id id) {
        return new Neighbours(Optional.empty(), Optional.empty());
    }

    @Override
    public List<Translation> translations(Subject subject) {
        return editions.stream()
                .flatMap(desk ->
                        desk.address(subject).map(address -> new Translation(desk.language(), address)).stream())
                .toList();
    }

    @Override
    public Optional<SectionHead> section(Section.Id id) {
        return declared(id).map(SectionHead::of);
    }

    @Override
    public SectionIntro sectionIntro(Section.Id id) {
        return declared(id).map(SectionIntro::of).orElse(SectionIntro.NONE);
    }

    private Optional<Section> declared(Section.Id id) {
        return edition.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst();
    }

    @Override
    public List<SectionHead> subsections(Section.Id id) {
        return List.of();
    }

    @Override
    public Author credited(String reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Author> author(Author.Id id) {
        return Optional.empty();
    }

    @Override
    public List<Author> authors() {
        return List.of();
    }

    @Override
    public List<String> stories() {
        return List.of();
    }

    @Override
    public Optional<StoryPackage> story(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<StandingPage> standingPage(Article.Id id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    @Override
    public List<StandingPage> standingPages() {
        return pages;
    }

    @Override
    public ComposedFront front(Section.@org.jspecify.annotations.Nullable Id section) {
        return new ComposedFront(List.of());
    }

    @Override
    public Optional<press.broadsheet.news.Withdrawal> withdrawal(Article.Id id) {
        return Optional.empty();
    }

    @Override
    public List<press.broadsheet.news.Version> versions(Article.Id id) {
        return List.of();
    }

    @Override
    public List<Card> breaking() {
        return List.of();
    }

    @Override
    public Optional<PublishedPicture> picture(String source) {
        return Optional.ofNullable(pictures.get(source));
    }

    /** A picture that stands at {@code /media/<name>}. */
    public void addPicture(String name) {
        pictures.put(
                name,
                new PublishedPicture(site.basePath() + "media/" + name, new Picture.Size(1200, 800), "image/jpeg"));
    }

    @Override
    public Optional<String> asset(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    @Override
    public Optional<String> string(String key) {
        return Optional.ofNullable(strings.get(key));
    }

    @Override
    public Optional<Object> data(String name) {
        return Optional.empty();
    }

    @Override
    public boolean isBreaking(Article.Id id) {
        return false;
    }

    @Override
    public List<Card> recent() {
        Instant oldest = moment.minus(Duration.ofDays(2));
        return select(Listing.Id.LATEST).stream()
                .filter(card -> !card.timing().published().isBefore(oldest))
                .filter(card -> !card.timing().published().isAfter(moment))
                .toList();
    }

    @Override
    public Optional<String> template(String name) {
        return Optional.empty();
    }

    @Override
    public Hosting hosting() {
        return hosting;
    }
}
