package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static String shown(String before, String after) {
        return Edits.inText(before, after).stream()
                .map(run -> switch (run.fate()) {
                    case KEPT -> String.join("", run.items());
                    case REMOVED -> "[-" + String.join("", run.items()) + "-]";
                    case ADDED -> "[+" + String.join("", run.items()) + "+]";
                })
                .collect(Collectors.joining());
    }

    @Test
    void onlyTheWordsThatChangedAreMarked() {
        assertEquals(
                "The school has [-840-][+480+] pupils.",
                shown("The school has 840 pupils.", "The school has 480 pupils."));
        assertEquals(
                "Quay Street School[-, the largest in Velmouth,-] will return",
                shown("Quay Street School, the largest in Velmouth, will return", "Quay Street School will return"));
        assertEquals("[+New: +]as before", shown("as before", "New: as before"));
    }

    @Test
    void wordsThatChangeTogetherAreMarkedTogether() {
        assertEquals("He [-came at once-][+went home late+].", shown("He came at once.", "He went home late."));
    }

    @Test
    void scriptsWithoutSpacesAreComparedLetterByLetter() {
        assertEquals("生徒は[-八-][+四+]百人です。", shown("生徒は八百人です。", "生徒は四百人です。"));
    }

    @Test
    void whatIsKeptAndRemovedIsTheOldAndWhatIsKeptAndAddedTheNew() {
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            List<Integer> before = some(random);
            List<Integer> after = some(random);
            List<Edits.Run<Integer>> runs = Edits.between(before, after);
            assertEquals(before, without(runs, Edits.Fate.ADDED));
            assertEquals(after, without(runs, Edits.Fate.REMOVED));
        }
    }

    @Test
    void whatIsTooLongToBeComparedIsWhollyReplacedButForItsEnds() {
        List<Integer> before = IntStream.range(0, 5000).boxed().toList();
        List<Integer> after = new ArrayList<>(before.reversed());
        after.addFirst(-1);
        after.addLast(4999);
        assertEquals(after, without(Edits.between(before, after), Edits.Fate.REMOVED));
    }

    private static List<Integer> some(Random random) {
        return random.ints(random.nextInt(12), 0, 4).boxed().toList();
    }

    private static <T> List<T> without(List<Edits.Run<T>> runs, Edits.Fate fate) {
        return runs.stream()
                .filter(run -> run.fate() != fate)
                .flatMap(run -> run.items().stream())
                .toList();
    }
}
