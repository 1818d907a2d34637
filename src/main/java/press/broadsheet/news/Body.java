package press.broadsheet.news;

import java.util.ArrayList;
import java.util.List;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.PlainBlocks;

/**
 * A typeset article text. Depends on its own file only: on no template, no address, no other article. What does depend
 * on them stands as a hole between finished pieces and is filled when a page is made.
 *
 * @param outline its headings, for a table of contents
 * @param mentions the paper's own addresses that finished pieces link to, in order
 * @param words how many words it has; for Japanese and Chinese, characters divided by two
 * @param opening the plain text of its first paragraph; empty if there is none
 */
public record Body(List<Piece> pieces, List<Heading> outline, List<Mention> mentions, int words, String opening) {
    public static final Body EMPTY = new Body(List.of(), List.of(), List.of(), 0, "");

    /** @param id the anchor, unique in this body; {@code level} is 2 to 6 */
    public record Heading(int level, String id, String text) {}

    /**
     * A link that names an address of the paper rather than a file.
     *
     * @param address from the paper's own root, percent-encoded: {@code /about/ethics/#sources}; or with two slashes at
     *     its start, which begin another host's
     */
    public record Mention(String address, Place place) {}

    /**
     * A text before it is typeset.
     *
     * @param text Markdown
     * @param language decides its quotation marks
     * @param start where the text begins: its file, and the line of its first line
     * @param folder the file's folder below {@code content/}, against which relative links and pictures are resolved;
     *     empty at the root
     */
    public record Source(String text, Language language, Place start, String folder) {}

    /** Turns Markdown into a body. Thread-safe. */
    public interface Typesetter {
        Body typeset(Source source, Problems problems);
    }

    /**
     * What a text needs of others, and what others may link to in it: all that the whole paper must know of it.
     *
     * @param links in order
     * @param figures in order
     * @param mentions the paper's own addresses that finished pieces link to, in order
     * @param anchors the ids of its headings, in order
     */
    public record Ends(
            List<Piece.Link> links, List<Piece.Figure> figures, List<Mention> mentions, List<String> anchors) {
        public static final Ends NONE = new Ends(List.of(), List.of(), List.of(), List.of());
    }

    public Ends ends() {
        var links = new ArrayList<Piece.Link>();
        var figures = new ArrayList<Piece.Figure>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Link link) {
                links.add(link);
            } else if (piece instanceof Piece.Figure figure) {
                figures.add(figure);
            }
        }
        return new Ends(
                List.copyOf(links),
                List.copyOf(figures),
                mentions,
                outline.stream().map(Heading::id).toList());
    }

    /** The text's paragraphs, headings, items and captions in order, each as plain words: what a reader reads. */
    public List<String> passages() {
        var html = new StringBuilder();
        for (Piece piece : pieces) {
            html.append(
                    switch (piece) {
                        case Piece.Html finished -> finished.html();
                        // What it leads to has words of its own, which may change without this text.
                        case Piece.Link link -> link.html().isEmpty() ? "…" : link.html();
                        case Piece.Figure figure -> "<p>" + figure.caption().html() + "</p>";
                        case Piece.Embed embed -> "<p>" + embed.text() + "</p>";
                    });
        }
        return PlainBlocks.of(html.toString());
    }

    /** The pictures that the text shows, as paths below {@code content/}. */
    public List<String> pictures() {
        return pieces.stream()
                .filter(Piece.Figure.class::isInstance)
                .map(piece -> ((Piece.Figure) piece).source())
                .distinct()
                .toList();
    }
}
