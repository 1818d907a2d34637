package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    /** What the function's reference implementation gives (MurmurHash3_x64_128, seed 0). */
    @ParameterizedTest
    @CsvSource({
        "'', 00000000000000000000000000000000",
        "hello, cbd8a7b341bd9b025b1e906a48ae1d19",
        "'hello, world', 342fac623a5ebc8e4cdcbc079642414d",
        "'The quick brown fox jumps over the lazy dog', e34bbc7bbc071b6c7a433ca9c49a9347",
    })
    void itIsMurmurHash3(String text, String print) {
        assertEquals(
                print, Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Test
    void whatStandsAroundARunOfBytesDoesNotMatter() {
        var random = new Random(7);
        for (int length = 0; length < 70; length++) {
            byte[] alone = new byte[length];
            random.nextBytes(alone);
            byte[] within = new byte[length + 20];
            random.nextBytes(within);
            System.arraycopy(alone, 0, within, 11, length);
            assertEquals(Fingerprint.of(alone), Fingerprint.of(within, 11, length), "of " + length + " bytes");
        }
    }

    @Test
    void eachBitMatters() {
        byte[] bytes = new byte[67];
        new Random(11).nextBytes(bytes);
        var seen = new HashSet<Fingerprint>();
        seen.add(Fingerprint.of(bytes));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            seen.add(Fingerprint.of(bytes));
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        }
        assertEquals(bytes.length * 8 + 1, seen.size());
        assertNotEquals(Fingerprint.of(new byte[1]), Fingerprint.of(new byte[2]));
    }
}
