package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.broadsheet.news.Body;
import press.broadsheet.news.Inline;

class MarkdownTest {
    @Test
    void headingsAreShiftedSoThatTheTopOneIsTheSecondLevel() {
        var body = Proof.of("# One\n\n## Two\n\n# Three").body();
        assertEquals(
                List.of(
                        new Body.Heading(2, "one", "One"),
                        new Body.Heading(3, "two", "Two"),
                        new Body.Heading(2, "three", "Three")),
                body.outline());
        assertEquals(2, Proof.of("### Three").body().outline().getFirst().level());
    }

    @Test
    void anchorsKeepTheLettersOfAnyScriptAndAreUnique() {
        var anchors = Proof.of(
                        "## Що сталося?\n\n## 何が起きた\n\n## ماذا حدث\n\n## Q & A's\n\n## Q & A's\n\n## ?!\n\n## Fn 1")
                .body()
                .outline();
        assertEquals(
                List.of("що-сталося", "何が起きた", "ماذا-حدث", "q-as", "q-as-2", "section", "section-fn-1"),
                anchors.stream().map(Body.Heading::id).toList());
    }

    @Test
    void anAnchorThatIsTakenByANumberedOneIsPassedOver() {
        var anchors = Proof.of("## A\n\n## A 2\n\n## A\n\n## A").body().outline();
        assertEquals(
                List.of("a", "a-2", "a-3", "a-4"),
                anchors.stream().map(Body.Heading::id).toList());
    }

    @Test
    void theOpeningIsTheFirstParagraphWithoutMarkup() {
        var body = Proof.of("## Head\n\n![a](a.jpg)\n\nThe *river* & [dam](dam.md) \"rose\".\n\nMore.")
                .body();
        assertEquals("The river & dam “rose”.", body.opening());
    }

    @Test
    void wordsAreCountedInAnyScript() {
        assertEquals(
                7,
                Proof.of("# One two\n\nIt's *un*believ**able**, a well-known fact")
                        .body()
                        .words());
        assertEquals(3, Proof.of("Привіт, м'який світе").body().words());
        assertEquals(4, Proof.of("今日は晴れです").body().words());
        assertEquals(0, Proof.of("![a](a.jpg)\n\n***").body().words());
    }

    @Test
    void footnotesStandAtTheEndInTheOrderOfTheirUse() {
        assertEquals(
                "<p>a<sup class=\"footnote\"><a id=\"fnref-1\" href=\"#fn-1\" role=\"doc-noteref\">1</a></sup></p>\n"
                        + "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\">\n<p>Note {link dam }.</p>\n"
                        + "<p class=\"footnote-back\"><a href=\"#fnref-1\" role=\"doc-backlink\">↩</a></p>\n</li>\n</ol>\n</div>",
                Proof.of("a[^x]\n\n[^y]: unused\n\n[^x]: Note [[dam]].").read());
    }

    @Test
    void anAddressDefinedRightBelowAFootnoteIsNotItsText() {
        String apart = Proof.of(
                        "a[^x] [b][n] [c][m]\n\n[^x]: Note\ntwo.\n\n[n]: https://n.example/\n[m]: https://m.example/ \"M\"")
                .read();
        assertTrue(
                apart.contains("href=\"https://n.example/\"") && apart.contains("href=\"https://m.example/\""), apart);
        assertEquals(
                apart,
                Proof.of(
                                "a[^x] [b][n] [c][m]\n\n[^x]: Note\ntwo.\n[n]: https://n.example/\n[m]: https://m.example/ \"M\"")
                        .read());
    }

    @Test
    void bracketsInAFootnoteThatDefineNothingStayItsText() {
        assertTrue(Proof.of("a[^x]\n\n[^x]: Note\n[two] and: three").read().contains("Note\n[two] and: three"));
        assertTrue(Proof.of("a[^x]\n\n[^x]: One\n[^y]: Two").read().contains("<p>One</p>"));
    }

    @Test
    void aFootnoteThatIsNowhereWrittenIsTold() {
        assertEquals(List.of("5:2 unknown-footnote"), Proof.of("a[^x]").told());
    }

    @Test
    void aTableScrollsInAFrameOfItsOwn() {
        assertEquals(
                "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Year, Dams\">\n<table>\n<thead>\n"
                        + "<tr><th>Year</th><th class=\"align-right\">Dams</th></tr>\n</thead>\n<tbody>\n"
                        + "<tr><td>2026</td><td class=\"align-right\">{link x y}</td></tr>\n</tbody>\n</table>\n</div>",
                Proof.of("| Year | Dams |\n|---|--:|\n| 2026 | [[x\\|y]] |")
                        .read()
                        .replace("x\\", "x"));
    }

    /** As above the names of the rows: there is nothing that could be read out. */
    @Test
    void anEmptyHeadingOfATableIsAnOrdinaryCell() {
        String read = Proof.of("|  | Dams |\n|---|--:|\n| North | 2 |").read();
        assertTrue(read.contains("<tr><td> </td><th class=\"align-right\">Dams</th></tr>"), read);
    }

    /** Identifiers of the theme begin with an underscore, see ThemeTest. */
    @Test
    void noAnchorCanBeOneOfTheThemes() {
        for (String heading : List.of("_corrections", "\\_content", "__latest__", "_ _", "＿main")) {
            String anchor =
                    Proof.of("## " + heading).body().outline().getFirst().id();
            assertFalse(anchor.startsWith("_"), anchor);
        }
        assertFalse(Proof.of("<p id=\"_content\">A</p>").read().contains("_content"));
        assertTrue(Proof.of("<p id=\"content\">A</p>").read().contains("id=\"content\""));
    }

    @Test
    void struckTextIsStruck() {
        assertEquals("<p><del>a</del></p>", Proof.of("~~a~~").read());
    }

    @Test
    void windowsLineEndingsChangeNothing() {
        String text = "# A\n\nb\nc\n\n- d\n- e\n\n```\nf\n```\n\n::: qa\ng\n:::\n\n> h\n> -- i\n";
        assertEquals(Proof.of(text).body(), Proof.of(text.replace("\n", "\r\n")).body());
        assertEquals(
                List.of("9:1 missing-alt-text", "9:1 missing-credit"),
                Proof.of("a\r\n\r\nb\r\n\r\n![](c.jpg)").told());
    }

    @Test
    void aShortTextHoldsNoBlocksAndNoHoles() {
        assertEquals(new Inline("# Not a <em>heading</em>", "# Not a heading"), Proof.line("# Not a *heading*", "en"));
        assertEquals(new Inline("- Tom &amp; Jerry’s", "- Tom & Jerry’s"), Proof.line("- Tom & Jerry's", "en"));
        assertEquals(new Inline("a pic", "a pic"), Proof.line("a ![pic](x.jpg)", "en"));
        assertEquals(new Inline("&lt;b", "<b"), Proof.line("<b", "en"));
        assertEquals(
                new Inline("<a href=\"/x\">a</a> b c", "a b c"),
                Proof.line("[a](/x)\n\n[b](y.md) [c](javascript:z)", "en"));
        assertEquals(Inline.NONE, Proof.line("", "en"));
        assertEquals(Inline.NONE, Proof.line("   ", "en"));
    }

    @Test
    void nothingIsNothing() {
        assertEquals(Body.EMPTY, Proof.of("").body());
        assertEquals(Body.EMPTY, Proof.of(" \n\n \n").body());
    }
}
