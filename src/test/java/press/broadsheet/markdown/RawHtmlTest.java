package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawHtmlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "x <script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java&#10;script:alert(1)\">x</a>",
                "<svg onload=alert(1)>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<style>*{background:url(javascript:1)}</style>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<b onmouseover=alert(1)>x</b>",
                "<form action=javascript:alert(1)><button>x",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<details open ontoggle=alert(1)>",
                "<object data=x>",
                "<embed src=x>",
                "<base href=//a.example>",
                "<meta http-equiv=refresh content=0>",
                "<!--><script>alert(1)</script>-->",
                "<b>*x</b><script>y*</script>",
                "<a title=\"`<script>alert(1)</script>`\">",
                "**<a href='x' onclick='y**'>z</a>",
            })
    void whatCouldRunIsLeftOut(String html) {
        String read = Proof.of(html + "\n\nAfter [[x]].").read();
        var page = Jsoup.parseBodyFragment(read);
        assertEquals(
                "",
                page.select("script,style,iframe,svg,math,object,embed,base,meta,form,img")
                        .outerHtml(),
                read);
        for (var element : page.body().getAllElements()) {
            element.attributes()
                    .forEach(attribute -> assertFalse(
                            attribute.getKey().startsWith("on")
                                    || attribute.getKey().equals("style")
                                    || attribute.getValue().contains("script:"),
                            read));
        }
        assertTrue(read.contains("{link x }"), read);
    }

    @Test
    void whatIsLeftOutIsToldOnceWithItsNames() {
        Proof proof = Proof.of("One.\n\n<div onclick=\"x\"><script>y</script><b>z</b></div>");
        assertEquals(List.of("7:1 html-removed"), proof.told());
        assertEquals(
                "HTML that is not let through was left out: <script>, onclick of <div>.",
                proof.problems().getFirst().message());
        assertEquals("<p>One.</p>\n<div><b>z</b></div>", proof.read());
    }

    @Test
    void aRemarkLeavesNotEvenAnEmptyLine() {
        assertEquals(
                Proof.of("One.\n\nTwo.").read(),
                Proof.of("<!-- a -->\n\nOne.\n\n<!-- b -->\n<!-- <c> -->\n\nT<!-- d -->wo.")
                        .read());
        assertEquals(
                "<p>One.</p>\n", Proof.of("One.\n\n<!-- a --><b>x</b>").read().substring(0, 12));
    }

    @Test
    void markupAroundMarkdownIsKeptAndHolesInItToo() {
        Proof proof = Proof.of("<div class=\"box\">\n\n**a** [[b]]\n\n![c](c.jpg){credit=d}\n\n</div>\n\nd");
        assertEquals(
                "<div class=\"box\"><p><strong>a</strong> {link b }</p>{figure world/2026/c.jpg|c||d}</div><p>d</p>",
                proof.read().replace("\n", ""));
        assertEquals(List.of(), proof.told());
    }

    @Test
    void whatIsOpenedAndNeverClosedIsClosedWithItsBlock() {
        assertEquals("<p>a <b>b</b></p><p>c</p>", Proof.of("a <b>b\n\nc").read().replace("\n", ""));
        assertEquals("<p>a</p><p>b</p>", Proof.of("a</div></p>\n\nb").read().replace("\n", ""));
    }

    @Test
    void aHoleCannotBeDrawnIntoATag() {
        String read = Proof.of("<div title=\"\n\n[[x|y]]\n\n\">z</div>").read();
        assertFalse(Jsoup.parseBodyFragment(read).select("[title*=link]").hasText(), read);
        assertFalse(read.contains("hole0"), read);
    }

    @Test
    void nobodyForgesAHole() {
        String read = Proof.of("hole0e holex1e [[a]] <b>b</b> [[c]]").read();
        assertEquals("<p>hole0e holex1e {link a } <b>b</b> {link c }</p>", read);
    }

    @Test
    void htmlThatIsOffIsShownAsText() {
        assertEquals(
                "<p>&lt;div&gt;a&lt;/div&gt;</p>\n<p>b &lt;b&gt;c&lt;/b&gt;</p>",
                Proof.of(Proof.OFF, "<div>a</div>\n\nb <b>c</b><!-- d -->\n\n<!-- e -->", "en")
                        .read());
    }

    @Test
    void htmlThatIsTrustedIsLeftAlone() {
        Proof proof = Proof.of(Proof.TRUSTED, "<script>x</script>\n\na <b onclick=\"y\">c</b>", "en");
        assertEquals("<script>x</script>\n<p>a <b onclick=\"y\">c</b></p>", proof.read());
        assertEquals(List.of(), proof.told());
    }

    @Test
    void whatStandsInForAnEmbedIsCleanedToo() {
        String read = Proof.of("::: embed {video}\n<script>x</script><i onclick=y>z</i>\n:::")
                .read();
        assertEquals("{embed video 0 <i>z</i>}", read);
    }

    @Test
    void aShortTextKeepsNoBlocks() {
        assertEquals(
                "a <b>c</b>d",
                Proof.line("a <div><b onclick=x>c</b></div><script>e</script>d", "en")
                        .html());
    }
}
