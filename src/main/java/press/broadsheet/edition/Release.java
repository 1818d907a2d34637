package press.broadsheet.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Card;
import press.broadsheet.news.Status;
import press.broadsheet.news.Withdrawal;
import press.broadsheet.problem.Place;

/**
 * Which articles readers may see at a moment. What is held back never reaches an edition, so that no page can show it.
 *
 * @param published in the order given
 * @param heldBack with the reason of each
 * @param withdrawn what is left of those that readers had and that were taken back; they are held back, too
 * @param leftOut those that readers would see, were it not for an error that is told
 */
public record Release(
        List<Card> published, List<HeldBack> heldBack, List<Withdrawal> withdrawn, List<LeftOut> leftOut) {
    private static final String EXPIRED = "expired ";

    /** @param reason in words that complete "held back: ..." */
    public record HeldBack(Card card, String reason) {
        /** Whether readers had it, for as long as was said. */
        public boolean isExpired() {
            return reason.startsWith(EXPIRED);
        }
    }

    /**
     * An article that cannot be shown, although nobody wants to hold it back.
     *
     * @param disputes one at least
     */
    public record LeftOut(Card card, List<Dispute> disputes) {
        /** In words that complete "held back: ...". */
        String reason() {
            Dispute first = disputes.getFirst();
            return switch (first.cause()) {
                case TEXT_REFUSED -> "its text cannot be set";
                case SAME_ADDRESS -> "its address is that of " + first.other();
                case SAME_ID, ID_OF_WITHDRAWN -> "its id is that of " + first.other();
            };
        }
    }

    /**
     * What keeps an article from being published.
     *
     * @param other who has what it claims; null if it is at fault alone
     */
    public record Dispute(Cause cause, @Nullable Place other) {}

    /** Why an article is left out. */
    public enum Cause {
        /** Its text cannot be set: a headline without a text is no article. */
        TEXT_REFUSED,
        /** Something else is published where it would stand. */
        SAME_ADDRESS,
        /** Another article has its identity in feeds. */
        SAME_ID,
        /** The newsroom gave it the name of an article whose notice of withdrawal stands. */
        ID_OF_WITHDRAWN
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

    /**
     * Which articles are published, and which not.
     *
     * @param cards all, in the order of their files
     */
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
        return new Release(List.copyOf(published), List.copyOf(heldBack), List.copyOf(withdrawn), List.of());
    }

    /** The same without some articles that it would publish, each of which is told. */
    public Release without(Map<Card, LeftOut> more) {
        return more.isEmpty()
                ? this
                : new Release(
                        published.stream()
                                .filter(card -> !more.containsKey(card))
                                .toList(),
                        heldBack,
                        withdrawn,
                        Stream.concat(
                                        leftOut.stream(),
                                        published.stream().map(more::get).filter(Objects::nonNull))
                                .toList());
    }

    /** All that readers do not see, each with the reason. */
    List<HeldBack> unseen() {
        return leftOut.isEmpty()
                ? heldBack
                : Stream.concat(heldBack.stream(), leftOut.stream().map(one -> new HeldBack(one.card(), one.reason())))
                        .toList();
    }

    /**
     * The same after some articles were read again, at a moment until which nothing else comes or goes, where none was left out
     * and nobody has looked yet whether one is to be.
     *
     * @param read what is other
     * @param byFile the order of the articles
     */
    public Release after(CardChange read, Instant moment, Audience audience, Comparator<Card> byFile) {
        Release come = at(moment, audience, read.come());
        List<HeldBack> held = with(heldBack, HeldBack::card, read, come.heldBack(), byFile);
        boolean isHeld = come.heldBack().isEmpty() && held.size() == heldBack.size();
        List<Withdrawal> notices = isHeld
                ? withdrawn
                : held.stream()
                        .map(HeldBack::card)
                        .filter(card -> hasNotice(card, moment))
                        .map(Withdrawal::of)
                        .toList();
        return new Release(with(published, card -> card, read, come.published(), byFile), held, notices, leftOut);
    }

    private static <T> List<T> with(
            List<T> before, Function<T, Card> card, CardChange read, List<T> come, Comparator<Card> byFile) {
        var now = new ArrayList<>(before);
        now.removeIf(one -> read.hasLost(card.apply(one)));
        if (come.isEmpty() && now.size() == before.size()) {
            return before;
        }
        for (T one : come) {
            int place = Collections.binarySearch(now, one, Comparator.comparing(card, byFile));
            now.add(place < 0 ? -place - 1 : place, one);
        }
        return List.copyOf(now);
    }

    /** Whether the very same card is published. */
    @SuppressWarnings("ReferenceEquality")
    boolean publishes(Card card) {
        for (Card one : published) {
            if (one == card) {
                return true;
            }
        }
        return false;
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
