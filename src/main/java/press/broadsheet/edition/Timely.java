package press.broadsheet.edition;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import press.broadsheet.news.Card;

/**
 * The cards of an edition with which its moment has to do: few of many.
 *
 * @param breaking news at that moment, newest first
 * @param unsettled of which {@link PaperCheck} may tell something else at a later moment, newest first: reports, and what was
 *     changed in time to come
 */
record Timely(List<Card> breaking, List<Card> unsettled) {
    /** @param cards all, newest first */
    static Timely of(List<Card> cards, Instant moment) {
        return new Timely(
                cards.stream().filter(card -> isBreaking(card, moment)).toList(),
                cards.stream().filter(card -> isUnsettled(card, moment)).toList());
    }

    /**
     * The same after some cards went and others came.
     *
     * @param later a moment that is not before the one that these are of: no card becomes one of these by the passing of time
     */
    Timely after(CardChange change, Instant later) {
        return of(
                Stream.of(breaking, unsettled)
                        .flatMap(some -> some.stream().filter(card -> !change.hasLost(card)))
                        .distinct()
                        .toList(),
                change,
                later);
    }

    private static Timely of(List<Card> still, CardChange change, Instant moment) {
        return of(
                Stream.concat(still.stream(), change.come().stream())
                        .sorted(Edition.NEWEST_FIRST)
                        .toList(),
                moment);
    }

    private static boolean isBreaking(Card card, Instant moment) {
        Instant until = card.timing().breakingUntil();
        return until != null && moment.isBefore(until);
    }

    private static boolean isUnsettled(Card card, Instant moment) {
        return card.extent().lastEntry() != null || card.timing().modified().isAfter(moment);
    }
}
