package press.broadsheet.news;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/**
 * What is left of an article that readers had and that was taken back: a notice at its address, and nothing of what it
 * said. Made of its card so that no page can show more.
 *
 * @param uri its identity in feeds, which no other article may take while the notice stands
 * @param section to which the notice leads readers on
 * @param aliases root-relative addresses that it used to have; they lead to the notice
 * @param since when it was withdrawn; null if not said
 * @param sinceDayOnly whether only the day is known
 * @param reason for readers; {@link Inline#NONE} if not said
 * @param name the {@code id} that its front matter gives; empty if none
 */
public record Withdrawal(
        Article.Id id,
        Place place,
        Language language,
        String uri,
        Section.Id section,
        List<String> aliases,
        java.time.@Nullable Instant since,
        boolean sinceDayOnly,
        Inline reason,
        String name) {

    /** Of an article whose status says so. */
    public static Withdrawal of(Card card) {
        Card.Timing timing = card.timing();
        boolean dated = timing.modified().isAfter(timing.published());
        return new Withdrawal(
                card.id(),
                card.place(),
                card.language(),
                card.naming().uri(),
                card.filing().section(),
                card.naming().aliases(),
                dated ? timing.modified() : null,
                timing.modifiedDayOnly(),
                card.apparatus().disclosure().reason(),
                card.naming().name());
    }
}
