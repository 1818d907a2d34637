package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "[[river-flood]] # {link river-flood }",
                "[[river-flood|the *flood*]] # {link river-flood the <em>flood</em>}",
                "[[world/2026/river]] # {link world/2026/river }",
                "[[/world/river.md]] # {link world/river }",
                "[[../dam|dam]] # {link world/dam dam}",
                "[dam](dam.md) # {link world/2026/dam dam}",
                "[dam](../dam/index.md) # {link world/dam dam}",
                "[dam](./dam) # {link world/2026/dam dam}",
                "[my dam](my%20dam.md) # {link world/2026/my dam my dam}",
                "[гребля](гребля.md) # {link world/2026/гребля гребля}",
                "[a](/about/) # <a href=`/about/`>a</a>",
                "[a](https://a.example/?b=c&d) # <a href=`https://a.example/?b=c&amp;d`>a</a>",
                "[a](mailto:a@b.example) # <a href=`mailto:a@b.example`>a</a>",
                "[a](tel:+380440000000) # <a href=`tel:+380440000000`>a</a>",
                "<https://a.example> # <a href=`https://a.example`>https://a.example</a>",
                "<a@b.example> # <a href=`mailto:a@b.example`>a@b.example</a>",
                "See https://a.example/x_y_z, or not. # See <a href=`https://a.example/x_y_z`>https://a.example/x_y_z</a>, or not.",
                "(https://a.example/b_(c)) # (<a href=`https://a.example/b_(c)`>https://a.example/b_(c)</a>)",
                "`https://a.example` # <code>https://a.example</code>",
                "[https://a.example](/b) # <a href=`/b`>https://a.example</a>",
            })
    void linksLeadWhereTheReporterMeant(String text, String set) {
        // The table's own quotation mark stands for the attribute's; code keeps its back-tick.
        String markdown = text.startsWith("https://a.example") && set.contains("<code>") ? "`" + text + "`" : text;
        assertEquals("<p>" + set.replace('`', '"') + "</p>", Proof.of(markdown).read());
    }

    @Test
    void aLinkByNameMayBeBrokenOverLinesLikeAnyOtherWords() {
        for (String written : new String[] {
            "See [[river-flood|the great\nflood]].",
            "See [[river-flood|the\r\n  great flood]].",
            "See [[river-flood |\nthe great flood]].",
            "See [[\nriver-flood|the great flood\n]].",
        }) {
            assertEquals(
                    "<p>See {link river-flood the great flood}.</p>",
                    Proof.of(written).read(),
                    written);
        }
        assertEquals(
                "<blockquote>\n<p>See {link river-flood the great flood}.</p>\n</blockquote>",
                Proof.of("> See [[river-flood|the great\n> flood]].").read());
        assertEquals(
                "<p>See [[river</p>\n<p>flood]].</p>",
                Proof.of("See [[river\n\nflood]].").read());
    }

    @Test
    void aLinkToAHeadingOfAnotherStoryKeepsItsAnchor() {
        assertEquals(
                "<p>{link world/2026/dam#cost x}</p>",
                Proof.of("[x](dam.md#cost)").read());
        assertEquals("<p><a href=\"#cost\">x</a></p>", Proof.of("[x](#cost)").read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "&#106;avascript:alert(1)",
                "&#x6A;avascript&colon;alert(1)",
                "java&Tab;script:alert(1)",
                "&#1;javascript:alert(1)",
                "java&NewLine;script:alert(1)",
                "&nbsp;javascript:alert(1)",
                "java&#8203;script:alert(1)",
                "javascript%3Aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:msgbox(1)",
                "file:///etc/passwd",
                "blob:https://a.example/1",
                "weird-thing:x",
            })
    void addressesThatCouldRunSomethingAreToldAndShownAsWords(String address) {
        for (String text : List.of("[words](<" + address + ">)", "[words][r]\n\n[r]: <" + address + ">")) {
            Proof proof = Proof.of(text);
            assertEquals(List.of("5:1 unsafe-address"), proof.told(), text);
            assertEquals("<p>words</p>", proof.read(), text);
        }
    }

    @Test
    void anUnsafeAddressStaysUnsafeEvenWhereHtmlIsTrusted() {
        Proof proof = Proof.of(Proof.TRUSTED, "[a](javascript:x) [b](weird-thing:x) <javascript:y>", "en");
        assertEquals("<p>a <a href=\"weird-thing:x\">b</a> javascript:y</p>", proof.read());
        assertEquals(List.of("5:1 unsafe-address", "5:38 unsafe-address"), proof.told());
    }

    @Test
    void anUnsafeTargetInDoubleBracketsIsToldToo() {
        Proof proof = Proof.of("x [[javascript:alert(1)|words]]");
        assertEquals("<p>x words</p>", proof.read());
        assertEquals(List.of("5:3 unsafe-address"), proof.told());
    }

    @Test
    void aPathThatLeavesContentIsToldWithItsPlace() {
        Proof proof = Proof.of("First.\n\nSee [x](../../../secret.md) and ![y](../../../z.jpg).");
        assertEquals(List.of("7:5 path-outside-content", "7:33 path-outside-content"), proof.told());
        assertEquals("<p>First.</p>\n<p>See x and y.</p>", proof.read());
        assertEquals(
                List.of("5:1 path-outside-content"),
                Proof.of("[x](%2e%2e/%2e%2e/%2e%2e/y)").told());
    }

    @Test
    void whatAReporterTypesNeverLeavesItsAttribute() {
        String read = Proof.of("[a](https://a.example/\"onclick=\"x \"t\\\"><script>\")")
                .read();
        assertFalse(read.contains("<script"), read);
        assertEquals(
                "<p><a href=\"https://a.example/&quot;\">x</a></p>".replace("&quot;", "%22"),
                Proof.of("[x](https://a.example/&quot;)").read());
    }

    @Test
    void aDefinedReferenceGoesBeforeALinkToAStory() {
        assertEquals(
                "<p>[<a href=\"/x\">foo</a>]</p>",
                Proof.of("[[foo]]\n\n[foo]: /x").read());
    }
}
