package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import press.broadsheet.news.Author;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Section;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Place;

class StandingReaderTest {
    private final Fixture paper = new Fixture();

    private StandingMatter read(int edition, String... pathsAndTexts) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int at = 0; at < pathsAndTexts.length; at += 2) {
            files.put(pathsAndTexts[at], pathsAndTexts[at + 1].getBytes(StandardCharsets.UTF_8));
        }
        Stylebook book = Stylebook.of(Fixture.site());
        return new StandingReader(book, book.editions().get(edition), Fixture.TYPESETTERS)
                .read(files, Map.of("more", "More"), paper.problems);
    }

    @Test
    void peoplePagesAndStoriesAreRead() {
        StandingMatter matter = read(
                0,
                "people/ada-king.md",
                """
                ---
                name: Ada King
                role: Foreign editor
                summary: Writes on *rivers*.
                portrait: {src: ada.jpg, alt: Ada King, credit: Eve}
                email: ada@lantern.example
                sameAs: [https://a.example/ada]
                expertise: [rivers]
                languages: [en]
                ---
                Born by a river.
                """,
                "people/ada.jpg",
                "no text",
                "pages/about/ethics.md",
                "---\npolicy: ethicsPolicy\nfooter: true\n---\n# Ethics\n\nWe are fair.",
                "stories/flood.md",
                """
                ---
                headline: The flood
                summary: All of it
                timeline:
                  - {date: 16 November 2024, text: It rained.}
                ---
                """);
        assertEquals("", paper.told());
        Author ada = matter.authors().get("ada-king");
        assertEquals("Ada King", ada == null ? "" : ada.name());
        assertEquals(
                new Piece.Html("content/people/ada-king.md:11|Born by a river."),
                ada == null || ada.biography() == null
                        ? null
                        : ada.biography().pieces().getFirst());
        StandingPage page = matter.pages().getFirst();
        assertEquals("about/ethics", page.path());
        assertEquals("Ethics", page.headline());
        assertEquals("pages/about/ethics", page.id().path());
        assertEquals("ethicsPolicy", page.policy());
        assertTrue(page.inFooter());
        assertEquals(
                new Piece.Html("content/pages/about/ethics.md:6|We are fair."),
                page.body().pieces().getFirst());
        StoryPackage story = matter.stories().get("flood");
        assertEquals(
                "16 November 2024",
                story == null ? "" : story.timeline().getFirst().date());
        assertEquals(Map.of("more", "More"), matter.strings());
    }

    @Test
    void eachEditionReadsItsOwnFiles() {
        String[] files = {
            "people/a.md", "---\nname: A\n---\n", "uk/people/b.md", "---\nname: Б\n---\n", "world/river.md", "# River"
        };
        assertEquals(Set.of("a"), read(0, files).authors().keySet());
        assertEquals(Set.of("b"), read(1, files).authors().keySet());
    }

    @Test
    void aFrontIsComposedOfSlots() {
        StandingMatter matter = read(
                0,
                "front.yaml",
                """
                - id: top
                  layout: lead
                  limit: 4
                  pinned:
                    - flood
                    - {id: storm, until: 2026-11-24T18:00, kicker: Now, headline: Short, hideImage: true, boost: 2, supporting: [rain]}
                  backfill: {section: world, tags: [Flood], genre: [news, opinion], minUrgency: 3, maxAge: 3d}
                - title: More of the world
                  more: world
                - {id: picks, pinned: [a]}
                """,
                "sport/front.yaml",
                "slots:\n  - {layout: river, backfill: {genre: letter, maxAge: PT12H}}");
        assertEquals("", paper.told());
        List<FrontPage.Slot> slots =
                matter.fronts().getOrDefault("", new FrontPage(List.of())).slots();
        FrontPage.Slot top = slots.getFirst();
        assertEquals("lead", top.layout());
        assertEquals("flood", top.picks().getFirst().article().text());
        assertEquals(
                "content/front.yaml:5:7",
                top.picks().getFirst().article().place().toString());
        FrontPage.Pick storm = top.picks().get(1);
        assertEquals(Instant.parse("2026-11-24T16:00:00Z"), storm.until());
        assertEquals("rain", storm.supporting().getFirst().text());
        assertEquals(
                new FrontPage.Backfill(
                        new Section.Id("world"),
                        Set.of("Flood"),
                        Set.of(Genre.NEWS, Genre.OPINION),
                        3,
                        Duration.ofDays(3),
                        Map.of("Flood", new Place(Path.of("content/front.yaml"), 7, 37))),
                top.backfill());
        assertEquals("more-of-the-world", slots.get(1).id());
        assertEquals(new Section.Id("world"), slots.get(1).more());
        assertEquals(
                new FrontPage.Backfill(null, Set.of(), Set.of(), 9, null),
                slots.get(1).backfill());
        assertNull(slots.get(2).backfill());
        assertEquals(Set.of("", "sport"), matter.fronts().keySet());
    }

    @Test
    void faultsAreToldWithPlaceAndHint() {
        read(
                0,
                "front.yaml",
                """
                - {id: top, layot: lead, limit: 0, pinned: [{until: x}], backfill: {section: wrld, maxAge: soon}}
                - {id: top}
                - {layout: ../x}
                """,
                "sprot/front.yaml",
                "[]",
                "people/Ada King.md",
                "---\nname: Ada\n---\n",
                "people/bo.md",
                "---\nrole: x\nemail: a b\n---\n",
                "pages/about.md",
                "---\nheadline: A\npath: ../x\n---\n",
                "pages/b.md",
                "---\nheadline: A\npolicy: ethics\n---\n");
        assertEquals("""
                content/front.yaml:1:13 unknown-field: There is no field "layot". | Did you mean "layout"?
                content/front.yaml:1:33 number-out-of-range: "limit" must be a whole number from 1 to 100, not "0".
                content/front.yaml:1:45 field-missing: The field "pinned.id" is missing. | Add it: id: ...
                content/front.yaml:1:78 unknown-section: There is no section "wrld". | Did you mean "world"?
                content/front.yaml:1:92 broken-duration: "backfill.maxAge" cannot be read as a span of time: "soon". | Write it as 12h, 3d or 2w.
                content/front.yaml:2:3 same-name-twice: There are two slots with the id "top". | Give one of them another "id:".
                content/front.yaml:3:12 unsafe-slug: "layout" cannot be "../x". | Use letters of lower case, digits and hyphens.
                content/pages/about.md:3:7 unsafe-slug: "../x" cannot be a page's address. | Write it with letters of lower case, digits and hyphens, such as about/ethics.
                content/pages/b.md:3:9 unknown-value: "policy" cannot be "ethics". | Known are: actionableFeedbackPolicy, correctionsPolicy, diversityPolicy, diversityStaffingReport, ethicsPolicy, masthead, missionCoveragePrioritiesPolicy, noBylinesPolicy, ownershipFundingInfo, publishingPrinciples, unnamedSourcesPolicy, verificationFactCheckingPolicy.
                content/people/Ada King.md unsafe-slug: The file's name cannot stand in an address. | Name it with letters of lower case, digits and hyphens.
                content/people/bo.md:2:1 field-missing: The field "name" is missing. | Add it: name: ...
                content/people/bo.md:3:8 broken-address: "a b" is no address of mail.
                content/sprot/front.yaml unknown-section: This front belongs to the folder "sprot", which is no section. | Did you mean "sport"?""", paper.told());
    }

    @Test
    void theKindOfAFileIsKnownByItsPath() {
        List<String> folders = List.of("uk");
        assertEquals(FileKind.SETTINGS, FileKind.of("site.yaml", folders));
        assertEquals(FileKind.SECTION, FileKind.of("uk/world/_section.md", folders));
        assertEquals(FileKind.ARTICLE, FileKind.of("uk/world/people/a.md", folders));
        assertEquals(FileKind.PERSON, FileKind.of("uk/people/a.md", folders));
        assertEquals(FileKind.FRONT, FileKind.of("world/front.yaml", folders));
        assertEquals(FileKind.WIRE_STORY, FileKind.of("world/a.txt", folders));
        assertEquals(FileKind.IGNORED, FileKind.of("world/_drafts/a.md", folders));
        assertEquals(FileKind.IGNORED, FileKind.of("world/.a.md.swp", folders));
        assertEquals(FileKind.OTHER, FileKind.of("world/a.jpg", folders));
        assertEquals(FileKind.DATA, FileKind.of("data/a.csv", folders));
    }
}
