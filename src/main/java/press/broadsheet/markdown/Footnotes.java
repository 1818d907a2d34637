package press.broadsheet.markdown;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The footnotes of one body in the order in which the text first refers to them; each is known by its own object. */
final class Footnotes {
    private final List<Object> order = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Integer> references = new IdentityHashMap<>();

    /** The number of a note, from 1. */
    int number(Object note) {
        return numbers.computeIfAbsent(note, added -> {
            order.add(added);
            return order.size();
        });
    }

    /** The anchor of one more reference to a note. */
    String refer(Object note) {
        int number = number(note);
        int count = references.merge(note, 1, Integer::sum);
        return count == 1 ? "fnref-" + number : "fnref-" + number + "-" + count;
    }

    /** How often the text refers to a note. */
    int references(Object note) {
        return references.getOrDefault(note, 0);
    }

    /** Grows while notes are set that refer to further notes. */
    List<Object> inOrder() {
        return order;
    }
}
