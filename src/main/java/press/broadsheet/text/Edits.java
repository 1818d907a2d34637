package press.broadsheet.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was taken out of a sequence and put into it, as few as possible: the longest common subsequence stays. Sequences
 * too long to be compared in reasonable time count as wholly replaced, apart from what they begin and end with alike.
 */
public final class Edits {
    /** Of comparisons of one item with another. */
    private static final long MOST = 4_000_000;

    /** A word, the space between two, or a mark; joined in order they are the text again. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’-]+|\\s+|[^\\p{L}\\p{M}\\p{N}\\s]");

    /** Scripts without spaces between words are compared letter by letter. */
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");

    private Edits() {}

    /** What became of an item. */
    public enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A run of items that had the same fate. */
    public record Run<T>(Fate fate, List<T> items) {}

    /** Runs in order: what was removed stands before what was added in its place. */
    public static <T> List<Run<T>> between(List<T> before, List<T> after) {
        int head = 0;
        while (head < before.size() && head < after.size() && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < before.size() - head
                && tail < after.size() - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        var runs = new Runs<T>();
        runs.add(Fate.KEPT, before.subList(0, head));
        List<T> old = before.subList(head, before.size() - tail);
        List<T> young = after.subList(head, after.size() - tail);
        if ((long) old.size() * young.size() > MOST) {
            runs.add(Fate.REMOVED, old);
            runs.add(Fate.ADDED, young);
        } else {
            compare(old, young, runs);
        }
        runs.add(Fate.KEPT, before.subList(before.size() - tail, before.size()));
        return runs.all();
    }

    /** What became of a text's words. A space that stands alone between two changes is part of them. */
    public static List<Run<String>> inText(String before, String after) {
        var runs = new Runs<String>();
        List<Run<String>> exact = between(words(before), words(after));
        for (int i = 0; i < exact.size(); i++) {
            Run<String> run = exact.get(i);
            boolean inside = i > 0 && i < exact.size() - 1;
            if (run.fate() == Fate.KEPT
                    && inside
                    && String.join("", run.items()).isBlank()) {
                runs.add(Fate.REMOVED, run.items());
                runs.add(Fate.ADDED, run.items());
            } else {
                runs.add(run.fate(), run.items());
            }
        }
        return runs.all();
    }

    /** The words of a text, with the spaces and marks between them: joined they are the text. */
    public static List<String> words(String text) {
        Pattern unit = UNSPACED.matcher(text).find() ? Pattern.compile("\\X", Pattern.DOTALL) : WORD;
        Matcher matcher = unit.matcher(text);
        var words = new ArrayList<String>();
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                words.add(text.substring(end, matcher.start()));
            }
            words.add(matcher.group());
            end = matcher.end();
        }
        if (end < text.length()) {
            words.add(text.substring(end));
        }
        return words;
    }

    private static <T> void compare(List<T> old, List<T> young, Runs<T> runs) {
        int[][] common = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(young.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
                runs.add(Fate.KEPT, List.of(old.get(i++)));
                j++;
            } else if (j == young.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                runs.add(Fate.REMOVED, List.of(old.get(i++)));
            } else {
                runs.add(Fate.ADDED, List.of(young.get(j++)));
            }
        }
    }

    /** Joins neighbours of one fate; between two kept runs, all that was removed comes before all that was added. */
    private static final class Runs<T> {
        private final List<Run<T>> done = new ArrayList<>();
        private final List<T> kept = new ArrayList<>();
        private final List<T> removed = new ArrayList<>();
        private final List<T> added = new ArrayList<>();

        void add(Fate fate, List<T> items) {
            if (items.isEmpty()) {
                return;
            }
            switch (fate) {
                case KEPT -> {
                    flushChange();
                    kept.addAll(items);
                }
                case REMOVED -> {
                    flush(Fate.KEPT, kept);
                    removed.addAll(items);
                }
                case ADDED -> {
                    flush(Fate.KEPT, kept);
                    added.addAll(items);
                }
            }
        }

        private void flushChange() {
            flush(Fate.REMOVED, removed);
            flush(Fate.ADDED, added);
        }

        private void flush(Fate fate, List<T> items) {
            if (!items.isEmpty()) {
                done.add(new Run<>(fate, List.copyOf(items)));
                items.clear();
            }
        }

        List<Run<T>> all() {
            flush(Fate.KEPT, kept);
            flushChange();
            return List.copyOf(done);
        }
    }
}
