package press.broadsheet.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.ComposedFront;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Section;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.text.Escape;

/** Shows fronts and the pages of lists. For one page. */
final class Lists {
    /** How many articles a timeline that is made of them shows: the newest. */
    private static final int MOST_EVENTS = 60;

    private static final StoryPackage.Event NOTHING_SAID = new StoryPackage.Event("", Inline.NONE);

    /** How many articles lead a section without a front, and of how many of its newest they are the most urgent. */
    private static final int TOP = 3;

    private static final int NEWEST = 9;

    private final NewsDesk desk;
    private final Dates dates;
    private final CardViews cards;

    Lists(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.cards = new CardViews(desk, dates);
    }

    ListView of(Subject.Listed page) {
        Listing.Id id = page.listing();
        boolean root = page.page() == 0;
        Optional<Section.Id> section = id.kind() == Listing.Kind.SECTION
                ? desk.section(new Section.Id(id.key())).map(NewsDesk.SectionHead::id)
                : Optional.empty();
        Optional<Author> author =
                id.kind() == Listing.Kind.CONTRIBUTOR ? desk.author(new Author.Id(id.key())) : Optional.empty();
        NewsDesk.Run run = desk.run(page);
        List<Card> shown = id.kind() == Listing.Kind.STORY ? asRead(id, run.cards()) : run.cards();
        var named = new NamedViews(desk, dates);
        return new ListView(
                id.kind().name().toLowerCase(Locale.ROOT),
                new Names(desk, dates).of(id),
                section.map(desk::sectionIntro)
                        .map(intro -> Markup.of(intro.description(), desk.root()))
                        .orElse(""),
                section.map(cards::colour).orElse(""),
                root ? text(section.orElse(null)) : null,
                section.map(this::subsections).orElse(List.of()),
                cards.of(root ? section.map(found -> below(found, shown)).orElse(shown) : shown),
                id.kind() == Listing.Kind.CORRECTIONS ? corrected(shown) : List.of(),
                pager(page, run),
                author.map(found -> new People(desk).contributor(found, root)).orElse(null),
                id.kind() == Listing.Kind.STORY
                        ? story(id.key(), List.of(), root).orElse(null)
                        : null,
                new Feeds(desk, dates).of(page),
                run.total(),
                named.quotations(id, shown),
                named.contributor(id),
                named.sameAs(id, shown));
    }

    /** The articles of a story's page in the order that the story asks for. */
    private List<Card> asRead(Listing.Id id, List<Card> newestFirst) {
        StoryPackage story = desk.story(id.key()).orElse(null);
        if (story == null || !story.oldestFirst()) {
            return newestFirst;
        }
        var ranks = new HashMap<Article.Id, Integer>();
        for (Card.Reference part : story.parts()) {
            desk.article(part.text()).ifPresent(card -> ranks.putIfAbsent(card.id(), ranks.size()));
        }
        var order = new ArrayList<>(newestFirst.reversed());
        // Stable: what the story does not name follows by date.
        order.sort(Comparator.comparingInt(card -> ranks.getOrDefault(card.id(), Integer.MAX_VALUE)));
        return order;
    }

    /**
     * A section's newest, as its root shows them: below a front of its own without those that stand on it; without one, the
     * most urgent of the newest first, as the front page does.
     */
    private List<Card> below(Section.Id section, List<Card> newest) {
        Set<Article.Id> onFront = desk.front(section).slots().stream()
                .flatMap(slot -> slot.items().stream())
                .flatMap(item -> Stream.concat(Stream.of(item.card()), item.supporting().stream()))
                .map(Card::id)
                .collect(Collectors.toSet());
        if (!onFront.isEmpty()) {
            return newest.stream().filter(card -> !onFront.contains(card.id())).toList();
        }
        List<Card> top = newest.stream()
                .limit(NEWEST)
                .filter(card -> card.filing().genre().isJournalism())
                .sorted(Comparator.comparingInt((Card card) -> card.filing().urgency()))
                .limit(TOP)
                .toList();
        return Stream.concat(top.stream(), newest.stream().filter(card -> !top.contains(card)))
                .toList();
    }

