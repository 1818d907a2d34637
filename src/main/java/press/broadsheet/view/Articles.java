package press.broadsheet.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Status;
import press.broadsheet.text.Slug;

/** Shows an article on its own page. For one page. */
final class Articles {
    private static final int MOST_RELATED = 4;
    private static final int MOST_OF_A_STORY = 8;

    private static final NewsDesk.Neighbours NO_PARTS = new NewsDesk.Neighbours(Optional.empty(), Optional.empty());

    private final NewsDesk desk;
    private final Dates dates;
    private final Words words;
    private final CardViews cards;

    Articles(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.words = new Words(desk);
        this.cards = new CardViews(desk, dates);
    }

    /**
     * A numbered page of a live report: earlier entries, and of the article only what does not change when a new entry
     * comes.
     */
    ArticleView entries(Card card, int page) {
        return new ArticleView(
                cards.plain(card),
                "",
                "",
                new People(desk).byline(card),
                List.of(),
                BodyViews.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                card.apparatus().warning(),
                null,
                new LiveReports(desk, dates).of(card, page),
                null,
                new OnDemand<>(List::of),
                List.of(),
                List.of(),
                null,
                null,
                new OnDemand<>(List::of),
                rights(card),
                null,
                null,
                card.apparatus().params(),
                "",
                "",
                "",
                card.status() == Status.ARCHIVED,
                "",
                List.of(),
                null,
                null);
    }

    ArticleView of(Card card) {
        Card.Apparatus apparatus = card.apparatus();
        NewsDesk.Neighbours neighbours = desk.neighbours(card.id());
        List<Card> ofStory = others(card);
        Card.Sponsor sponsor = apparatus.sponsor();
        Instant expires = card.timing().expires();
        NewsDesk.Neighbours parts = card.filing().story().isEmpty() ? NO_PARTS : desk.parts(card.id());
        return new ArticleView(
                cards.of(card),
                card.titles().opens() ? "" : Markup.paid(card.titles().standfirst(), card, desk),
                apparatus.dateline(),
                new People(desk).byline(card),
                new People(desk).contributors(card),
                new BodyViews(desk).of(card),
                apparatus.keyPoints().stream()
                        .map(point -> Markup.paid(point, card, desk))
                        .toList(),
                corrections(card),
                updates(card),
                apparatus.sources().stream().map(this::source).toList(),
                Markup.paid(apparatus.method(), card, desk),
                apparatus.warning(),
                sponsor == null ? null : new LinkView(sponsor.name(), sponsor.url(), false),
                new LiveReports(desk, dates).of(card),
                new Lists(desk, dates)
                        .story(card.filing().story(), ofStory, false)
                        .orElse(null),
                new OnDemand<>(() -> cards.of(related(card, ofStory))),
                references(apparatus.follows(), card).stream().map(cards::link).toList(),
                tags(card),
                neighbours.older().map(cards::of).orElse(null),
                neighbours.newer().map(cards::of).orElse(null),
                new OnDemand<>(() -> share(card)),
                rights(card),
                new Pictures(desk).of(card.picture()),
                expires == null ? null : dates.of(expires),
                apparatus.params(),
                ai(card),
                ai(card).isEmpty() ? "" : words.say("ai." + ai(card)),
                Markup.paid(apparatus.disclosure().aiNote(), card, desk),
                card.status() == Status.ARCHIVED,
                apparatus.corrections().isEmpty() && apparatus.updates().isEmpty()
                        ? ""
                        : desk.address(new Subject.Versions(card.id())).orElse(""),
                new NamedViews(desk, dates).of(card),
                parts.older().map(cards::link).orElse(null),
                parts.newer().map(cards::link).orElse(null));
    }

    private static String ai(Card card) {
        Card.Disclosure.Ai ai = card.apparatus().disclosure().ai();
        return ai == Card.Disclosure.Ai.NONE ? "" : ai.name().toLowerCase(Locale.ROOT);
    }

    private String html(Inline text) {
        return Markup.of(text, desk.root());
    }

