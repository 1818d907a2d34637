package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Memory;
import press.broadsheet.build.Progress;
import press.broadsheet.build.Touched;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.sites.SiteBuilder;

/**
 * A round of a preview in which nothing but articles was touched looks at no other file of the newsroom's; and the paper is
 * what a clean build would make of it.
 */
class ArticleRoundTest {
    private static final String RIVER = "content/world/river.md";

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper = new SiteBuilder(folder);
    private Memory memory = Memory.lasting();
    private final AtomicBoolean all = new AtomicBoolean();
    private Instant now = SiteBuilder.NOON;
    private boolean isPreview;
    private boolean keepGoing;
    private int clean;

    @BeforeEach
    void aPaper() {
        paper = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Quick Times
                url: https://quick.example/
                zone: Europe/Kyiv
                sections: [world, sport]
                lists: {pageSize: 3}
                """);
        for (int i = 10; i < 30; i++) {
            article("story-" + i, "Story " + i, "tags: [Flood" + i % 3 + "]\nauthors: [Ada " + i % 2 + "]\n", "Text.");
        }
        river("The river rises", "");
        isPreview = true;
        memory = Memory.lasting();
        build(Touched.UNKNOWN);
    }

    private void article(String name, String headline, String more, String text) {
        paper.write(
                "content/world/" + name + ".md",
                "---\nheadline: " + headline + "\nstandfirst: In short.\npublished: 2026-11-2"
                        + Math.floorMod(name.hashCode(), 4) + "T08:" + (10 + Math.floorMod(name.hashCode(), 50)) + "\n"
                        + more + "---\n" + text + "\n");
    }

    private void river(String headline, String more) {
        article("river", headline, more, "It rose. See [[world/story-11]].");
    }

    private BuildOptions options() {
        var usual = paper.options();
        return new BuildOptions(
                usual.site(), usual.home(), output(), null, now, false, false, false, keepGoing, false, 2);
    }

    private Path output() {
        return isPreview ? OutputFolder.preview(paper.options().site(), "tried") : paper.output();
    }

    private BuildReport build(Touched touched) {
        all.set(false);
        return new Build(options(), (step, done, total) -> all.set(true), memory).run(touched);
    }

    private BuildReport build(String... touched) {
        return build(new Touched(false, Set.of(touched)));
    }

    /** Byte for byte, and problem for problem. */
    private void assertAsAnew(BuildReport report) {
        var usual = options();
        Path output =
                isPreview ? OutputFolder.preview(usual.site(), "clean-" + clean++) : folder.resolve("clean-" + clean++);
        BuildReport anew = SiteBuilder.build(new BuildOptions(
                usual.site(), usual.home(), output, null, now, false, false, false, keepGoing, false, 2));
        assertEquals(anew.problems(), report.problems());
        assertEquals(anew.committed(), report.committed());
        if (anew.committed()) {
            assertEquals(anew.weights(), report.weights());
            assertEquals(anew.planned(), report.planned());
            assertEquals(anew.published(), report.published());
            assertEquals(anew.filesRead(), report.filesRead());
            assertEquals(anew.nextChange(), report.nextChange());
            Map<String, String> expected = SiteBuilder.tree(output);
            Map<String, String> actual = SiteBuilder.tree(output());
            assertEquals(expected.keySet(), actual.keySet());
            expected.forEach((path, text) -> assertEquals(text, actual.get(path), path));
        }
    }

    private BuildReport assertShort(String... touched) {
        BuildReport report = build(touched);
        assertFalse(all.get(), "everything was looked at");
        assertAsAnew(report);
        return report;
    }

    private void assertLong(String... touched) {
        assertAsAnew(build(touched));
        assertTrue(all.get(), "not everything was looked at");
    }

    /** Another process finds what this one left, and nothing to do. */
    private void assertIsKept() {
        BuildReport next = new Build(options(), Progress.NONE).run();
        assertFalse(next.startedAnew());
        assertEquals(Map.of(), next.reasons());
        assertEquals(0, next.removed());
        assertAsAnew(next);
    }

    @Test
    void aHeadlineIsMadeAgainWhereItIsShownAndItsAddressGoesWithIt() {
        river("The river falls", "");
        BuildReport report = assertShort(RIVER);
        assertEquals(1, report.removed());
        assertIsKept();
    }

    @Test
    void tagsAuthorsDatesAndSectionsComeAndGo() throws IOException {
        river("The river rises", "tags: [Flood1, New]\nauthors: [Bo]\n");
        assertShort(RIVER);
        river(
                "The river rises",
                "tags: [Flood2]\nauthors: [Ada 1]\ncorrections: [{date: 2026-11-23T10:00, text: So.}]\n");
        assertShort(RIVER);
        river("The river rises", "people: [Ines Sola]\nstory: flood\nbreaking: 2026-11-25T10:00\n");
        assertShort(RIVER);
        river("The river rises", "expires: 2026-11-24T15:00\nurgency: 1\n");
        assertShort(RIVER);
        Files.createDirectories(paper.folder().resolve("content/sport"));
        Files.move(paper.folder().resolve(RIVER), paper.folder().resolve("content/sport/river.md"));
        assertShort(RIVER, "content/sport/river.md");
        assertIsKept();
    }

    @Test
    void whoQuotesSomebodyStandsInTheListOfThoseWhoNameThem() {
        river("The river rises", "people: [Ines Sola]\n");
        assertShort(RIVER);
        String quoting = "content/world/story-12.md";
        article("story-12", "Story 12", "", "::: quote {by=\"Ines Sola\"}\nWe said it.\n:::");
        assertShort(quoting);
        article("story-12", "Story 12, again", "", "::: quote {by=\"Ines Sola\"}\nWe did not.\n:::");
        assertShort(quoting);
        article("story-12", "Story 12", "", "Nobody said it.");
        assertShort(quoting);
    }

    @Test
    void articlesComeAndGo() throws IOException {
        for (int i = 0; i < 8; i++) {
            article("new-" + i, "New " + i, "tags: [Flood1]\n", "It is. See [[world/river]].");
            assertShort("content/world/new-" + i + ".md");
        }
        Files.delete(paper.folder().resolve("content/world/story-25.md"));
        assertShort("content/world/story-25.md");
        river("The river rises", "aliases: [/old/]\n");
        assertShort(RIVER);
        assertIsKept();
    }

    @Test
    void whatCannotBeToldWithoutLookingAtMoreIsLeftToALongRound() throws IOException {
        paper.write("content/world/river.txt", "A wire story\n\nIt says so.\n");
        assertLong("content/world/river.txt");
        Files.delete(paper.folder().resolve("content/world/river.txt"));
        build("content/world/river.txt");
        String sameId = "content/world/river/index.md";
        paper.write(sameId, "---\nheadline: The same\npublished: 2026-11-20T08:00\n---\nIt is.\n");
        assertLong(sameId);
        paper.write(sameId, "---\nheadline: Another\npublished: 2026-11-20T08:00\n---\nIt is.\n");
        assertAsAnew(build(sameId));
        Files.delete(paper.folder().resolve(sameId));
        build(sameId);
        paper.write("content/world/other.md", "---\nheadline: [\n---\n");
        assertFalse(build("content/world/other.md").committed());
        assertTrue(all.get());
        Files.delete(paper.folder().resolve("content/world/other.md"));
        // Once the last good round is long enough ago, all is seen to be as it was then.
        assertAsAnew(build("content/world/other.md"));
        river("The river stands", "");
        build(RIVER);
        paper.write("content/world/picture.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 9'></svg>");
        river("The river rises", "image: {src: /world/picture.svg, alt: A picture}\n");
        assertLong(RIVER, "content/world/picture.svg");
        river("The river falls", "image: {src: /world/picture.svg, alt: A picture}\n");
        assertShort(RIVER);
        river("The river falls", "image: {src: /world/missing.svg, alt: A picture}\n");
        assertAsAnew(build(RIVER));
        Files.delete(paper.folder().resolve("content/world/story-11.md"));
        assertAsAnew(build("content/world/story-11.md"));
    }

    @Test
    void whatTranslatesAnArticleIsAskedAgainInTheOtherLanguage() throws IOException {
        Path settings = paper.folder().resolve("content/site.yaml");
        Files.writeString(settings, Files.readString(settings) + "editions: [{language: uk, name: Часи}]\n");
        build(Touched.UNKNOWN);
        String translation = "content/uk/world/river.md";
        for (String headline : new String[] {"Ріка росте", "Ріка падає"}) {
            paper.write(translation, "---\nheadline: " + headline + "\npublished: 2026-11-21T08:10\n---\nТак.\n");
            BuildReport report = assertShort(translation);
            assertTrue(
                    report.reasons().keySet().stream()
                            .anyMatch(made -> made.path().startsWith("world/")
                                    && made.path().contains("/the-river-rises/")),
                    "the page that it translates leads to it");
        }
        river("The river falls", "");
        assertShort(RIVER);
        Files.delete(paper.folder().resolve(translation));
        assertShort(translation);
        assertIsKept();
    }

    @Test
    void whatSomebodyElsePutInTheWayIsToldOrLeft() throws IOException {
        Path page = output().resolve("world/2026/11/24/mine/index.html");
        Files.createDirectories(page.getParent());
        Files.writeString(page, "theirs");
        paper.write("content/world/mine.md", "---\nheadline: Mine\npublished: 2026-11-24T08:00\n---\nMine.\n");
        BuildReport report = build("content/world/mine.md");
        assertTrue(all.get(), "not everything was looked at");
        assertEquals(
                1,
                report.problems().stream()
                        .filter(problem -> problem.code().id().equals("foreign-file-replaced"))
                        .count());
    }

    private void atOneAddress(String name, String slug) {
        paper.write(
                "content/world/" + name + ".md",
                "---\nheadline: " + name + "\nslug: " + slug + "\nid: " + name
                        + "\npublished: 2026-11-20T08:00\n---\nIt is.\n");
    }

    @Test
    void twoOfOneAddressAreTold() {
        atOneAddress("one", "same");
        assertShort("content/world/one.md");
        atOneAddress("two", "same");
        BuildReport both = build("content/world/two.md");
        assertEquals(1, both.problems().size(), () -> both.problems().toString());
        assertAsAnew(both);
        atOneAddress("two", "other");
        assertAsAnew(build("content/world/two.md"));
        atOneAddress("one", "moved");
        assertShort("content/world/one.md");
        atOneAddress("two", "same");
        assertShort("content/world/two.md");
    }

    @Test
    void whatWasToldOfThePlanIsToldAgain() {
        keepGoing = true;
        article("fancy", "Fancy", "template: nosuch\n", "It is.");
        BuildReport first = build("content/world/fancy.md");
        assertEquals(1, first.problems().size());
        assertTrue(first.committed());
        river("The river falls", "");
        assertEquals(first.problems(), assertShort(RIVER).problems());
    }

    @Test
    void whatIsToldOfAnArticleMovesWithItsLine() {
        keepGoing = true;
        river("The river rises", "related: [world/nowhere]\n");
        assertShort(RIVER);
        river("The river rises", "# Another line says nothing.\nrelated: [world/nowhere]\n");
        BuildReport report = assertShort(RIVER);
        assertTrue(
                report.problems().stream().anyMatch(problem -> problem.place().line() == 6),
                () -> report.problems().toString());
    }

    @Test
    void timePassesBetweenRounds() {
        river("The river rises", "embargo: 2026-11-24T23:00\n");
        assertShort(RIVER);
        now = now.plus(Duration.ofHours(1));
        river("The river falls", "embargo: 2026-11-24T23:00\n");
        assertShort(RIVER);
        now = now.plus(Duration.ofHours(20));
        article("story-12", "Another story", "", "Text.");
        assertLong("content/world/story-12.md");
    }

    @Test
    void ofAPaperForReadersEverythingElseIsLeftAsALongRoundWouldLeaveIt() throws IOException {
        isPreview = false;
        memory = Memory.lasting();
        Path settings = paper.folder().resolve("content/site.yaml");
        Files.writeString(
                settings,
                Files.readString(settings) + "hosting: {compress: [gzip], checksums: true, hosts: [nginx]}\n");
        build(Touched.UNKNOWN);
        for (String headline : new String[] {"The river falls", "The river stands"}) {
            river(headline, "tags: [New]\n");
            assertShort(RIVER);
            article("more", headline, "", "It is. ".repeat(100));
            assertShort("content/world/more.md");
        }
        assertIsKept();
    }

    @Test
    void manyRoundsInARowAreAtLastWrittenAsAWhole() {
        for (int round = 0; round < 12; round++) {
            river("The river rises " + round, "tags: [Flood" + round % 3 + "]\n");
            assertShort(RIVER);
        }
        assertIsKept();
    }

    @Test
    void aRoundThatDiesBeforeItsEndIsMendedByTheNextBuild() throws IOException {
        river("The river falls", "");
        build(RIVER);
        try (var files = Files.list(paper.folder().resolve(".broadsheet"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("ledger-"))
                    .toList()) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".open"));
            }
        }
        assertAsAnew(new Build(options(), Progress.NONE).run());
    }
}
