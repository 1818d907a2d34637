package press.broadsheet.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.ComposedFront;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Card;
import press.broadsheet.news.Section;

/**
 * A question about what a list or a front shows, and in which order.
 *
 * @param <A> what the answer is
 */
public sealed interface ListNeed<A> extends Need<A> {
    /** What people call a list. */
    private static String name(Listing.Id id) {
        String kind = "the list " + id.kind().name().toLowerCase(Locale.ROOT);
        return id.key().isEmpty() ? kind : kind + " " + id.key();
    }

    /** A page of a list. */
    record OfRun(Subject.Listed page) implements ListNeed<NewsDesk.Run> {
        @Override
        public Object about() {
            return page;
        }

        @Override
        public NewsDesk.Run ask(NewsDesk desk) {
            return desk.run(page);
        }

        @Override
        public String words() {
            return (page.page() == 0 ? "the newest of " : "page " + page.page() + " of ") + name(page.listing());
        }
    }

    /** A run of a list. */
    record OfListing(Listing.Id id, int from, int count) implements ListNeed<List<Card>> {

        // Compared for every link of every page; what a record brings by itself is several times slower.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfListing that && id.equals(that.id) && from == that.from && count == that.count;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * id.hashCode() + from) + count;
        }

        @Override
        public Object about() {
            return this;
        }

        @Override
        public List<Card> ask(NewsDesk desk) {
            return desk.listing(id, from, count);
        }

        @Override
        public String words() {
            return "articles " + (from + 1) + " to " + (from + count) + " of " + name(id);
        }
    }

    /** How long a list is. */
    record OfLength(Listing.Id id) implements ListNeed<Integer> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Integer ask(NewsDesk desk) {
            return desk.length(id);
        }

        @Override
        public String words() {
            return "the length of " + name(id);
        }
    }

    /** When the newest article of a list was published. */
    record OfNewest(Listing.Id id) implements ListNeed<Optional<Instant>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<Instant> ask(NewsDesk desk) {
            return desk.newest(id);
        }

        @Override
        public String words() {
            return "the date of the newest of " + name(id);
        }
    }

    /** What a list is called. */
    record OfListingName(Listing.Id id) implements ListNeed<String> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public String ask(NewsDesk desk) {
            return desk.listingName(id);
        }

        @Override
        public String words() {
            return "the name of " + name(id);
        }
    }

    /** All lists of a kind. */
    record OfListings(Listing.Kind kind) implements ListNeed<List<Listing.Id>> {
        @Override
        public Object about() {
            return kind;
        }

        @Override
        public List<Listing.Id> ask(NewsDesk desk) {
            return desk.listings(kind);
        }

        @Override
        public String words() {
            return "which lists there are of the kind " + kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands on a front; null for the front page. */
    record OfFront(Section.@Nullable Id section) implements ListNeed<ComposedFront> {
        @Override
        public Object about() {
            return section == null ? "" : section;
        }

        @Override
        public ComposedFront ask(NewsDesk desk) {
            return desk.front(section);
        }

        @Override
        public String words() {
            return section == null
                    ? "the composition of the front page"
                    : "the composition of the front of " + section.path();
        }
    }

    /** What is breaking at this moment. */
    record OfBreaking() implements ListNeed<List<Card>> {
        @Override
        public List<Card> ask(NewsDesk desk) {
            return desk.breaking();
        }

        @Override
        public String words() {
            return "what is breaking news";
        }
    }

    /** What is news at this moment. */
    record OfRecent() implements ListNeed<List<Card>> {
        @Override
        public List<Card> ask(NewsDesk desk) {
            return desk.recent();
        }

        @Override
        public String words() {
            return "what appeared in the last two days";
        }
    }
}
