package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.news.Card;
import press.broadsheet.news.Manuscript;
import press.broadsheet.news.Section;
import press.broadsheet.news.Stylebook;

class WireTextTest {
    /** Has every peculiarity of a real wire story, in invented words. */
    private static final String STORY = """
            Harbour town to lend its ferry to the island
            Mayor Ida Sund crossed to the island without notice on March 3. She laid flowers at the lighthouse and met the island's council
            The harbour office told the paper.
            “The mayor spoke with the keepers at the lighthouse. She thanked them all,” the office said.
            "During this visit, the mayor will say that the town lends its ferry, [as promised], until 5 April," the statement said.
            Town and island plan a bridge
            The islanders asked for a bridge after the storm of March 3, 2024, the Island Post reports.
            1. It is 50 * 3 metres long, and <b>costs</b> a lot & more.
            - Ida Sund is the first mayor to cross since Per Holm left office.
            - News""";

    private final Fixture paper = new Fixture();

    private static WireText read(String text) {
        return WireText.read(
                        text, Stylebook.of(Fixture.site()).editions().getFirst().sections())
                .orElseThrow();
    }

    @Test
    void linesThatWereBrokenAtAFixedWidthAreJoined() {
        String broken = """
                Harbour town to lend its ferry

                The harbour town said on Monday that it would lend its ferry to
                the island for as long as the storm lasts, and that nobody would
                have to pay.

                What it costs
                A crossing costs the town two hundred crowns, the harbour office
                said, of which the island pays
                a half.
                - The ferry leaves at eight from the pier below the lighthouse and
                at nine from the island.
                """;
        assertEquals("""
                The harbour town said on Monday that it would lend its ferry to the island for as long as the storm lasts, and that nobody would have to pay.

                ## What it costs

                A crossing costs the town two hundred crowns, the harbour office said, of which the island pays

                a half.

                - The ferry leaves at eight from the pier below the lighthouse and at nine from the island.
                """, read(broken).markdown());
    }

    @Test
    void onlyWordsAreSubheadings() {
        for (String line : List.of(
                "“It is late,” she said",
                "\"Late,\" she said",
                "– the third point",
                "-30-",
                "***",
                "2. Second",
                "| a | b |",
                "Ida\t12",
                "https://island.example/ferry",
                "desk@island.example")) {
            String markdown =
                    read("Ferry\nIt sails.\n" + line + "\nIt returns.\n").markdown();
            assertFalse(markdown.contains("## "), markdown);
        }
        assertTrue(read("Ferry\nIt sails.\n24 hours later\nIt returns.\n")
                .markdown()
                .contains("## 24 hours later"));
    }

    @Test
    void dashesAtTheStartOfALineStayADash() {
        assertTrue(
                read("Ferry\nIt sails.\n--- he said.\nIt returns.\n").markdown().contains("\n--- he said."));
        assertTrue(read("Ferry\nIt sails.\n---\nIt returns.\n").markdown().contains("\\-\\-\\-"));
    }

    @Test
    void theStopOfAnAbbreviationStays() {
        assertEquals(
                "Island Post Inc.",
                read("Ferry\nIt sails.\nSource: Island Post Inc.\n").source());
        assertEquals(
                "Island Post", read("Ferry\nIt sails.\nSource: Island Post.\n").source());
    }

    @Test
    void aWireStoryBecomesAnArticle() {
        Manuscript read = paper.read("world/2026-03-04-ferry.txt", STORY).orElseThrow();
        Card card = read.card();
        assertEquals(
                "Harbour town to lend its ferry to the island", card.titles().headline());
        assertEquals(
                "Mayor Ida Sund crossed to the island without notice on March 3. She laid flowers at the lighthouse and"
                        + " met the island's council",
                card.titles().standfirst().plain());
        assertEquals(new Section.Id("world"), card.filing().section());
        assertEquals(Instant.parse("2026-03-03T22:00:00Z"), card.timing().published());
        assertEquals("world/2026-03-04-ferry", card.id().path());
        assertEquals("""
                The harbour office told the paper.

                “The mayor spoke with the keepers at the lighthouse. She thanked them all,” the office said.

                "During this visit, the mayor will say that the town lends its ferry, \\[as promised\\], until 5 April," the statement said.

                ## Town and island plan a bridge

                The islanders asked for a bridge after the storm of March 3, 2024, the Island Post reports.

                1\\. It is 50 \\* 3 metres long, and \\<b\\>costs\\</b\\> a lot \\& more.

                - Ida Sund is the first mayor to cross since Per Holm left office.
                """, read.text().text());
    }

    @Test
    void whatTheStoryLacksIsToldAndNotInvented() {
        Card card =
                paper.read("world/2026-03-04-ferry.txt", STORY).orElseThrow().card();
        assertEquals("""
                content/world/2026-03-04-ferry.txt:1 byline-missing: The story names no author. | Add a line "By NAME" below the headline.
                content/world/2026-03-04-ferry.txt:1 credit-missing: The story does not say which agency or paper it came from. | Add a last line "Source: NAME".
                content/world/2026-03-04-ferry.txt:2:56 date-without-year: "March 3" does not say which year. | Add the year: the story will be read later, too.
                content/world/2026-03-04-ferry.txt:5:92 date-without-year: "5 April" does not say which year. | Add the year: the story will be read later, too.""", paper.told());
        assertTrue(card.credits().authors().isEmpty());
    }

