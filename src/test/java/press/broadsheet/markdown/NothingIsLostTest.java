package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.news.Site;

/** What a tired reporter types into a text is either published as it was meant, or told. */
class NothingIsLostTest {
    private static void told(String text, String... faults) {
        assertEquals(List.of(faults), Proof.of(text).told(), text);
    }

    @Test
    void aFootnoteThatNothingRefersToIsTold() {
        told("Text.\n\n[^1]: Lost.", "7:1 unused-definition");
        told("Text.[^1]\n\n[^1]: Shown.\n[^1]: Lost.", "8:1 unused-definition");
        told("Text.[^1]\n\n[^1]: Shown[^2].\n[^2]: Shown, too.");
        told("::: fact-box\nText.[^1]\n:::\n\n[^1]: Shown.\n[^x]: Lost.", "10:1 unused-definition");
    }

    @Test
    void aSpeakersNameInBracketsIsNoAddressOfALink() {
        told("Why?\n\n[Mayor]: Yes.", "7:1 unused-definition");
        told("> Why?\n>\n> [Mayor]: Yes.", "7:3 unused-definition");
        told("[Mayor][m] and ![a][p]{credit=b}\n\n[m]: https://mayor.example/\n[p]: a.jpg");
        told("Text.\n\n[//]: # (ask again)");
    }

    @Test
    void aBarInATableMayStandInCodeToo() {
        String read =
                Proof.of("| a | b |\n|---|---|\n| `x\\|y` | z\\|w |\n\n`x\\|y`").read();
        assertTrue(read.contains("<td><code>x|y</code></td><td>z|w</td>"), read);
        assertTrue(read.contains("<p><code>x\\|y</code></p>"), read);
    }

    @Test
    void aLineInBracketsBelowATableIsNotLost() {
        String read = Proof.of("| a | b |\n|---|---|\n| 1 | 2 |\n[Provisional]\n\nAfter.")
                .read();
        assertTrue(read.contains("[Provisional]"), read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- ask\n\nText.", "Text.\n\n<!-- a --> b\n\n<!-- ask\n\nText."})
    void aCommentThatIsNeverClosedIsTold(String text) {
        assertEquals(
                "unclosed-comment", Proof.of(text).problems().getLast().code().id());
        assertEquals(
                "unclosed-comment",
                Proof.of(Proof.TRUSTED, text, "en").problems().getLast().code().id());
    }

    @Test
    void instructionsAndDeclarationsThatAreLeftOutAreTold() {
        told("A <?php echo 1 ?> b", "5:3 html-removed");
        told("<![CDATA[ a ]]>", "5:1 html-removed");
        told("A <!-- remark --> b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a\n\n      - b",
                "- a\n        - b",
                "1. a\n\n        2) b",
                "Text\n    * b",
                "Text.\n\n\t- b",
                "Text.\n\n    Nobody knows when it will open again.",
                "> Text.\n>\n>     \"Nobody knows when it will open.\""
            })
    void wordsThatAreIndentedIntoCodeAreTold(String text) {
        assertEquals(
                List.of("indented-too-far"),
                Proof.of(text).problems().stream()
                        .map(problem -> problem.code().id())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a\n  - b\n    - c",
                "1. a\n   - b",
                "- a\n\n  b\n\n  - c",
                "Text.\n\n    int a = 5;",
                "Text.\n\n    ls -l /tmp",
                "Text.\n\n    - name: x",
                "Text\n    goes on.",
                "Born in\n    1999. Died."
            })
    void codeAndListsThatAreRightAreNot(String text) {
        told(text);
    }

    @Test
    void whatIsGivenTwiceInBracesIsTold() {
        told("::: pull-quote {by=\"A\" by=\"B\"}\nWords.\n:::", "5:1 same-attribute-twice");
        told(
                "::: embed {name=\"video\" url=\"https://a.example/\" title=\"T\" url=\"https://b.example/\"}\nWords.\n:::",
                "5:1 same-attribute-twice");
        told("![A](a.png){credit=\"A\" credit=\"B\"}", "5:12 same-attribute-twice");
    }

    @Test
    void wordsBehindTheBracesAreTold() {
        told("::: pull-quote {by=\"A\"} Lost words.\n:::", "5:1 unreadable-attributes");
        told("::: pull-quote {by=\"A\"} :::\nWords.\n:::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=video", "name=map title=\"T\"", "name=video src=\"https://v.example/\""})
    void anEmbedOfOursWithoutAnAddressIsTold(String attributes) {
        told("::: embed {" + attributes + "}\nWords.\n:::", "5:1 embed-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name=table data=tides", "name=signup", "name=video id=7", "name=map url=\"https://m.example/\""
            })
    void anEmbedMayGoBySomethingElse(String attributes) {
        told("::: embed {" + attributes + "}\nWords.\n:::");
    }

    @Test
    void aPictureWithoutACreditIsTold() {
        told("![a](a.jpg)", "5:1 missing-credit");
        told("![a](a.jpg){credit=\"Ida Roe\"}");
        told("![](a.jpg){decorative}");
        told("::: profile {name=\"Ida\" picture=a.jpg}\nText.\n:::", "5:1 missing-credit");
        var careless = new Markdown(new Site.Text(Site.Text.Html.ALLOW_LIST, true, false));
        assertEquals(List.of(), Proof.of(careless, "![a](a.jpg)", "en").told());
    }

    @Test
    void aHyphenBeforeTheSpeakerIsADash() {
        assertEquals(
                "<blockquote>\n<p>Nobody slept.</p>\n<footer>— Ida Roe, nurse</footer>\n</blockquote>",
                Proof.of("> Nobody slept.\n>\n> - Ida Roe, nurse").read());
        assertEquals(
                "Ida Roe",
                Proof.of("> Nobody slept.\n> - Ida Roe, nurse")
                        .body()
                        .quotations()
                        .getFirst()
                        .speaker());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> Three things:\n>\n> - One\n> - Two",
                "> First:\n>\n> - It was late.",
                "> - Ida Roe",
                "> Bring:\n>\n> - bread"
            })
    void aListInAQuotationStaysOne(String text) {
        String read = Proof.of(text).read();
        assertTrue(read.contains("<ul>"), read);
    }

    @Test
    void colonsThatOpenNothingAreToldWhereverTheyStand() {
        told(":::\nText.\n:::\n\nAfter.", "5:1 stray-container-end");
        told("Text.\n:::\n\nAfter.", "6:1 stray-container-end");
        told("Text ::: and more.");
    }
}
