package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainBlocksTest {
    @Test
    void eachBlockIsItsWordsWithoutMarkup() {
        assertEquals(
                List.of("A heading", "He said: “No & never” <twice>.", "one", "two", "a b"),
                PlainBlocks.of("<h2 id=\"a\">A <em>heading</em></h2>\n<p>He said:\n“No &amp; never” &lt;twice&gt;.</p>"
                        + "<ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr></table>"
                        + "<!-- hidden --><p> </p>"));
    }

    @Test
    void charactersWrittenByNumberAreThemselves() {
        assertEquals(List.of("’—\u00a0é"), PlainBlocks.of("<p>&#8217;&#x2014;&nbsp;&#233;</p>"));
        assertEquals(List.of("&#9999999; &unknown;"), PlainBlocks.of("&#9999999; &unknown;"));
    }
}
