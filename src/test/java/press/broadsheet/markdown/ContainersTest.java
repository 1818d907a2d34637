package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.broadsheet.news.Piece;

class ContainersTest {
    @Test
    void aPullQuoteNamesItsSpeaker() {
        assertEquals(
                "<aside class=\"pull-quote\"><blockquote>\n<p>We were lucky.</p>\n</blockquote>"
                        + "<p class=\"by\">Ann <em>Lee</em></p>\n</aside>",
                Proof.of("::: pull-quote {by=\"Ann *Lee*\"}\nWe were lucky.\n:::")
                        .read());
    }

    @Test
    void aFactBoxHoldsMarkdownAndHoles() {
        assertEquals(
                "<aside class=\"fact-box\" aria-label=\"In brief\">\n<p class=\"box-title\">In brief</p>\n"
                        + "<ul>\n<li>one {link dam }</li>\n</ul>\n{figure world/2026/a.jpg|a||}</aside>\n<p>After.</p>",
                Proof.of("::: fact-box {title=\"In brief\"}\n- one [[dam]]\n\n![a](a.jpg)\n:::\nAfter.")
                        .read());
    }

    @Test
    void everyContainerHasItsElement() {
        var starts = Map.of(
                "key-points {title=K}", "<section class=\"key-points\" aria-label=\"K\">",
                "qa", "<div class=\"qa\">",
                "timeline {title=T}", "<div class=\"timeline\">\n<p class=\"box-title\">T</p>",
                "disclaimer", "<div class=\"disclaimer\" role=\"note\">",
                "gallery", "<div class=\"gallery\">");
        starts.forEach((name, start) -> {
            String read = Proof.of("::: " + name + "\ntext\n:::").read();
            assertTrue(read.startsWith(start), read);
        });
    }

    @Test
    void aProfileShowsItsPicture() {
        assertEquals(
                "<aside class=\"profile\" aria-label=\"Ann Lee\">\n{figure world/2026/ann.jpg|Ann Lee||C}"
                        + "<p class=\"box-title\">Ann Lee</p>\n<p class=\"role\">Engineer</p>\n<p>Lives here.</p>\n</aside>",
                Proof.of("::: profile {name=\"Ann Lee\" role=Engineer picture=ann.jpg credit=C}\nLives here.\n:::")
                        .read());
    }

    @Test
    void aGalleryHoldsFigures() {
        assertEquals(
                "<div class=\"gallery\">\n{figure world/2026/a.jpg|a||}{figure world/2026/b.jpg|b||}</div>",
                Proof.of("::: gallery\n![a](a.jpg)\n\n![b](b.jpg)\n:::").read());
    }

    @Test
    void anEmbedIsAHoleWithWhatStandsInForIt() {
        var body = Proof.of(
                        "::: embed {name=\"video\" url=\"https://v.example/1\" title=\"Flood\"}\nSee [[dam|the dam]].\n:::")
                .body();
        var embed = (Piece.Embed) body.pieces().getFirst();
        assertEquals("video", embed.name());
        assertEquals(Map.of("url", "https://v.example/1", "title", "Flood"), embed.values());
        assertEquals("<p>See the dam.</p>", embed.text().strip());
    }

    @Test
    void anEmbedMayHaveNoWordsOfItsOwn() {
        assertEquals(
                "{embed video 2 }",
                Proof.of("::: embed {video url=https://v.example/1 title=\"Fl<ood\"}\n:::")
                        .read());
    }

    @Test
    void anEmbedNeedsANameAndAnHttpsAddress() {
        assertEquals(
                List.of("5:1 embed-without-name"),
                Proof.of("::: embed {url=https://a.example}\n:::").told());
        for (String url : List.of("javascript:alert(1)", "http://a.example", "/video", "https:", "https://a b")) {
            Proof proof = Proof.of("::: embed {name=video url=\"" + url + "\"}\n:::");
            assertEquals(List.of("5:1 embed-address"), proof.told(), url);
            assertEquals("", proof.read());
        }
        assertEquals(
                List.of("5:1 embed-address"),
                Proof.of("::: embed {name=video url=\"https://a.example\" player=\"javascript:alert(1)\"}\n:::")
                        .told());
    }

    @Test
    void longerFencesNestAndSoDoEqualOnes() {
        String inner = "<div class=\"qa\">\n<aside class=\"fact-box\">\n<p>x</p>\n</aside>\n<p>y</p>\n</div>";
        assertEquals(inner, Proof.of(":::: qa\n::: fact-box\nx\n:::\ny\n::::").read());
        assertEquals(inner, Proof.of("::: qa\n::: fact-box\nx\n:::\ny\n:::").read());
    }

    @Test
    void aContainerInTheMiddleOfAParagraphEndsIt() {
        assertEquals(
                "<p>a</p>\n<div class=\"qa\">\n<p>b</p>\n</div>\n<p>c</p>",
                Proof.of("a\n::: qa\nb\n:::\nc").read());
    }

    @Test
    void colonsInCodeCloseNothing() {
        Proof proof = Proof.of("::: qa\n```\n:::\n```\n:::");
        assertEquals("<div class=\"qa\">\n<pre><code>:::\n</code></pre>\n</div>", proof.read());
        assertEquals(List.of(), proof.told());
    }

    @Test
    void aMisspeltContainerIsToldWithTheNearestName() {
        Proof proof = Proof.of("x\n\n::: fact-bx\ny\n:::");
        assertEquals(List.of("7:1 unknown-container"), proof.told());
        assertEquals("Did you mean \"fact-box\"?", proof.problems().getFirst().hint());
        assertEquals("<p>x</p>\n<p>y</p>", proof.read());
    }

    @Test
    void aContainerThatIsNeverClosedIsToldWhereItOpens() {
        assertEquals(
                List.of("7:1 unclosed-container"),
                Proof.of("x\n\n::: qa\ny\n\nz").told());
        assertEquals(
                List.of("6:1 unclosed-container"),
                Proof.of(":::: qa\n::: fact-box\nx\n::::").told());
    }

    @Test
    void colonsThatCloseNothingAreTold() {
        assertEquals(List.of("7:1 stray-container-end"), Proof.of("x\n\n:::").told());
    }

    @Test
    void attributesThatAreUnknownOrCannotBeReadAreTold() {
        assertEquals(
                List.of("5:1 unknown-mark-attribute"),
                Proof.of("::: qa {titel=x}\n:::").told());
        assertEquals(
                List.of("5:1 unreadable-attributes"),
                Proof.of("::: qa {title=\"x}\n:::").told());
    }

    @Test
    void attributesCannotBreakOut() {
        String read = Proof.of("::: fact-box {title=\"\\\"><script>alert(1)</script>\"}\nx\n:::")
                .read();
        assertTrue(!read.contains("<script") && read.contains("aria-label=\"&quot;&gt;&lt;script"), read);
    }

    @Test
    void aQuotationsLastLineSaysWhoSpoke() {
        assertEquals(
                "<blockquote>\n<p>We were lucky.</p>\n<footer>— Ann <em>Lee</em></footer>\n</blockquote>",
                Proof.of("> We were lucky.\n> -- Ann *Lee*").read());
        assertEquals(
                "<blockquote>\n<p>We were lucky.</p>\n<footer>— Ann</footer>\n</blockquote>",
                Proof.of("> We were lucky.\n>\n> — Ann").read());
        assertEquals(
                "<blockquote>\n<p>— So it begins.</p>\n</blockquote>",
                Proof.of("> — So it begins.").read());
    }
}
