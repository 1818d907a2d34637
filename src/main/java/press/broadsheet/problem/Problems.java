package press.broadsheet.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems from all stages and threads; the same one is told once. Thread-safe. */
public final class Problems {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::place)
            .thenComparing(problem -> problem.code().id())
            .thenComparing(Problem::message);

    private final Set<Problem> all = new LinkedHashSet<>();

    public synchronized void add(Problem problem) {
        all.add(problem);
    }

    public void add(Problem.Code code, Place place, String message, String hint) {
        add(new Problem(code, place, message, hint));
    }

    public void add(Problem.Code code, Place place, String message) {
        add(new Problem(code, place, message));
    }

    public synchronized void addAll(Iterable<Problem> problems) {
        problems.forEach(all::add);
    }

    public synchronized boolean isEmpty() {
        return all.isEmpty();
    }

    public synchronized boolean hasErrors() {
        return all.stream().anyMatch(problem -> problem.code().severity() == Problem.Severity.ERROR);
    }

    /** All problems by file, line and column: the same list whatever the order in which they were found. */
    public synchronized List<Problem> inOrder() {
        var ordered = new ArrayList<>(all);
        ordered.sort(ORDER);
        return List.copyOf(ordered);
    }
}
