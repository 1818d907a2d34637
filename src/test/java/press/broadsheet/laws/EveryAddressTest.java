package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.Crawler;
import press.broadsheet.sites.SiteBuilder;

/**
 * However people name things, every file of the paper has an address of its own, inside the published folder, and every
 * address in the paper leads somewhere. Whatever cannot be so is told.
 */
class EveryAddressTest {
    private static final int ARTICLES = 40;
    private static final URI BASE = URI.create("https://addresses.example/");

    private static final String[] NAMES = {
        "River",
        "RIVER",
        "Ri\u0301ver",
        "R\u00EDver",
        "Ｒｉｖｅｒ",
        "The river, again",
        "\u00C9t\u00E9",
        "E\u0301te\u0301",
        "Straße",
        "STRASSE",
        "ΟΔΟΣ",
        "οδος",
        "οδοσ",
        "İstanbul",
        "ISTANBUL",
        "ıstanbul",
        "Київ",
        "Киев",
        "Kyiv",
        "川",
        "\uD842\uDFB7",
        "か\u3099",
        "が",
        "العربية",
        "nul",
        "con",
        "com1",
        "page",
        "index",
        "feed",
        "404",
        "archive",
        "...",
        "a/b",
        "..",
        "🇺🇦",
        "K\u212A"
    };

    private static final String[] ALIASES = {
        "/old/",
        "/OLD/",
        "/old",
        "/old.html",
        "/r\u00EDver/",
        "/ri\u0301ver/",
        "/οδος/",
        "/οδοσ/",
        "/world/",
        "/World/",
        "/index.html",
        "/feed.xml",
        "/feed.xml/",
        "/tag/river/",
        "/by/ada-king/",
        "/uk/",
        "/assets/",
        "/sitemap.xml",
        "/../out/",
        "/a/../../out/",
        "/./a/",
        "//other.example/",
        "/a\\b/",
        "/%2e%2e/out/",
        "/con/",
        "/a:b/",
        "/404.html",
        "/world/page/1/",
        "/ſ/",
        "/s/",
        "/\uFB01x/",
        "/fix/"
    };

    private static final String[] SECTIONS = {"world", "world/north", "sport"};

    @TempDir
    private Path folder = Path.of("");

    private static String any(String[] some, Random random) {
        return some[random.nextInt(some.length)];
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private SiteBuilder paper(long seed) {
        var random = new Random(seed);
        var site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Address Book
                url: https://addresses.example/
                sections: [world, world/north, sport]
                editions: [{language: uk, name: Адресна книга, sections: [world, sport]}]
                lists: {pageSize: 5}
                -- content/people/ada-king.md --
                ---
                name: Ada King
                ---
                """);
        for (int i = 0; i < ARTICLES; i++) {
            boolean uk = random.nextInt(4) == 0;
            String section = uk ? "world" : any(SECTIONS, random);
            site.write((uk ? "content/uk/" : "content/") + section + "/a" + i + ".md", article(random));
        }
        return site;
    }

    private static String article(Random random) {
        var tags = new ArrayList<String>();
        var aliases = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(quoted(any(NAMES, random)));
            aliases.add(quoted(any(ALIASES, random)));
        }
        return "---\nheadline: " + quoted(any(NAMES, random))
                + "\npublished: 2026-11-2" + random.nextInt(4)
                + (random.nextInt(3) == 0 ? "\nslug: " + quoted(any(NAMES, random)) : "")
                + (random.nextInt(3) == 0 ? "\nid: " + quoted(any(NAMES, random)) : "")
                + (random.nextInt(3) == 0 ? "\nstory: " + quoted(any(NAMES, random)) : "")
                + "\nauthors: [" + (random.nextBoolean() ? "ada-king" : quoted(any(NAMES, random))) + "]"
                + "\ntags: " + tags + "\naliases: " + aliases
                + "\nrelated: [a" + random.nextInt(ARTICLES) + "]"
                + "\n---\nSee [[a" + random.nextInt(ARTICLES) + "]].[^1]\n\n## " + any(NAMES, random) + "\n\n## "
                + any(NAMES, random) + "\n\n[^1]: A note.\n";
    }

    private static BuildOptions keepGoing(SiteBuilder site) {
        BuildOptions o = site.options();
        return new BuildOptions(
                o.site(), o.home(), o.output(), null, o.now(), false, false, false, true, false, o.threads());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void everyFileHasItsOwnAddressAndEveryAddressLeadsSomewhere(long seed) {
        SiteBuilder site = paper(seed);
        BuildReport report = SiteBuilder.build(keepGoing(site));
        assertTrue(report.committed(), () -> report.problems().toString());
        Map<String, String> tree = SiteBuilder.tree(site.output());
        assertEquals(report.planned(), tree.size());

        // A disk that knows no letter case, or another form of Unicode, keeps as many files.
        var byPortableName = new TreeMap<String, String>();
        for (String path : tree.keySet()) {
            String other = byPortableName.put(portable(path), path);
            assertTrue(other == null, () -> path + " and " + other + " are one file on some disks");
        }

        Crawler.Result crawl = Crawler.crawl(site.output(), BASE);
        var told = report.problems().stream()
                .map(problem -> problem.message())
                .filter(message -> message.contains(" would be published twice"))
                .map(message -> message.substring(1, message.indexOf(" would be published twice")))
                .toList();
        assertEquals(
                List.of(),
                crawl.faults().stream()
                        .filter(fault -> !told.contains(fault.target()))
                        .toList());
        assertTrue(crawl.pages() > ARTICLES, () -> crawl.pages() + " pages");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void nothingIsWrittenOutsideThePublishedFolder(long seed) {
        SiteBuilder site = paper(seed);
        var before = new TreeSet<>(SiteBuilder.tree(folder).keySet());
        SiteBuilder.build(keepGoing(site));
        var more = new TreeSet<>(SiteBuilder.tree(folder).keySet());
        more.removeAll(before);
        more.removeIf(path -> path.startsWith("paper/public/") || path.startsWith("paper/.broadsheet/"));
        assertEquals(new TreeSet<String>(), more);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void whatCannotHaveAnAddressOfItsOwnIsToldAndNothingElseIsLost(long seed) {
        SiteBuilder site = paper(seed);
        BuildReport report = SiteBuilder.build(keepGoing(site));
        long twins = report.problems().stream()
                .filter(problem -> problem.code().id().equals("same-address-twice"))
                .count();
        assertTrue(twins > 0, "The names of this paper clash nowhere");
        long articlePages = SiteBuilder.tree(site.output()).keySet().stream()
                .filter(path -> path.matches("(uk/)?(world|world/north|sport)/\\d{4}/\\d\\d/\\d\\d/[^/]+/index\\.html"))
                .count();
        assertTrue(
                articlePages <= report.published() && articlePages + twins >= report.published(),
                () -> articlePages + " pages of " + report.published() + " articles, " + twins + " told");
        assertEquals(
                List.of(),
                report.problems().stream()
                        .filter(problem ->
                                problem.message().isBlank() || problem.place().line() < 0)
                        .toList());
    }

    /** What all of APFS, HFS+, NTFS and exFAT take for one name: composed, and each letter by way of its capital. */
    private static String portable(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
