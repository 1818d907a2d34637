package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and hostile files have one answer: a problem with its place. */
class HostileInputTest {
    private final Fixture paper = new Fixture();

    @Test
    void aByteOrderMarkAndForeignLineEndsAreNoFault() {
        var read = paper.read("world/a.md", "\uFEFF---\r\nheadline: A\r\ndate: 2026-11-24\r\n---  \r\nText.\r\n")
                .orElseThrow();
        assertEquals("A", read.card().titles().headline());
        assertEquals("Text.\n", read.text().text());
        assertEquals(5, read.text().start().line());
        assertEquals("", paper.told());
    }

    @Test
    void aByteOrderMarkIsNoPartOfAWireStorysHeadline() {
        var read = paper.read("world/2026-11-24-a.txt", "\uFEFFHeadline\r\nText that ends.\r\n")
                .orElseThrow();
        assertEquals("Headline", read.card().titles().headline());
        assertEquals("Text that ends.\n", read.text().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x"
            })
    void anAddressThatCouldRunIsToldWhereverItIsTyped(String address) {
        var card =
                paper.read("world/a.md", """
                ---
                headline: A
                date: 2026-11-24
                canonical: "%1$s"
                source: {name: B, url: "%1$s", original: "%1$s"}
                sources: [{name: C, url: "%1$s"}]
                sponsor: {name: D, url: "%1$s"}
                authors: [{name: E, url: "%1$s"}]
                rights: {license: "%1$s"}
                image: {src: "%1$s", alt: F, credit: G, creditUrl: "%1$s"}
                ---
                Text.
                """.formatted(address)).orElseThrow().card();
        assertEquals("", card.naming().canonical());
        assertFalse(card.toString().contains(address), card.toString());
        assertTrue(paper.told().lines().count() >= 7, paper.told());
    }

    @Test
    void aYamlBombIsTold() {
        var bomb = new StringBuilder(
                "---\nheadline: A\ndate: 2026-11-24\nparams:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int at = 1; at < 9; at++) {
            String last = "*a" + (at - 1);
            bomb.append("  a" + at + ": &a" + at + " [" + last + (", " + last).repeat(8) + "]\n");
        }
        assertTrue(paper.read("world/a.md", bomb + "---\n").isEmpty());
        assertEquals(
                "content/world/a.md yaml-bomb: This YAML repeats parts of itself (with & and *) until it is far larger"
                        + " than its text. | Write the parts out.",
                paper.told());
    }

    @Test
    void aSmallerBombBelowTheAliasLimitIsToldToo() {
        var bomb = new StringBuilder("---\nheadline: A\ndate: 2026-11-24\nparams:\n  a0: &a0 [x, x, x, x]\n");
        for (int at = 1; at < 5; at++) {
            bomb.append("  a" + at + ": &a" + at + (" [*a" + (at - 1) + ", ") + ("*a" + (at - 1) + ", ").repeat(3)
                    + "x]\n");
        }
        assertTrue(paper.read("world/a.md", bomb + "---\n").isEmpty());
        assertTrue(paper.told().contains("yaml-bomb"), paper.told());
    }

    @Test
    void whatHoldsItselfIsTold() {
        assertTrue(paper.read("world/a.md", "---\nheadline: A\ndate: 2026-11-24\nparams: &p {p: *p}\n---\n")
                .isEmpty());
        assertEquals(
                "content/world/a.md yaml-too-deep: Lists and fields stand too deep in one another: nested deeper than 40"
                        + " levels. | Nothing in a paper needs that; write it flatter.",
                paper.told());
    }

    @Test
    void deepNestingIsTold() {
        assertTrue(paper.read("world/a.md", "---\nparams: " + "[".repeat(100_000) + "\n---\n")
                .isEmpty());
        assertTrue(paper.read("world/b.md", "---\nparams: " + "{a: ".repeat(50_000) + "\n---\n")
                .isEmpty());
        assertEquals(
                2,
                paper.told()
                        .lines()
                        .filter(line -> line.contains("yaml-too-deep"))
                        .count(),
                paper.told());
    }

