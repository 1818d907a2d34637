package press.broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.desk.EditionDesk;
import press.broadsheet.desk.Holdings;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Release;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.make.page.PageMaker;
import press.broadsheet.make.page.TemplateSource;
import press.broadsheet.make.page.Templates;
import press.broadsheet.markdown.Markdown;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Manuscript;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.Stylebook;
import press.broadsheet.plan.Materials;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.plan.Planner;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.ArticleReader;
import press.broadsheet.read.SiteReader;
import press.broadsheet.read.StandingReader;
import press.broadsheet.read.StringsReader;
import press.broadsheet.read.Typesetters;
import press.broadsheet.sites.QuickFolder;
import press.broadsheet.text.Digest;
import press.broadsheet.view.Views;

/**
 * The stages of a build one by one, on one thread, in one process that is warm, over an archive that is made up: how long a
 * stage takes per article, apart from the start of the machine, from threads and from what is kept for the next build. For
 * whole commands see {@code src/bench/measure.py}. {@code mvn -Pbench test}, with {@code -Dbench.articles=N} and {@code
 * -Dbench.rounds=N}.
 */
@Tag("bench")
class StagesBenchmark {
    private static final int ARTICLES = Integer.getInteger("bench.articles", 1000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 12);
    private static final int WARMING = 4;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Path TEMPLATES =
            Path.of(System.getProperty("broadsheet.home", "")).resolve("templates");
    private static final List<String> WORDS =
            List.of("river", "bridge", "council", "harbour", "school", "winter", "market", "tram", "theatre", "debate");

    private enum Stage {
        READ,
        TYPESET,
        ASSEMBLE,
        MAKE,
        WRITE
    }

    @TempDir(factory = QuickFolder.class)
    private Path folder = Path.of("");

    private final Map<String, byte[]> archive = new TreeMap<>();
    private final Map<Stage, List<Double>> times = new EnumMap<>(Stage.class);
    private long published;

