package press.broadsheet.view;

import java.util.List;

/**
 * A text as a run of pieces; printed in order they are the whole.
 *
 * @param pieces finished HTML, pictures, embeds; an article's begins with its dateline
 * @param outline its headings, for a table of contents
 * @param words how many words it has
 * @param pictures how many pictures it shows
 */
public record BodyView(List<PieceView> pieces, List<HeadingView> outline, int words, int pictures) {}
