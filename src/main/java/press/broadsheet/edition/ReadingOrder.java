package press.broadsheet.edition;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.broadsheet.edition.Edition.Neighbours;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StoryPackage;

/** What is read before and after each article: in its section by date, in its story package as the package says. Immutable. */
final class ReadingOrder {
    /** By the sections' paths. */
    private final Map<String, Map<Article.Id, Neighbours>> inSections;

    /** By the packages' ids. */
    private final Map<String, Map<Article.Id, Neighbours>> inStories;

    private ReadingOrder(
            Map<String, Map<Article.Id, Neighbours>> inSections, Map<String, Map<Article.Id, Neighbours>> inStories) {
        this.inSections = inSections;
        this.inStories = inStories;
    }

    static ReadingOrder of(Listings listings, References references, StandingMatter matter) {
        var inSections = new HashMap<String, Map<Article.Id, Neighbours>>();
        listings.ids(Listing.Kind.SECTION).forEach(id -> inSections.put(id.key(), section(id, listings)));
        return new ReadingOrder(inSections, stories(listings, references, matter));
    }

    /** The same after some cards went and others came. */
    ReadingOrder after(CardChange change, Listings listings, References references, StandingMatter matter) {
        var sections = new HashMap<>(inSections);
        change.cards()
                .map(card -> new Listing.Id(
                        Listing.Kind.SECTION, card.filing().section().path()))
                .distinct()
                .forEach(id -> sections.put(id.key(), section(id, listings)));
        // In which order a package is read depends on what its parts name.
        return new ReadingOrder(sections, stories(listings, references, matter));
    }

    private static Map<Article.Id, Neighbours> section(Listing.Id section, Listings listings) {
        // A section's list holds its subsections' articles: each card has neighbours in its own section only.
        List<Card> own = listings.get(section).cards().stream()
                .filter(card -> card.filing().section().path().equals(section.key()))
                .toList();
        return neighbours(own.reversed());
    }

    private static Map<String, Map<Article.Id, Neighbours>> stories(
            Listings listings, References references, StandingMatter matter) {
        var all = new HashMap<String, Map<Article.Id, Neighbours>>();
        listings.ids(Listing.Kind.STORY)
                .forEach(id -> all.put(id.key(), neighbours(story(id, listings, references, matter))));
        return all;
    }

    /** The articles of a story package as they are read: those that it names, and after them the others by date. */
    private static List<Card> story(Listing.Id id, Listings listings, References references, StandingMatter matter) {
        List<Card> byDate = listings.get(id).cards().reversed();
        StoryPackage story = matter.stories().get(id.key());
        if (story == null || story.parts().isEmpty()) {
            return byDate;
        }
        var order = new LinkedHashMap<Article.Id, Card>();
        for (Card.Reference part : story.parts()) {
            if (references.find(part.text()) instanceof References.Named.Story named
                    && named.card().filing().story().equals(id.key())) {
                order.putIfAbsent(named.card().id(), named.card());
            }
        }
        byDate.forEach(card -> order.putIfAbsent(card.id(), card));
        return List.copyOf(order.values());
    }

    /** @param order the first to be read first */
    private static Map<Article.Id, Neighbours> neighbours(List<Card> order) {
        var all = HashMap.<Article.Id, Neighbours>newHashMap(order.size());
        for (int i = 0; i < order.size(); i++) {
            Card older = i > 0 ? order.get(i - 1) : null;
            Card newer = i + 1 < order.size() ? order.get(i + 1) : null;
            all.put(order.get(i).id(), new Neighbours(older, newer));
        }
        return all;
    }

    /** What stands before and after an article in its section. */
    Neighbours inSection(Card card) {
        return inSections
                .getOrDefault(card.filing().section().path(), Map.of())
                .getOrDefault(card.id(), Neighbours.NONE);
    }

    /** The same in its story package; nothing if it is in none. */
    Neighbours inStory(Card card) {
        return inStories.getOrDefault(card.filing().story(), Map.of()).getOrDefault(card.id(), Neighbours.NONE);
    }
}
