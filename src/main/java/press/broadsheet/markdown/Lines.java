package press.broadsheet.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Piece;

/**
 * The lines of a block as they are filled. A picture is a block of its own: it breaks the paragraph in two, and what
 * stood open around it is closed before and opened again after it; a paragraph that stays empty is taken back.
 */
final class Lines {
    private record Tag(String open, String close) {}

    private Galley galley;
    private final Deque<Tag> tags = new ArrayDeque<>();
    private Tag block = new Tag("", "");
    private int startLength;
    private int startTouches;
    private @Nullable List<Piece> deferred;

    Lines(Galley galley) {
        this.galley = galley;
    }

    Galley galley() {
        return galley;
    }

    StringBuilder html() {
        return galley.html();
    }

    Lines add(String markup) {
        galley.add(markup);
        return this;
    }

    void touch() {
        galley.touch();
    }

    /** A block of lines begins. Both may be empty: in a table's cell, in a tight list. */
    void beginBlock(String open, String close) {
        block = new Tag(open, close);
        tags.clear();
        start();
    }

    void endBlock() {
        end();
        block = new Tag("", "");
    }

    /** An element begins in the line. */
    void open(String open, String close) {
        galley.add(open);
        tags.push(new Tag(open, close));
    }

    void close() {
        galley.add(tags.pop().close());
    }

    /** Lays down what cannot stand in a line. */
    void between(Piece... pieces) {
        if (deferred != null) {
            deferred.addAll(List.of(pieces));
            touch();
            return;
        }
        boolean untouched = galley.touches() == startTouches;
        if (!untouched) {
            for (Tag tag : tags) {
                galley.add(tag.close());
            }
        }
        end();
        galley.addAll(List.of(pieces));
        start();
        tags.descendingIterator().forEachRemaining(tag -> galley.add(tag.open()));
    }

    private void start() {
        startLength = galley.html().length();
        startTouches = galley.touches();
        galley.add(block.open());
    }

    private void end() {
        if (galley.touches() == startTouches) {
            galley.html().setLength(Math.min(startLength, galley.html().length()));
        } else {
            galley.add(block.close());
        }
    }

    /** Runs something whose lines are laid in a tray of their own; pictures in it are kept apart. */
    Aside aside(Runnable setting) {
        Galley outer = galley;
        var outerDeferred = deferred;
        var outerTags = List.copyOf(tags);
        var figures = new ArrayList<Piece>();
        galley = new Galley();
        deferred = figures;
        tags.clear();
        setting.run();
        var pieces = galley.pieces();
        galley = outer;
        deferred = outerDeferred;
        tags.clear();
        tags.addAll(outerTags);
        return new Aside(pieces, figures);
    }

    /** What was set apart: the lines, and the pictures that cannot stand in them. */
    record Aside(List<Piece> pieces, List<Piece> figures) {
        /** The lines alone; other holes stand as their words. */
        String html() {
            var html = new StringBuilder();
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Html finished -> html.append(finished.html());
                    case Piece.Link link -> html.append(link.html());
                    case Piece.Figure ignored -> {}
                    case Piece.Embed embed -> html.append(embed.text());
                    // An entry stands at the top of a text, never in lines.
                    case Piece.Entry ignored -> {}
                }
            }
            return html.toString();
        }
    }
}
