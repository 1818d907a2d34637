package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import press.broadsheet.news.Body;
import press.broadsheet.news.Language;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Site;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;

class ShortcutsTest {
    private static final List<String> LINES = List.of(
            "The river rose by a metre overnight, the council said.",
            "\"We saw it coming,\" she said. 'Twice,' he said -- and left...",
            "See https://river.example/a?b=c, or do not.",
            "A line that ends in two spaces  ",
            "Some *emphasis* here and `code` there.",
            "# A heading",
            "## Another",
            "Underlined",
            "---",
            "===",
            "- an item",
            "  more of the item",
            "    deeper",
            "1. first",
            "2. second",
            "2026 was a year. 1. was not a list.",
            "> quoted",
            "| a | b |",
            "| Town | Share |\n| --- | ---: |\n| *Velm* | 10% |\n| North | [two](https://a.example/) |",
            "| One | Two |\n|:---|:---:|\n| a | b |\n| only one |",
            "| Ä \"q\" |\n| --- |\n| `x` |",
            "|---|---|",
            "| 1 | 2 |",
            "a | b",
            "[link]: https://river.example/ \"A title\"",
            "A [link] and [[river|the river]] and a note.[^1]",
            "[^1]: The note.",
            "::: fact-box",
            ":::",
            "::: pull-quote",
            "川が一晩で",
            "一メートル増水した。",
            "Річка піднялася на метр, кажуть у \"раді\".",
            "AT&T and R&D; 3 < 4",
            "<div>",
            "</div>",
            "![A picture](river.svg)",
            "\\* not a list",
            "*A whole line.*",
            "**A whole line**.",
            "He said *\"yes\"* and (**no**), _perhaps_; a*b*c and snake_case_name.",
            "An *emphasis that",
            "goes on* here.",
            "* another mark",
            "* **strong** item, with [a link](/sport/2026/) and [[river]].",
            "+ plus",
            "1. An item: [a link](other.md).",
            "3) third",
            "> \"Said,\" *she* said.",
            "> -- Somebody",
            "> — Somebody",
            "> ",
            ">no blank",
            "## A *strong* word, [linked](https://a.example/x_y_z?q=1#top) ##",
            "### Тонни й метри 12",
            "# \"Quoted\" heading",
            "#no heading",
            "![Two words](sub/river.svg)",
            "![](river.svg)",
            "![A picture](https://elsewhere.example/p.png)",
            "![A](a.svg){credit=\"X\"}",
            "Wow! A & B, `code *x*` and ``more `code` ``.",
            "A [link](javascript:alert) and [one](../../../out.md) and [[a|b|c]] and [[ ]].",
            "[Begins](/a/) with *a* link.",
            "[[river|The *river*]] begins **here** and *there*.",
            "**Bold:** text — *more*, \u00abword\u00bb*x*, 2*3*4 = 24, ** no **.",
            "***both***",
            "_under_ and __double__ and *mixed_",
            "'Single,' she said.",
            "(In brackets.)",
            "10.5 metres",
            "A note[^1] and *another[^b]*, twice.[^1]",
            "[^b]: The *second* note, see [[river]].",
            "[^1]: Again.",
            "- an item with a note[^1]",
            "    ",
            "",
            "",
            "",
            " ",
            "   indented");

    private static final Markdown MARKDOWN = new Markdown(new Site.Text(Site.Text.Html.ALLOW_LIST, true, true));

    private record Set(String html, int words, String opening, List<String> told) {}

    private static Set set(String text) {
        var problems = new Problems();
        Place start = new Place(Path.of("content", "a.md"), 5, 1);
        Body body = MARKDOWN.typeset(new Body.Source(text, new Language("en"), start, ""), problems);
        String html = body.pieces().stream().map(ShortcutsTest::print).collect(Collectors.joining());
        return new Set(
                html,
                body.words(),
                body.opening(),
                problems.inOrder().stream()
                        .map((Problem problem) -> problem.place() + " " + problem.message())
                        .toList());
    }

    private static String print(Piece piece) {
        return piece instanceof Piece.Html finished ? finished.html() : piece.toString();
    }

    /** A text with the stand-in's own character is parsed as a whole; here it is a last paragraph, and cut off again. */
    private static Set parsedAsAWhole(String text) {
        Set whole = set(text + "\n\n" + Shortcuts.STAND_IN + "\n");
        String end = "<p>" + Shortcuts.STAND_IN + "</p>\n";
        int at = whole.html().lastIndexOf(end);
        return new Set(
                whole.html().substring(0, at) + whole.html().substring(at + end.length()),
                whole.words(),
                // Notes come after the added paragraph.
                whole.opening().equals(String.valueOf(Shortcuts.STAND_IN))
                        ? set(text).opening()
                        : whole.opening(),
                whole.told());
    }

    @Test
    void paragraphsThatAreNotParsedAreSetAsIfTheyHadBeen() {
        for (long seed = 0; seed < 12_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int line = 0; line < 2 + random.nextInt(14); line++) {
                text.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
            }
            // What is open at the end would take the added paragraph in.
            boolean closed =
                    !text.toString().contains(":::") && !text.toString().contains("<div>");
            if (closed) {
                assertEquals(parsedAsAWhole(text.toString()), set(text.toString()), "seed " + seed + "\n" + text);
            }
        }
    }

    @Test
    void paragraphsInContainersAndCodeAreParsed() {
        for (String text :
                List.of("::: fact-box\n\nPlain.\n\n:::\n", "```\n\nPlain.\n\n```\n", "<pre>\n\nPlain.\n\n</pre>")) {
            assertEquals(text, Shortcuts.of(text).text());
        }
    }

    @Test
    void mostOfAnOrdinaryTextIsNotParsed() {
        String plain = "The river rose. It fell again,\nand nobody \"knew\" why.";
        Shortcuts shortcuts = Shortcuts.of("# Head\n\n" + plain + "\n\nSome *doubtful * marks*.\n\n" + plain);
        assertEquals("\uE000\n\n\uE000\n\nSome *doubtful * marks*.\n\n\uE000", shortcuts.text());
        assertTrue(shortcuts.at(3) >= 0);
        assertFalse(shortcuts.at(4) >= 0);
    }

    @Test
    void aFaultBelowUnparsedParagraphsIsToldWhereItStands() {
        Set told = set("A plain line.\n\nAnother\nof two.\n\nSee [this](javascript:alert(1)).\n");
        assertEquals(1, told.told().size());
        assertTrue(told.told().getFirst().startsWith("content/a.md:10:"), told.told()::toString);
    }
}
