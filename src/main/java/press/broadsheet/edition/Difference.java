package press.broadsheet.edition;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Section;

/**
 * What is other in an edition than in one that was assembled before: so that whoever knows what the earlier one answered
 * need ask again only where something else may be answered. Compared are the cards and lists themselves, not what might
 * have changed them; what is called the same is made of the very same cards. Immutable.
 */
@SuppressWarnings("ReferenceEquality") // To compare what thousands of cards say takes longer than to ask.
public final class Difference {
    private final Edition before;
    private final Edition now;
    private final boolean everything;

    /** Articles whose cards or texts are others, that came, or that went. */
    private final Set<Article.Id> articles;

    /** All by which they are, or were, referred to. */
    private final Set<String> names = new HashSet<>();

    private final Set<Article.Id> besides;
    private final Set<Listing.Id> listings;
    private final boolean breaking;

    private Difference(Edition before, Edition now, Set<Article.Id> touched) {
        this.before = before;
        this.now = now;
        // Settings and standing matter are what every answer may depend on.
        this.everything =
                before.site() != now.site() || before.settings() != now.settings() || before.matter() != now.matter();
        this.articles = Set.copyOf(touched);
        this.besides = new HashSet<>(now.order().othersInStories(before.order()));
        for (Article.Id id : articles) {
            before.card(id).ifPresent(card -> names.addAll(References.namesOf(card)));
            now.card(id).ifPresent(card -> names.addAll(References.namesOf(card)));
            // In its section an article has others beside it only if one beside it came or went.
            besides.add(id);
            add(before.neighbours(id), besides);
            add(now.neighbours(id), besides);
        }
        this.listings = now.otherListings(before);
        this.breaking = !areSame(before.breaking(), now.breaking());
    }

    /**
     * Between two editions in one language.
     *
     * @param now one that was made {@linkplain Edition#after after} the other
     * @param touched all articles that were read again, or are gone: no card of another is another
     */
    public static Difference between(Edition before, Edition now, Set<Article.Id> touched) {
        return new Difference(before, now, touched);
    }

    private static void add(Edition.Neighbours beside, Set<Article.Id> all) {
        for (Card card : new Card[] {beside.older(), beside.newer()}) {
            if (card != null) {
                all.add(card.id());
            }
        }
    }

    /** Whether all of one is in the other, in its order. Two cards that say the same count as two. */
    static boolean areSame(List<Card> some, List<Card> others) {
        if (some == others) {
            return true;
        }
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing is known to be the same. */
    public boolean isEverything() {
        return everything;
    }

    /** The articles that came, went, or are others. */
    public Set<Article.Id> articles() {
        return articles;
    }

    /** The lists that have another name or other articles, or have them in another order; also those that came, or went. */
    public Set<Listing.Id> listings() {
        return Collections.unmodifiableSet(listings);
    }

    /** All by which the articles that came, went, or are others are, or were, referred to. */
    public Set<String> names() {
        return Collections.unmodifiableSet(names);
    }

    /** The articles before or after which others are read, or such as are others now, be it in their section or their story. */
    public Set<Article.Id> besides() {
        return Collections.unmodifiableSet(besides);
    }

    /** Whether an article came, went, or is another. */
    public boolean concerns(Article.Id id) {
        return articles.contains(id);
    }

    /** Whether some articles of a list are others, or stand in another order. */
    public boolean concerns(Listing.Id id, int from, int count) {
        return listings.contains(id)
                && !areSame(
                        slice(before.listing(id).cards(), from, count),
                        slice(now.listing(id).cards(), from, count));
    }

    /** Whether a page of a list has other articles, or other pages beside it. */
    public boolean concerns(Subject.Listed page) {
        if (!listings.contains(page.listing())) {
            return false;
        }
        List<Card> then = before.listing(page.listing()).cards();
        List<Card> today = now.listing(page.listing()).cards();
        int size = now.site().lists().pageSize();
        var pagesThen = Paging.of(then.size(), size);
        var pagesToday = Paging.of(today.size(), size);
        int number = page.page();
        boolean isBetween = number > 0 && number < Math.min(pagesThen.pages(), pagesToday.pages());
        return !(isBetween || then.size() == today.size())
                || !areSame(
                        slice(then, pagesThen.from(number), pagesThen.count(number)),
                        slice(today, pagesToday.from(number), pagesToday.count(number)));
    }

    private static List<Card> slice(List<Card> cards, int from, int count) {
        int first = Math.clamp(from, 0, cards.size());
        return cards.subList(first, Math.clamp((long) from + count, first, cards.size()));
    }

    /** Whether a list of a kind came or went. */
    public boolean concerns(Listing.Kind kind) {
        return !before.listings(kind).equals(now.listings(kind));
    }

    /** Whether something else stands on a front, or is another now. */
    public boolean concernsFront(Section.@Nullable Id section) {
        return !before.front(section).equals(now.front(section));
    }

    /** Whether a list is longer or shorter. */
    public boolean concernsLength(Listing.Id id) {
        return before.listing(id).size() != now.listing(id).size();
    }

    /** Whether a list has another name. */
    public boolean concernsName(Listing.Id id) {
        return !before.listing(id).name().equals(now.listing(id).name());
    }

    /** Whether there is something in a list in which there was nothing, or the other way round. */
    public boolean concernsPresence(Listing.Id id) {
        return (before.listing(id).size() == 0) != (now.listing(id).size() == 0);
    }

    /** Whether a reference may name something else, or something that is another now. */
    public boolean concerns(String reference) {
        return now.references().isAny(reference, names);
    }

    /** Whether others stand before or after an article in its section, or those are others now. */
    public boolean concernsNeighbours(Article.Id id) {
        return areOther(before.neighbours(id), now.neighbours(id));
    }

    /** The same in its story package. */
    public boolean concernsParts(Article.Id id) {
        return areOther(before.parts(id), now.parts(id));
    }

    private static boolean areOther(Edition.Neighbours some, Edition.Neighbours others) {
        return some.older() != others.older() || some.newer() != others.newer();
    }

    /** Whether something else is breaking news. */
    public boolean concernsBreaking() {
        return breaking;
    }

    /** Whether a list is another; also when it came, or went. */
    static boolean areSame(Listing some, Listing others) {
        return some == others || (Objects.equals(some.name(), others.name()) && areSame(some.cards(), others.cards()));
    }
}
