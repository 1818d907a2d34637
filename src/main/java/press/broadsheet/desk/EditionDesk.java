package press.broadsheet.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.ComposedFront;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Paging;
import press.broadsheet.edition.References;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Language;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Root;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.news.Version;
import press.broadsheet.news.Withdrawal;

/** Answers from an assembled edition. Immutable, thread-safe. */
public final class EditionDesk implements NewsDesk {
    private final Newspaper paper;
    private final Edition edition;
    private final Holdings holdings;
    /** Of all but articles: every page asks for dozens, most of them the same. */
    private final Map<Subject, Optional<String>> addresses = new ConcurrentHashMap<>();

    public EditionDesk(Newspaper paper, Edition edition, Holdings holdings) {
        this.paper = paper;
        this.edition = edition;
        this.holdings = holdings;
    }

    @Override
    public Root root() {
        return edition.site().root();
    }

    @Override
    public ZoneId zone() {
        return edition.site().zone();
    }

    @Override
    public Nameplate nameplate() {
        return Nameplate.of(edition.site(), edition.settings());
    }

    @Override
    public Navigation navigation() {
        return Navigation.of(edition.settings());
    }

    @Override
    public Site.Organisation publisher() {
        return edition.site().organisation();
    }

    @Override
    public int pageSize() {
        return edition.site().lists().pageSize();
    }

    @Override
    public List<String> feeds(Listing.Kind kind) {
        Site.Lists lists = edition.site().lists();
        return kind.hasFeeds(lists) ? lists.feedFormats() : List.of();
    }

    @Override
    public FeedExtent feedExtent() {
        return FeedExtent.of(edition.site().lists());
    }

    @Override
    public String hub() {
        return holdings.hosting().pings().webSub();
    }

    @Override
    public PagePolicy pagePolicy() {
        return PagePolicy.of(holdings.hosting());
    }

    @Override
    public Site.Crawlers crawlers() {
        return edition.site().crawlers();
    }

    @Override
    public Site.Statements statements() {
        return edition.site().statements().anywhere();
    }

    @Override
    public Optional<Object> param(String name) {
        return Optional.ofNullable(edition.site().params().get(name));
    }

    @Override
    public Map<String, Object> params() {
        return edition.site().params();
    }

    @Override
    public Language language() {
        return edition.settings().language();
    }

    @Override
    public List<NewsDesk> editions() {
        return paper.editions().stream()
                .map(other -> other == edition ? this : (NewsDesk) new EditionDesk(paper, other, holdings))
                .toList();
    }

    @Override
    public Optional<Card> card(Article.Id id) {
        return edition.card(id);
    }

    @Override
    public Optional<Report> report(Article.Id id) {
        return edition.card(id).map(Report::of);
    }

    @Override
    public EntryRun entries(Subject.Entries page) {
        List<Piece.Entry> all = body(page.article()).entries();
        Paging paging = Paging.of(all.size(), pageSize());
        int number = page.page();
        return number < 1 || number > paging.pages()
                ? EntryRun.NONE
                : new EntryRun(
                        Holdings.slice(all, paging.from(number), paging.count(number)),
                        number == paging.pages() ? 0 : number + 1,
                        all.getLast().id());
    }

    @Override
    public Body body(Article.Id id) {
        return holdings.bodies().apply(id);
    }

    @Override
    public Optional<Target> find(String reference) {
        int hash = reference.indexOf('#');
        String anchor = hash < 0 ? "" : reference.substring(hash);
        return Optional.ofNullable(edition.references().find(reference)).map(named -> switch (named) {
            case References.Named.Story story ->
                new Target(address(story.card(), anchor), story.card().titles().headline(), anchor);
            case References.Named.Page standing ->
                new Target(
                        edition.addresses()
                                .address(edition.addresses()
                                        .standingFolder(standing.page().path())),
                        standing.page().headline(),
                        anchor);
        });
    }

    /** Of the article's page; of the page with earlier entries, if the anchor is that of one of those of a live report. */
    private String address(Card card, String anchor) {
        Paging paging = edition.entryPages(card);
        Subject subject = new Subject.Story(card.id());
        if (paging.pages() > 0 && anchor.startsWith("#e-")) {
            List<Piece.Entry> entries = body(card.id()).entries();
            for (int i = 0; i < entries.size(); i++) {
                Piece.Entry entry = entries.get(i);
                int page = entry.pinned() ? 0 : paging.pageOf(i);
                if (page > 0 && anchor.equals("#" + entry.id())) {
                    subject = new Subject.Entries(card.id(), page);
                }
            }
        }
        return address(subject).orElse("");
    }

    @Override
    public Optional<Card> article(String reference) {
        return edition.references().find(reference) instanceof References.Named.Story story
                ? Optional.of(story.card())
                : Optional.empty();
    }

