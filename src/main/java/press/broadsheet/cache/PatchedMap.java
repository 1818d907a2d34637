package press.broadsheet.cache;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
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
    private final int size;

    private PatchedMap(Map<K, V> base, Map<K, V> patch) {
        this.base = base;
        this.patch = patch;
        this.size = base.size()
                + (int) patch.keySet().stream()
                        .filter(key -> !base.containsKey(key))
                        .count();
    }

    /** A map with some entries added, or in the place of its own. Values are never null. */
    public static <K, V> Map<K, V> of(Map<K, V> map, Map<K, V> changes) {
        if (changes.isEmpty()) {
            return map;
        }
        Map<K, V> base = map instanceof PatchedMap<K, V> patched ? patched.base : map;
        Map<K, V> patch = map instanceof PatchedMap<K, V> patched ? new HashMap<>(patched.patch) : new HashMap<>();
        patch.putAll(changes);
        if (patch.size() <= MANY) {
            return new PatchedMap<>(base, patch);
        }
        var whole = new HashMap<>(base);
        whole.putAll(patch);
        return whole;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        V changed = patch.get(key);
        return changed != null ? changed : base.get(key);
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
                                base.entrySet().stream().filter(entry -> !patch.containsKey(entry.getKey())),
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
