package press.broadsheet.news;

import java.util.List;
import press.broadsheet.problem.Place;

/**
 * Words of one field or one block as somebody typed them, and where each of them stands. Markup is left out, typography
 * is not applied.
 *
 * @param name of a field: {@code headline}, {@code corrections.text}; of a quotation, who is named beside it; else
 *     empty
 * @param level of a heading, 1 to 6; else 0
 * @param text may hold line breaks; {@link #GAP} stands where something was that is no running text: code, a picture
 * @param stretches in order; the first begins at 0
 */
public record Passage(Kind kind, String name, int level, String text, List<Stretch> stretches) {
    /** Stands for what cannot be read as words. */
    public static final char GAP = '\uFFFC';

    /** What the words stand in. */
    public enum Kind {
        FIELD,
        HEADING,
        PARAGRAPH,
        /** In a list or in a cell of a table. */
        ITEM,
        /** All paragraphs of a block quotation, with an empty line between them. */
        QUOTATION,
        /** An HTML comment, which no reader is meant to see. */
        COMMENT
    }

    /**
     * Characters that stand in the file just as in the text.
     *
     * @param at the first of them, counted in the text from 0
     * @param place of that character; without a column all of the stretch is said to stand there
     */
    public record Stretch(int at, Place place) {}

    /** A passage that stands in one stretch. */
    public static Passage at(Place place, Kind kind, String name, int level, String text) {
        return new Passage(kind, name, level, text, List.of(new Stretch(0, place)));
    }

    /** Where a character stands. */
    public Place place(int at) {
        Stretch found = stretches.getFirst();
        for (Stretch stretch : stretches) {
            if (stretch.at() > at) {
                break;
            }
            found = stretch;
        }
        Place place = found.place();
        return place.column() == 0
                ? place
                : new Place(place.file(), place.line(), place.column() + Math.max(0, at - found.at()));
    }

    /** Whether characters stand in the file in one piece, so that they can be replaced there. */
    public boolean isWhole(int from, int to) {
        Place first = place(from);
        Place last = place(to - 1);
        return first.column() > 0
                && first.line() == last.line()
                && last.column() - first.column() == to - 1 - from
                && text.substring(from, to).indexOf(GAP) < 0;
    }

    /** Whether this is a field of that name. */
    public boolean isField(String field) {
        return kind == Kind.FIELD && name.equals(field);
    }
}
