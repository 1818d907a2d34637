package press.broadsheet.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The footnotes of one body in the order in which the text first refers to them. */
final class Footnotes {
    private final List<FootnoteBlock> order = new ArrayList<>();
    private final IdentityHashMap<FootnoteBlock, Integer> numbers = new IdentityHashMap<>();
    private final IdentityHashMap<FootnoteBlock, Integer> references = new IdentityHashMap<>();

    /** The number of a note, from 1. */
    int number(FootnoteBlock note) {
        return numbers.computeIfAbsent(note, added -> {
            order.add(added);
            return order.size();
        });
    }

    /** The anchor of one more reference to a note. */
    String refer(FootnoteBlock note) {
        int number = number(note);
        int count = references.merge(note, 1, Integer::sum);
        return count == 1 ? "fnref-" + number : "fnref-" + number + "-" + count;
    }

    /** How often the text refers to a note. */
    int references(FootnoteBlock note) {
        return references.getOrDefault(note, 0);
    }

    /** Grows while notes are set that refer to further notes. */
    List<FootnoteBlock> inOrder() {
        return order;
    }
}
