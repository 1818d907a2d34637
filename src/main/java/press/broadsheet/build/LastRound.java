package press.broadsheet.build;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import press.broadsheet.cache.Ledger;
import press.broadsheet.desk.Notebook;
import press.broadsheet.problem.Problem;

/**
 * What a process still has of a build that published the paper.
 *
 * @param issue the paper
 * @param theme that its pages look like
 * @param read what was told before the paper was put together
 * @param shared the numbers of what was asked to make what many pages show alike
 * @param weighing of all pages
 * @param room that made the pages
 * @param printed the pages
 * @param ledger what was kept of them
 * @param bytes how many are kept of the sources
 */
record LastRound(
        Issue issue,
        Theme theme,
        List<Problem> read,
        BitSet shared,
        Weighing weighing,
        PressRoom room,
        Printed printed,
        Ledger ledger,
        long bytes,
        BuildReport report) {

    /** Of a build that has looked at everything. */
    static LastRound of(
            Issue issue,
            Theme theme,
            List<Problem> read,
            Weighing weighing,
            Printing printing,
            Ledger ledger,
            BuildReport report) {
        return new LastRound(
                issue,
                theme,
                read,
                shared(new BitSet(), ledger.questions()),
                weighing,
                printing.room(),
                printing.printed(),
                ledger,
                ledger.bytes(),
                report);
    }

    /** Whether a build at that moment and in that way is of the same paper, as far as no file is touched. */
    boolean isLike(BuildOptions other) {
        BuildOptions options = issue.options();
        Instant until = issue.until();
        // What to do with errors is of no concern where there are none.
        boolean goingOn = report.failed(options.strict()) ? options.keepGoing() : other.keepGoing();
        return options.with(other.now(), goingOn).equals(other)
                && !other.now().isBefore(options.now())
                && (until == null || other.now().isBefore(until));
    }

    /**
     * The same after some files were made again and all others let be.
     *
     * @param change what is other in the ledger
     */
    LastRound after(
            Issue now, Weighing weighed, PrintRun run, Ledger.Change change, Ledger kept, BuildReport reported) {
        BitSet all = shared((BitSet) shared.clone(), change.questions());
        return new LastRound(
                now,
                theme,
                read,
                all,
                weighed,
                run.room(),
                run.printed(),
                kept,
                bytes + ledger.bytes(change),
                reported);
    }

    private static BitSet shared(BitSet known, List<Notebook.Entry> questions) {
        for (Notebook.Entry entry : questions) {
            if (entry instanceof Notebook.Entry.Together together) {
                together.needs().stream().forEach(known::set);
            }
        }
        return known;
    }
}
