package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Quotation;

class ContainersTest {
    @Test
    void aPullQuoteNamesItsSpeaker() {
        assertEquals(
                "<div class=\"pull-quote\"><blockquote>\n<p>We were lucky.</p>\n</blockquote>"
                        + "<p class=\"by\">Ann <em>Lee</em></p>\n</div>",
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
        String inner = "<div class=\"qa\">\n<div class=\"fact-box\">\n<p>x</p>\n</div>\n<p>y</p>\n</div>";
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

    @Test
    void anEntryHasItsOwnPiecesAndIsCleanByItself() {
        Proof proof = Proof.live(Proof.ALLOW_LIST, """
                Before <b>all</b>.

                ::: entry {time="14:05" title="It's *here*"}
                ![A boat](boat.jpg "The boat"){credit="A. B."}

                <div><script>alert(1)</script>Raw.

                See [[ferry]].
                :::

                After.

                ::: entry {time="14:10"}
                Next.
                :::
                """);
        assertEquals(
                "<p>Before <b>all</b>.</p>\n{entry e-20261124-1405 {figure world/2026/boat.jpg|A boat|The boat|A. B.}"
                        + "<div>Raw.\n<p>See {link ferry }.</p>\n</div>}<p>After.</p>\n{entry e-20261124-1410 <p>Next.</p>}",
                proof.read());
        assertEquals(List.of("10:1 html-removed"), proof.told());
        assertEquals(
                "It’s <em>here</em>", proof.body().entries().getLast().title().html());
    }

    @Test
    void aTimeIsOfThePapersZoneUnlessItSaysAnother() {
        Proof proof = Proof.live(Proof.ALLOW_LIST, """
                ::: entry {time="9:05"}
                :::

                ::: entry {time="2026-11-24T08:30:15Z"}
                :::

                ::: entry {time="2026-11-25 00:10+01:00"}
                :::

                ::: entry {time="01:20" key=no pin=no}
                :::
                """);
        assertEquals(List.of(), proof.told());
        assertEquals(
                List.of("e-20261125-0120", "e-20261125-0110", "e-20261124-103015", "e-20261124-0905"),
                proof.body().entries().stream().map(Piece.Entry::id).toList());
        assertEquals(
                Instant.parse("2026-11-24T07:05:00Z"),
                proof.body().entries().getLast().time());
        assertFalse(proof.body().entries().getFirst().key());
    }

    @Test
    void aQuotationSaysWhoSpeaksAndIsKept() {
        Proof proof = Proof.of(Proof.ALLOW_LIST, """
                ::: quote {by="Selma *Oyelaran*, city engineer"}
                Look at "the ruler" -- & the [crack](crack.md).

                It ends.
                :::

                ::: quote
                So I did.
                — Ruth Anker (harbour master)
                :::

                > A bearing does not listen.
                > -- Ada Thornquist
                """, "en");
        assertEquals(
                List.of(
                        new Quotation("Selma Oyelaran", "Look at “the ruler” – & the crack. It ends.", "q-1"),
                        new Quotation("Ruth Anker", "So I did.", "q-2"),
                        new Quotation("Ada Thornquist", "A bearing does not listen.", "")),
                proof.body().quotations());
        assertEquals(List.of(), proof.told());
        assertTrue(
                proof.read()
                        .contains(
                                "</blockquote><figcaption>— Selma <em>Oyelaran</em>, city engineer</figcaption></figure>"),
                proof.read());
    }

    @Test
    void aLongQuotationIsKeptAsFarAsItIsNeededToKnowIt() {
        Proof proof = Proof.of(Proof.ALLOW_LIST, "::: quote {by=\"A\"}\n" + "word ".repeat(200) + "\n:::\n", "en");
        String text = proof.body().quotations().getFirst().text();
        assertTrue(text.length() <= Quotation.LONGEST + 1 && text.endsWith("word…"), text);
    }
}
