package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatchedMapTest {
    @Test
    void itIsWhatACopyWithTheChangesWouldBe() {
        var random = new Random(5);
        Map<Integer, String> expected = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            expected.put(i, "first " + i);
        }
        Map<Integer, String> patched = new HashMap<>(expected);
        for (int round = 0; round < 500; round++) {
            var changes = new HashMap<Integer, String>();
            for (int i = random.nextInt(4); i > 0; i--) {
                changes.put(random.nextInt(600), "round " + round);
            }
            var without = new HashSet<Integer>();
            for (int i = random.nextInt(3); i > 0; i--) {
                without.add(random.nextInt(600));
            }
            without.removeAll(changes.keySet());
            Map<Integer, String> before = patched;
            var copyOfBefore = new HashMap<>(before);
            patched = PatchedMap.of(patched, changes, without);
            expected.keySet().removeAll(without);
            expected.putAll(changes);
            assertEquals(expected, patched);
            assertEquals(patched, expected);
            assertEquals(expected.size(), patched.size());
            assertEquals(expected.keySet(), patched.keySet());
            assertEquals(copyOfBefore, before, "the map before is as it was");
            for (int key = -1; key < 601; key++) {
                assertEquals(expected.get(key), patched.get(key));
                assertEquals(expected.containsKey(key), patched.containsKey(key));
            }
        }
    }

    @Test
    void withoutChangesItIsTheSame() {
        Map<String, Integer> map = Map.of("a", 1);
        assertSame(map, PatchedMap.of(map, Map.of()));
    }
}
