package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Body;
import press.broadsheet.news.Piece;
import press.broadsheet.text.Escape;

/**
 * Fills the holes of a text. For one page.
 *
 * @param desk answers what stands in them
 */
record BodyViews(NewsDesk desk) {
    static final BodyView NONE = new BodyView(List.of(), List.of(), 0);

    BodyView of(Body body) {
        var pieces = new ArrayList<PieceView>();
        var html = new StringBuilder();
        for (Piece piece : body.pieces()) {
            switch (piece) {
                case Piece.Html finished -> html.append(finished.html());
                case Piece.Link link -> link(link, html);
                case Piece.Figure figure -> {
                    PictureView picture = new Pictures(desk).of(figure);
                    // A picture whose file is missing is told by the build; readers see the rest of the text.
                    if (picture != null) {
                        flush(html, pieces);
                        pieces.add(new PieceView("picture", "", picture, "", Map.of()));
                    }
                }
                case Piece.Embed embed -> {
                    flush(html, pieces);
                    pieces.add(new PieceView("embed", embed.text(), null, embed.name(), embed.values()));
                }
            }
        }
        flush(html, pieces);
        return new BodyView(pieces, outline(body), body.words());
    }

    /** Appends a link to another page of the paper; where there is no such page, only its words. */
    void link(Piece.Link link, StringBuilder html) {
        desk.find(link.target())
                .ifPresentOrElse(
                        target -> html.append("<a href=\"")
                                .append(Escape.attribute(target.address() + target.anchor()))
                                .append("\">")
                                .append(link.html().isEmpty() ? Escape.attribute(target.headline()) : link.html())
                                .append("</a>"),
                        () -> html.append("<span class=\"broken-link\">")
                                .append(link.html().isEmpty() ? Escape.attribute(link.target()) : link.html())
                                .append("</span>"));
    }

    private static void flush(StringBuilder html, List<PieceView> pieces) {
        if (!html.isEmpty()) {
            pieces.add(new PieceView("html", html.toString(), null, "", Map.of()));
            html.setLength(0);
        }
    }

    private static List<HeadingView> outline(Body body) {
        return body.outline().stream()
                .map(heading -> new HeadingView(heading.level(), heading.id(), heading.text()))
                .toList();
    }
}
