package press.broadsheet.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.broadsheet.edition.CardChange;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Release;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Status;
import press.broadsheet.problem.Place;

/**
 * When the paper changes by itself, although nobody touches a file, and why. Between two of its instants every moment
 * gives the same paper. Pure: follows from the articles, the fronts and the moment alone.
 *
 * @param entries those after the paper's moment, in order; several may share an instant
 */
public record Timetable(List<Entry> entries) {
    /** Nothing will change. */
    public static final Timetable EMPTY = new Timetable(List.of());

    /**
     * One change.
     *
     * @param place the file that says so
     * @param language of the edition, a BCP 47 tag
     */
    public record Entry(Instant at, Change change, Place place, String language) {}

    /** What changes. */
    public enum Change {
        /** An embargo ends, or the date of publication comes: the article appears. */
        APPEARS("appears", true),
        /** Likewise, of an article that was withdrawn meanwhile: its notice appears. */
        NOTICE_APPEARS("its notice of withdrawal appears", true),
        EXPIRES("expires", true),
        /** The banner ends. */
        STOPS_BREAKING("is no longer breaking news", true),
        /** Two days have passed: the news sitemap leaves it out. */
        LEAVES_NEWS("leaves the news sitemap", true),
        /** A pick on a front ends. */
        PICK_ENDS("a pick on the front ends", false),
        /** It is too old to fill a slot, where it may have stood. */
        TOO_OLD_FOR_SLOT("is too old for a slot of the front", false);

        private final String words;

        /** Whether it follows from the article alone. */
        private final boolean ofArticle;

        Change(String words, boolean ofArticle) {
            this.words = words;
            this.ofArticle = ofArticle;
        }

        /** For people; completes "Then world/river.md ...". */
        public String words() {
            return words;
        }

        /** For programs: {@code leaves-news}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The first instant at which the paper changes; empty if it stays as it is. */
    public Optional<Instant> next() {
        return entries.stream().map(Entry::at).findFirst();
    }

    /** The instants, each once, in order. */
    public List<Instant> instants() {
        return entries.stream().map(Entry::at).distinct().toList();
    }

    /**
     * Of a whole paper.
     *
     * @param editions with the release that each was assembled from
     * @param audience whom the paper is made for, as the releases were
     */
    public static Timetable of(List<Issue> editions, Release.Audience audience) {
        var entries = new ArrayList<Entry>();
        for (Issue issue : editions) {
            var gathering = new Gathering(issue, audience, entries);
            issue.release().published().forEach(gathering::card);
            issue.release().heldBack().forEach(held -> gathering.card(held.card()));
            gathering.fronts();
        }
        return inOrder(entries);
    }

    /**
     * The same after some articles were read again, before the first instant of this.
     *
     * @param editions as they are now
     * @param read what is other in each of them, of what readers see or what is held back
     */
    public Timetable after(List<Issue> editions, List<CardChange> read, Release.Audience audience) {
        var now = new ArrayList<Entry>();
        for (int i = 0; i < editions.size(); i++) {
            Issue issue = editions.get(i);
            var gathering = new Gathering(issue, audience, now);
            Set<Place> gone = read.get(i).gone().stream().map(Card::place).collect(Collectors.toSet());
            String language = issue.edition().settings().language().tag();
            for (Entry entry : entries) {
                if (entry.language().equals(language) && entry.change().ofArticle && !gone.contains(entry.place())) {
                    gathering.add(entry.at(), entry.change(), entry.place());
                }
            }
            read.get(i).come().forEach(gathering::card);
            gathering.fronts();
        }
        return inOrder(now);
    }

    private static Timetable inOrder(List<Entry> entries) {
        entries.sort(Comparator.comparing(Entry::at)
                .thenComparing(entry -> entry.place().toString())
                .thenComparing(Entry::change)
                .thenComparing(Entry::language));
        return new Timetable(List.copyOf(entries));
    }

    /** An edition and what it was assembled from: only the release knows what is still held back. */
    public record Issue(Edition edition, Release release) {}

    /** Looks through one edition. */
    private static final class Gathering {
        private final Edition edition;
        private final List<Release.HeldBack> heldBack;
        private final Release.Audience audience;
        private final Instant moment;
        private final List<Entry> entries;

        Gathering(Issue issue, Release.Audience audience, List<Entry> entries) {
            this.edition = issue.edition();
            this.audience = audience;
            this.moment = issue.edition().moment();
            this.entries = entries;
            this.heldBack = issue.release().heldBack();
        }

