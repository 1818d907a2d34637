package press.broadsheet.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Release;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.plan.Timetable;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;

/** Adds a build up. */
final class Tally {
    private final long start;
    private Newsroom.@Nullable Counts counts;
    private int published;
    private int leftOut;
    private boolean startedAnew;
    private Weights weights = Weights.NONE;
    private Timetable timetable = Timetable.EMPTY;
    private List<BuildReport.HeldBack> heldBack = List.of();
    private @Nullable Newsroom newsroom;
    private List<Release> releases = List.of();

    /** @param start of the build, as {@link System#nanoTime} gives it */
    Tally(long start) {
        this.start = start;
    }

    Tally of(Newsroom newsroom, List<Release> releases) {
        this.newsroom = newsroom;
        this.releases = releases;
        counts = newsroom.counts();
        var held = new ArrayList<>(counts.undated());
        for (Release release : releases) {
            published += release.published().size();
            leftOut += release.leftOut().size();
            release.heldBack()
                    .forEach(back -> held.add(new BuildReport.HeldBack(
                            back.card().place().file().toString().replace('\\', '/'), back.reason())));
        }
        held.sort(Comparator.comparing(BuildReport.HeldBack::path));
        heldBack = List.copyOf(held);
        return this;
    }

    Tally of(Weights weighed) {
        weights = weighed;
        return this;
    }

    Tally of(Timetable next) {
        timetable = next;
        return this;
    }

    Tally startedAnew(boolean isSo) {
        startedAnew = isSo;
        return this;
    }

    static boolean isBroken(Problems problems, boolean strict) {
        return problems.hasErrors() || (strict && !problems.inOrder().isEmpty());
    }

    /** Not even the settings could be read. */
    BuildReport nothing(Problems problems) {
        return report(0, 0, 0, 0, Map.of(), List.of(), problems, false);
    }

    BuildReport report(
            int planned, OutputTree output, Printing printing, int removed, Problems problems, boolean committed) {
        return report(
                planned,
                output.written(),
                output.unchanged(),
                removed,
                printing.reasons(),
                printing.printed().paths(),
                problems,
                committed);
    }

    /** Of a round that made some files again, and let all others be. */
    BuildReport report(
            int planned,
            int written,
            int removed,
            Map<OutputPath, String> reasons,
            Collection<OutputPath> files,
            Problems problems) {
        return report(planned, written, planned - written, removed, reasons, files, problems, true);
    }

    private BuildReport report(
            int planned,
            int written,
            int unchanged,
            int removed,
            Map<OutputPath, String> reasons,
            Collection<OutputPath> files,
            Problems problems,
            boolean committed) {
        List<Problem> told = problems.inOrder();
        Newsroom.Counts read = counts == null ? Newsroom.Counts.NONE : counts;
        return new BuildReport(
                read.texts(),
                published,
                heldBack,
                read.broken() + leftOut,
                read.other(),
                planned,
                written,
                unchanged,
                removed,
                reasons,
                files,
                startedAnew,
                told,
                committed,
                Duration.ofNanos(System.nanoTime() - start),
                new Inventory(newsroom, releases, told),
                weights,
                timetable);
    }
}
