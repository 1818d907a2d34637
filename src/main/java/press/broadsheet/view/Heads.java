package press.broadsheet.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Root;
import press.broadsheet.news.Section;
import press.broadsheet.news.StandingPage;

/** What pages tell machines in their heads: title, canonical address, robots, languages, feeds. For one page. */
final class Heads {
    private static final String SHOW_ALL = "max-image-preview:large, max-snippet:-1, max-video-preview:-1";
    private static final String HIDE = "noindex, follow";

    private final NewsDesk desk;
    private final Dates dates;
    private final Root root;

    Heads(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.root = desk.root();
    }

    HeadView of(Subject subject, List<LinkView> breadcrumbs) {
        Card card = subject instanceof Subject.Story story
                ? desk.card(story.article()).orElse(null)
                : null;
        // The earlier entries of a live report are hidden from crawlers if the report is; all else is the page's own.
        Card report = subject instanceof Subject.Entries entries
                ? desk.report(entries.article()).map(NewsDesk.Report::card).orElse(null)
                : card;
        String address = address(subject);
        String canonical = card != null && !card.naming().canonical().isEmpty()
                ? card.naming().canonical()
                : address;
        String robots = robots(subject, report);
        String description = description(subject, report);
        boolean isFound = !(subject instanceof Subject.Missing) && !(subject instanceof Subject.Withdrawn);
        // What is hidden or stands elsewhere has no alternates here.
        boolean isOurs = isFound && canonical.equals(address) && !robots.equals(HIDE);
        return new HeadView(
                title(subject, card),
                description,
                isFound ? canonical : "",
                robots,
                new OnDemand<>(() ->
                        isFound ? new OpenGraph(desk, dates).of(subject, card, canonical, description) : List.of()),
                isOurs ? alternates(subject) : List.of(),
                new Feeds(desk, dates).ofHead(subject),
                new OnDemand<>(() -> isFound ? new StructuredData(desk, dates).of(subject, breadcrumbs) : ""));
    }

    private String address(Subject subject) {
        return root.absolute(desk.address(subject).orElse(root.basePath()));
    }

    private String title(Subject subject, @Nullable Card card) {
        NewsDesk.Nameplate paper = desk.nameplate();
        if (subject instanceof Subject.Front) {
            return paper.motto().isEmpty() ? paper.name() : paper.name() + " – " + paper.motto();
        }
        var names = new Names(desk, dates);
        String name = card == null ? names.of(subject) : card.titles().seoHeadline();
        if (subject instanceof Subject.Listed listed && listed.page() > 0) {
            name += ", " + names.page(listed.page());
        }
        if (subject instanceof Subject.Versions versions) {
            name += ": "
                    + desk.card(versions.article())
                            .map(own -> own.titles().headline())
                            .orElse("");
        }
        return name + " – " + paper.name();
    }

    private String description(Subject subject, @Nullable Card card) {
        String own = card != null
                ? card.titles().standfirst().plain()
                : switch (subject) {
                    case Subject.Standing standing ->
                        desk.standingPage(standing.page())
                                .map(page -> page.standfirst().plain())
                                .orElse("");
                    case Subject.Listed listed -> description(listed.listing());
                    default -> "";
                };
        return own.isEmpty() ? desk.nameplate().description() : own;
    }

    private String description(Listing.Id id) {
        Optional<Inline> text = switch (id.kind()) {
            case SECTION ->
                Optional.of(desk.sectionIntro(new Section.Id(id.key())).description());
            case STORY -> desk.story(id.key()).map(story -> story.summary());
            case CONTRIBUTOR -> desk.author(new Author.Id(id.key())).map(Author::summary);
            default -> Optional.empty();
        };
        return text.map(Inline::plain).orElse("");
    }

    private String robots(Subject subject, @Nullable Card card) {
        boolean hidden = subject instanceof Subject.Missing
                || subject instanceof Subject.Withdrawn
                || subject instanceof Subject.Versions
                || (card != null && card.filing().noindex())
                || (subject instanceof Subject.Standing standing
                        && desk.standingPage(standing.page())
                                .map(StandingPage::noindex)
                                .orElse(false));
        if (hidden) {
            return HIDE;
        }
        Instant expires = card == null ? null : card.timing().expires();
        return expires == null ? SHOW_ALL : SHOW_ALL + ", unavailable_after: " + dates.iso(expires);
    }

    /** The same set as in the sitemap: every language, and the first edition that has the page for readers of any other. */
    private List<AlternateView> alternates(Subject subject) {
        List<NewsDesk.Translation> translations = desk.translations(subject);
        if (translations.size() < 2) {
            return List.of();
        }
        var alternates = new ArrayList<AlternateView>();
        for (NewsDesk.Translation translation : translations) {
            alternates.add(new AlternateView(translation.language().tag(), root.absolute(translation.address())));
        }
        alternates.add(new AlternateView(
                "x-default", root.absolute(translations.getFirst().address())));
        return alternates;
    }
}
