package press.broadsheet.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Card;
import press.broadsheet.news.Named;
import press.broadsheet.news.Site;

/**
 * An ordered run of cards, newest first. Immutable.
 *
 * @param name as readers see it, where it has a name of its own (a tag as typed, a contributor's name); empty if the kind
 *     says it all or the name is a date
 */
public record Listing(Id id, String name, List<Card> cards) {

    /** What a listing is of. The key is empty for LATEST, CORRECTIONS. */
    public record Id(Kind kind, String key) implements Comparable<Id> {

        // Compared for every link of every page; what a record brings by itself is several times slower.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Id that && kind.equals(that.kind) && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + key.hashCode();
        }

        public static final Id LATEST = new Id(Kind.LATEST, "");
        public static final Id CORRECTIONS = new Id(Kind.CORRECTIONS, "");

        @Override
        public int compareTo(Id other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : key.compareTo(other.key);
        }
    }

    /** The kinds of listing, and what the key of each is. */
    public enum Kind {
        /** All articles. */
        LATEST,
        /** Key: the section's path. Holds its subsections' articles too. */
        SECTION,
        /** Key: the tag's slug. */
        TAG,
        /** Key: the contributor's id. */
        CONTRIBUTOR,
        /** Key: the story package's id. */
        STORY,
        /** Key: {@code 2026}. */
        YEAR,
        /** Key: {@code 2026/11}. */
        MONTH,
        /** Key: {@code 2026/11/24}. */
        DAY,
        /** Articles with corrections, newest correction first. */
        CORRECTIONS,
        /** Key: the slug of a person's name. Holds the articles that name or quote them. */
        PERSON,
        /** Key: the slug of an organisation's name. */
        ORGANISATION,
        /** Key: the slug of a place's name. */
        PLACE,
        /** Key: the slug of an event's name. */
        EVENT;

        /** Whether its lists have feeds of their own, by what the paper wants. The paper's own feeds are those of the latest. */
        public boolean hasFeeds(Site.Lists lists) {
            String name = switch (this) {
                case LATEST -> "";
                case SECTION -> "sections";
                case TAG -> "tags";
                case CONTRIBUTOR -> "contributors";
                case STORY -> "stories";
                case CORRECTIONS -> lists.hasCorrections() ? "corrections" : "none";
                case PERSON -> "people";
                case ORGANISATION -> "organisations";
                case PLACE -> "places";
                case EVENT -> "events";
                // They end, and then a feed would say nothing more.
                case YEAR, MONTH, DAY -> "none";
            };
            return name.isEmpty() || lists.listFeeds().contains(name);
        }

        /** The lists of articles that name somebody or something of a kind. */
        public static Kind of(Named.Kind named) {
            return switch (named) {
                case PERSON -> PERSON;
                case ORGANISATION -> ORGANISATION;
                case PLACE -> PLACE;
                case EVENT -> EVENT;
            };
        }
    }

    public int size() {
        return cards.size();
    }
}
