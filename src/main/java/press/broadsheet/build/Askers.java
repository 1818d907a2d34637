package press.broadsheet.build;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import press.broadsheet.cache.Ledger;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;

/**
 * Which files of the paper were made from which answers: so that after the change of a few not all files need be gone
 * through. Not thread-safe.
 */
final class Askers {
    /** Of so many files what they ask now is looked at one by one. */
    private static final int MOST_LATER = 500;

    private final OutputPath[] paths;

    /** Where the askers of each number begin among {@link #files}; one more than there are numbers. */
    private final int[] starts;

    private final int[] files;

    /** What is asked by files that were made again or are no more; what is said of them otherwise is over. */
    private final Map<OutputPath, Numbers> later = new HashMap<>();

    /**
     * Of a whole paper.
     *
     * @param questions how many numbers there are
     */
    Askers(Map<OutputPath, Ledger.Made> made, int questions) {
        this.paths = made.keySet().toArray(OutputPath[]::new);
        var asked = new Numbers[paths.length];
        this.starts = new int[questions + 1];
        for (int file = 0; file < paths.length; file++) {
            Ledger.Made one = made.get(paths[file]);
            asked[file] = one == null ? Numbers.of() : one.needs();
            for (int i = 0; i < asked[file].size(); i++) {
                starts[asked[file].get(i) + 1]++;
            }
        }
        for (int number = 0; number < questions; number++) {
            starts[number + 1] += starts[number];
        }
        this.files = new int[starts[questions]];
        int[] next = starts.clone();
        for (int file = 0; file < paths.length; file++) {
            for (int i = 0; i < asked[file].size(); i++) {
                files[next[asked[file].get(i)]++] = file;
            }
        }
    }

    /** Files were made again, or for the first time. */
    void add(Map<OutputPath, Ledger.Made> made) {
        made.forEach((path, one) -> later.put(path, one.needs()));
    }

    /** Files are no more. */
    void remove(Collection<OutputPath> gone) {
        gone.forEach(path -> later.put(path, Numbers.of()));
    }

    /** Whether it would be quicker to begin anew. */
    boolean isWorn() {
        return later.size() > MOST_LATER;
    }

    /** The files that ask at least one of these. */
    SortedSet<OutputPath> of(BitSet numbers) {
        var all = new TreeSet<OutputPath>();
        numbers.stream().filter(number -> number < starts.length - 1).forEach(number -> {
            for (int i = starts[number]; i < starts[number + 1]; i++) {
                if (!later.containsKey(paths[files[i]])) {
                    all.add(paths[files[i]]);
                }
            }
        });
        later.forEach((path, asked) -> {
            if (asked.anyOf(numbers)) {
                all.add(path);
            }
        });
        return all;
    }
}
