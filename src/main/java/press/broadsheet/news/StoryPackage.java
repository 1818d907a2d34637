package press.broadsheet.news;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/**
 * Articles that tell one story together, from {@code stories/<id>.md}.
 *
 * @param id the file's name without ending
 * @param timeline dated events, oldest first
 * @param text the story so far; null if none
 * @param parts which articles are read first, in order; all others follow by date
 * @param oldestFirst whether its page shows the articles as they are read, and not the newest first
 * @param articlesInTimeline whether every article of the story is an event of the timeline, too
 */
public record StoryPackage(
        String id,
        String name,
        Inline summary,
        @Nullable Picture picture,
        List<Event> timeline,
        @Nullable Body text,
        Place place,
        List<Card.Reference> parts,
        boolean oldestFirst,
        boolean articlesInTimeline) {

    /** A story that is read as its articles appeared, and whose page shows the newest first. */
    public StoryPackage(
            String id,
            String name,
            Inline summary,
            @Nullable Picture picture,
            List<Event> timeline,
            @Nullable Body text,
            Place place) {
        this(id, name, summary, picture, timeline, text, place, List.of(), false, false);
    }

    /**
     * @param date as the newsroom writes it, printed unchanged: "16 November 2024"; empty for the article's
     * @param text empty for the article's headline
     * @param article that tells of it; null if none does
     */
    public record Event(String date, Inline text, Card.@Nullable Reference article) {

        /** An event of which no article is named. */
        public Event(String date, Inline text) {
            this(date, text, null);
        }
    }
}
