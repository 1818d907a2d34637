package press.broadsheet.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;

/**
 * What cards are others in an edition than in the one before. A card that is another now went and came.
 *
 * @param gone those of the edition before that are not in this one
 * @param come those of this edition that were not in the one before
 */
record CardChange(List<Card> gone, List<Card> come) {
    /** With more cards that are others it pays to begin anew. */
    private static final int MANY = 100;

    /**
     * Compares cards by what they are, not by what they say.
     *
     * @param before all of the edition before
     * @param newestFirst the same in their order
     * @param now all of this one
     * @return empty if it is better assembled from nothing
     */
    @SuppressWarnings("ReferenceEquality") // What is the very same card needs no look at what it says.
    static Optional<CardChange> between(Map<Article.Id, Card> before, List<Card> newestFirst, List<Card> now) {
        var come = new ArrayList<Card>();
        for (Card card : now) {
            if (before.get(card.id()) != card) {
                come.add(card);
            }
        }
        int same = now.size() - come.size();
        boolean isMuch = come.size() > MANY || before.size() - same > MANY;
        // Two articles of one name are told; until that is mended nobody counts on them.
        boolean areTwins = before.size() != newestFirst.size()
                || come.stream().map(Card::id).distinct().count() < come.size();
        if (isMuch || areTwins) {
            return Optional.empty();
        }
        var gone = new ArrayList<Card>();
        if (same < before.size()) {
            var there = HashMap.<Article.Id, Card>newHashMap(now.size());
            now.forEach(card -> there.put(card.id(), card));
            newestFirst.stream().filter(card -> there.get(card.id()) != card).forEach(gone::add);
        }
        return Optional.of(new CardChange(gone, come));
    }

    /** All of them. */
    Stream<Card> cards() {
        return Stream.concat(gone.stream(), come.stream());
    }

    /** Whom all of them name as their authors and contributors. */
    Stream<Credits.Credit> credits() {
        return cards().flatMap(card ->
                Stream.concat(card.credits().authors().stream(), card.credits().contributors().stream()));
    }

    /** Of those that went; some of them may have come again. */
    Set<Article.Id> goneIds() {
        return gone.stream().map(Card::id).collect(Collectors.toSet());
    }
}
