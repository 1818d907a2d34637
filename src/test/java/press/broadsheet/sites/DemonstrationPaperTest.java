package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Progress;
import press.broadsheet.cli.ProblemTexts;
import press.broadsheet.news.Genre;

/**
 * The paper that everybody sees first has no fault, and shows all that there is. Fields and containers are counted where
 * the code knows them: {@code DemonstrationFieldsTest}, {@code DemonstrationContainersTest}.
 */
class DemonstrationPaperTest {
    private static final Path HOME = Path.of(System.getProperty("broadsheet.home", ""));
    private static final Pattern GENRE = Pattern.compile("(?m)^genre: ([a-z-]+)");
    private static final Pattern EMBED = Pattern.compile("(?m)^:{3,} embed \\{name=\"([a-z-]+)");
    private static final Pattern LAYOUT = Pattern.compile("layout: ([a-z-]+)");

    private static final String ROOT = "https://lantern.example/";
    private static final String BELOW = "https://shared.example/paper/";

    @ParameterizedTest
    @ValueSource(strings = {ROOT, BELOW})
    void itIsBuiltWithoutAnyProblemAndItsNumbersAddUp(String base) {
        BuildReport report = DemonstrationPaper.at(base).report();
        assertEquals(List.of(), report.problems());
        assertTrue(report.committed());
        assertEquals(0, report.broken());
        assertEquals(report.filesRead(), report.published() + report.heldBack().size() + report.other());
        assertEquals(report.planned(), report.written());
    }

    @ParameterizedTest
    @ValueSource(strings = {ROOT, BELOW})
    void everyAddressInItLeadsSomewhere(String base) {
        DemonstrationPaper paper = DemonstrationPaper.at(base);
        Crawler.Result result = Crawler.crawl(paper.output(), paper.base());
        assertEquals(List.of(), result.faults());
        assertTrue(result.pages() > 100, () -> result.pages() + " pages");
        assertTrue(result.followed() > 10_000, () -> result.followed() + " addresses");
    }

    /** Whoever adds a rule, or an article, sees here whether it cries wolf. */
    @Test
    void theSecondReaderFindsNothingInIt() {
        var options = new BuildOptions(
                HOME, HOME, HOME.resolve("public"), null, SiteBuilder.NOON, false, false, false, true, true, 2);
        assertEquals(
                "",
                ProblemTexts.of(
                        HOME, new Build(options, Progress.NONE).check().report().problems()));
    }

    private static final DemonstrationPaper PAPER = DemonstrationPaper.at("https://lantern.example/");

    /** What no general program has, and a newsroom will look for in the demonstration. */
    @Test
    void itShowsWhatThePaperPromisesItsReaders() throws IOException {
        BuildReport report = PAPER.report();
        String held = report.heldBack().toString();
        for (String reason : List.of("embargo until", "withdrawn", "expired", "withheld", "draft", "in review")) {
            assertTrue(held.contains(reason), reason + " in " + held);
        }
        assertTrue(
                Files.readString(PAPER.output().resolve("corrections/index.html"))
                        .contains("class=\"note"),
                "No correction in the log");
        for (String state : List.of("active", "archived")) {
            assertTrue(
                    pages("live.json").stream().anyMatch(text -> text.contains("\"state\":\"" + state + "\"")), state);
        }
        List<String> all = pages("index.html");
        for (String mark : List.of("notes-corrections", "id=\"_updates\"", "class=\"timeline", "kind-withdrawn")) {
            assertTrue(all.stream().anyMatch(text -> text.contains(mark)), "Nowhere: " + mark);
        }
        assertTrue(report.timetable().entries().stream()
                .anyMatch(entry -> entry.place().file().endsWith("harbour-plan-2041.md")));
    }

    private static List<String> pages(String name) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.walk(PAPER.output())) {
            for (Path file : files.filter(one -> one.endsWith(name)).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    /** What the first edition was asked to show; its fields and containers are counted where they are read. */
    @Test
    void itIsAWholePaperInTwoLanguages() throws IOException {
        assertTrue(PAPER.report().published() >= 24, "articles");
        for (String folder : List.of("", "uk/")) {
            assertTrue(Files.exists(PAPER.output().resolve(folder + "index.html")), folder);
            assertTrue(Files.exists(PAPER.output().resolve(folder + "story/japan-ukraine/index.html")), folder);
        }
        assertTrue(names("_section.md").size() >= 6, "sections");
        assertTrue(names("people/").size() >= 5, "contributors");
    }

    /** The files of {@code content/} whose paths hold a word, without those of further editions. */
    private static List<Path> names(String word) throws IOException {
        try (var files = Files.walk(HOME.resolve("content"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().replace('\\', '/').contains("/" + word))
                    .filter(file -> !file.toString().replace('\\', '/').contains("/uk/"))
                    .toList();
        }
    }

    @Test
    void everyGenreEmbedAndLayoutOccursInIt() throws IOException {
        var genres = new TreeSet<String>();
        var embeds = new TreeSet<String>();
        for (String text : texts("")) {
            genres.addAll(matches(GENRE, text));
            embeds.addAll(matches(EMBED, text));
        }
        var layouts = new TreeSet<String>();
        for (String text : texts("front.yaml")) {
            layouts.addAll(matches(LAYOUT, text));
        }
        assertEquals(
                List.of(), missing(Arrays.stream(Genre.values()).map(Genre::id).toList(), genres));
        assertEquals(List.of(), missing(templates("embeds"), embeds));
        assertEquals(List.of(), missing(templates("slots"), layouts));
    }

    private static List<String> missing(List<String> wanted, Set<String> found) {
        return wanted.stream().filter(one -> !found.contains(one)).toList();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    /** The articles' texts, or those of all files of a name. */
    private static List<String> texts(String name) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.walk(HOME.resolve("content"))) {
            for (Path file : files.sorted().toList()) {
                String path =
                        HOME.resolve("content").relativize(file).toString().replace('\\', '/');
                boolean article =
                        path.endsWith(".md") && !path.matches("(uk/)?(people|pages|stories)/.*|.*/_section.md");
                if (name.isEmpty() ? article : path.endsWith(name)) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static List<String> templates(String folder) throws IOException {
        try (var files = Files.list(HOME.resolve("templates").resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".peb", ""))
                    .sorted()
                    .toList();
        }
    }
}
