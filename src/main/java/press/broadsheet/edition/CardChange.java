package press.broadsheet.edition;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;

/**
 * What cards are others than before: of an edition, or of all its articles, those held back among them. A card that is
 * another now went and came.
 *
 * @param gone those that were there before and are not now
 * @param come those that were not there before
 */
public record CardChange(List<Card> gone, List<Card> come) {
    /** With more cards that are others it pays to begin anew. */
    private static final int MANY = 100;

    /** Whether it is so much that it is better to begin anew. */
    boolean isMuch() {
        return gone.size() > MANY || come.size() > MANY;
    }

    /** Whether one went. */
    @SuppressWarnings("ReferenceEquality") // Cards are told from one another by what they are.
    boolean hasLost(Card card) {
        for (Card one : gone) {
            if (one == card) {
                return true;
            }
        }
        return false;
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
