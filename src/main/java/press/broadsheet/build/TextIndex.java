package press.broadsheet.build;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import press.broadsheet.cache.Ledger;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.Notebook;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Problem;

/**
 * Which files of the paper show which texts, and about which of them something was told: so that after the change of one
 * text not all files need be gone through. Not thread-safe.
 */
final class TextIndex {
    /** Numbers of questions for texts. */
    private final BitSet texts = new BitSet();

    /** By the number of a text's question: those that show it, and perhaps some that did once. */
    private final Map<Integer, List<OutputPath>> showing = new HashMap<>();

    private final SortedMap<OutputPath, List<Problem>> told = new TreeMap<>();

    /**
     * Of a whole paper.
     *
     * @param questions all that were asked, in the order of their numbers
     */
    TextIndex(Map<OutputPath, Ledger.Made> made, List<Notebook.Entry> questions) {
        add(made, 0, questions);
    }

    /**
     * After some files were made again.
     *
     * @param first the number of the first of the questions
     * @param questions that were not asked before
     */
    void add(Map<OutputPath, Ledger.Made> made, int first, List<Notebook.Entry> questions) {
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i) instanceof Notebook.Entry.Asked asked && asked.need() instanceof ArticleNeed.OfBody) {
                texts.set(first + i);
            }
        }
        made.forEach((path, one) -> {
            one.needs().stream().filter(texts::get).forEach(number -> shows(path, number));
            if (one.problems().isEmpty()) {
                told.remove(path);
            } else {
                told.put(path, one.problems());
            }
        });
    }

    /** Some files are no more. */
    void remove(Collection<OutputPath> gone) {
        gone.forEach(path -> told.remove(path));
    }

    private void shows(OutputPath path, int number) {
        List<OutputPath> known = showing.computeIfAbsent(number, key -> new ArrayList<>(1));
        if (!known.contains(path)) {
            known.add(path);
        }
    }

    /** Those that may show one of these texts, by the numbers of the questions for them. */
    SortedSet<OutputPath> showing(BitSet numbers) {
        var all = new TreeSet<OutputPath>();
        numbers.stream().forEach(number -> all.addAll(showing.getOrDefault(number, List.of())));
        return all;
    }

    /** What was told while the files were made. */
    Iterable<List<Problem>> told() {
        return told.values();
    }
}
