package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Piece;
import press.broadsheet.problem.Place;
import press.broadsheet.text.Escape;

/**
 * Fills the holes of a text. For one page.
 *
 * @param desk answers what stands in them
 */
record BodyViews(NewsDesk desk) {
    static final BodyView NONE = new BodyView(List.of(), List.of(), 0);

    BodyView of(Body body, Article.Id from) {
        var pieces = new ArrayList<PieceView>();
        var html = new StringBuilder();
        for (Piece piece : body.pieces()) {
            switch (piece) {
                case Piece.Html finished -> html.append(Markup.fromRoot(finished.html(), desk.site()));
                case Piece.Link link -> link(link, from, html);
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
                    pieces.add(new PieceView(
                            "embed", Markup.fromRoot(embed.text(), desk.site()), null, embed.name(), embed.values()));
                }
            }
        }
        flush(html, pieces);
        return new BodyView(pieces, outline(body), body.words());
    }

    /** A text that is no article's: links are seen from its file. */
    BodyView of(Body body, Place place) {
        return of(body, reader(place));
    }

    /** Appends a link to another page of the paper; where there is no such page, only its words. */
    void link(Piece.Link link, Article.Id from, StringBuilder html) {
        desk.find(link.target(), from)
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

    /** Which file is reading: its path below content/ without its ending, as for articles. */
    static Article.Id reader(Place place) {
        String path = place.file().toString().replace('\\', '/');
        path = path.startsWith("content/") ? path.substring("content/".length()) : path;
        int dot = path.lastIndexOf('.');
        return new Article.Id(dot > path.lastIndexOf('/') ? path.substring(0, dot) : path);
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
