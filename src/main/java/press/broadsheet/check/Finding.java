package press.broadsheet.check;

import java.util.List;
import press.broadsheet.problem.Problem;

/** @param fixes what certainly mends it; none where only a person can say what is right */
public record Finding(Problem problem, List<Fix> fixes) {
    /** The kind of a rule's findings, at the weight that the paper gives it. */
    record Kind(String id, Problem.Severity severity) implements Problem.Code {}
}
