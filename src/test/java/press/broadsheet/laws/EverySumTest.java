package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Inventory;
import press.broadsheet.problem.Problem;
import press.broadsheet.sites.QuickFolder;
import press.broadsheet.sites.SiteBuilder;

/**
 * However much is wrong with a paper, its numbers add up: each text file is published, held back, left out because of an
 * error or not an article; what counts as published has one page and one entry in feeds; and what has neither is nowhere.
 */
class EverySumTest {
    private static final int FILES = 60;
    private static final Pattern ARTICLE_PAGE =
            Pattern.compile("(?:uk/)?(?:world|sport)/\\d{4}/\\d\\d/\\d\\d/[^/]+/index\\.html");
    private static final Pattern GUID = Pattern.compile("<guid[^>]*>([^<]*)</guid>");
    private static final Pattern ITEM_LINK = Pattern.compile("<item>.*?<link>([^<]*)</link>", Pattern.DOTALL);

    @TempDir(factory = QuickFolder.class)
    private Path folder = Path.of("");

    private static <T> T any(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** One file with something that may go wrong; and its path. */
    private static void file(SiteBuilder site, int number, Random random) {
        String section = any(random, List.of("world", "world", "sport", "uk/world"));
        String path =
                "content/" + section + "/" + (random.nextInt(4) == 0 ? "twin-" + random.nextInt(6) : "story-" + number);
        String slug = any(random, List.of("one", "ONE", "two", "three", "page"));
        String more = any(
                random,
                List.of(
                        "",
                        "",
                        "slug: " + slug + "\n",
                        "slug: " + slug + "\n",
                        "id: " + slug + "\n",
                        "id: " + slug + "\nslug: " + slug + "\n",
                        "aliases: [/world/2026/11/2" + random.nextInt(3) + "/" + slug + "/]\n",
                        "status: draft\n",
                        "status: withdrawn\nreason: It was wrong.\nid: " + slug + "\n",
                        "embargo: 2026-12-24\n",
                        "expires: 2026-11-23\n",
                        "section: nowhere\n"));
        String text =
                any(random, List.of("Text.", "Text.", "See [[twin-1]].", "> ".repeat(60) + "deep", "[".repeat(2000)));
        switch (random.nextInt(12)) {
            case 0 -> site.write(path + ".md", "");
            case 1 -> site.write("-- content/world/link-" + number + ".md = link nothing.md --");
            case 2 -> site.write("-- content/world/link-" + number + ".md = link link-" + number + ".md --");
            case 3 -> site.write(path + ".md", "---\nheadline: [\n---\nText.");
            case 4 -> site.write(path + ".md", new byte[] {'#', ' ', (byte) 0xff, (byte) 0xfe});
            case 5 -> site.write(path + ".txt", "A storm closes the port\n\nNo ship left.\n- World\n");
            case 6 ->
                site.write(
                        path.replaceFirst("/([^/]*)$", "/2026-11-2" + random.nextInt(4) + "-$1.txt"),
                        "A storm closes the port\n\nNo ship left.\n- World\n");
            default ->
                site.write(
                        path + (random.nextInt(3) == 0 ? "/index.md" : ".md"),
                        "---\nheadline: Story " + any(random, List.of("one", "two", "" + number))
                                + "\npublished: 2026-11-2" + random.nextInt(3) + "\n" + more + "---\n" + text + "\n");
        }
    }

    private SiteBuilder paper(long seed) {
        var random = new Random(seed);
        var site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Sum
                url: https://sum.example/
                sections: [world, sport]
                editions: [{language: uk, name: Сума, sections: [world]}]
                lists: {feedSize: 100}
                -- content/pages/world/2026/11/20/three.md --
                ---
                title: A page where an article would stand
                ---
                It stands.
                -- content/people/ada-king.md --
                ---
                name: Ada King
                ---
                """);
        if (seed % 4 == 0) {
            site.write("-- content/world/huge.md = repeat 520000 The river rose again --");
            site.write("-- content/data/huge.csv = repeat 520000 The river rose again --");
        }
        for (int i = 0; i < FILES; i++) {
            file(site, i, random);
        }
        return site;
    }

    private static BuildOptions keepGoing(SiteBuilder site) {
        BuildOptions o = site.options();
        return new BuildOptions(
                o.site(), o.home(), o.output(), null, o.now(), false, false, false, true, false, o.threads());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void whateverIsWrongTheNumbersAddUp(long seed) {
        SiteBuilder site = paper(seed);
        BuildReport report = SiteBuilder.build(keepGoing(site));
        assertTrue(report.committed(), () -> report.problems().toString());
        Map<String, String> tree = SiteBuilder.tree(site.output());

        assertEquals(texts(site), report.filesRead(), "each text file is counted once");
        assertEquals(
                report.filesRead(), report.published() + report.heldBack().size() + report.broken() + report.other());
        assertTrue(report.broken() > 0 && report.published() > 0, "The paper shows nothing");

        var pages = tree.keySet().stream()
                .filter(path -> ARTICLE_PAGE.matcher(path).matches())
                .filter(path -> isArticle(tree.getOrDefault(path, "")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(report.published(), pages.size(), () -> "pages: " + pages);

        var entries = new ArrayList<String>();
        for (String feed : List.of("feed.xml", "uk/feed.xml")) {
            String xml = utf8(tree.getOrDefault(feed, ""));
            List<String> guids = all(GUID, xml);
            assertEquals(new HashSet<>(guids).size(), guids.size(), () -> feed + " has an entry twice: " + guids);
            all(ITEM_LINK, xml)
                    .forEach(link -> entries.add(URI.create(link).getPath().substring(1) + "index.html"));
        }
        assertEquals(
                List.copyOf(pages),
                entries.stream().sorted().toList(),
                "each article has its entry, and each entry its page");

        long broken = report.inventory().list().stream()
                .filter(entry ->
                        entry.state() == Inventory.State.BROKEN && entry.path().matches(".*\\.(md|txt)"))
                .count();
        long refused = report.problems().stream()
                .filter(problem -> Set.of("too-large", "unreadable-file")
                        .contains(problem.code().id()))
                .filter(problem -> problem.place().file().toString().endsWith(".md"))
                .count();
        assertEquals(report.broken(), broken + refused, "each file that is left out is told as broken");
        everyBrokenFileIsTold(report);
    }

    private static void everyBrokenFileIsTold(BuildReport report) {
        for (Inventory.Entry entry : report.inventory().list()) {
            if (entry.state() == Inventory.State.BROKEN) {
                assertFalse(
                        entry.problems().stream()
                                .noneMatch(problem -> problem.code().severity() == Problem.Severity.ERROR),
                        entry.path());
            }
        }
    }

    /** All that is written to be read, whether it can be or not. */
    private static int texts(SiteBuilder site) {
        try (var files = Files.walk(site.folder().resolve("content"))) {
            return (int) files.filter(file -> file.toString().matches(".*\\.(md|txt|yaml|csv)"))
                    .filter(file -> !Files.isDirectory(file))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isArticle(String html) {
        return utf8(html).contains("\"NewsArticle\"") || utf8(html).contains("NewsArticle");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
