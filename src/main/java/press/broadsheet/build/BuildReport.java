package press.broadsheet.build;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.broadsheet.files.OutputPath;
import press.broadsheet.plan.Timetable;
import press.broadsheet.problem.Problem;

/**
 * What a build did. Every text file of {@code content/} is in one of the counts: {@code filesRead = published +
 * heldBack + broken + other}.
 *
 * @param filesRead text files found in {@code content/}, those that could not be opened included
 * @param published articles that readers see
 * @param heldBack articles that readers do not see on purpose
 * @param broken articles left out because of an error
 * @param other files that are not articles: settings, people, pages, stories, fronts, data
 * @param planned files that the paper consists of
 * @param written of these, new or different from before
 * @param unchanged of these, as before
 * @param removed files of the last build that are gone
 * @param reasons for each planned file that had to be made: why, in words
 * @param files all planned files that were made or kept, in no order
 * @param startedAnew whether what the last build left could not be used, so that everything was made anew
 * @param problems by file and line
 * @param committed whether the published folder now shows this build
 * @param inventory every file of {@code content/}; listed only when asked for
 * @param weights what fronts and articles weigh
 * @param timetable when the paper changes by itself after the moment that it shows, and why
 */
public record BuildReport(
        int filesRead,
        int published,
        List<HeldBack> heldBack,
        int broken,
        int other,
        int planned,
        int written,
        int unchanged,
        int removed,
        Map<OutputPath, String> reasons,
        Collection<OutputPath> files,
        boolean startedAnew,
        List<Problem> problems,
        boolean committed,
        Duration time,
        Inventory inventory,
        Weights weights,
        Timetable timetable) {

    /** An article that readers do not see, and why. */
    public record HeldBack(String path, String reason) {}

    /** When the paper changes next, although nobody touches a file; empty if it stays as it is. */
    public Optional<Instant> nextChange() {
        return timetable.next();
    }

    /** Whether the build must be mended; {@code strict} counts warnings as errors. */
    public boolean failed(boolean strict) {
        var least = strict ? Problem.Severity.WARNING : Problem.Severity.ERROR;
        return problems.stream().anyMatch(problem -> problem.code().severity().compareTo(least) >= 0);
    }
}
