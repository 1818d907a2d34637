package press.broadsheet.news;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.PlainBlocks;

/**
 * A typeset article text. Depends on its own file only: on no template, no address, no other article. What does depend
 * on them stands as a hole between finished pieces and is filled when a page is made.
 *
 * @param outline its headings, for a table of contents
 * @param mentions the addresses from the paper's own root that finished pieces link to, all whole ones that stand in it, and
 *     what else in it looks like an address
 * @param words how many words it has; for Japanese and Chinese, characters divided by two
 * @param opening the plain text of its first paragraph; empty if there is none
 * @param quotations who is quoted in it with which words, in order
 */
public record Body(
        List<Piece> pieces,
        List<Heading> outline,
        List<Mention> mentions,
        int words,
        String opening,
        List<Quotation> quotations) {
    public static final Body EMPTY = new Body(List.of(), List.of(), List.of(), 0, "");

    /** A text in which nobody is quoted. */
    public Body(List<Piece> pieces, List<Heading> outline, List<Mention> mentions, int words, String opening) {
        this(pieces, outline, mentions, words, opening, List.of());
    }

    /** @param id the anchor, unique in this body; {@code level} is 2 to 6 */
    public record Heading(int level, String id, String text) {}

    /**
     * An address, where no file is named.
     *
     * @param address from the paper's own root, percent-encoded: {@code /about/ethics/#sources}; or a whole one, of the
     *     web, which may be the paper's, too: with its scheme, or with two slashes at its start
     * @param words whether it is but words, which lead nowhere and may mean anything
     */
    public record Mention(String address, Place place, boolean words) {
        /** What is linked to, or is an address without doubt. */
        public Mention(String address, Place place) {
            this(address, place, false);
        }
    }

    /**
     * A text before it is typeset.
     *
     * @param text Markdown
     * @param language decides its quotation marks
     * @param start where the text begins: its file, and the line of its first line
     * @param folder the file's folder below {@code content/}, against which relative links and pictures are resolved;
     *     empty at the root
     * @param coverage what its live entries' times are reckoned from; null if it is no live report, and may have none
     */
    public record Source(
            String text,
            Language language,
            Place start,
            String folder,
            @Nullable Coverage coverage) {

        /** A text that is no live report. */
        public Source(String text, Language language, Place start, String folder) {
            this(text, language, start, folder, null);
        }
    }

    /**
     * What the times of a live report's entries are reckoned from.
     *
     * @param day of an entry that says only the hour and comes before any that names a day
     * @param zone the paper's
     */
    public record Coverage(LocalDate day, ZoneId zone) {}

    /** Turns Markdown into a body. Thread-safe. */
    public interface Typesetter {
        Body typeset(Source source, Problems problems);
    }

    /**
     * What a text needs of others, and what others may link to in it: all that the whole paper must know of it.
     *
     * @param links what links to other articles and pages name, in order
     * @param figures in order
     * @param mentions see {@link Body}
     * @param anchors the ids of its headings and live entries, in order
     * @param authors whom its live entries name as their authors
     * @param embeds the names of its embeds, in order
     */
    public record Ends(
            List<Card.Reference> links,
            List<Piece.Figure> figures,
            List<Mention> mentions,
            List<String> anchors,
            List<Card.Reference> authors,
            List<Card.Reference> embeds) {
        public static final Ends NONE = new Ends(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        /** The same with further addresses: those in the short texts around the text. */
        public Ends with(List<Mention> more) {
            return more.isEmpty()
                    ? this
                    : new Ends(
                            links,
                            figures,
                            Stream.concat(more.stream(), mentions.stream()).toList(),
                            anchors,
                            authors,
                            embeds);
        }
    }

    public Ends ends() {
        var links = new ArrayList<Card.Reference>();
        var figures = new ArrayList<Piece.Figure>();
        var anchors = new ArrayList<String>();
        var authors = new ArrayList<Card.Reference>();
        var embeds = new ArrayList<Card.Reference>();
        outline.forEach(heading -> anchors.add(heading.id()));
        for (Piece piece : pieces) {
            take(piece, links, figures, embeds);
            if (piece instanceof Piece.Entry entry) {
                anchors.add(entry.id());
                entry.pieces().forEach(inner -> take(inner, links, figures, embeds));
                if (!entry.article().isEmpty()) {
                    links.add(new Card.Reference(entry.article(), entry.place()));
                }
                if (!entry.author().isEmpty()) {
                    authors.add(new Card.Reference(entry.author(), entry.place()));
                }
            }
        }
        return new Ends(
                List.copyOf(links),
                List.copyOf(figures),
                mentions,
                List.copyOf(anchors),
                List.copyOf(authors),
                List.copyOf(embeds));
    }

    private static void take(
            Piece piece, List<Card.Reference> links, List<Piece.Figure> figures, List<Card.Reference> embeds) {
        if (piece instanceof Piece.Link link) {
            links.add(new Card.Reference(link.target(), link.place()));
        } else if (piece instanceof Piece.Figure figure) {
            figures.add(figure);
        } else if (piece instanceof Piece.Embed embed) {
            embeds.add(new Card.Reference(embed.name(), embed.place()));
        }
    }

    /** The text's paragraphs, headings, items and captions in order, each as plain words: what a reader reads. */
    public List<String> passages() {
        var html = new StringBuilder();
        append(pieces, html);
        return PlainBlocks.of(html.toString());
    }

    private static void append(List<Piece> pieces, StringBuilder html) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Html finished -> html.append(finished.html());
                // What it leads to has words of its own, which may change without this text.
                case Piece.Link link -> html.append(link.html().isEmpty() ? "…" : link.html());
                case Piece.Figure figure -> block(figure.caption().html(), html);
                case Piece.Embed embed -> block(embed.text(), html);
                case Piece.Entry entry -> {
                    block(entry.title().html(), html);
                    append(entry.pieces(), html);
                }
            }
        }
    }

    private static void block(String words, StringBuilder html) {
        html.append("<p>").append(words).append("</p>");
    }

    /** The pictures that the text shows, as paths below {@code content/}. */
    public List<String> pictures() {
        var sources = new LinkedHashSet<String>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Figure figure) {
                sources.add(figure.source());
            } else if (piece instanceof Piece.Entry entry) {
                entry.pieces().stream()
                        .filter(Piece.Figure.class::isInstance)
                        .forEach(inner -> sources.add(((Piece.Figure) inner).source()));
            }
        }
        return List.copyOf(sources);
    }

    /** The entries of a live report, newest first. */
    public List<Piece.Entry> entries() {
        var entries = new ArrayList<Piece.Entry>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Entry entry) {
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparing(Piece.Entry::time)
                .thenComparing(Piece.Entry::id)
                .reversed());
        return List.copyOf(entries);
    }
}