    @Test
    void aFieldThatStandsTwiceIsTold() {
        var read = paper.read("world/a.md", "---\nheadline: A\ndate: 2026-11-24\nheadline: B\n---\n");
        assertEquals("A", read.orElseThrow().card().titles().headline());
        assertEquals(
                "content/world/a.md:4:1 duplicate-field: The field \"headline\" stands here a second time; the first is"
                        + " in line 2. | Keep one of the two.",
                paper.told());
    }

    @Test
    void nulIsTold() {
        assertTrue(paper.read("world/a.md", "---\nheadline: A\ndate: 2026-11-24\n---\nTe\u0000xt")
                .isEmpty());
        assertEquals(
                "content/world/a.md:5:3 control-character: Here stands the control character U+0000, which no reader"
                        + " can be shown. | Delete it.",
                paper.told());
    }

    @Test
    void nulInAnEscapeIsTold() {
        assertTrue(paper.read("world/a.md", "---\nheadline: \"A\\0B\"\ndate: 2026-11-24\n---\n")
                .isEmpty());
        assertEquals(
                "content/world/a.md:2:11 control-character: \"headline\" holds the control character U+0000, which no"
                        + " reader can be shown. | Delete it.",
                paper.told());
    }

    @Test
    void textThatIsNotUtf8IsTold() {
        assertTrue(paper.read("world/a.md", "---\nheadline: A\ntitle: Ä\n".getBytes(StandardCharsets.ISO_8859_1))
                .isEmpty());
        assertEquals(
                "content/world/a.md:3 not-utf-8: The file is not text in UTF-8. | Save it as UTF-8.", paper.told());
    }

    @Test
    void aReplacementCharacterIsOrdinaryText() {
        assertEquals(
                "\uFFFD",
                paper.read("world/2026-11-24-a.md", "# \uFFFD")
                        .orElseThrow()
                        .card()
                        .titles()
                        .headline());
        assertEquals("", paper.told());
    }

    @Test
    void anEmptyFileIsTold() {
        assertTrue(paper.read("world/a.md", "").isEmpty());
        assertTrue(paper.read("world/b.txt", " \n").isEmpty());
        assertEquals("""
                content/world/a.md empty-file: The file is empty. | Write the article, or delete the file.
                content/world/b.txt empty-file: The file is empty. | Delete it, or fill it.""", paper.told());
    }

    @Test
    void aHugeFileIsTold() {
        assertTrue(paper.read("world/a.md", new byte[50_000_000]).isEmpty());
        assertEquals(
                "content/world/a.md file-too-large: The file has 50000000 bytes; more than 8388608 are not read. | Split"
                        + " it, or keep what is not text out of it.",
                paper.told());
    }

    @Test
    void frontMatterWithoutEndIsTold() {
        assertTrue(paper.read("world/a.md", "---\nheadline: A\n\nText").isEmpty());
        assertEquals(
                "content/world/a.md:1 front-matter-not-closed: The front matter that begins here has no end. | Put a line"
                        + " --- below its last field.",
                paper.told());
    }

    @Test
    void yamlThatIsOnlyBrokenIsToldWhereItBreaks() {
        assertTrue(
                paper.read("world/a.md", "---\nheadline: A\n\tdate: x\n---\n").isEmpty());
        assertTrue(paper.told().startsWith("content/world/a.md:3:1 broken-yaml: A tab stands here"), paper.told());
        assertEquals(1, paper.problems.inOrder().size(), paper.told());
    }

    @Test
    void aTagOfJavaBuildsNothing() {
        var read = paper.with("params: {x: !!javax.script.ScriptEngineManager [a]}");
        assertEquals(java.util.List.of("a"), read.card().apparatus().params().get("x"));
    }
}
