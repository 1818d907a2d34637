package press.broadsheet.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Card;
import press.broadsheet.news.Status;
import press.broadsheet.news.Withdrawal;

/**
 * Which articles readers may see at a moment. What is held back never reaches an edition, so that no page can show it.
 *
 * @param published in the order given
 * @param heldBack with the reason of each
 * @param withdrawn what is left of those that readers had and that were taken back; they are held back, too
 */
public record Release(List<Card> published, List<HeldBack> heldBack, List<Withdrawal> withdrawn) {
    private static final String EXPIRED = "expired ";

    /** @param reason in words that complete "held back: ..." */
    public record HeldBack(Card card, String reason) {
        /** Whether readers had it, for as long as was said. */
        public boolean isExpired() {
            return reason.startsWith(EXPIRED);
        }
    }

    /**
     * Whom the paper is made for.
     *
     * @param drafts whether drafts and pieces in review are shown
     * @param future whether pieces under embargo or dated later are shown
     */
    public record Audience(boolean drafts, boolean future) {
        public static final Audience READERS = new Audience(false, false);
    }

    public static Release at(Instant moment, Audience audience, List<Card> cards) {
        var published = new ArrayList<Card>(cards.size());
        var heldBack = new ArrayList<HeldBack>();
        var withdrawn = new ArrayList<Withdrawal>();
        for (Card card : cards) {
            String reason = reason(card, moment, audience);
            if (reason == null) {
                published.add(card);
            } else {
                heldBack.add(new HeldBack(card, reason));
                if (hasNotice(card, moment)) {
                    withdrawn.add(Withdrawal.of(card));
                }
            }
        }
        return new Release(List.copyOf(published), List.copyOf(heldBack), List.copyOf(withdrawn));
    }

    /** When readers first may see an article, whatever its status: when it is dated and its embargo is over. */
    public static Instant appears(Card card) {
        Instant published = card.timing().published();
        Instant embargo = card.timing().embargo();
        return embargo != null && embargo.isAfter(published) ? embargo : published;
    }

    /** Readers are told of what they had; of what they never had, or would have lost anyway, there is nothing to tell. */
    private static boolean hasNotice(Card card, Instant moment) {
        Instant expires = card.timing().expires();
        return card.status() == Status.WITHDRAWN
                && !moment.isBefore(appears(card))
                && (expires == null || moment.isBefore(expires));
    }

    private static @Nullable String reason(Card card, Instant moment, Audience audience) {
        Card.Timing timing = card.timing();
        Instant embargo = timing.embargo();
        Instant expires = timing.expires();
        if (card.status().isUnfinished() && !audience.drafts()) {
            return card.status() == Status.DRAFT ? "draft" : "in review";
        }
        if (timing.isUndated()) {
            return "no date";
        }
        if (card.status() == Status.WITHHELD || card.status() == Status.WITHDRAWN) {
            return card.status().id();
        }
        if (embargo != null && moment.isBefore(embargo) && !audience.future()) {
            return "embargo until " + embargo;
        }
        if (moment.isBefore(timing.published()) && !audience.future()) {
            return "not before " + timing.published();
        }
        if (expires != null && !moment.isBefore(expires)) {
            return EXPIRED + expires;
        }
        return null;
    }
}
