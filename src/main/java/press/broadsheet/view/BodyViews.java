package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Piece;
import press.broadsheet.text.Escape;

/**
 * Fills the holes of a text. For one page.
 *
 * @param desk answers what stands in them
 */
record BodyViews(NewsDesk desk) {
    private static final String PARAGRAPH = "<p>";
    static final BodyView NONE = new BodyView(List.of(), List.of(), 0, 0);

    BodyView of(Body body) {
        return of(body, "", UnaryOperator.identity());
    }

    /** An article's text. It begins with its dateline; links that somebody paid for say so. */
    BodyView of(Card card) {
        return of(desk.body(card.id()), card.apparatus().dateline(), html -> Markup.paid(html, card, desk));
    }

    /** The text of an entry of a live report. */
    BodyView of(Piece.Entry entry, Card card) {
        return of(new Body(entry.pieces(), List.of(), List.of(), 0, ""), "", html -> Markup.paid(html, card, desk));
    }

    private BodyView of(Body body, String dateline, UnaryOperator<String> finish) {
        var pieces = new ArrayList<PieceView>();
        var html = new StringBuilder(size(body));
        int pictures = 0;
        for (Piece piece : body.pieces()) {
            switch (piece) {
                case Piece.Html finished ->
                    html.append(FootnoteNames.in(Markup.fromRoot(finished.html(), desk.root()), desk));
                case Piece.Link link -> link(link, html);
                case Piece.Figure figure -> {
                    PictureView picture = new Pictures(desk).of(figure);
                    // A picture whose file is missing is told by the build; readers see the rest of the text.
                    if (picture != null) {
                        flush(html, pieces, finish);
                        pieces.add(new PieceView("picture", "", picture, ++pictures, null));
                    }
                }
                case Piece.Embed embed -> {
                    flush(html, pieces, finish);
                    pieces.add(new PieceView("embed", "", null, 0, Embeds.of(embed, desk.root())));
                }
                // Entries are shown by time, beside the text.
                case Piece.Entry ignored -> {}
            }
        }
        flush(html, pieces, finish);
        open(pieces, dateline);
        return new BodyView(pieces, outline(body), body.words(), pictures);
    }

    /** About how long the HTML will be. */
    private static int size(Body body) {
        int size = 256;
        for (Piece piece : body.pieces()) {
            size += piece instanceof Piece.Html finished ? finished.html().length() : 128;
        }
        return size;
    }

    /**
     * Appends a link to another page of the paper; where there is no such page, only its words. Without words nothing is
     * told: what the reporter wrote to name an article says too much of one that is held back.
     */
    void link(Piece.Link link, StringBuilder html) {
        desk.find(link.target())
                .ifPresentOrElse(
                        target -> html.append("<a href=\"")
                                .append(Escape.attribute(target.address() + target.anchor()))
                                .append("\">")
                                .append(link.html().isEmpty() ? name(link, target) : link.html())
                                .append("</a>"),
                        () -> html.append("<span class=\"broken-link\">")
                                .append(link.html().isEmpty() ? "…" : link.html())
                                .append("</span>"));
    }

    /** The headline; what somebody paid for says so. */
    private String name(Piece.Link link, NewsDesk.Target target) {
        boolean paid = desk.article(link.target())
                .filter(card -> card.filing().genre() == Genre.SPONSORED)
                .isPresent();
        return Escape.attribute(
                paid
                        ? new Words(desk).say("genre." + Genre.SPONSORED.id()) + ": " + target.headline()
                        : target.headline());
    }

    private static void flush(StringBuilder html, List<PieceView> pieces, UnaryOperator<String> finish) {
        if (!html.isEmpty()) {
            pieces.add(html(finish.apply(html.toString())));
            html.setLength(0);
        }
    }

    /** A dateline runs into the first paragraph; where the text begins with something else, it stands above. */
    private static void open(List<PieceView> pieces, String dateline) {
        if (dateline.isEmpty()) {
            return;
        }
        String name = Escape.text(dateline);
        String first = pieces.isEmpty() ? "" : pieces.getFirst().html();
        if (first.startsWith(PARAGRAPH)) {
            String rest = first.substring(PARAGRAPH.length());
            pieces.set(0, html(PARAGRAPH + "<span class=\"dateline\">" + name + "</span> " + rest));
        } else {
            pieces.addFirst(html("<p><span class=\"dateline\">" + name + "</span></p>\n"));
        }
    }

    private static PieceView html(String html) {
        return new PieceView("html", html, null, 0, null);
    }

    private static List<HeadingView> outline(Body body) {
        return body.outline().stream()
                .map(heading -> new HeadingView(heading.level(), heading.id(), heading.text()))
                .toList();
    }
}
