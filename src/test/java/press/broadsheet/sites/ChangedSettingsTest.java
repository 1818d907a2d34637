package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;

/**
 * How far each kind of setting travels: which files are made again, and whether texts are read again. Every rebuild here
 * is compared with a clean build, too.
 */
class ChangedSettingsTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));

    private static final Predicate<String> PAGE = Pattern.compile(".*\\.html").asMatchPredicate();
    private static final Predicate<String> ARTICLE =
            Pattern.compile("(world|sport)/2026/11/.*\\.html").asMatchPredicate();
    private static final Predicate<String> FEED =
            Pattern.compile("(.*/)?(feed\\.xml|atom\\.xml|feed\\.json)").asMatchPredicate();
    private static final Predicate<String> SITEMAP =
            Pattern.compile("sitemap.*").asMatchPredicate();

    private static final String SETTINGS = """
            name: The Counted Times
            url: https://counted.example/
            zone: Europe/Kyiv
            motto: All that adds up
            sections: [world, {id: sport, name: Sport, colour: "#1d6b45"}]
            lists: {pageSize: 2, feedSize: 3}
            navigation:
              - {name: Archive, to: /archive/}
            organisation:
              name: The Counting House
              email: desk@counted.example
              accent: "#9a2f16"
            crawlers: {blockedAgents: [GPTBot]}
            statements:
              security: {contact: desk@counted.example, expires: 2027-11-01}
              ads: ["one.example, 1, DIRECT"]
            budget: {article: 2 MB}
            text: {smartTypography: true, creditRequired: false}
            params:
              founded: 1887
              tide: high
            """;

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder site = new SiteBuilder(folder);
    private Set<String> planned = Set.of();
    private int clean;

    @BeforeEach
    void aPaperThatIsBuilt() throws IOException {
        site = new SiteBuilder(folder.resolve("paper"));
        site.write("content/site.yaml", SETTINGS);
        site.write(
                "templates/contributor.peb",
                Files.readString(Path.of("templates/contributor.peb"))
                        .replace("{% endif %}\n{% endblock %}", "{% endif %}\n{{ site.params.tide }}{% endblock %}"));
        for (int day = 10; day < 15; day++) {
            story("world", day, "Ada King", "It \"rained\" on day " + day + ".");
            story("sport", day, "Yasmin Idris", "They \"played\" on day " + day + ".");
        }
        BuildReport first = site.build();
        assertTrue(first.committed(), first.problems()::toString);
        planned = new TreeSet<>(SiteBuilder.tree(site.output()).keySet());
    }

    private void story(String section, int day, String author, String text) throws IOException {
        String path = "content/" + section + "/day-" + day + ".md";
        site.write(path, """
                ---
                headline: %s %d
                slug: %s-day-%d
                standfirst: What happened.
                published: 2026-11-%02dT08:00
                authors: [%s]
                ---
                %s
                """.formatted(section, day, section, day, day, author, text));
        Files.setLastModifiedTime(site.folder().resolve(path), LONG_AGO);
    }

    /** What only somebody would see who reads the texts again: files of the same size and time hold other words. */
    private void rewriteUnseen() {
        replaceUnseen("rained", "hailed");
        replaceUnseen("played", "danced");
    }

    private void replaceUnseen(String word, String by) {
        try (var walk = Files.walk(site.folder().resolve("content"))) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".md")).toList()) {
                String text = Files.readString(file);
                Files.writeString(file, text.replace(word, by));
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settings(UnaryOperator<String> edit) {
        String changed = edit.apply(SETTINGS);
        assertFalse(changed.equals(SETTINGS), "The settings are to be changed");
        site.write("content/site.yaml", changed);
    }

    /** Builds after a change of the settings, and compares with a clean build. */
    private BuildReport rebuild(UnaryOperator<String> edit) {
        settings(edit);
        BuildReport rebuilt = site.build();
        assertTrue(rebuilt.committed(), rebuilt.problems()::toString);
        SiteBuilder fresh = new SiteBuilder(folder.resolve("clean-" + clean++));
        SiteBuilder.copy(site.folder().resolve("content"), fresh.folder().resolve("content"));
        SiteBuilder.copy(site.folder().resolve("templates"), fresh.folder().resolve("templates"));
        assertEquals(fresh.build().problems(), rebuilt.problems());
        Map<String, String> expected = SiteBuilder.tree(fresh.output());
        Map<String, String> actual = SiteBuilder.tree(site.output());
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((path, text) -> assertEquals(text, actual.get(path), path));
        return rebuilt;
    }

    /** The files that are made again after a change for which no text may be read again. */
    private Set<String> madeWithoutReading(UnaryOperator<String> edit) {
        BuildReport rebuilt = rebuild(edit);
        settings(text -> edit.apply(text) + "# And once more.\n");
        rewriteUnseen();
        site.build();
        // Back to what the first build saw; the words that nobody may have read must still be the old ones.
        site.write("content/site.yaml", SETTINGS);
        site.build();
        assertTrue(SiteBuilder.tree(site.output()).values().stream()
                .noneMatch(text -> text.contains("hailed") || text.contains("danced")));
        replaceUnseen("hailed", "rained");
        replaceUnseen("danced", "played");
        return made(rebuilt);
    }

    private boolean readsAgain(UnaryOperator<String> edit) {
        rewriteUnseen();
        settings(edit);
        assertTrue(site.build().committed());
        return site.published("world/2026/11/12/world-day-12/index.html").contains("hailed");
    }

    private static Set<String> made(BuildReport report) {
        return report.reasons().keySet().stream()
                .map(path -> path.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of all files of the paper. */
    private Set<String> all(Predicate<String> kind) {
        return planned.stream().filter(kind).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anotherLineAboveMakesNothing() {
        assertEquals(Set.of(), madeWithoutReading(text -> "# The settings of the paper.\n\n" + text));
    }

    @Test
    void whatNobodyShowsMakesNothing() {
        assertEquals(Set.of(), madeWithoutReading(text -> text.replace("founded: 1887", "founded: 1888")));
        assertEquals(Set.of(), madeWithoutReading(text -> text.replace("article: 2 MB", "article: 3 MB")));
        assertEquals(Set.of(), madeWithoutReading(text -> text + """
                targets:
                  live: {kind: folder, path: ../live}
                """));
    }

    @Test
    void aSettingOfTheNewsroomsOwnMakesThePagesThatShowIt() {
        assertEquals(
                all(Pattern.compile("by/[^/]+/.*html").asMatchPredicate()),
                madeWithoutReading(text -> text.replace("tide: high", "tide: low")));
    }

    @Test
    void theLengthOfFeedsMakesFeeds() {
        assertEquals(all(FEED), madeWithoutReading(text -> text.replace("feedSize: 3", "feedSize: 4")));
        assertEquals(
                all(FEED), madeWithoutReading(text -> text.replace("feedSize: 3", "feedSize: 3, fullText: false")));
    }

    @Test
    void aHubMakesFeeds() {
        Set<String> made = madeWithoutReading(text -> text + "hosting: {webSub: \"https://hub.example/\"}\n");
        made.removeIf(path -> path.startsWith("_"));
        assertEquals(all(FEED), made, "beside what hosts are told");
    }

    @Test
    void theLengthOfListsMakesLists() {
        Set<String> made = madeWithoutReading(text -> text.replace("pageSize: 2", "pageSize: 3"));
        assertTrue(made.contains("world/index.html"), made::toString);
        assertTrue(made.contains("sitemaps/pages.xml"), made::toString);
        assertTrue(made.stream().noneMatch(ARTICLE.or(FEED)), made::toString);
    }

    @Test
    void whatMachinesAreToldMakesTheFileThatTellsIt() {
        assertEquals(Set.of("robots.txt"), madeWithoutReading(text -> text.replace("[GPTBot]", "[GPTBot, CCBot]")));
        assertEquals(
                Set.of("ads.txt", ".well-known/security.txt"),
                madeWithoutReading(text -> text.replace("one.example", "two.example")),
                "what the paper states is one answer");
    }

    @Test
    void whatStandsOnEveryPageMakesPagesAndNothingElse() {
        assertEquals(all(PAGE), madeWithoutReading(text -> text.replace("{name: Archive,", "{name: Backlog,")));
        Set<String> made = madeWithoutReading(text -> text.replace("email: desk@counted", "email: news@counted"));
        made.remove("manifest.webmanifest");
        assertEquals(all(PAGE), made);
    }

    @Test
    void theNameMakesAllThatBearsItAndReadsNothing() {
        Set<String> made = madeWithoutReading(text -> text.replace("The Counted Times", "The Added Times"));
        assertTrue(made.containsAll(all(PAGE.or(FEED))), made::toString);
        assertTrue(made.contains("llms.txt"), made::toString);
        assertFalse(made.contains("robots.txt"), made::toString);
        assertFalse(made.contains("sitemaps/2026-11.xml"), made::toString);
    }

    @Test
    void aSectionsColourMakesNoFeedAndNoSitemap() {
        Set<String> made = madeWithoutReading(text -> text.replace("#1d6b45", "#1d6b46"));
        assertTrue(made.contains("sport/index.html"), made::toString);
        assertFalse(made.contains("404.html") && made.equals(all(PAGE)), made::toString);
    }

    @Test
    void aSectionsOwnWordsMakeItsOwnListsAndFeeds() {
        site.write("content/sport/_section.md", "---\ndescription: All games.\n---\nWhat is played here.\n");
        site.build();
        site.write("content/sport/_section.md", "---\ndescription: All games.\n---\nWhat is won here.\n");
        Set<String> made = made(site.build());
        assertTrue(made.contains("sport/index.html"), made::toString);
        assertTrue(
                made.stream().allMatch(path -> path.startsWith("sport/") || path.equals("llms.txt")), made::toString);
        assertTrue(made.stream().noneMatch(ARTICLE), made::toString);
    }

    @Test
    void whatTextsAreReadByReadsThemAgain() {
        assertTrue(readsAgain(text -> text.replace("smartTypography: true", "smartTypography: false")));
    }

    @Test
    void theZoneReadsAgain() {
        assertTrue(readsAgain(text -> text.replace("Europe/Kyiv", "Europe/Helsinki")));
    }

    @Test
    void aNewSectionReadsAgain() {
        assertTrue(readsAgain(text -> text.replace("sections: [world,", "sections: [world, city,")));
    }

    /** Articles are named after the paper's host where they have no name of their own. */
    @Test
    void anotherHostReadsAgain() {
        rebuild(text -> text.replace("counted.example/\n", "added.example/\n"));
        assertTrue(site.published("feed.xml").contains("tag:added.example,"), site.published("feed.xml"));
    }

    @Test
    void anotherPathOfThePaperReadsNothing() {
        Set<String> made = madeWithoutReading(text -> text.replace("counted.example/\n", "counted.example/paper/\n"));
        assertTrue(made.containsAll(all(PAGE.or(FEED).or(SITEMAP))), made::toString);
    }
}
