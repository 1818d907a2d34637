package press.broadsheet.build;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Ledger;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.news.Language;

/**
 * Which questions are about what ({@link SameAnswers#about}): so that after a few articles changed only those are gone
 * through that are about these, or about nothing in particular. Not thread-safe.
 */
final class QuestionIndex {
    /** By edition and what they are about: how many, and then their numbers. */
    private final Map<Language, Map<Object, int[]>> numbers = new HashMap<>();

    /** About nothing in particular. */
    private final BitSet others = new BitSet();

    /** What was made together, in the order of its numbers, and what from. */
    private final Map<Integer, Numbers> together = new TreeMap<>();

    private final boolean alone;

    /**
     * Of all questions.
     *
     * @param questions in the order of their numbers
     * @param alone whether the paper has one edition
     */
    QuestionIndex(List<Notebook.Entry> questions, boolean alone) {
        this.alone = alone;
        add(0, questions);
    }

    /**
     * More were asked.
     *
     * @param first the number of the first of them
     */
    void add(int first, List<Notebook.Entry> questions) {
        for (int i = 0; i < questions.size(); i++) {
            add(first + i, questions.get(i));
        }
    }

    private void add(int number, Notebook.Entry entry) {
        switch (entry) {
            case Notebook.Entry.Together made -> together.put(number, made.needs());
            case Notebook.Entry.Asked asked -> {
                Object about = SameAnswers.about(asked.need(), alone);
                if (about == null) {
                    others.set(number);
                } else {
                    numbers.computeIfAbsent(asked.language(), key -> new HashMap<>())
                            .merge(about, new int[] {1, number}, (known, one) -> with(known, number));
                }
            }
        }
    }

    private static int[] with(int[] known, int number) {
        int size = known[0] + 1;
        int[] more = size < known.length ? known : Arrays.copyOf(known, 2 * known.length);
        more[0] = size;
        more[size] = number;
        return more;
    }

    /**
     * The questions that may have other answers now, by number. What was made together is none.
     *
     * @param known all of these questions that the ledger has
     */
    BitSet open(SameAnswers same, Ledger known) {
        var open = new BitSet(known.questions().size());
        open.or(others);
        numbers.forEach((language, ofEdition) -> {
            if (same.isKnown(language)) {
                same.others(language).forEach(about -> set(ofEdition.get(about), open));
            } else {
                ofEdition.values().forEach(some -> set(some, open));
            }
        });
        for (int number = open.nextSetBit(0); number >= 0; number = open.nextSetBit(number + 1)) {
            if (same.has(known.questions().get(number))) {
                open.clear(number);
            }
        }
        return open;
    }

    private static void set(int @Nullable [] some, BitSet open) {
        if (some != null) {
            for (int i = 1; i <= some[0]; i++) {
                open.set(some[i]);
            }
        }
    }

    /** The same numbers, and those of what was made together from any of these. */
    BitSet withTogether(BitSet changed) {
        var all = (BitSet) changed.clone();
        // What was made together comes after all that it was made from.
        together.forEach((number, needs) -> {
            if (needs.anyOf(all)) {
                all.set(number);
            }
        });
        return all;
    }
}
