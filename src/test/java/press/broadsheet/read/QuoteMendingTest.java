package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuoteMendingTest {
    private final Fixture paper = new Fixture();

    static Stream<Arguments> headlines() {
        return Stream.of(
                Arguments.of("Kyiv: the day after", "\"Kyiv: the day after\""),
                Arguments.of("Plan #2 fails", "\"Plan #2 fails\""),
                Arguments.of("#MeToo and the town", "\"#MeToo and the town\""),
                Arguments.of("\"Quoted\" start", "'\"Quoted\" start'"),
                Arguments.of("'Tis the season", "\"'Tis the season\""),
                Arguments.of("'Never' said twice: 'never'", "\"'Never' said twice: 'never'\""),
                Arguments.of("\"It's late\": minister", "'\"It''s late\": minister'"),
                Arguments.of("@home with Ada", "\"@home with Ada\""),
                Arguments.of("`Code` red", "\"`Code` red\""),
                Arguments.of("%age of what?", "\"%age of what?\""),
                Arguments.of("*Breaking* news", "\"*Breaking* news\""),
                Arguments.of("[Video] Storm hits", "\"[Video] Storm hits\""),
                Arguments.of("{Update} Storm hits", "\"{Update} Storm hits\""),
                Arguments.of("{Live: updates} Storm hits", "\"{Live: updates} Storm hits\""),
                Arguments.of("> Storm hits", "\"> Storm hits\""),
                Arguments.of("Why: because # 3", "\"Why: because # 3\""),
                Arguments.of("Ends with a colon:", "\"Ends with a colon:\""));
    }

    /** A picture whose path took its description and its credit with it would be lost by a fix. */
    @Test
    void fieldsInBracesAreNoText() {
        for (String image : List.of(
                "{src: road.png alt: A road, credit: Us}",
                "{src: road.png, alt: A road: wet, credit: Us}",
                "{src: \"..\\..\\road.png\", alt: A road}",
                "{src: road.png, alt: A road")) {
            String file = "---\nheadline: The road\nimage: " + image + "\ndate: 2026-11-24\n---\nText.\n";
            assertEquals(new QuoteMending.Mended(file, List.of()), QuoteMending.ofArticle(file));
        }
    }

    @ParameterizedTest
    @MethodSource("headlines")
    void aHeadlineIsNeverLostOrCut(String headline, String quoted) {
        String file = "---\nheadline: " + headline + "\ndate: 2026-11-24\n---\nBody: text # kept\n";
        QuoteMending.Mended mended = QuoteMending.ofArticle(file);
        assertEquals("---\nheadline: " + quoted + "\ndate: 2026-11-24\n---\nBody: text # kept\n", mended.text());
        assertEquals(2, mended.changes().getFirst().line());
        assertEquals(List.of(), QuoteMending.ofArticle(mended.text()).changes());

        var read = paper.read("world/a.md", file).orElseThrow();
        assertEquals(headline, read.card().titles().headline());
        assertEquals(1, paper.problems.inOrder().size(), paper.told());
        assertEquals(
                "Write it so:\nheadline: " + quoted,
                paper.problems.inOrder().getFirst().hint());
        assertEquals(
                "content/world/a.md:2:11",
                paper.problems.inOrder().getFirst().place().toString());
    }

    @Test
    void theMessageSaysWhatYamlDoes() {
        paper.read("world/a.md", "---\nheadline: Kyiv: the day after\ndate: 2026-11-24\n---\n");
        paper.read("world/b.md", "---\nheadline: Plan #2 fails\ndate: 2026-11-24\n---\n");
        paper.read("world/c.md", "---\nheadline: \"Quoted\" start\ndate: 2026-11-24\n---\n");
        paper.read("world/d.md", "---\nheadline: @home\ndate: 2026-11-24\n---\n");
        assertEquals("""
                content/world/a.md:2:11 value-needs-quotes: A text that holds a colon must stand in quotation marks. | Write it so:
                headline: "Kyiv: the day after"
                content/world/b.md:2:11 text-cut-at-hash: YAML takes what stands after "#" for a remark and cuts it off this text. | Write it so:
                headline: "Plan #2 fails"
                content/world/c.md:2:11 value-needs-quotes: A text that begins with a quotation mark must stand in quotation marks as a whole. | Write it so:
                headline: '"Quoted" start'
                content/world/d.md:2:11 value-needs-quotes: A text that begins with "@" must stand in quotation marks. | Write it so:
                headline: "@home\"""", paper.told());
    }

    @Test
    void severalFaultsAreAllToldAndTheRestIsReadOn() {
        paper.read("world/a.md", """
                ---
                headline: Kyiv: the day after
                standfirst: "No" means no
                kicker: Plan #2
                genre: opinon
                date: 2026-11-24
                ---
                """);
        assertEquals(
                List.of(2, 3, 4, 5),
                paper.problems.inOrder().stream().map(one -> one.place().line()).toList(),
                paper.told());
    }

    @Test
    void lineEndsAndByteOrderMarkStay() {
        String file = "\uFEFF---\r\nheadline: Kyiv: after\r\n---\r\nText\r\n";
        assertEquals(
                "\uFEFF---\r\nheadline: \"Kyiv: after\"\r\n---\r\nText\r\n",
                QuoteMending.ofArticle(file).text());
    }

    @Test
    void textThatYamlReadsAsItStandsIsNotTouched() {
        String file = """
                ---
                headline: "Kyiv: the day after"
                standfirst: >
                  Folded: with a colon # and a hash
                section: world # the desk asked for it
                caption: it's fine
                tags: [a, 'b # c'] # remark
                params:
                  url: http://x.example/#a
                ---
                headline: Kyiv: the day after
                """;
        assertEquals(file, QuoteMending.ofArticle(file).text());
        assertEquals(
                "no front matter: here # x",
                QuoteMending.ofArticle("no front matter: here # x").text());
    }

    @Test
    void fieldsWithinFieldsAndListsAreMendedToo() {
        QuoteMending.Mended mended = QuoteMending.ofYaml("""
                image:
                  src: a.jpg
                  caption: Kyiv: the bridge
                tags:
                  - Plan #2
                  - #MeToo
                  - @home
                corrections:
                  - text: "Monday" was wrong
                    date: 2026-11-24
                """);
        assertEquals("""
                image:
                  src: a.jpg
                  caption: "Kyiv: the bridge"
                tags:
                  - "Plan #2"
                  - "#MeToo"
                  - "@home"
                corrections:
                  - text: '"Monday" was wrong'
                    date: 2026-11-24
                """, mended.text());
        assertEquals(
                List.of(3, 5, 6, 7, 9),
                mended.changes().stream().map(QuoteMending.Change::line).toList());
    }

    @Test
    void brokenYamlOfAnotherKindIsLeftAlone() {
        String yaml = "headline: A\n  bad: indent\n";
        assertTrue(QuoteMending.ofYaml(yaml).changes().isEmpty());
    }
}
