package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class XmlWriterTest {
    private static final String NASTY = "<b> & \"two\" 'one' > ]]> \t\n Київ 東京 \uD83D\uDE00";

    @Test
    void textAndAttributesComeBackAsTheyWere() throws Exception {
        Element root = parse(
                new XmlWriter().open("a", "b", "x & <y> \"z\" 'q'").text(NASTY).close());
        assertEquals(NASTY, root.getTextContent());
        assertEquals("x & <y> \"z\" 'q'", root.getAttribute("b"));
    }

    @Test
    void verbatimTextComesBackAsItWasThoughItHoldsAnEndMark() throws Exception {
        Element root =
                parse(new XmlWriter().open("a").verbatim(NASTY + "]]>]]>x]]").close());
        assertEquals(NASTY + "]]>]]>x]]", root.getTextContent());
    }

    @Test
    void charactersThatXmlCannotHoldAreDropped() throws Exception {
        String illegal = "a\u0000b\u0008c\uFFFEd\uFFFFe\uD800f\uDC00g";
        assertEquals("abcdefg", parse(new XmlWriter().element("a", illegal)).getTextContent());
        assertEquals(
                "abcdefg",
                parse(new XmlWriter().open("a").verbatim(illegal).close()).getTextContent());
    }

    @Test
    void anyRandomTextGivesAWellFormedDocument() throws Exception {
        var random = new Random(20261124);
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x80) : random.nextInt(0x10000)));
            }
            parse(new XmlWriter()
                    .open("a", "b", text.toString())
                    .text(text.toString())
                    .verbatim(text.toString())
                    .close());
        }
    }

    @Test
    void anElementLeftOpenIsTold() {
        assertThrows(
                IllegalStateException.class, () -> new XmlWriter().open("a").toBytes());
    }

    @Test
    void anOptionalElementWithoutTextIsNotWritten() {
        byte[] bytes = new XmlWriter()
                .open("a")
                .optional("b", "")
                .optional("c", "d")
                .close()
                .toBytes();
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><c>d</c></a>",
                new String(bytes, StandardCharsets.UTF_8));
    }

    private static Element parse(XmlWriter writer) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(writer.toBytes()))
                .getDocumentElement();
    }
}
