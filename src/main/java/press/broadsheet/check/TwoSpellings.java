package press.broadsheet.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;
import press.broadsheet.news.Quotation;

/**
 * Finds one name that an article spells in two ways: somebody's whole name twice, or the whole name here and a family
 * name there. Two people of similar names have whole names of their own, and are left alone.
 */
final class TwoSpellings {
    /** Shorter ones are too often two names. */
    private static final int SHORTEST = 4;

    private final Proof proof;
    private final List<NameRun> runs;
    /** How often each family name stands, in each of its spellings. */
    private final Map<String, Integer> counts = new HashMap<>();
    /** Family names as the fields {@code people} and {@code quote} have them: where they are typed with care. */
    private final Set<String> listed = new HashSet<>();
    /** Given names by the family name behind them. */
    private final Map<String, Set<String>> givens = new LinkedHashMap<>();

    private final Set<String> told = new HashSet<>();

    TwoSpellings(Proof proof, List<NameRun> inText) {
        this.proof = proof;
        this.runs = new ArrayList<>(inText);
        for (NameRun run : named()) {
            listed.add(run.last());
            runs.add(run);
        }
        for (NameRun run : runs) {
            counts.merge(run.last(), 1, Integer::sum);
            if (isWhole(run)) {
                counts.merge(run.firstName(), 1, Integer::sum);
                givens.computeIfAbsent(run.last(), none -> new HashSet<>()).add(run.firstName());
            }
        }
    }

    /** Whether it may be somebody's first and family name. */
    private static boolean isWhole(NameRun run) {
        return !run.firstName().isEmpty() && !run.isBehindArticle();
    }

    /** Whom the front matter names, and who is quoted. */
    private List<NameRun> named() {
        Stream<Passage> people = proof.passages().stream()
                .filter(passage -> passage.isField("people") || passage.isField("people.name"));
        Stream<Passage> speakers = proof.body()
                .filter(passage -> passage.kind() == Passage.Kind.QUOTATION)
                .map(passage ->
                        Passage.at(passage.place(0), Passage.Kind.FIELD, "by", 0, Quotation.speakerOf(passage.name())));
        return Stream.concat(people, speakers)
                .flatMap(passage -> NameRun.in(passage).stream())
                .toList();
    }

    void tell(Remarks remarks) {
        boolean everyNoun = proof.language().primary().equals("de");
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        for (String family : givens.keySet()) {
            byKey.computeIfAbsent(Spelling.key(family), none -> new ArrayList<>())
                    .add(family);
        }
        for (NameRun run : runs) {
            String name = run.last();
            for (String other : byKey.getOrDefault(Spelling.key(name), List.of())) {
                if (isSame(run, other) && (!everyNoun || listed.contains(other) || listed.contains(name))) {
                    tell(run, run.atLast(), name, other, remarks);
                }
            }
            if (!everyNoun && isWhole(run)) {
                slips(run, remarks);
                firstNames(run, remarks);
            }
        }
    }

    /** Whether somebody of that name is meant, whose whole name stands elsewhere. */
    private boolean isSame(NameRun run, String family) {
        String name = run.last();
        if (name.equalsIgnoreCase(family) || Spelling.key(name).length() < SHORTEST || run.isBehindArticle()) {
            return false;
        }
        Set<String> own = givens.getOrDefault(name, Set.of());
        Set<String> others = givens.getOrDefault(family, Set.of());
        return own.isEmpty()
                ? run.isAlone() || isWithOffice(run)
                : own.stream().anyMatch(given -> isOneOf(given, others));
    }

    private static boolean isWithOffice(NameRun run) {
        return run.firstName().isEmpty() || run.isBehindTitle();
    }

    private static boolean isOneOf(String given, Set<String> others) {
        return others.stream().anyMatch(other -> Spelling.key(other).equals(Spelling.key(given)));
    }

    /** A slip is believed only behind the same given name. */
    private void slips(NameRun run, Remarks remarks) {
        for (String other : givens.keySet()) {
            if (Spelling.isSlip(run.last(), other)
                    && givens.getOrDefault(other, Set.of()).contains(run.firstName())) {
                tell(run, run.atLast(), run.last(), other, remarks);
            }
        }
    }

    /** One family name with one first name in two spellings. */
    private void firstNames(NameRun run, Remarks remarks) {
        String first = run.firstName();
        String key = Spelling.key(first);
        for (String other : givens.getOrDefault(run.last(), Set.of())) {
            if (key.length() >= SHORTEST && !first.equalsIgnoreCase(other) && key.equals(Spelling.key(other))) {
                int at = run.atLast() - first.length() - 1;
                tell(run, at, first, other, remarks);
            }
        }
    }

    /** The rarer spelling, or the one that stands in no list, is told, where it first stands. */
    private void tell(NameRun run, int at, String name, String other, Remarks remarks) {
        boolean isRarer = counts.getOrDefault(name, 0) < counts.getOrDefault(other, 0);
        boolean isAsOften = counts.getOrDefault(name, 0).equals(counts.getOrDefault(other, 0));
        boolean isLater = told.contains(other + " " + name) || firstOf(name) > firstOf(other);
        boolean wins = listed.contains(name) == listed.contains(other)
                ? isRarer || (isAsOften && isLater)
                : listed.contains(other);
        if (!wins || !told.add(name + " " + other)) {
            return;
        }
        remarks.add(
                run.passage().place(at),
                "\"" + name + "\" is spelled \"" + other + "\" elsewhere in this article.",
                "If this is one person, keep to one spelling; if not, give both their first names.");
    }

    private int firstOf(String name) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).last().equals(name) || runs.get(i).firstName().equals(name)) {
                return i;
            }
        }
        return runs.size();
    }
}
