package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
    @Test
    void aPictureAloneInItsParagraphIsAFigureWithCaptionAndCredit() {
        Proof proof = Proof.of("![The river](river.jpg \"The *river* at dawn\"){credit=\"Ann & Co\"}");
        assertEquals("{figure world/2026/river.jpg|The river|The <em>river</em> at dawn|Ann & Co}", proof.read());
        assertEquals(List.of("world/2026/river.jpg"), proof.body().pictures());
        assertEquals(List.of(), proof.told());
    }

    @Test
    void aPathFromTheRootMeansTheContentFolder() {
        assertEquals("{figure media/a.jpg|a||}", Proof.of("![a](/media/a.jpg)").read());
        assertEquals(
                "{figure media/a b.jpg|a||}",
                Proof.of("![a](../../media/a%20b.jpg)").read());
    }

    @Test
    void aPictureInTheMiddleBreaksTheParagraphAndWhatStoodOpen() {
        assertEquals(
                "<p>One <strong>two </strong></p>\n{figure world/2026/a.jpg|a||}<p><strong> three</strong></p>",
                Proof.of("One **two ![a](a.jpg) three**").read());
        assertEquals(
                "{figure world/2026/a.jpg|a||}{figure world/2026/b.jpg|b||}",
                Proof.of("![a](a.jpg)\n![b](b.jpg)").read());
    }

    @Test
    void aLinkedPictureStaysLinked() {
        assertEquals(
                "<a href=\"https://a.example\">{figure world/2026/a.jpg|a||}</a>",
                Proof.of("[![a](a.jpg)](https://a.example)").read());
    }

    @Test
    void aPictureInAHeadingStandsBelowIt() {
        assertEquals(
                "<h2 id=\"high-water\">High  water</h2>\n{figure world/2026/a.jpg|a||}",
                Proof.of("# High ![a](a.jpg) water").read());
    }

    @Test
    void aPictureWithoutWordsIsToldUnlessItIsDecoration() {
        assertEquals(
                List.of("7:1 missing-alt-text", "7:1 missing-credit"),
                Proof.of("x\n\n![](a.jpg)").told());
        assertEquals(List.of(), Proof.of("![](a.jpg){decorative}").told());
        assertEquals(
                List.of("5:9 unknown-mark-attribute"),
                Proof.of("![](a.j){decorativ credit=x}").told().subList(1, 2));
    }

    @Test
    void aPictureOnAnotherServerIsALinkAndTold() {
        Proof proof = Proof.of("![a](https://a.example/b.jpg)");
        assertEquals("<p><a href=\"https://a.example/b.jpg\">a</a></p>", proof.read());
        assertEquals(List.of("5:1 remote-picture"), proof.told());
    }

    @Test
    void aPictureCannotRunAnything() {
        Proof proof = Proof.of("![a](javascript:alert(1)) ![b](data:image/svg+xml,x)");
        assertEquals("<p>a b</p>", proof.read());
        assertEquals(List.of("5:1 unsafe-address", "5:27 unsafe-address"), proof.told());
    }
}
