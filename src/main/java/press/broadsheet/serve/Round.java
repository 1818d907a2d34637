package press.broadsheet.serve;

import java.time.Instant;
import java.util.List;
import press.broadsheet.build.BuildReport;
import press.broadsheet.problem.Problem;

/**
 * One making of the previewed paper.
 *
 * @param revision counts rounds, from 1
 * @param moment that the paper shows, or would show
 * @param chosen whether a person has chosen the moment
 */
public record Round(int revision, Instant moment, boolean chosen, BuildReport report) {

    /** What must be mended; warnings are told on the desk and in the terminal only. */
    List<Problem> errors() {
        return report.problems().stream()
                .filter(problem -> problem.code().severity() == Problem.Severity.ERROR)
                .toList();
    }
}
