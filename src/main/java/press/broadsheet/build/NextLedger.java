package press.broadsheet.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.Notebook;
import press.broadsheet.files.OutputPath;

/**
 * What a build leaves for the next one: what it was left itself and what is other now, where that is little; else a ledger
 * of its own. To write all of it down would cost a small build more than what it makes.
 */
final class NextLedger {
    /** Of so many questions one may be asked by nobody. */
    private static final int MOST_UNASKED = 8;

    /** Of so many entries one may be other. */
    private static final int MOST_CHANGED = 8;

    /** So many changes are read before it is quicker to have one whole. */
    static final int MOST_CHANGES = 32;

    private final Ledger ledger;
    private final Ledger.@Nullable Change change;
    private final boolean renumbered;

    private NextLedger(Ledger ledger, Ledger.@Nullable Change change, boolean renumbered) {
        this.ledger = ledger;
        this.change = change;
        this.renumbered = renumbered;
    }

    /**
     * @param last what the build was left
     * @param now all that it knows; the questions of the last ledger stand first, under their numbers
     * @param whole whether it must be a ledger of its own
     */
    static NextLedger of(Ledger last, Ledger now, boolean whole) {
        if (last.questions().isEmpty()) {
            // All was asked just now, by files that are there but for what could not be made.
            return new NextLedger(now, null, false);
        }
        int[] places = places(now);
        long unasked = Arrays.stream(places).filter(place -> place < 0).count();
        if (unasked * MOST_UNASKED > now.questions().size()) {
            return new NextLedger(renumbered(now, places), null, true);
        }
        if (whole) {
            return new NextLedger(now, null, false);
        }
        return change(last, now)
                .map(change -> new NextLedger(last.with(change), change, false))
                .orElseGet(() -> new NextLedger(now, null, false));
    }

    /** All that the next build will know. */
    Ledger ledger() {
        return ledger;
    }

    /** What is other than in the last ledger; empty if that is of no use any more. */
    Optional<Ledger.Change> change() {
        return Optional.ofNullable(change);
    }

    /** Whether questions have other numbers than they had in this build. */
    boolean isRenumbered() {
        return renumbered;
    }

    /** Empty if it is much, or more than something new. */
    private static Optional<Ledger.Change> change(Ledger last, Ledger now) {
        if (last.changes() >= MOST_CHANGES || !last.reading().equals(now.reading())) {
            return Optional.empty();
        }
        Map<String, Ledger.Kept> sources = changed(last.sources(), now.sources());
        Map<OutputPath, Ledger.Made> made = changed(last.made(), now.made());
        int known = last.questions().size();
        int asked = now.questions().size() - known;
        var lost = new Ledger.Lost(lost(last.sources(), now.sources(), sources), lost(last.made(), now.made(), made));
        int others = sources.size()
                + asked
                + made.size()
                + lost.sources().size()
                + lost.made().size();
        int size = last.sources().size() + known + last.made().size();
        if (others * MOST_CHANGED > size) {
            return Optional.empty();
        }
        return Optional.of(new Ledger.Change(
                sources,
                otherAnswers(last.answers(), now.answers()),
                List.copyOf(now.questions().subList(known, known + asked)),
                List.copyOf(now.answers().subList(known, known + asked)),
                made,
                lost));
    }

    private static <K extends Comparable<K>, V> Map<K, V> changed(Map<K, V> last, Map<K, V> now) {
        var changed = new TreeMap<K, V>();
        now.forEach((key, value) -> {
            if (!value.equals(last.get(key))) {
                changed.put(key, value);
            }
        });
        return changed;
    }

    /** The keys that are no more. */
    private static <K, V> Set<K> lost(Map<K, V> last, Map<K, V> now, Map<K, V> changed) {
        long added =
                changed.keySet().stream().filter(key -> !last.containsKey(key)).count();
        if (now.size() - added == last.size()) {
            return Set.of();
        }
        return last.keySet().stream().filter(key -> !now.containsKey(key)).collect(Collectors.toSet());
    }

    private static Map<Integer, Written> otherAnswers(List<Written> last, List<Written> now) {
        var others = new TreeMap<Integer, Written>();
        for (int number = 0; number < last.size(); number++) {
            if (!now.get(number).equals(last.get(number))) {
                others.put(number, now.get(number));
            }
        }
        return others;
    }

    /** Without the questions that nobody asks any more. */
    private static Ledger renumbered(Ledger now, int[] places) {
        var questions = new ArrayList<Notebook.Entry>();
        var answers = new ArrayList<Written>();
        for (int number = 0; number < places.length; number++) {
            if (places[number] >= 0) {
                questions.add(moved(now.questions().get(number), places));
                answers.add(now.answers().get(number));
            }
        }
        var made = new HashMap<OutputPath, Ledger.Made>();
        now.made().forEach((path, one) -> made.put(path, one.asking(one.needs().moved(number -> places[number]))));
        return new Ledger(
                now.reading(),
                now.looked(),
                now.time(),
                now.changes(),
                now.sources(),
                List.copyOf(questions),
                List.copyOf(answers),
                made);
    }

    /** The new number of each question that anybody still asks; -1 of the others. */
    private static int[] places(Ledger now) {
        List<Notebook.Entry> questions = now.questions();
        var asked = new BitSet(questions.size());
        now.made().values().forEach(one -> one.needs().stream().forEach(asked::set));
        // What was made together comes after what it was made from.
        for (int number = questions.size() - 1; number >= 0; number--) {
            if (asked.get(number) && questions.get(number) instanceof Notebook.Entry.Together together) {
                together.needs().stream().forEach(asked::set);
            }
        }
        int[] places = new int[questions.size()];
        int next = 0;
        for (int number = 0; number < places.length; number++) {
            places[number] = asked.get(number) ? next++ : -1;
        }
        return places;
    }

    private static Notebook.Entry moved(Notebook.Entry entry, int[] places) {
        return entry instanceof Notebook.Entry.Together together
                ? new Notebook.Entry.Together(together.needs().moved(number -> places[number]))
                : entry;
    }
}
