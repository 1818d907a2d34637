package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.news.Body;

class GuardTest {
    private static final Set<String> REFUSALS = Set.of("text-too-long", "text-too-deep", "text-too-slow");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\",
                "[",
                "]",
                "[[",
                "![",
                "*",
                "_",
                "**a ",
                "*a_ ",
                "a***b_c",
                "~~",
                "<",
                "<a ",
                "<a href=\"",
                "<!--",
                "&",
                "`",
                "``a`",
                "> ",
                "- ",
                "1. ",
                "* - ",
                "#",
                "|",
                "| a | b |\n",
                "a|b\n-|-\n",
                "\"",
                "a 'b",
                "-",
                ":::a\n",
                "::: fact-box\n",
                "{",
                "[a](",
                "[a](<b",
                "[a]: b\n",
                "[^a]",
                "[^1]: x\n",
                "![a](b){c=",
                "[[a|",
                "http://",
                "<div>\n\n",
                "<b>x\n\n",
                ">\n",
                "a\n=\n",
                "\r",
                "[](",
                "[\n",
                "<a b=\n",
                "# a\n",
                "\t",
                "    a\n",
                "```\n",
            })
    void repeatedMarksNeitherHangNorThrow(String part) {
        for (int size : new int[] {2_000, 9_000, 5_000_000}) {
            String text = part.repeat(size / part.length());
            // The bound is wide, since it is the machine's load that is measured with it; a runaway takes minutes.
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Proof.of(text));
        }
    }

    @Test
    void aTextThatIsTooLongIsToldAndNothingOfItIsSet() {
        Proof proof = Proof.of("word ".repeat(1_000_000));
        assertEquals(List.of("5:1 text-too-long"), proof.told());
        assertEquals(Body.EMPTY, proof.body());
        assertEquals(1, Proof.of("a\n\n".repeat(20_000)).told().size());
    }

    @Test
    void deepNestingIsToldWhereItStands() {
        assertEquals(
                List.of("7:1 text-too-deep"),
                Proof.of("x\n\n" + "> ".repeat(60) + "y").told());
        assertEquals(
                List.of("5:1 text-too-deep"), Proof.of("- ".repeat(60) + "y").told());
        assertEquals(
                "text-too-deep",
                Proof.of("*a **b ".repeat(50) + " c** d*".repeat(50))
                        .told()
                        .getFirst()
                        .split(" ", -1)[1]);
        var list = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            list.append("  ".repeat(i)).append("- a\n");
        }
        assertTrue(Proof.of(list.toString()).told().getFirst().endsWith("text-too-deep"));
    }

    @Test
    void aTextThatGrowsFarBeyondItselfIsTold() {
        String text = "[a]: /" + "x".repeat(20_000) + "\n\n" + "[a] ".repeat(2_000);
        assertEquals(List.of("5:1 text-too-slow"), Proof.of(text).told());
    }

    @Test
    void whatOrdinaryTextsHoldPasses() {
        String rule = "-".repeat(200) + "\n\n" + "=".repeat(200) + "\n\n" + "> > > - 1. deep\n\n";
        String links = "- [a *b*](https://a.example/c_d) `e`\n".repeat(1_500);
        String table = "\n| a | b |\n|---|---|\n" + "| [c](d.md) | *e* |\n".repeat(1_000);
        Proof proof = Proof.of(rule + links + table);
        assertTrue(
                proof.told().stream().noneMatch(told -> REFUSALS.contains(told.split(" ", -1)[1])),
                proof.told().toString());
    }

    @Test
    void nulCharactersAreReplaced() {
        assertEquals(
                "<p>a\ufffdb <code>\ufffd</code></p>", Proof.of("a\0b `\0`").read());
        assertEquals("a\ufffd", Proof.line("a\0", "en").html());
    }
}