    @Test
    void theStagesOfABuild() {
        writeArchive();
        for (int round = -WARMING; round < ROUNDS; round++) {
            build(round);
        }
        System.out.printf(
                Locale.ROOT,
                "%d articles, %d pages, %d rounds after %d, one thread, Java %s%n",
                ARTICLES,
                published,
                ROUNDS,
                WARMING,
                Runtime.version());
        System.out.println("| stage | milliseconds, median (least to most) | microseconds an article |\n|---|---|---|");
        times.forEach((stage, all) -> {
            double[] sorted = all.stream().mapToDouble(it -> it).sorted().toArray();
            double median = sorted[sorted.length / 2];
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f (%.1f-%.1f) | %.0f |%n",
                    stage.name().toLowerCase(Locale.ROOT),
                    median,
                    sorted[0],
                    sorted[sorted.length - 1],
                    median * 1000 / ARTICLES);
        });
        assertEquals(Stage.values().length, times.size());
    }

    private interface Work<T> {
        T done();
    }

    private <T> T time(int round, Stage stage, Work<T> work) {
        long start = System.nanoTime();
        T result = work.done();
        if (round >= 0) {
            times.computeIfAbsent(stage, first -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
        }
        return result;
    }

    private void build(int round) {
        var problems = new Problems();
        Site site = new SiteReader(StagesBenchmark::typesetters)
                .read(
                        bytes("name: The Archive\nurl: https://archive.example/\nsections: [world, city, sport]\n"),
                        Map.of(),
                        problems)
                .orElseThrow();
        Site.EditionSettings settings = site.editions().getFirst();
        Stylebook book = Stylebook.of(site);
        Typesetters typesetters = typesetters(book.text());
        var reader = new ArticleReader(book, book.editions().getFirst(), typesetters.inline());
        List<Manuscript> manuscripts = time(round, Stage.READ, () -> read(reader, problems));
        assertEquals(List.of(), problems.inOrder());
        Map<Article.Id, Body> bodies = new HashMap<>();
        List<Card> cards = time(round, Stage.TYPESET, () -> typeset(manuscripts, typesetters.body(), bodies, problems));
        StandingMatter matter =
                new StandingReader(book, book.editions().getFirst(), typesetters).read(Map.of(), strings(), problems);
        Map<String, String> templates = templates();
        Map<String, String> assets = assets();
        var pages = new java.util.TreeSet<String>();
        templates.keySet().stream()
                .filter(name -> !name.contains("/"))
                .forEach(name -> pages.add(name.replace(".peb", "")));
        var paper = new Newspaper[1];
        Plan plan = time(round, Stage.ASSEMBLE, () -> {
            var edition =
                    Edition.assemble(site, settings, matter, Release.at(NOW, Release.Audience.READERS, cards), NOW);
            paper[0] = new Newspaper(List.of(edition));
            return Planner.plan(paper[0], new Materials(List.of(), assets, pages, Hosting.USUAL, List.of()), problems);
        });
        var addresses = new HashMap<String, String>();
        assets.forEach((name, digest) ->
                addresses.put(name, "/" + Materials.assetPath(name, digest).path()));
        NewsDesk desk = new EditionDesk(
                paper[0],
                paper[0].editions().getFirst(),
                new Holdings(
                        id -> bodies.getOrDefault(id, Body.EMPTY),
                        Map.of(),
                        addresses,
                        Map.of(),
                        Map.of(),
                        Hosting.USUAL));
        var maker = new PageMaker(compiled(templates), new Views());
        Map<OutputPath, byte[]> made = time(round, Stage.MAKE, () -> make(plan, maker, desk, problems));
        published = made.size();
        assertTrue(published > ARTICLES, "Not even the articles were made: " + problems.inOrder());
        time(round, Stage.WRITE, () -> write(made, round));
        assertTrue(!problems.hasErrors(), () -> problems.inOrder().toString());
    }

    private List<Manuscript> read(ArticleReader reader, Problems problems) {
        var manuscripts = new ArrayList<Manuscript>(archive.size());
        archive.forEach((path, bytes) -> reader.read(path, bytes, problems).ifPresent(manuscripts::add));
        return manuscripts;
    }

    private static List<Card> typeset(
            List<Manuscript> manuscripts, Body.Typesetter typesetter, Map<Article.Id, Body> bodies, Problems problems) {
        var cards = new ArrayList<Card>(manuscripts.size());
        for (Manuscript manuscript : manuscripts) {
            Body body = typesetter.typeset(manuscript.text(), problems);
            Card card = manuscript
                    .card()
                    .withText(new Card.Extent(1, body.pictures()), new Inline(body.opening(), body.opening()));
            bodies.put(card.id(), body);
            cards.add(card);
        }
        return cards;
    }

    private static Map<OutputPath, byte[]> make(Plan plan, PageMaker maker, NewsDesk desk, Problems problems) {
        var made = new TreeMap<OutputPath, byte[]>();
        for (Output output : plan.outputs()) {
            if (output instanceof Output.Page page) {
                made.put(page.path(), maker.make(page, desk, problems));
            }
        }
        return made;
    }

    /** Each time into a folder that was not there, as a first build does. */
    private Path write(Map<OutputPath, byte[]> made, int round) {
        Path site = folder.resolve("round-" + round);
        var output = new OutputTree(site.resolve("public"), site.resolve(".broadsheet"));
        made.forEach(output::write);
        output.commit();
        return site;
    }

    private static Typesetters typesetters(Site.Text text) {
        var markdown = new Markdown(text);
        return new Typesetters(markdown, markdown);
    }

    private static Map<String, String> strings() {
        return StringsReader.read(Path.of("templates/strings/en.yaml"), file("strings/en.yaml"), new Problems());
    }

    private static Map<String, String> templates() {
        var templates = new TreeMap<String, String>();
        for (String name : names()) {
            if (name.endsWith(".peb")) {
                templates.put(name, new String(file(name), StandardCharsets.UTF_8));
            }
        }
        return templates;
    }

    private static Templates compiled(Map<String, String> texts) {
        var templates = new Templates(new TemplateSource() {
            @Override
            public Optional<String> read(String name) {
                return Optional.ofNullable(texts.get(name));
            }

            @Override
            public List<String> names() {
                return List.copyOf(texts.keySet());
            }
        });
        assertEquals(List.of(), templates.compileAll());
        return templates;
    }

    private static Map<String, String> assets() {
        var assets = new TreeMap<String, String>();
        for (String name : names()) {
            if (name.startsWith("assets/")) {
                assets.put(
                        name.substring("assets/".length()),
                        Digest.of(file(name)).substring(0, 10));
            }
        }
        return assets;
    }

    private static List<String> names() {
        try (var walk = Files.walk(TEMPLATES)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(TEMPLATES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Articles as they come: some 400 words, a heading, a list, now and then a quotation or a table; always the same. */
    private void writeArchive() {
        var random = new Random(1);
        for (int number = 0; number < ARTICLES; number++) {
            Instant time = NOW.minus(number * 5L, ChronoUnit.HOURS);
            String section = List.of("world", "city", "sport").get(number % 3);
            var text = new StringBuilder("---\nheadline: \"" + sentence(random, 6) + " " + number + "\"\nstandfirst: "
                    + sentence(random, 15) + ".\npublished: " + time + "\nauthors: [Ada King, Olena Kovalenko]\ntags: ["
                    + WORDS.get(random.nextInt(10)) + ", " + WORDS.get(random.nextInt(10)) + " year]\n---\n");
            for (int paragraph = 0; paragraph < 9; paragraph++) {
                for (int i = 0; i < 3; i++) {
                    text.append(sentence(random, 14)).append(i == 1 ? ", said *nobody*. " : ". ");
                }
                text.append("\n\n");
                switch (random.nextInt(8)) {
                    case 0 -> text.append("## ").append(sentence(random, 4)).append("\n\n");
                    case 1 -> text.append("- one\n- two **strong**\n- [three](https://three.example/)\n\n");
                    case 2 -> text.append("> ").append(sentence(random, 12)).append(".\n\n");
                    case 3 -> text.append("| a | b |\n|---|---|\n| 1 | 2 |\n\n");
                    default -> {}
                }
            }
            archive.put(section + "/story-" + number + ".md", bytes(text.toString()));
        }
    }

    private static String sentence(Random random, int words) {
        var all = new String[words];
        Arrays.setAll(all, i -> WORDS.get(random.nextInt(WORDS.size())));
        all[0] = all[0].substring(0, 1).toUpperCase(Locale.ROOT) + all[0].substring(1);
        return String.join(" ", all);
    }
}
