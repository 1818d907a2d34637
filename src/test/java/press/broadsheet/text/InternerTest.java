package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class InternerTest {
    @Test
    void ofEqualValuesTheFirstIsGiven() {
        var interner = new Interner<String>();
        String first = another("river");
        assertSame(first, interner.of(first));
        assertSame(first, interner.of(another("river")));
        assertEquals("rivers", interner.of("rivers"));
    }

    @Test
    void whatIsManifoldIsLetBe() {
        var interner = new Interner<String>(2);
        String first = interner.of("one");
        interner.of("two");
        String late = another("three");
        assertSame(late, interner.of(late));
        assertNotSame(late, interner.of(another("three")));
        assertSame(first, interner.of(another("one")));
    }

    /** An equal text that is another object. */
    private static String another(String text) {
        return String.valueOf(text.toCharArray());
    }
}
