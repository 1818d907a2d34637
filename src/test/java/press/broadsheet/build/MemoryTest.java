package press.broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.text.Fingerprint;

class MemoryTest {
    private static Ledger.Kept kept(SourceStore.Slot result) {
        return new Ledger.Kept(1, 2, Fingerprint.NONE, null, null, result);
    }

    private static SourceStore.Slot slot(long at) {
        return new SourceStore.Slot(at, 4, Fingerprint.NONE);
    }

    private static Ledger.Change change(Map<String, Ledger.Kept> sources, Set<String> gone) {
        return new Ledger.Change(sources, Map.of(), List.of(), List.of(), Map.of(), new Ledger.Lost(gone, Set.of()));
    }

    @Test
    void whatASourceGaveBeforeItWasSavedAgainIsForgotten() {
        Memory memory = Memory.lasting();
        SourceStore.Slot first = slot(1);
        SourceStore.Slot second = slot(2);
        Filed before = Filed.broken(List.of());
        Filed after = Filed.broken(List.of());
        memory.take(first, before);
        memory.turn();
        assertSame(before, memory.filed(first));
        var given = new IdentityHashMap<SourceStore.Slot, Filed>();
        given.put(second, after);
        memory.replace(Map.of("a.md", kept(first)), change(Map.of("a.md", kept(second)), Set.of()), given);
        assertNull(memory.filed(first), "nobody will ask for it");
        assertSame(after, memory.filed(second));
        memory.replace(Map.of("a.md", kept(second)), change(Map.of(), Set.of("a.md")), new IdentityHashMap<>());
        assertNull(memory.filed(second), "its file is gone");
    }
}
