package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class EscapeTest {
    @Test
    void textCannotOpenATag() {
        assertEquals("a &lt;b&gt; &amp;amp; \"c\" 'd'", Escape.text("a <b> &amp; \"c\" 'd'"));
    }

    @Test
    void aValueCannotLeaveItsQuotationMarks() {
        assertEquals("&quot;&#39;&lt;&gt;&amp;", Escape.attribute("\"'<>&"));
    }

    @Test
    void whatNeedsNothingIsNotCopied() {
        String plain = "Річка й 漢字 = 1";
        assertSame(plain, Escape.text(plain));
        assertSame(plain, Escape.attribute(plain));
    }

    @Test
    void aPartOfATextIsAppended() {
        var html = new StringBuilder("x");
        Escape.text("a<b>c", 1, 4, html);
        assertEquals("x&lt;b&gt;", html.toString());
    }
}
