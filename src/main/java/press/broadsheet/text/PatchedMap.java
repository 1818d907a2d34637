package press.broadsheet.text;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A large map after a small change, with which it shares all that is not other: to copy ten thousand entries because of one
 * would take longer than to make the page. Unmodifiable; the map that it was made from must not change either.
 */
public final class PatchedMap<K, V> extends AbstractMap<K, V> {
    /** With more than so many changes it pays to copy, after all. */
    private static final int MANY = 200;

    private final Map<K, V> base;
    private final Map<K, V> patch;

    /** Of the base's keys. */
    private final Set<K> gone;

    private final int size;

    private PatchedMap(Map<K, V> base, Map<K, V> patch, Set<K> gone) {
        this.base = base;
        this.patch = patch;
        this.gone = gone;
        this.size = base.size()
                - gone.size()
                + (int) patch.keySet().stream()
                        .filter(key -> !base.containsKey(key))
                        .count();
    }

    /** A map with some entries added, or in the place of its own. Values are never null. */
    public static <K, V> Map<K, V> of(Map<K, V> map, Map<K, V> changes) {
        return of(map, changes, Set.of());
    }

    /** The same, and without others, which need not be there. */
    public static <K, V> Map<K, V> of(Map<K, V> map, Map<K, V> changes, Set<K> without) {
        if (changes.isEmpty() && without.isEmpty()) {
            return map;
        }
        var known = map instanceof PatchedMap<K, V> patched ? patched : null;
        Map<K, V> base = known == null ? map : known.base;
        var patch = known == null ? new HashMap<K, V>() : new HashMap<>(known.patch);
        var gone = known == null ? new HashSet<K>() : new HashSet<>(known.gone);
        for (K key : without) {
            patch.remove(key);
            if (base.containsKey(key)) {
                gone.add(key);
            }
        }
        patch.putAll(changes);
        gone.removeAll(changes.keySet());
        if (patch.size() + gone.size() <= MANY) {
            return new PatchedMap<>(base, patch, gone);
        }
        var whole = new HashMap<>(base);
        whole.keySet().removeAll(gone);
        whole.putAll(patch);
        return whole;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        V changed = patch.get(key);
        return changed != null || gone.contains(key) ? changed : base.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return Stream.concat(
                                base.entrySet().stream()
                                        .filter(entry ->
                                                !patch.containsKey(entry.getKey()) && !gone.contains(entry.getKey())),
                                patch.entrySet().stream())
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                        .iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
