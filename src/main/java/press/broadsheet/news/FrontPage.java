package press.broadsheet.news;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/** How a front is composed, from {@code front.yaml}: slots from top to bottom, each with picks and a way to be filled. */
public record FrontPage(List<Slot> slots) {

    /**
     * A place on a front.
     *
     * @param id unique on its front; an anchor
     * @param title empty for none
     * @param layout the template in {@code slots/} that shows it
     * @param limit how many articles it holds at most
     * @param backfill how it is filled after the picks; null for picks only
     * @param more a section to which its title links; null if none
     * @param place where its layout is named, else where it begins
     */
    public record Slot(
            String id,
            String title,
            String layout,
            int limit,
            List<Pick> picks,
            @Nullable Backfill backfill,
            Section.@Nullable Id more,
            Place place) {}

    /**
     * An article that an editor put there.
     *
     * @param until the pick ends then; null if it stays
     * @param kicker replaces the article's on this front; empty to keep it. {@code headline} likewise
     * @param boost 0 ordinary, up to 3: how large the layout may show it
     */
    public record Pick(
            Card.Reference article,
            @Nullable Instant until,
            String kicker,
            String headline,
            boolean hidePicture,
            int boost,
            List<Card.Reference> supporting) {}

    /**
     * Which articles fill the rest, newest first.
     *
     * @param section null for all; {@code tags} and {@code genres} empty for all
     * @param maxUrgency only those at least this urgent (1 is most urgent); 9 for all
     * @param maxAge null for any age
     * @param tagPlaces where each of the tags is named
     */
    public record Backfill(
            Section.@Nullable Id section,
            Set<String> tags,
            Set<Genre> genres,
            int maxUrgency,
            @Nullable Duration maxAge,
            Map<String, Place> tagPlaces) {

        /** One that no file says. */
        public Backfill(
                Section.@Nullable Id section,
                Set<String> tags,
                Set<Genre> genres,
                int maxUrgency,
                @Nullable Duration maxAge) {
            this(section, tags, genres, maxUrgency, maxAge, Map.of());
        }
    }
}