        void card(Card card) {
            if (card.status() == Status.WITHDRAWN) {
                notice(card);
            } else if (isEverSeen(card)) {
                article(card);
            }
        }

        void fronts() {
            edition.frontPlans().values().forEach(this::front);
        }

        private boolean isEverSeen(Card card) {
            return card.status() != Status.WITHHELD
                    && card.status() != Status.WITHDRAWN
                    && !card.timing().isUndated()
                    && (audience.drafts() || !card.status().isUnfinished());
        }

        /** Since when readers see it: who is shown the future sees all at once. */
        private Instant appears(Card card) {
            return audience.future() ? Instant.MIN : Release.appears(card);
        }

        private boolean isSeenBefore(Card card, Instant instant) {
            Instant expires = card.timing().expires();
            return appears(card).isBefore(instant) && (expires == null || !expires.isBefore(instant));
        }

        private boolean isSeenAt(Card card, Instant instant) {
            Instant expires = card.timing().expires();
            return !appears(card).isAfter(instant) && (expires == null || expires.isAfter(instant));
        }

        private void article(Card card) {
            Card.Timing timing = card.timing();
            Instant appears = appears(card);
            if (isSeenAt(card, appears)) {
                add(appears, Change.APPEARS, card.place());
            }
            Instant expires = timing.expires();
            if (expires != null && appears.isBefore(expires)) {
                add(expires, Change.EXPIRES, card.place());
            }
            Instant until = timing.breakingUntil();
            if (until != null && isSeenBefore(card, until) && isSeenAt(card, until)) {
                add(until, Change.STOPS_BREAKING, card.place());
            }
            Instant published = timing.published();
            if (ForCrawlers.isNews(card)) {
                // To whom the future is shown, the news sitemap still names only what is published.
                if (audience.future()) {
                    add(published, Change.APPEARS, card.place());
                }
                Instant old = published.plus(Edition.NEWS_AGE);
                if (isSeenBefore(card, old) && isSeenAt(card, old)) {
                    add(old, Change.LEAVES_NEWS, card.place());
                }
            }
        }

        private void notice(Card card) {
            Instant appears = Release.appears(card);
            Instant expires = card.timing().expires();
            if (expires == null || appears.isBefore(expires)) {
                add(appears, Change.NOTICE_APPEARS, card.place());
                if (expires != null) {
                    add(expires, Change.EXPIRES, card.place());
                }
            }
        }

        private void front(FrontPage front) {
            int capacity = 0;
            for (FrontPage.Slot slot : front.slots()) {
                capacity += slot.limit();
                for (FrontPage.Pick pick : slot.picks()) {
                    capacity += pick.supporting().size();
                    if (pick.until() != null) {
                        add(pick.until(), Change.PICK_ENDS, pick.article().place());
                    }
                }
            }
            for (FrontPage.Slot slot : front.slots()) {
                FrontPage.Backfill backfill = slot.backfill();
                Duration age = backfill == null ? null : backfill.maxAge();
                if (backfill != null && age != null) {
                    slot(backfill, age, slot.limit() + capacity);
                }
            }
        }

        /**
         * Slots are filled newest first, so an article can only stand in one while fewer newer ones fit than the slot and
         * the rest of the front together can hold.
         */
        private void slot(FrontPage.Backfill backfill, Duration age, int most) {
            // All older ones are too old already.
            Stream<Card> seen = edition.cards().stream()
                    .takeWhile(card -> card.timing().published().plus(age).isAfter(moment));
            List<Card> fitting = Stream.concat(seen, heldBack.stream().map(Release.HeldBack::card))
                    .filter(this::isEverSeen)
                    .filter(card -> edition.couldFill(card, backfill))
                    .sorted(Edition.NEWEST_FIRST)
                    .toList();
            for (int i = 0; i < fitting.size(); i++) {
                Card card = fitting.get(i);
                Instant old = card.timing().published().plus(age);
                if (!old.isAfter(moment)) {
                    break;
                }
                long newer = fitting.subList(0, i).stream()
                        .filter(other -> isSeenBefore(other, old))
                        .limit(most)
                        .count();
                if (newer < most && isSeenBefore(card, old) && isSeenAt(card, old)) {
                    add(old, Change.TOO_OLD_FOR_SLOT, card.place());
                }
            }
        }

        private void add(Instant at, Change change, Place place) {
            if (at.isAfter(moment)) {
                entries.add(new Entry(
                        at, change, place, edition.settings().language().tag()));
            }
        }
    }
}
