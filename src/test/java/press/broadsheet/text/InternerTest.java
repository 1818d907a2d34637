package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class InternerTest {
    @Test
    void ofEqualValuesTheFirstIsGiven() {
        var interner = new Interner<String>();
        String first = "ri" + "ver".strip();
        assertSame(first, interner.of(first));
        assertSame(first, interner.of(new StringBuilder("river").toString()));
        assertEquals("rivers", interner.of("rivers"));
    }

    @Test
    void whatIsManifoldIsLetBe() {
        var interner = new Interner<String>(2);
        String first = interner.of("one");
        interner.of("two");
        String late = new StringBuilder("three").toString();
        assertSame(late, interner.of(late));
        assertNotSame(late, interner.of(new StringBuilder("three").toString()));
        assertSame(first, interner.of(new StringBuilder("one").toString()));
    }
}
