package press.broadsheet.read;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import press.broadsheet.news.Body;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Manuscript;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;

/** A small paper to read into, with typesetters that only mark what they were given. */
final class Fixture {
    static final Language ENGLISH = new Language("en");
    static final Inline.Typesetter INLINES =
            (text, language, place, problems) -> new Inline("<" + language.tag() + ">" + text, text);
    static final Body.Typesetter BODIES = (source, problems) -> new Body(
            List.of(new Piece.Html(source.start() + "|" + source.text().strip())), List.of(), List.of(), 0, "");
    static final Typesetters TYPESETTERS = new Typesetters(BODIES, INLINES);

    final Problems problems = new Problems();

    static Site.EditionSettings edition(String folder, String language) {
        return new Site.EditionSettings(
                new Language(language),
                folder,
                "The Lantern",
                "",
                "",
                List.of(
                        section("world", "World"),
                        section("sport", "Sport"),
                        section("sport/football", "Football"),
                        section("news-desk", "Local life")),
                List.of(),
                List.of(),
                "");
    }

    private static Section section(String id, String name) {
        return new Section(new Section.Id(id), name, Inline.NONE, "", null, Place.in(Path.of("content", "site.yaml")));
    }

    static Site site() {
        return new Site(
                URI.create("https://lantern.example/"),
                ZoneId.of("Europe/Kyiv"),
                List.of(edition("", "en"), edition("uk", "uk")),
                new Site.Organisation("", "", "", "", List.of(), Map.of(), false, "", "", ""),
                new Site.Lists(20, 50, List.of(), true, true, List.of()),
                new Site.Text(Site.Text.Html.ALLOW_LIST, true, true),
                new Site.Crawlers(List.of(), List.of(), true),
                Map.of());
    }

    Optional<Manuscript> read(String path, String text) {
        return read(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Optional<Manuscript> read(String path, byte[] bytes) {
        Stylebook book = Stylebook.of(site());
        Stylebook.Edition edition = book.editions().get(path.startsWith("uk/") ? 1 : 0);
        return new ArticleReader(book, edition, INLINES).read(path, bytes, problems);
    }

    /** Reads an article with a headline, a date, and these fields, in content/world/river.md from line 4 on. */
    Manuscript with(String fields) {
        return read("world/river.md", "---\nheadline: River\ndate: 2026-11-24T09:30\n" + fields + "\n---\nText.\n")
                .orElseThrow(() -> new AssertionError(told()));
    }

    /** All problems as a person would see them. */
    String told() {
        return problems.inOrder().stream().map(Fixture::show).collect(Collectors.joining("\n"));
    }

    private static String show(Problem problem) {
        return problem.place() + " " + problem.code().id() + ": " + problem.message()
                + (problem.hint().isEmpty() ? "" : " | " + problem.hint());
    }
}
