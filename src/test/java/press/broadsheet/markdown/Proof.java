package press.broadsheet.markdown;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import press.broadsheet.news.Body;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Site;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;

/** A text as it comes out of typesetting: its body, how it reads with its holes written in braces, and what was told. */
record Proof(Body body, List<Problem> problems) {
    static final Markdown ALLOW_LIST = new Markdown(new Site.Text(Site.Text.Html.ALLOW_LIST, true, true));
    static final Markdown PLAIN = new Markdown(new Site.Text(Site.Text.Html.ALLOW_LIST, false, true));
    static final Markdown OFF = new Markdown(new Site.Text(Site.Text.Html.OFF, true, true));
    static final Markdown TRUSTED = new Markdown(new Site.Text(Site.Text.Html.TRUSTED, true, true));
    static final Place START = new Place(Path.of("content/world/2026/river.md"), 5, 1);

    static Proof of(String text) {
        return of(ALLOW_LIST, text, "en");
    }

    static Proof of(Markdown markdown, String text, String language) {
        var problems = new Problems();
        var source = new Body.Source(text, new Language(language), START, "world/2026");
        return new Proof(markdown.typeset(source, problems), problems.inOrder());
    }

    /** A live report from Kyiv that began on 24 November. */
    static Proof live(Markdown markdown, String text) {
        var problems = new Problems();
        var coverage = new Body.Coverage(LocalDate.of(2026, 11, 24), ZoneId.of("Europe/Kyiv"));
        var source = new Body.Source(text, new Language("en"), START, "world/2026", coverage);
        return new Proof(markdown.typeset(source, problems), problems.inOrder());
    }

    static Inline line(String text, String language) {
        return ALLOW_LIST.inline(text, new Language(language), START, new Problems());
    }

    String read() {
        return read(body.pieces());
    }

    private static String read(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece) {
                    case Piece.Html html -> html.html();
                    case Piece.Link link -> "{link " + link.target() + " " + link.html() + "}";
                    case Piece.Figure figure ->
                        "{figure " + figure.source() + "|" + figure.alt() + "|"
                                + figure.caption().html() + "|" + figure.credit() + "}";
                    case Piece.Embed embed ->
                        "{embed " + embed.name() + " " + embed.values().size() + " "
                                + embed.text().strip() + "}";
                    case Piece.Entry entry -> "{entry " + entry.id() + " " + read(entry.pieces()) + "}";
                })
                .collect(Collectors.joining())
                .strip();
    }

    /** The faults as {@code line:column id}. */
    List<String> told() {
        return problems.stream()
                .map(problem -> problem.place().line() + ":" + problem.place().column() + " "
                        + problem.code().id())
                .toList();
    }
}
