package press.broadsheet.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Language;
import press.broadsheet.news.Section;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.Withdrawal;

/**
 * Builds every view, and asks the desk for all that they show. Knows nothing of its own but how dates are written, so
 * that one serves all pages and all editions. Thread-safe.
 */
public final class Views {
    private final Dates.Formats formats = new Dates.Formats();

    /** The paper as a page about this subject shows it. */
    public SiteView site(Subject subject, NewsDesk desk) {
        return new Masthead(desk, dates(desk)).of(subject);
    }

    /** What every template sees of the page that it makes. */
    public PageView page(Subject subject, NewsDesk desk) {
        Dates dates = dates(desk);
        List<LinkView> breadcrumbs = new Crumbs(desk, dates).of(subject);
        Language language = language(subject, desk);
        return new PageView(
                kind(subject),
                desk.address(subject).orElse(desk.root().basePath()),
                language.tag(),
                language.direction(),
                new Heads(desk, dates).of(subject, breadcrumbs),
                breadcrumbs,
                languages(subject, desk),
                subject instanceof Subject.Front ? newest(desk, dates) : null);
    }

    /**
     * The date on a front page is the newest article's, not the moment of the build: the page stays as it is until there
     * is news. Null while there is none.
     */
    private static @Nullable DateView newest(NewsDesk desk, Dates dates) {
        return desk.listing(Listing.Id.LATEST, 0, 1).stream()
                .findFirst()
                .map(card -> dates.of(card.timing().published()))
                .orElse(null);
    }

    /** An article on its own page. */
    public ArticleView article(Article.Id id, NewsDesk desk) {
        return new Articles(desk, dates(desk)).of(card(id, desk));
    }

    /** A numbered page of a live report. */
    public ArticleView entries(Article.Id id, int page, NewsDesk desk) {
        Card report = desk.report(id)
                .map(NewsDesk.Report::card)
                .orElseThrow(() -> new NoSuchElementException("No live report " + id));
        return new Articles(desk, dates(desk)).entries(report, page);
    }

    /** A live report as its own page shows it. */
    public LiveView live(Article.Id id, NewsDesk desk) {
        LiveView live = new LiveReports(desk, dates(desk)).of(card(id, desk));
        if (live == null) {
            throw new NoSuchElementException("No live report " + id);
        }
        return live;
    }

    /** A front; null section for the front page. */
    public FrontView front(Section.@Nullable Id section, NewsDesk desk) {
        return new Lists(desk, dates(desk)).front(section);
    }

    /** A page of a list; page 0 is its root. */
    public ListView list(Listing.Id listing, int page, NewsDesk desk) {
        return new Lists(desk, dates(desk)).of(new Subject.Listed(listing, page));
    }

    /** A page that names all lists of a kind. */
    public OverviewView overview(Subject.Overview.Kind kind, NewsDesk desk) {
        return new Overviews(desk, dates(desk)).of(kind);
    }

    /** A standing page. */
    public StandingView standing(Article.Id id, NewsDesk desk) {
        StandingPage page = desk.standingPage(id).orElseThrow(() -> new NoSuchElementException("No page " + id));
        return new StandingView(
                page.headline(), Markup.of(page.standfirst(), desk.root()), new BodyViews(desk).of(page.body()));
    }

    /** The newest articles, for readers who asked for a page that there is not. */
    public List<CardView> missing(NewsDesk desk) {
        return new CardViews(desk, dates(desk)).of(desk.listing(Listing.Id.LATEST, 0, 6));
    }

    /** What became of an article since it was first published. */
    public VersionsView versions(Article.Id id, NewsDesk desk) {
        return new Versions(desk, dates(desk)).of(card(id, desk));
    }

    /** The notice where an article stood. */
    public WithdrawalView withdrawal(Article.Id id, NewsDesk desk) {
        Withdrawal gone = desk.withdrawal(id).orElseThrow(() -> new NoSuchElementException("No notice of " + id));
        var section = new Listing.Id(Listing.Kind.SECTION, gone.section().path());
        Instant since = gone.since();
        return new WithdrawalView(
                Markup.of(gone.reason(), desk.root()),
                since == null ? null : dates(desk).of(since, gone.sinceDayOnly()),
                desk.address(Subject.Listed.root(section))
                        .map(address -> new LinkView(new Names(desk, dates(desk)).of(section), address, false))
                        .orElse(null));
    }

    /** An article as feeds carry it. */
    public EntryView entry(Article.Id id, NewsDesk desk) {
        return new Entries(desk, dates(desk)).of(card(id, desk));
    }

    private Dates dates(NewsDesk desk) {
        return new Dates(desk, formats);
    }

    private static Card card(Article.Id id, NewsDesk desk) {
        return desk.card(id).orElseThrow(() -> new NoSuchElementException("No article " + id));
    }

    private static String kind(Subject subject) {
        return switch (subject) {
            case Subject.Front front -> "front";
            case Subject.Story story -> "article";
            case Subject.Entries entries -> "article";
            case Subject.Standing standing -> "standing";
            case Subject.Listed listed ->
                listed.listing().kind() == Listing.Kind.SECTION && listed.page() == 0 ? "section" : "list";
            case Subject.Overview overview -> "overview";
            case Subject.Withdrawn gone -> "withdrawn";
            case Subject.Versions versions -> "versions";
            case Subject.Missing missing -> "missing";
        };
    }

    /** An article may be in another language than its edition. */
    private static Language language(Subject subject, NewsDesk desk) {
        Optional<Language> own = switch (subject) {
            case Subject.Story story -> desk.card(story.article()).map(Card::language);
            case Subject.Versions versions -> desk.card(versions.article()).map(Card::language);
            case Subject.Entries entries -> desk.report(entries.article()).map(NewsDesk.Report::language);
            default -> Optional.empty();
        };
        return own.orElse(desk.language());
    }

    /** Every edition with the way there; none where there is only one. */
    private static List<LanguageView> languages(Subject subject, NewsDesk desk) {
        if (desk.editions().size() < 2) {
            return List.of();
        }
        List<NewsDesk.Translation> fronts = desk.translations(new Subject.Front());
        if (fronts.size() < 2) {
            return List.of();
        }
        var same = desk.translations(subject).stream()
                .collect(Collectors.toMap(NewsDesk.Translation::language, NewsDesk.Translation::address));
        return fronts.stream()
                .map(front -> {
                    Language language = front.language();
                    String exact = same.get(language);
                    return new LanguageView(
                            language.tag(),
                            ownName(language),
                            language.direction(),
                            exact == null ? front.address() : exact,
                            exact != null,
                            language.equals(desk.language()));
                })
                .toList();
    }

    /** As its speakers call it, with a capital where they have them. */
    private static String ownName(Language language) {
        Locale locale = language.locale();
        String name = locale.getDisplayLanguage(locale);
        int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(locale) + name.substring(first);
    }
}