    @Test
    void withoutADateTheStoryIsHeldBack() {
        assertTrue(paper.read("world/ferry.txt", STORY).isEmpty());
        assertTrue(
                paper.told()
                        .contains("content/world/ferry.txt wire-date-missing: Nothing says when this wire story was"
                                + " published; it is held back. | Begin the file's name with the date, the year first:"
                                + " 2026-11-24-ferry.txt"),
                paper.told());
        assertTrue(!paper.problems.hasErrors(), paper.told());
    }

    @Test
    void theLastLineNamesTheSection() {
        String sport = STORY.replace("- News", "- Football");
        assertEquals(
                "sport/football",
                paper.read("world/2026-03-04-a.txt", sport)
                        .orElseThrow()
                        .card()
                        .filing()
                        .section()
                        .path());
        assertEquals("Body.\n", read("Headline\nBody.\n- sport").markdown());
        assertEquals("- Milk and honey\n", read("Headline\n- Milk and honey").markdown());
    }

    @Test
    void aLastLineThatIsNearlyASectionIsTold() {
        assertTrue(paper.read("world/2026-03-04-a.txt", STORY.replace("- News", "- Sprot"))
                .isEmpty());
        assertTrue(
                paper.told()
                        .contains(
                                "content/world/2026-03-04-a.txt:10:1 unknown-section: There is no section \"Sprot\". |"
                                        + " Did you mean \"sport\"?"),
                paper.told());
    }

    @Test
    void aLastBulletThatMightNameASectionIsToldAndKept() {
        Card card = paper.read("world/2026-03-04-a.txt", STORY.replace("- News", "- Gardening"))
                .orElseThrow()
                .card();
        assertEquals("world", card.filing().section().path());
        assertTrue(
                paper.told()
                        .contains("content/world/2026-03-04-a.txt:10:1 section-uncertain: There is no section"
                                + " \"Gardening\": this line is printed as an item of a list, and the story is filed"
                                + " under \"world\". | Sections are: "),
                paper.told());
        assertTrue(!paper.problems.hasErrors(), paper.told());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Headline\nThey sell:\n- Milk\n- Honey",
                "Headline\nBody.\n- milk and honey",
                "Headline\nBody.\n- It rained.",
                "Headline\nBody.\n- 24 boats"
            })
    void aListsLastItemIsNoSection(String story) {
        assertEquals(0, read(story).likeSection().line());
    }

    @Test
    void theSourceAboveALineThatNamesNoSectionIsRead() {
        WireText wire = read("Headline\nBody.\nSource: Island Post\n- Gardening");
        assertEquals("Island Post", wire.source());
        assertEquals("Body.\n\n- Gardening\n", wire.markdown());
    }

    @Test
    void aStoryAtTheRootThatOnlySaysNewsGoesToTheFirstSection() {
        assertEquals(
                "world",
                paper.read("2026-03-04-a.txt", STORY)
                        .orElseThrow()
                        .card()
                        .filing()
                        .section()
                        .path());
    }

    @Test
    void bylineAndSourceAreRead() {
        WireText wire = read("Headline\nBy Ada King and Bo Lind\nText of one line.\nSource: Island Post\n");
        assertEquals(List.of("Ada King", "Bo Lind"), wire.authors());
        assertEquals("Island Post", wire.source());
        assertEquals("Text of one line.\n", wire.markdown());
    }

    @Test
    void aSecondLineThatEndsAsASentenceIsNoStandfirst() {
        assertEquals(
                "", read("Headline\nThe river rose on Monday night.\nMore.").standfirst());
    }

    @Test
    void ukrainianDatesWithoutYearAreFound() {
        assertEquals(
                List.of("16 листопада"),
                read("Заголовок\nПоїзд рушив 16 листопада, а прибув 17 листопада 2024 року.").undated().stream()
                        .map(WireText.Line::text)
                        .toList());
    }

    @Test
    void whatImportWritesReadsAsTheSameStory() {
        WireText wire =
                read(STORY.replace("Harbour town", "Harbour: \"our\" town #1").replace("- News", "- Sport"));
        String file = wire.toMarkdown("2026-03-04", "");
        Card card = paper.read("world/ferry.md", file).orElseThrow().card();
        assertEquals("", paper.told());
        assertEquals(
                "Harbour: \"our\" town #1 to lend its ferry to the island",
                card.titles().headline());
        assertEquals("sport", card.filing().section().path());
        assertTrue(file.endsWith("---\n\n" + wire.markdown()), file);
    }

    @Test
    void noSignOfTheTextBecomesMarkdown() {
        assertEquals("\\# one", WireText.escape("# one"));
        assertEquals("\\- one \\_two\\_ \\`x\\` \\[a\\](b)", WireText.escape("- one _two_ `x` [a](b)"));
        assertEquals("\\::: box", WireText.escape("::: box"));
        assertEquals("2024\\. A year", WireText.escape("2024. A year"));
    }

    @Test
    void theSourceAndTheSectionCloseAStoryInEitherOrder() {
        for (String closing : List.of("Source: Coastwire\n- World", "- World\nSource: Coastwire")) {
            WireText wire = read("The ferry sails\nIt sails at nine.\n" + closing);
            assertEquals("Coastwire", wire.source());
            assertEquals("world", wire.section());
            assertEquals("It sails at nine.\n", wire.markdown());
        }
    }
}
