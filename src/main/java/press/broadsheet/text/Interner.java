package press.broadsheet.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of values of which many are equal, gives the same one for each: tags, names, what pages load. A paper of thousands of
 * articles then holds hundreds of these and not tens of thousands, which takes less room, and less of the collector's time,
 * since that goes by how many objects are kept. Thread-safe.
 *
 * @param <T> immutable, and cheap to compare
 */
public final class Interner<T> {
    private static final int USUAL = 1 << 14;

    private final Map<T, T> known = new ConcurrentHashMap<>();
    private final int most;

    public Interner() {
        this(USUAL);
    }

    /** @param most so many different values are remembered; those that come later are let be, since they seem to be many */
    public Interner(int most) {
        this.most = most;
    }

    /** The value that came first of all that are equal to this one. */
    public T of(T value) {
        T first = known.get(value);
        if (first == null && known.size() < most) {
            first = known.putIfAbsent(value, value);
        }
        return first == null ? value : first;
    }
}