    /** The articles that a page of a list shows. */
    List<Card> cards(Subject.Listed page) {
        return desk.run(page).cards();
    }

    FrontView front(Section.@Nullable Id section) {
        return new FrontView(
                desk.front(section).slots().stream().map(this::slot).toList());
    }

    private SlotView slot(ComposedFront.FilledSlot filled) {
        FrontPage.Slot slot = filled.slot();
        Section.Id more = slot.more();
        return new SlotView(
                slot.id(),
                slot.title(),
                more == null ? "" : cards.address(more),
                slot.layout(),
                cards.colour(more),
                filled.items().stream().map(cards::of).toList());
    }

    /** The events that the story names; on its own page those that its articles are, too, by their dates. */
    private List<EventView> timeline(StoryPackage story, boolean whole) {
        var events = new ArrayList<EventView>();
        var told = new HashSet<Article.Id>();
        for (StoryPackage.Event event : story.timeline()) {
            Card.Reference reference = event.article();
            Card card =
                    reference == null ? null : desk.article(reference.text()).orElse(null);
            if (card != null) {
                told.add(card.id());
            }
            EventView view = event(event, card);
            // An event that left its words to an article which readers cannot see has none.
            if (!view.html().isEmpty()) {
                events.add(view);
            }
        }
        if (whole && story.articlesInTimeline()) {
            desk.listing(new Listing.Id(Listing.Kind.STORY, story.id()), 0, MOST_EVENTS).reversed().stream()
                    .filter(card -> told.add(card.id()))
                    .forEach(card -> events.add(event(NOTHING_SAID, card)));
        }
        return events;
    }

    private EventView event(StoryPackage.Event event, @Nullable Card card) {
        String text = Markup.of(event.text(), desk.root());
        if (card == null) {
            return new EventView(event.date(), text, "");
        }
        String date =
                event.date().isEmpty() ? dates.of(card.timing().published()).date() : event.date();
        String address = cards.address(card);
        String linked = "<a href=\"" + Escape.attribute(address) + "\">"
                + Escape.attribute(cards.labelled(card.titles().headline(), card)) + "</a>";
        return new EventView(date, text.isEmpty() ? linked : text, address);
    }

    private PagerView pager(Subject.Listed page, NewsDesk.Run run) {
        int number = page.page();
        String newer = number == 0 ? "" : address(page.listing(), run.newer());
        String older = run.older() == 0 ? "" : address(page.listing(), run.older());
        return new PagerView(number, address(page.listing(), 0), newer, older);
    }

    private String address(Listing.Id id, int page) {
        return desk.address(new Subject.Listed(id, page)).orElse("");
    }

    private @Nullable BodyView text(Section.@Nullable Id section) {
        Body text = section == null ? null : desk.sectionIntro(section).text();
        return text == null ? null : new BodyViews(desk).of(text);
    }

    private List<LinkView> subsections(Section.Id section) {
        return desk.subsections(section).stream()
                .map(below -> new LinkView(below.name(), cards.address(below.id()), false))
                .toList();
    }

    private List<CorrectedView> corrected(List<Card> shown) {
        var articles = new Articles(desk, dates);
        return shown.stream()
                .map(card -> new CorrectedView(cards.of(card), articles.corrections(card)))
                .toList();
    }

    /**
     * A story package; empty if the paper has no such story. One that has articles but no file has its id for a name.
     *
     * @param whole whether its text is shown, too
     */
    Optional<StoryView> story(String id, List<Card> others, boolean whole) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var listing = new Listing.Id(Listing.Kind.STORY, id);
        String address = address(listing, 0);
        Optional<StoryPackage> declared = desk.story(id);
        if (declared.isEmpty()) {
            return Optional.of(new StoryView(
                    new Names(desk, dates).of(listing), address, "", null, List.of(), null, cards.of(others)));
        }
        StoryPackage story = declared.get();
        Body text = story.text();
        return Optional.of(new StoryView(
                story.name(),
                address,
                Markup.of(story.summary(), desk.root()),
                new Pictures(desk).of(story.picture()),
                timeline(story, whole),
                whole && text != null ? new BodyViews(desk).of(text) : null,
                cards.of(others)));
    }
}
