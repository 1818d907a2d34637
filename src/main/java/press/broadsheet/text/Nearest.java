package press.broadsheet.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * The name that takes the fewest typing slips (a letter missing, added, wrong, or two swapped) to become the word;
     * empty if none is near enough to be worth asking about. Letter case is ignored.
     */
    public static Optional<String> of(String word, Collection<String> names) {
        String typed = word.toLowerCase(Locale.ROOT);
        int tolerated = tolerated(typed);
        int least = Integer.MAX_VALUE;
        String best = null;
        // Sorted, so that of two equally near names always the same one is offered.
        for (String name : new TreeSet<>(names)) {
            String candidate = name.toLowerCase(Locale.ROOT);
            if (Math.abs(candidate.length() - typed.length()) > tolerated) {
                continue;
            }
            int slips = distance(typed, candidate);
            // The same letters in another order are likelier meant than other letters.
            int weight = 2 * slips - (hasSameLetters(typed, candidate) ? 1 : 0);
            if (slips <= tolerated && slips < candidate.length() && weight < least) {
                least = weight;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The name that the word can hardly fail to mean: one slip away, or two where the word is long. For words that may
     * well be names of their own, where {@link #of} would ask too often.
     */
    public static Optional<String> slip(String word, Collection<String> names) {
        String typed = word.toLowerCase(Locale.ROOT);
        int tolerated = typed.length() < 9 ? 1 : 2;
        return of(word, names).filter(name -> distance(typed, name.toLowerCase(Locale.ROOT)) <= tolerated);
    }

    private static boolean hasSameLetters(String one, String other) {
        return Arrays.equals(
                one.chars().sorted().toArray(), other.chars().sorted().toArray());
    }

    private static int tolerated(String word) {
        return word.length() < 4 ? 1 : word.length() < 9 ? 2 : 3;
    }

    /** The optimal string alignment distance: Levenshtein's with swaps of neighbours. */
    static int distance(String one, String other) {
        int width = other.length() + 1;
        int[] beforeLast = new int[width];
        int[] last = new int[width];
        int[] now = new int[width];
        for (int column = 0; column < width; column++) {
            last[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            now[0] = row;
            for (int column = 1; column < width; column++) {
                boolean same = one.charAt(row - 1) == other.charAt(column - 1);
                int slips = Math.min(Math.min(last[column], now[column - 1]) + 1, last[column - 1] + (same ? 0 : 1));
                boolean swapped = row > 1
                        && column > 1
                        && one.charAt(row - 1) == other.charAt(column - 2)
                        && one.charAt(row - 2) == other.charAt(column - 1);
                now[column] = swapped ? Math.min(slips, beforeLast[column - 2] + 1) : slips;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = now;
            now = spare;
        }
        return last[width - 1];
    }
}
