package press.broadsheet.edition;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Edition.Neighbours;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.text.PatchedMap;

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
                .map(card -> card.filing().section().path())
                .distinct()
                .forEach(section -> sections.put(section, section(section, change, listings)));
        var stories = new HashMap<>(inStories);
        Set<String> touched =
                change.cards().map(card -> card.filing().story()).collect(Collectors.toCollection(HashSet::new));
        // In which order a package is read depends on what its parts name.
        matter.stories().values().stream()
                .filter(story -> !story.parts().isEmpty())
                .forEach(story -> touched.add(story.id()));
        touched.remove("");
        touched.forEach(id -> stories.put(
                id, neighbours(story(new Listing.Id(Listing.Kind.STORY, id), listings, references, matter))));
        return new ReadingOrder(sections, stories);
    }

    /** Where a card goes, those beside it become neighbours; where one comes, it and they. */
    private Map<Article.Id, Neighbours> section(String section, CardChange change, Listings listings) {
        var links = new Links(inSections.getOrDefault(section, Map.of()));
        change.gone().stream().filter(card -> isOf(card, section)).forEach(links::takeOut);
        List<Card> newestFirst =
                listings.get(new Listing.Id(Listing.Kind.SECTION, section)).cards();
        for (Card card : change.come()) {
            if (isOf(card, section)) {
                int place = Collections.binarySearch(newestFirst, card, Listings.NEWEST_FIRST);
                Card newer = next(newestFirst, place, -1, section);
                Card older = next(newestFirst, place, 1, section);
                links.put(card, new Neighbours(older, newer));
            }
        }
        return links.all();
    }

    private static boolean isOf(Card card, String section) {
        return card.filing().section().path().equals(section);
    }

    /** The next card of the section's own in a direction; null if there is none. */
    private static @Nullable Card next(List<Card> cards, int from, int step, String section) {
        for (int i = from + step; i >= 0 && i < cards.size(); i += step) {
            if (isOf(cards.get(i), section)) {
                return cards.get(i);
            }
        }
        return null;
    }

    /** Neighbours of which some are about to be others. */
    private static final class Links {
        private final Map<Article.Id, Neighbours> before;
        private final Map<Article.Id, Neighbours> others = new HashMap<>();
        private final Set<Article.Id> gone = new HashSet<>();

        Links(Map<Article.Id, Neighbours> before) {
            this.before = before;
        }

        private Neighbours of(Card card) {
            return others.getOrDefault(card.id(), before.getOrDefault(card.id(), Neighbours.NONE));
        }

        void takeOut(Card card) {
            Neighbours beside = of(card);
            others.remove(card.id());
            gone.add(card.id());
            join(beside.older(), beside.newer());
        }

        void put(Card card, Neighbours beside) {
            gone.remove(card.id());
            others.put(card.id(), beside);
            join(beside.older(), card);
            join(card, beside.newer());
        }

        private void join(@Nullable Card older, @Nullable Card newer) {
            if (older != null) {
                others.put(older.id(), new Neighbours(of(older).older(), newer));
            }
            if (newer != null) {
                others.put(newer.id(), new Neighbours(older, of(newer).newer()));
            }
        }

        Map<Article.Id, Neighbours> all() {
            return PatchedMap.of(before, others, gone);
        }
    }

    /**
     * The articles of story packages that have others beside them than before, or that came or went.
     *
     * @param before in which order they were read
     */
    Set<Article.Id> othersInStories(ReadingOrder before) {
        var others = new HashSet<Article.Id>();
        addOthers(inStories, before.inStories, others);
        addOthers(before.inStories, inStories, others);
        return others;
    }

    @SuppressWarnings(
            "ReferenceEquality") // Cards are told from one another by what they are, and so is what is made of them.
    private static void addOthers(
            Map<String, Map<Article.Id, Neighbours>> some,
            Map<String, Map<Article.Id, Neighbours>> others,
            Set<Article.Id> different) {
        some.forEach((story, articles) -> {
            Map<Article.Id, Neighbours> same = others.getOrDefault(story, Map.of());
            if (same != articles) {
                articles.forEach((id, beside) -> {
                    Neighbours then = same.get(id);
                    if (then == null || then.older() != beside.older() || then.newer() != beside.newer()) {
                        different.add(id);
                    }
                });
            }
        });
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
