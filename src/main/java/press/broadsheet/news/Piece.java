package press.broadsheet.news;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import press.broadsheet.problem.Place;

/** A part of a body: finished HTML, or a hole that is filled when a page is made. Joined in order they are the text. */
public sealed interface Piece {
    /** Finished, safe HTML. */
    record Html(String html) implements Piece {}

    /**
     * A link to another article or page of the paper.
     *
     * @param target what the reporter wrote: an id, a slug, or a path below {@code content/} (relative links are already
     *     resolved against the article's own folder and have lost their ending); may end in {@code #anchor}
     * @param html the linked words as safe HTML; empty to show the other article's headline
     */
    record Link(String target, String html, Place place) implements Piece {}

    /**
     * A picture that stands as a block of its own.
     *
     * @param source the file below {@code content/}
     * @param alt what it shows; empty means decorative
     * @param caption empty if none
     * @param credit empty if not said
     */
    record Figure(String source, String alt, Inline caption, String credit, Place place) implements Piece {}

    /**
     * Something that a template of the designer's shows: {@code templates/embeds/<name>.peb}.
     *
     * @param values what the reporter gave, by name; {@code url} and {@code player} are checked to be absolute https
     *     where present
     * @param text what it holds, in words, for feeds, print and readers who do not load it: safe HTML, may be empty
     */
    record Embed(String name, Map<String, String> values, String text, Place place) implements Piece {}

    /**
     * One entry of a live report: what became known at one time.
     *
     * @param id its anchor, unique in the report and the same for as long as its time is: {@code e-20261123-1405}
     * @param time when it was known
     * @param title empty if it has none
     * @param author a contributor's id or a name; empty if the report's own authors wrote it
     * @param key whether it is one of the events that a reader who comes late should see
     * @param pinned whether it stands above all others
     * @param article what the reporter wrote to name the article that grew out of it; empty if none did
     * @param pieces its text
     */
    record Entry(
            String id,
            Instant time,
            Inline title,
            String author,
            boolean key,
            boolean pinned,
            String article,
            List<Piece> pieces,
            Place place)
            implements Piece {}
}
