package press.broadsheet.cli;

import java.nio.file.Path;
import press.broadsheet.build.BuildReport;
import press.broadsheet.problem.Problem;

/**
 * Tells a person what a build or a check found: the problems, then the numbers.
 *
 * @param quiet whether only what makes it fail is told
 */
record Verdict(Console console, Path site, boolean strict, boolean quiet, boolean verbose) {
    void tell(BuildReport done) {
        var least = strict ? Problem.Severity.WARNING : Problem.Severity.ERROR;
        var problems = quiet
                ? done.problems().stream()
                        .filter(problem -> problem.code().severity().compareTo(least) >= 0)
                        .toList()
                : done.problems();
        new ProblemPrinter(site, console.err(), console.colours()).print(problems);
        if (!quiet) {
            Summary.print(done, strict, verbose, console.out());
        }
    }
}
