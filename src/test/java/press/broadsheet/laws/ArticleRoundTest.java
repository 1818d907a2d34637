package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Touched;

/**
 * A round of a preview in which nothing but articles was touched looks at no other file of the newsroom's; and the paper is
 * what a clean build would make of it.
 */
class ArticleRoundTest {
    private static final String RIVER = "content/world/river.md";

    @TempDir
    private Path folder = Path.of("");

    private PaperInRounds rounds = new PaperInRounds(folder, true, "");

    @BeforeEach
    void aPaper() {
        aPaper(true);
    }

    private void aPaper(boolean isPreview) {
        rounds = new PaperInRounds(folder, isPreview, """
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
        rounds.begin();
    }

    private void article(String name, String headline, String more, String text) {
        rounds.paper()
                .write(
                        "content/world/" + name + ".md",
                        "---\nheadline: " + headline + "\nstandfirst: In short.\npublished: 2026-11-2"
                                + Math.floorMod(name.hashCode(), 4) + "T08:" + (10 + Math.floorMod(name.hashCode(), 50))
                                + "\n"
                                + more + "---\n" + text + "\n");
    }

    private void river(String headline, String more) {
        article("river", headline, more, "It rose. See [[world/story-11]].");
    }

    @Test
    void aHeadlineIsMadeAgainWhereItIsShownAndItsAddressGoesWithIt() {
        river("The river falls", "");
        BuildReport report = rounds.assertShort(RIVER);
        assertEquals(1, report.removed());
        rounds.assertIsKept();
    }

    @Test
    void tagsAuthorsDatesAndSectionsComeAndGo() throws IOException {
        river("The river rises", "tags: [Flood1, New]\nauthors: [Bo]\n");
        rounds.assertShort(RIVER);
        river(
                "The river rises",
                "tags: [Flood2]\nauthors: [Ada 1]\ncorrections: [{date: 2026-11-23T10:00, text: So.}]\n");
        rounds.assertShort(RIVER);
        river("The river rises", "people: [Ines Sola]\nstory: flood\nbreaking: 2026-11-25T10:00\n");
        rounds.assertShort(RIVER);
        river("The river rises", "expires: 2026-11-24T15:00\nurgency: 1\n");
        rounds.assertShort(RIVER);
        Files.createDirectories(rounds.file("content/sport"));
        Files.move(rounds.file(RIVER), rounds.file("content/sport/river.md"));
        rounds.assertShort(RIVER, "content/sport/river.md");
        rounds.assertIsKept();
    }

    @Test
    void whoQuotesSomebodyStandsInTheListOfThoseWhoNameThem() {
        river("The river rises", "people: [Ines Sola]\n");
        rounds.assertShort(RIVER);
        String quoting = "content/world/story-12.md";
        article("story-12", "Story 12", "", "::: quote {by=\"Ines Sola\"}\nWe said it.\n:::");
        rounds.assertShort(quoting);
        article("story-12", "Story 12, again", "", "::: quote {by=\"Ines Sola\"}\nWe did not.\n:::");
        rounds.assertShort(quoting);
        article("story-12", "Story 12", "", "Nobody said it.");
        rounds.assertShort(quoting);
    }

    @Test
    void articlesComeAndGo() throws IOException {
        for (int i = 0; i < 8; i++) {
            article("new-" + i, "New " + i, "tags: [Flood1]\n", "It is. See [[world/river]].");
            rounds.assertShort("content/world/new-" + i + ".md");
        }
        Files.delete(rounds.file("content/world/story-25.md"));
        rounds.assertShort("content/world/story-25.md");
        river("The river rises", "aliases: [/old/]\n");
        rounds.assertShort(RIVER);
        rounds.assertIsKept();
    }

    @Test
    void whatCannotBeToldWithoutLookingAtMoreIsLeftToALongRound() throws IOException {
        rounds.paper().write("content/world/river.txt", "A wire story\n\nIt says so.\n");
        rounds.assertLong("content/world/river.txt");
        Files.delete(rounds.file("content/world/river.txt"));
        rounds.build("content/world/river.txt");
        String sameId = "content/world/river/index.md";
        rounds.paper().write(sameId, "---\nheadline: The same\npublished: 2026-11-20T08:00\n---\nIt is.\n");
        rounds.assertLong(sameId);
        rounds.paper().write(sameId, "---\nheadline: Another\npublished: 2026-11-20T08:00\n---\nIt is.\n");
        rounds.assertAsAnew(rounds.build(sameId));
        Files.delete(rounds.file(sameId));
        rounds.build(sameId);
        rounds.paper().write("content/world/other.md", "---\nheadline: [\n---\n");
        assertFalse(rounds.build("content/world/other.md").committed());
        rounds.assertLookedAtEverything();
        Files.delete(rounds.file("content/world/other.md"));
        // Once the last good round is long enough ago, all is seen to be as it was then.
        rounds.assertAsAnew(rounds.build("content/world/other.md"));
        river("The river stands", "");
        rounds.build(RIVER);
        rounds.paper()
                .write("content/world/picture.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 9'></svg>");
        river("The river rises", "image: {src: /world/picture.svg, alt: A picture}\n");
        rounds.assertLong(RIVER, "content/world/picture.svg");
        river("The river falls", "image: {src: /world/picture.svg, alt: A picture}\n");
        rounds.assertShort(RIVER);
        river("The river falls", "image: {src: /world/missing.svg, alt: A picture}\n");
        rounds.assertAsAnew(rounds.build(RIVER));
        Files.delete(rounds.file("content/world/story-11.md"));
        rounds.assertAsAnew(rounds.build("content/world/story-11.md"));
    }

    @Test
    void whatTranslatesAnArticleIsAskedAgainInTheOtherLanguage() throws IOException {
        Path settings = rounds.file("content/site.yaml");
        Files.writeString(settings, Files.readString(settings) + "editions: [{language: uk, name: Часи}]\n");
        rounds.build(Touched.UNKNOWN);
        String translation = "content/uk/world/river.md";
        for (String headline : new String[] {"Ріка росте", "Ріка падає"}) {
            rounds.paper()
                    .write(translation, "---\nheadline: " + headline + "\npublished: 2026-11-21T08:10\n---\nТак.\n");
            BuildReport report = rounds.assertShort(translation);
            assertTrue(
                    report.reasons().keySet().stream()
                            .anyMatch(made -> made.path().startsWith("world/")
                                    && made.path().contains("/the-river-rises/")),
                    "the page that it translates leads to it");
        }
        river("The river falls", "");
        rounds.assertShort(RIVER);
        Files.delete(rounds.file(translation));
        rounds.assertShort(translation);
        rounds.assertIsKept();
    }

    @Test
    void whatSomebodyElsePutInTheWayIsToldOrLeft() throws IOException {
        Path page = rounds.output().resolve("world/2026/11/24/mine/index.html");
        Files.createDirectories(page.getParent());
        Files.writeString(page, "theirs");
        rounds.paper().write("content/world/mine.md", "---\nheadline: Mine\npublished: 2026-11-24T08:00\n---\nMine.\n");
        BuildReport report = rounds.build("content/world/mine.md");
        rounds.assertLookedAtEverything();
        assertEquals(
                1,
                report.problems().stream()
                        .filter(problem -> problem.code().id().equals("foreign-file-replaced"))
                        .count());
    }

    private void atOneAddress(String name, String slug) {
        rounds.paper()
                .write(
                        "content/world/" + name + ".md",
                        "---\nheadline: " + name + "\nslug: " + slug + "\nid: " + name
                                + "\npublished: 2026-11-20T08:00\n---\nIt is.\n");
    }

    @Test
    void twoOfOneAddressAreTold() {
        atOneAddress("one", "same");
        rounds.assertShort("content/world/one.md");
        atOneAddress("two", "same");
        BuildReport both = rounds.build("content/world/two.md");
        assertEquals(1, both.problems().size(), () -> both.problems().toString());
        rounds.assertAsAnew(both);
        atOneAddress("two", "other");
        rounds.assertAsAnew(rounds.build("content/world/two.md"));
        atOneAddress("one", "moved");
        rounds.assertShort("content/world/one.md");
        atOneAddress("two", "same");
        rounds.assertShort("content/world/two.md");
    }

    @Test
    void whatWasToldOfThePlanIsToldAgain() {
        rounds.keepGoing();
        article("fancy", "Fancy", "template: nosuch\n", "It is.");
        BuildReport first = rounds.build("content/world/fancy.md");
        assertEquals(1, first.problems().size());
        assertTrue(first.committed());
        river("The river falls", "");
        assertEquals(first.problems(), rounds.assertShort(RIVER).problems());
    }

    @Test
    void whatIsToldOfAnArticleMovesWithItsLine() {
        rounds.keepGoing();
        river("The river rises", "related: [world/nowhere]\n");
        rounds.assertShort(RIVER);
        river("The river rises", "# Another line says nothing.\nrelated: [world/nowhere]\n");
        BuildReport report = rounds.assertShort(RIVER);
        assertTrue(
                report.problems().stream().anyMatch(problem -> problem.place().line() == 6),
                () -> report.problems().toString());
    }

    private static List<String> codes(BuildReport report) {
        return report.problems().stream().map(problem -> problem.code().id()).toList();
    }

    private BuildReport save(String name, String more, String text) {
        article(name, "Headline of " + name, more, text);
        return rounds.assertShort("content/world/" + name + ".md");
    }

    @Test
    void whatAnArticleNamesIsToldWhenThatGoesAndNoMoreWhenItComes() throws IOException {
        rounds.keepGoing();
        save("one", "related: [world/two]\n", "See [it](two.md#part).");
        save("two", "", "## Part\n\nIt is.");
        assertEquals(List.of(), codes(save("three", "", "It is.")));
        assertEquals(List.of("unknown-anchor"), codes(save("two", "", "## Another\n\nIt is.")));
        assertEquals(List.of("unknown-anchor"), codes(save("three", "", "It is not.")));
        Files.delete(rounds.file("content/world/two.md"));
        assertEquals(List.of("unknown-article", "unknown-article"), codes(rounds.assertShort("content/world/two.md")));
        assertEquals(2, save("three", "", "It is.").problems().size());
        // Only the hint is another: it names the nearest of all articles.
        BuildReport near = save("twoo", "", "It is.");
        assertTrue(near.problems().getFirst().hint().contains("twoo"), near::toString);
        assertEquals(List.of(), codes(save("two", "", "## Part\n\nIt is.")));
    }

    @Test
    void twoArticlesOfOneNameAreToldWhereTheyAreNamed() throws IOException {
        rounds.keepGoing();
        save("one", "related: [here]\n", "It is.");
        assertEquals(List.of(), codes(save("two", "slug: here\n", "It is.")));
        assertEquals(List.of("ambiguous-reference"), codes(save("three", "slug: here\n", "It is.")));
        Files.delete(rounds.file("content/world/two.md"));
        assertEquals(List.of(), codes(rounds.assertShort("content/world/two.md")));
    }

    @Test
    void whoIsUnknownIsToldOnceWhereTheNewestArticleNamesThem() throws IOException {
        rounds.keepGoing();
        for (String name : List.of("story-11", "one", "two", "three")) {
            assertEquals(List.of("unknown-contributor"), codes(save(name, "authors: [nobody]\n", "It is.")));
        }
        for (String name : List.of("two", "story-11", "three")) {
            assertEquals(List.of("unknown-contributor"), codes(save(name, "", "It is.")));
        }
        assertEquals(List.of("unknown-story"), codes(save("one", "story: none\n", "It is.")));
        Files.delete(rounds.file("content/world/one.md"));
        assertEquals(List.of(), codes(rounds.assertShort("content/world/one.md")));
    }

    private List<String> named(String name, String id) {
        rounds.paper()
                .write(
                        "content/world/" + name + ".md",
                        "---\nheadline: " + name + "\nid: " + id + "\npublished: 2026-11-20T08:00\n---\nIt is.\n");
        BuildReport report = rounds.build("content/world/" + name + ".md");
        rounds.assertAsAnew(report);
        return codes(report);
    }

    @Test
    void articlesThatMachinesWouldTakeForOneAreTold() {
        rounds.keepGoing();
        assertEquals(List.of(), named("one", "same"));
        rounds.assertLookedAtTouchedOnly();
        assertEquals(List.of("same-id-twice"), named("two", "same"));
        rounds.assertLookedAtEverything();
        assertEquals(List.of("same-id-twice"), named("three", "third"));
        assertEquals(List.of(), named("one", "other"));
        assertEquals(List.of(), named("three", "fourth"));
    }

    @Test
    void aPictureStaysForAsLongAsAnArticleShowsIt() throws IOException {
        rounds.keepGoing();
        rounds.paper()
                .write("content/world/picture.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 9'></svg>");
        rounds.build(Touched.UNKNOWN);
        String shown = "image: {src: /world/picture.svg, alt: A picture, credit: Ada}\n";
        save("one", shown, "It is.");
        save("two", shown, "It is.\n\n![So](picture.svg)");
        assertEquals(0, save("one", "", "It is.").removed());
        save("one", "image: {src: /world/missing.svg, alt: None, credit: Ada}\n", "It is.");
        save("three", "image: {src: /world/missing.svg, alt: None, credit: Ada}\n", "It is.");
        save("one", "", "It is.");
        save("three", "", "It is.");
        Files.delete(rounds.file("content/world/two.md"));
        assertTrue(rounds.assertShort("content/world/two.md").removed() > 1);
        rounds.assertIsKept();
    }

    @Test
    void whatIsHeldBackIsToldOfByThoseWhoNameIt() {
        rounds.keepGoing();
        save("one", "related: [world/two]\n", "It is.");
        assertEquals(List.of("link-to-held-back"), codes(save("two", "status: draft\n", "It is.")));
        assertEquals(List.of("link-to-held-back"), codes(save("two", "status: draft\nslug: so\n", "It is.")));
        assertEquals(List.of(), codes(save("two", "", "It is.")));
        assertEquals(List.of("link-to-held-back"), codes(save("two", "expires: 2026-11-24T08:00\n", "It is.")));
        assertEquals(List.of(), codes(save("two", "expires: 2027-11-24T08:00\n", "It is.")));
    }

    @Test
    void timePassesBetweenRounds() {
        river("The river rises", "embargo: 2026-11-24T23:00\n");
        rounds.assertShort(RIVER);
        rounds.now(rounds.now().plus(Duration.ofHours(1)));
        river("The river falls", "embargo: 2026-11-24T23:00\n");
        rounds.assertShort(RIVER);
        rounds.now(rounds.now().plus(Duration.ofHours(20)));
        article("story-12", "Another story", "", "Text.");
        rounds.assertLong("content/world/story-12.md");
    }

    @Test
    void ofAPaperForReadersEverythingElseIsLeftAsALongRoundWouldLeaveIt() throws IOException {
        aPaper(false);
        Path settings = rounds.file("content/site.yaml");
        Files.writeString(
                settings,
                Files.readString(settings) + "hosting: {compress: [gzip], checksums: true, hosts: [nginx]}\n");
        rounds.build(Touched.UNKNOWN);
        for (String headline : new String[] {"The river falls", "The river stands"}) {
            river(headline, "tags: [New]\n");
            rounds.assertShort(RIVER);
            article("more", headline, "", "It is. ".repeat(100));
            rounds.assertShort("content/world/more.md");
        }
        rounds.assertIsKept();
    }

    @Test
    void manyRoundsInARowAreAtLastWrittenAsAWhole() {
        for (int round = 0; round < 12; round++) {
            river("The river rises " + round, "tags: [Flood" + round % 3 + "]\n");
            rounds.assertShort(RIVER);
        }
        rounds.assertIsKept();
    }

    @Test
    void aRoundThatDiesBeforeItsEndIsMendedByTheNextBuild() throws IOException {
        river("The river falls", "");
        rounds.build(RIVER);
        rounds.dieWhilePublishing();
        rounds.assertAsAnew(rounds.buildElsewhere());
    }
}
