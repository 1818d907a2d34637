package press.broadsheet.build;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Ledger;
import press.broadsheet.desk.Notebook;
import press.broadsheet.edition.Release;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.problem.Problem;

/**
 * What a process still has of a build that published the paper.
 *
 * @param options how it was done
 * @param until when the paper, or what is told of it, changes by itself; null if it never does
 * @param releases that it was made from
 * @param told before any page was made
 * @param printing that has made the pages
 * @param planned the plan, by path
 * @param articles by path below {@code content/}
 * @param shared the numbers of what was asked to make what many pages show alike
 * @param weighing of all pages
 * @param ledger what was kept of it
 */
record LastRound(
        BuildOptions options,
        @Nullable Instant until,
        Newsroom newsroom,
        List<Release> releases,
        List<Problem> told,
        Plan plan,
        Map<OutputPath, Output> planned,
        Map<String, Article.Id> articles,
        BitSet shared,
        Weighing weighing,
        Printing printing,
        Ledger ledger,
        BuildReport report) {

    /** Of a build that has just published. */
    static LastRound of(
            BuildOptions options,
            @Nullable Instant until,
            Newsroom newsroom,
            List<Release> releases,
            List<Problem> told,
            Plan plan,
            Weighing weighing,
            Printing printing,
            Ledger ledger,
            BuildReport report) {
        var planned = HashMap.<OutputPath, Output>newHashMap(plan.outputs().size());
        plan.outputs().forEach(output -> planned.put(output.path(), output));
        var articles =
                HashMap.<String, Article.Id>newHashMap(newsroom.articles().size());
        newsroom.shelves()
                .forEach(shelf ->
                        shelf.cards().forEach(card -> articles.put(SourceTree.pathOf(card.place()), card.id())));
        var shared = new BitSet();
        for (Notebook.Entry entry : ledger.questions()) {
            if (entry instanceof Notebook.Entry.Together together) {
                together.needs().stream().forEach(shared::set);
            }
        }
        return new LastRound(
                options, until, newsroom, releases, told, plan, planned, articles, shared, weighing, printing, ledger,
                report);
    }

    /** Whether a build at that moment and in that way is of the same paper, as far as no file is touched. */
    boolean isLike(BuildOptions other) {
        // What to do with errors is of no concern where there are none.
        boolean goingOn = report.failed(options.strict()) ? options.keepGoing() : other.keepGoing();
        return options.with(other.now(), goingOn).equals(other)
                && !other.now().isBefore(options.now())
                && (until == null || other.now().isBefore(until));
    }

    /**
     * The same after some texts were read again.
     *
     * @param change what is other in the ledger
     */
    LastRound after(
            Newsroom read, Weighing weighed, Printing again, Ledger.Change change, Ledger kept, BuildReport reported) {
        var all = (BitSet) shared.clone();
        for (Notebook.Entry entry : change.questions()) {
            if (entry instanceof Notebook.Entry.Together together) {
                together.needs().stream().forEach(all::set);
            }
        }
        return new LastRound(
                options, until, read, releases, told, plan, planned, articles, all, weighed, again, kept, reported);
    }
}
