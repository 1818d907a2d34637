package press.broadsheet.make.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.text.Contrast;

class ColoursTest {
    @Test
    void anyColourCanBeReadOnLightAndDarkPaper() {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            int colour = random.nextInt(0x1000000);
            assertTrue(Contrast.ratio(Contrast.readable(colour, 0xF3F0E8, 0), 0xF3F0E8) >= 4.5);
            assertTrue(Contrast.ratio(Contrast.readable(colour, 0x24231F, 255), 0x24231F) >= 4.5);
        }
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        assertEquals(0x1F5C99, Contrast.readable(0x1F5C99, 0xF3F0E8, 0));
    }

    @Test
    void contrastIsThatOfWcag() {
        assertEquals(21, Contrast.ratio(0xFFFFFF, 0), 0.01);
        assertEquals(4.54, Contrast.ratio(0x767676, 0xFFFFFF), 0.01);
    }

    @Test
    void aRuleIsPrintedOnceWhereTheMarkStands() {
        var colours = new Colours();
        assertEquals("tone-aabbcc", colours.classOf("#ABC"));
        colours.classOf("#aabbcc");
        var buffer = CharacterBuffer.take();
        buffer.write("<style>" + colours.mark() + "</style>");
        colours.fill(buffer);
        String page = new String(buffer.toBytes(), StandardCharsets.UTF_8);
        assertEquals(
                "<style>.tone-aabbcc{--tone:#606973}@media screen and (prefers-color-scheme:dark){"
                        + ".tone-aabbcc{--tone:#aabbcc}}</style>",
                page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#12", "#1234567", "#12345g", "#123;}</style><script>", "url(x)"})
    void whatIsNotAColourIsNoClass(String text) {
        assertEquals("", new Colours().classOf(text));
    }
}