    @Override
    public Optional<String> address(Subject subject) {
        if (subject instanceof Subject.Story) {
            // There are too many to keep each of them.
            return addressOf(subject);
        }
        Optional<String> known = addresses.get(subject);
        return known != null ? known : addresses.computeIfAbsent(subject, this::addressOf);
    }

    private Optional<String> addressOf(Subject subject) {
        return edition.folder(subject).map(folder -> edition.addresses().address(folder));
    }

    @Override
    public Run run(Subject.Listed page) {
        List<Card> all = edition.listing(page.listing()).cards();
        Paging paging = Paging.of(all.size(), pageSize());
        int number = page.page();
        return new Run(
                Holdings.slice(all, paging.from(number), paging.count(number)),
                number == 0 ? paging.pages() : number - 1,
                number == 0 || number == paging.pages() ? 0 : number + 1,
                number == 0 ? paging.total() : 0);
    }

    @Override
    public List<Card> listing(Listing.Id id, int from, int count) {
        return Holdings.slice(edition.listing(id).cards(), from, count);
    }

    @Override
    public int length(Listing.Id id) {
        return edition.listing(id).size();
    }

    @Override
    public Optional<Instant> newest(Listing.Id id) {
        return edition.listing(id).cards().stream()
                .findFirst()
                .map(card -> card.timing().published());
    }

    @Override
    public String listingName(Listing.Id id) {
        return edition.listing(id).name();
    }

    @Override
    public List<Listing.Id> listings(Listing.Kind kind) {
        return edition.listings(kind);
    }

    @Override
    public List<Author> authors() {
        return edition.authors().stream()
                .map(edition::author)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<String> stories() {
        return edition.storyIds();
    }

    @Override
    public Neighbours neighbours(Article.Id id) {
        Edition.Neighbours found = edition.neighbours(id);
        return new Neighbours(Optional.ofNullable(found.older()), Optional.ofNullable(found.newer()));
    }

    @Override
    public Neighbours parts(Article.Id id) {
        Edition.Neighbours found = edition.parts(id);
        return new Neighbours(Optional.ofNullable(found.older()), Optional.ofNullable(found.newer()));
    }

    @Override
    public List<Translation> translations(Subject subject) {
        if (paper.editions().size() < 2) {
            return List.of();
        }
        return paper.counterparts(edition, subject).stream()
                .flatMap(same -> same
                        .edition()
                        .folder(same.subject())
                        .map(folder -> new Translation(
                                same.edition().settings().language(),
                                same.edition().addresses().address(folder)))
                        .stream())
                .toList();
    }

    @Override
    public Optional<SectionHead> section(Section.Id id) {
        return edition.section(id).map(SectionHead::of);
    }

    @Override
    public SectionIntro sectionIntro(Section.Id id) {
        return edition.section(id).map(SectionIntro::of).orElse(SectionIntro.NONE);
    }

    @Override
    public List<SectionHead> subsections(Section.Id id) {
        return edition.subsections(id).stream().map(SectionHead::of).toList();
    }

    @Override
    public Author credited(String reference) {
        return edition.author(reference);
    }

    @Override
    public Optional<Author> author(Author.Id id) {
        return edition.author(id);
    }

    @Override
    public Optional<StoryPackage> story(String id) {
        return Optional.ofNullable(edition.matter().stories().get(id));
    }

    @Override
    public Optional<StandingPage> standingPage(Article.Id id) {
        return edition.standingPage(id);
    }

    @Override
    public List<StandingPage> standingPages() {
        return edition.matter().pages();
    }

    @Override
    public ComposedFront front(Section.@Nullable Id section) {
        return edition.front(section);
    }

    @Override
    public Optional<Withdrawal> withdrawal(Article.Id id) {
        return edition.withdrawal(id);
    }

    @Override
    public List<Version> versions(Article.Id id) {
        return holdings.versions().apply(id);
    }

    @Override
    public List<Card> breaking() {
        return edition.breaking();
    }

    @Override
    public boolean isBreaking(Article.Id id) {
        return edition.breaking().stream().anyMatch(card -> card.id().equals(id));
    }

    @Override
    public List<Card> recent() {
        return edition.recent();
    }

    @Override
    public Optional<PublishedPicture> picture(String source) {
        return Optional.ofNullable(holdings.pictures().get(source));
    }

    @Override
    public Optional<String> asset(String name) {
        return Optional.ofNullable(holdings.assets().get(name));
    }

    @Override
    public Optional<String> string(String key) {
        return Optional.ofNullable(edition.matter().strings().get(key));
    }

    @Override
    public Optional<Object> data(String name) {
        return Optional.ofNullable(holdings.data().get(name));
    }

    @Override
    public Optional<String> template(String name) {
        return Optional.ofNullable(holdings.templates().get(name));
    }

    @Override
    public Hosting hosting() {
        return holdings.hosting().withoutBudget();
    }
}
