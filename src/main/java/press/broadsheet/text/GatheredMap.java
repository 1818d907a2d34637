package press.broadsheet.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that threads fill side by side, and that is read when they are done. What is put in is only noted down at first: a map
 * of thousands, while it is filled, is changed all over again and again, and each time the collector must go through all
 * of what was changed. To {@link #put} is thread-safe, as is all else while nobody has the {@link #map}.
 */
public final class GatheredMap<K, V> {
    private final Map<K, V> map;

    /** A key, its value, the next key. */
    private @Nullable Object[] waiting = new Object[64];

    private int size;

    /** An empty one. */
    public GatheredMap() {
        this(Map.of());
    }

    /** @param others that it begins with */
    public GatheredMap(Map<K, V> others) {
        this.map = new HashMap<>(others);
    }

    /** Later ones take the place of earlier ones. */
    public synchronized void put(K key, V value) {
        if (size == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * size);
        }
        waiting[size++] = key;
        waiting[size++] = value;
    }

    /** The value; null if there is none. */
    public synchronized @Nullable V get(K key) {
        return map().get(key);
    }

    /** All of it so far, to read and to change; what is put in afterwards is in it when somebody asks for it again. */
    @SuppressWarnings("unchecked") // Nothing but keys and values is put in.
    public synchronized Map<K, V> map() {
        for (int i = 0; i < size; i += 2) {
            map.put((K) waiting[i], (V) waiting[i + 1]);
        }
        if (size > 0) {
            waiting = new Object[64];
            size = 0;
        }
        return map;
    }
}
