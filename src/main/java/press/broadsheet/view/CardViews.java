package press.broadsheet.view;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.ComposedFront;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Section;

/** Shows articles as lists and fronts do. For one page. */
final class CardViews {
    private final NewsDesk desk;
    private final Dates dates;

    CardViews(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
    }

    List<CardView> of(List<Card> cards) {
        return cards.stream().map(this::of).toList();
    }

    /** Lists by the dozen show the same card in the same way. */
    private record Key(Article.Id id) {}

    CardView of(Card card) {
        return desk.shared(
                new Key(card.id()),
                own -> new CardViews(own, dates.by(own))
                        .plain(own.card(card.id()).orElseThrow()));
    }

    /** By this card alone, which need not be the one that the desk knows. */
    CardView plain(Card card) {
        return of(new ComposedFront.Item(
                card, card.titles().kicker(), card.titles().headline(), false, 0, List.of()));
    }

    /** As a front shows it, which may have other words for it. */
    CardView of(ComposedFront.Item item) {
        Card card = item.card();
        Section.Id section = card.filing().section();
        Genre genre = card.filing().genre();
        boolean reworded = !item.headline().equals(card.titles().headline());
        return new CardView(
                address(card),
                item.kicker(),
                item.headline(),
                reworded ? item.headline() : card.titles().shortHeadline(),
                Markup.paid(card.titles().standfirst(), card, desk),
                desk.section(section).map(NewsDesk.SectionHead::name).orElse(section.path()),
                address(section),
                colour(section),
                genre.id(),
                label(card),
                new People(desk).byline(card),
                dates.of(card.timing().published(), card.timing().publishedDayOnly()),
                updated(card),
                item.hidePicture() ? null : new Pictures(desk).of(card.picture()),
                card.extent().minutes(),
                isBreaking(card),
                genre == Genre.SPONSORED,
                item.boost(),
                item.supporting().stream().map(this::link).toList());
    }

    LinkView link(Card card) {
        return new LinkView(labelled(card.titles().shortHeadline(), card), address(card), false);
    }

    /** What somebody paid for says so first, where nothing but its name is seen. */
    String labelled(String name, Card card) {
        return card.filing().genre() == Genre.SPONSORED ? genreLabel(Genre.SPONSORED) + ": " + name : name;
    }

    /** Root-relative; empty if it is not published in this edition. */
    String address(Card card) {
        return desk.address(new Subject.Story(card.id())).orElse("");
    }

    String address(Section.Id section) {
        return desk.address(Subject.Listed.root(new Listing.Id(Listing.Kind.SECTION, section.path())))
                .orElse("");
    }

    /** The section's colour, or that of the section which it is a part of. */
    String colour(Section.@Nullable Id section) {
        for (Section.Id id = section; id != null; id = id.parent()) {
            Optional<String> own =
                    desk.section(id).map(NewsDesk.SectionHead::colour).filter(colour -> !colour.isEmpty());
            if (own.isPresent()) {
                return own.get();
            }
        }
        return "";
    }

    /** As of its genre; a live report that is closed is not live. */
    private String label(Card card) {
        Card.Live live = card.apparatus().live();
        return card.filing().genre() == Genre.LIVE && live != null && live.state() == Card.Live.State.ARCHIVED
                ? new Words(desk).say("genre.live-archived")
                : genreLabel(card.filing().genre());
    }

    /** Plain news needs no label. */
    String genreLabel(Genre genre) {
        return genre == Genre.NEWS ? "" : new Words(desk).say("genre." + genre.id());
    }

    /** Null while it is as it was first published. */
    @Nullable
    DateView updated(Card card) {
        Card.Timing timing = card.timing();
        return timing.modified().isAfter(timing.published())
                ? dates.of(timing.modified(), timing.modifiedDayOnly())
                : null;
    }

    private boolean isBreaking(Card card) {
        return card.timing().breakingUntil() != null && desk.isBreaking(card.id());
    }
}