    List<NoteView> corrections(Card card) {
        return card.apparatus().corrections().stream()
                .map(correction -> {
                    String kind = correction.kind().name().toLowerCase(Locale.ROOT);
                    return new NoteView(
                            kind, words.say("note." + kind), dates.of(correction.date()), html(correction.text()));
                })
                .toList();
    }

    List<NoteView> updates(Card card) {
        return card.apparatus().updates().stream()
                .map(update ->
                        new NoteView("update", words.say("note.update"), dates.of(update.date()), html(update.text())))
                .toList();
    }

    /** What the article's own rights say; empty where the paper's apply. */
    static String rights(Card card) {
        Card.Rights rights = card.apparatus().rights();
        if (!rights.notice().isEmpty()) {
            return rights.notice();
        }
        return rights.holder().isEmpty() ? rights.terms() : "© " + rights.holder();
    }

    private SourceView source(Card.Citation citation) {
        String kind = citation.kind().name().toLowerCase(Locale.ROOT);
        return new SourceView(citation.name(), citation.url(), kind, words.say("source." + kind), citation.reason());
    }

    /** The other articles of its story package, newest first. */
    private List<Card> others(Card card) {
        String story = card.filing().story();
        if (story.isEmpty()) {
            return List.of();
        }
        return desk.listing(new Listing.Id(Listing.Kind.STORY, story), 0, MOST_OF_A_STORY + 1).stream()
                .filter(other -> !other.id().equals(card.id()))
                .limit(MOST_OF_A_STORY)
                .toList();
    }

    /** What the editors named; then the newest of its first tag. What the story package shows is not shown twice. */
    private List<Card> related(Card card, List<Card> ofStory) {
        Set<Article.Id> shown = new HashSet<>();
        shown.add(card.id());
        List<Card> related = new ArrayList<>();
        for (Card named : references(card.apparatus().related(), card)) {
            if (shown.add(named.id())) {
                related.add(named);
            }
        }
        ofStory.forEach(other -> shown.add(other.id()));
        if (related.size() < MOST_RELATED && !card.filing().tags().isEmpty()) {
            int enough = MOST_RELATED + shown.size();
            for (Card same : desk.listing(tag(card.filing().tags().getFirst(), desk), 0, enough)) {
                if (related.size() < MOST_RELATED && shown.add(same.id())) {
                    related.add(same);
                }
            }
        }
        return related;
    }

    private List<Card> references(List<Card.Reference> references, Card from) {
        return references.stream()
                .map(reference -> desk.article(reference.text()))
                .flatMap(Optional::stream)
                .filter(other -> !other.id().equals(from.id()))
                .distinct()
                .toList();
    }

    private List<LinkView> tags(Card card) {
        return card.filing().tags().stream()
                .flatMap(tag -> desk.shared(new Tag(tag), own -> link(tag, own)).stream())
                .toList();
    }

    /** Many articles have the same tag. */
    private record Tag(String name) {}

    private static Optional<LinkView> link(String tag, NewsDesk desk) {
        return desk.address(Subject.Listed.root(tag(tag, desk))).map(address -> new LinkView(tag, address, false));
    }

    private static Listing.Id tag(String tag, NewsDesk desk) {
        return new Listing.Id(Listing.Kind.TAG, Slug.of(tag, desk.language().tag()));
    }

    /** Plain links: nothing is asked of anybody before a reader follows one. */
    private List<LinkView> share(Card card) {
        String address = encode(desk.root().absolute(cards.address(card)));
        String headline = encode(card.titles().headline());
        String both = headline + "%20" + address;
        return List.of(
                new LinkView(words.say("share.email"), "mailto:?subject=" + headline + "&body=" + address, false),
                new LinkView("Mastodon", "https://share.joinmastodon.org/#text=" + both, false),
                new LinkView("Bluesky", "https://bsky.app/intent/compose?text=" + both, false),
                new LinkView("Telegram", "https://t.me/share/url?url=" + address + "&text=" + headline, false),
                new LinkView("WhatsApp", "https://wa.me/?text=" + both, false),
                new LinkView("X", "https://x.com/intent/post?url=" + address + "&text=" + headline, false));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
