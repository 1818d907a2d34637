package press.broadsheet.make.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterBufferTest {
    private static void assertEncoded(String text) {
        var buffer = CharacterBuffer.take();
        buffer.write(text);
        assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), buffer.toBytes(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "The river rose.",
                "“Ріка піднялася”",
                "川が増水",
                "\u007f\u0080\u07ff\u0800\uffff",
                "a\ud83d\ude00b",
                "half \ud83d",
                "\ude00 half"
            })
    void anyTextIsGivenInTheBytesThatTheJdkMakesOfIt(String text) {
        assertEncoded(text);
    }

    @Test
    void soIsATextWhoseLettersTakeMoreRoomThanMostDo() {
        for (int plain = 0; plain < 200; plain++) {
            assertEncoded("a".repeat(plain) + "川".repeat(200));
            assertEncoded("川".repeat(plain) + "a".repeat(300));
            assertEncoded("a".repeat(plain) + "ї");
        }
    }

    @Test
    void soAreTextsOfAnyLetters() {
        var random = new Random(26);
        for (int round = 0; round < 2000; round++) {
            int[] kinds = {0x80, 0x800, 0xd800, 0x10000};
            int kind = kinds[random.nextInt(kinds.length)];
            var text = new StringBuilder();
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                text.append((char) random.nextInt(random.nextInt(4) == 0 ? kind : 0x80));
            }
            assertEncoded(text.toString());
        }
    }
}
