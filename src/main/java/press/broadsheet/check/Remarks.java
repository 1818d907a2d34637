package press.broadsheet.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;

/** Takes down what one rule finds. Not thread-safe. */
public final class Remarks {
    private final Problem.Code kind;
    private final List<Finding> findings = new ArrayList<>();

    Remarks(Problem.Code kind) {
        this.kind = kind;
    }

    /** @param hint what to do about it; empty if the message says it all */
    public void add(Place place, String message, String hint) {
        add(place, message, hint, null);
    }

    /** @param fix what certainly mends it; null if a person must decide */
    public void add(Place place, String message, String hint, @Nullable Fix fix) {
        findings.add(new Finding(new Problem(kind, place, message, hint), fix == null ? List.of() : List.of(fix)));
    }

    /** One more change that the finding before needs. */
    void alsoFix(@Nullable Fix fix) {
        if (fix != null && !findings.isEmpty()) {
            Finding last = findings.removeLast();
            var fixes = new ArrayList<>(last.fixes());
            fixes.add(fix);
            findings.add(new Finding(last.problem(), List.copyOf(fixes)));
        }
    }

    List<Finding> findings() {
        return findings;
    }
}
