package press.broadsheet.edition;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;

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

    private final Set<Listing.Id> listings;
    private final boolean breaking;

    private Difference(Edition before, Edition now, Set<Article.Id> touched) {
        this.before = before;
        this.now = now;
        // Settings and standing matter are what every answer may depend on.
        this.everything =
                before.site() != now.site() || before.settings() != now.settings() || before.matter() != now.matter();
        this.articles = new HashSet<>(touched);
        addOthers(before.cards(), now);
        addOthers(now.cards(), before);
        for (Article.Id id : articles) {
            before.card(id).ifPresent(card -> names.addAll(References.namesOf(card)));
            now.card(id).ifPresent(card -> names.addAll(References.namesOf(card)));
        }
        this.listings = now.otherListings(before);
        this.breaking = !areSame(before.breaking(), now.breaking());
    }

    /**
     * Between two editions in one language.
     *
     * @param touched articles of which more may be other than what their cards say
     */
    public static Difference between(Edition before, Edition now, Set<Article.Id> touched) {
        return new Difference(before, now, touched);
    }

    private void addOthers(List<Card> cards, Edition other) {
        for (Card card : cards) {
            if (!other.has(card)) {
                articles.add(card.id());
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
        return Collections.unmodifiableSet(articles);
    }

    /** The lists that have another name or other articles, or have them in another order; also those that came, or went. */
    public Set<Listing.Id> listings() {
        return Collections.unmodifiableSet(listings);
    }

    /** Whether an article came, went, or is another. */
    public boolean concerns(Article.Id id) {
        return articles.contains(id);
    }

    /** Whether a list has another name or other articles, or has them in another order. */
    public boolean concerns(Listing.Id id) {
        return listings.contains(id);
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
