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
 */
public record StoryPackage(
        String id,
        String name,
        Inline summary,
        @Nullable Picture picture,
        List<Event> timeline,
        @Nullable Body text,
        Place place) {

    /** @param date as the newsroom writes it, printed unchanged: "16 November 2024" */
    public record Event(String date, Inline text) {}
}
