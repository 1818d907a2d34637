package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> SECTIONS = List.of("world", "sport", "culture", "politics", "up");

    @Test
    void twoSwappedLettersAreOneSlip() {
        assertEquals(1, Nearest.distance("sprot", "sport"));
        assertEquals(Optional.of("sport"), Nearest.of("sprot", SECTIONS));
    }

    @Test
    void letterCaseIsIgnored() {
        assertEquals(Optional.of("politics"), Nearest.of("Politcs", SECTIONS));
    }

    @Test
    void whatIsFarFromAllNamesHasNoNearest() {
        assertEquals(Optional.empty(), Nearest.of("weather", SECTIONS));
        assertEquals(Optional.empty(), Nearest.of("xy", SECTIONS));
        assertEquals(Optional.empty(), Nearest.of("x", List.of("y")));
    }

    @Test
    void ofTwoEquallyNearNamesTheFirstInOrderIsOffered() {
        assertEquals(Optional.of("bat"), Nearest.of("kat", List.of("cat", "bat")));
    }

    @Test
    void swappedLettersAreLikelierThanWrongOnes() {
        assertEquals(Optional.of("Europe/Kyiv"), Nearest.of("Europe/Kiyv", List.of("Europe/Kiev", "Europe/Kyiv")));
    }
}
