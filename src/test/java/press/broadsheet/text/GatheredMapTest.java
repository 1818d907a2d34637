package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class GatheredMapTest {
    @Test
    void itIsWhatAMapWouldBeWheneverSomebodyLooks() {
        var random = new Random(3);
        Map<Integer, Integer> expected = new HashMap<>(Map.of(-1, -1));
        var gathered = new GatheredMap<>(Map.of(-1, -1));
        for (int i = 0; i < 20_000; i++) {
            int key = random.nextInt(3000);
            expected.put(key, i);
            gathered.put(key, i);
            if (random.nextInt(500) == 0) {
                assertEquals(expected, gathered.map());
                expected.remove(key);
                gathered.map().remove(key);
                assertNull(gathered.get(key));
            }
            if (random.nextInt(100) == 0) {
                int some = random.nextInt(3000);
                assertEquals(expected.get(some), gathered.get(some));
            }
        }
        assertEquals(expected, gathered.map());
    }

    @Test
    void nothingIsLostThatThreadsPutInSideBySide() throws Exception {
        var gathered = new GatheredMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> tasks =
                    List.of(filling(gathered, "a"), filling(gathered, "b"), filling(gathered, "c"));
            for (var one : threads.invokeAll(tasks)) {
                one.get();
            }
        }
        assertEquals(30_000, gathered.map().size());
        gathered.map().forEach((key, value) -> assertEquals(key.substring(1), value.toString()));
    }

    private static Callable<Void> filling(GatheredMap<String, Integer> map, String name) {
        return () -> {
            for (int i = 0; i < 10_000; i++) {
                map.put(name + i, i);
            }
            return null;
        };
    }
}
