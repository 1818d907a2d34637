package press.broadsheet.markdown;

import java.util.ArrayList;
import java.util.List;
import press.broadsheet.news.Piece;

/** The tray in which finished HTML and holes are laid in order. Not thread-safe. */
final class Galley {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder html = new StringBuilder(2048);
    private int touches;

    /** Where HTML is appended. Say {@link #touch()} when what was appended can be seen by a reader. */
    StringBuilder html() {
        return html;
    }

    Galley add(String markup) {
        html.append(markup);
        return this;
    }

    /** Something that a reader can see stands in the tray. */
    void touch() {
        touches++;
    }

    /** Rises whenever something is laid down that a reader can see. */
    int touches() {
        return touches;
    }

    void hole(Piece hole) {
        flush();
        pieces.add(hole);
        touches++;
    }

    /** Ends the running piece, and says how many there are. */
    int mark() {
        flush();
        return pieces.size();
    }

    /** Takes out all that was laid down since the mark. */
    List<Piece> takeFrom(int mark) {
        flush();
        var since = pieces.subList(mark, pieces.size());
        var taken = List.copyOf(since);
        since.clear();
        return taken;
    }

    /** The HTML that was laid down between two marks, with the words of links and without other holes. */
    String words(int from, int to) {
        var html = new StringBuilder();
        for (Piece piece : pieces.subList(from, to)) {
            if (piece instanceof Piece.Html finished) {
                html.append(finished.html());
            } else if (piece instanceof Piece.Link link) {
                html.append(link.html());
            }
        }
        return html.toString();
    }

    void addAll(List<Piece> more) {
        for (Piece piece : more) {
            if (piece instanceof Piece.Html finished) {
                html.append(finished.html());
            } else {
                flush();
                pieces.add(piece);
            }
        }
    }

    /** All pieces; neighbouring HTML is one piece. */
    List<Piece> pieces() {
        flush();
        var joined = new ArrayList<Piece>(pieces.size());
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Html next && !joined.isEmpty() && joined.getLast() instanceof Piece.Html last) {
                joined.set(joined.size() - 1, new Piece.Html(last.html() + next.html()));
            } else {
                joined.add(piece);
            }
        }
        return List.copyOf(joined);
    }

    private void flush() {
        if (!html.isEmpty()) {
            pieces.add(new Piece.Html(html.toString()));
            html.setLength(0);
        }
    }
}
