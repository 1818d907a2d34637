package press.broadsheet.build;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Ledger;
import press.broadsheet.desk.Notebook;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.plan.KeptPlan;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.problem.Problem;

/**
 * What a process still has of a build that published the paper.
 *
 * @param options how it was done
 * @param until when the paper, or what is told of it, changes by itself; null if it never does
 * @param theme that its pages look like
 * @param assembly the paper
 * @param read what was told before the paper was put together
 * @param told before any page was made
 * @param printing that has made the pages
 * @param planned all outputs, by path
 * @param book to plan the next round by; null if that must begin anew
 * @param articles by path below {@code content/}
 * @param shared the numbers of what was asked to make what many pages show alike
 * @param weighing of all pages
 * @param ledger what was kept of it
 */
record LastRound(
        BuildOptions options,
        @Nullable Instant until,
        Newsroom newsroom,
        Theme theme,
        Assembly assembly,
        List<Problem> read,
        List<Problem> told,
        Map<OutputPath, Output> planned,
        @Nullable KeptPlan book,
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
            Theme theme,
            Assembly assembly,
            List<Problem> read,
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
                options, until, newsroom, theme, assembly, read, told, planned, null, articles, shared, weighing,
                printing, ledger, report);
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
        return new LastRound(
                options,
                until,
                read,
                theme,
                assembly,
                this.read,
                told,
                planned,
                book,
                articles,
                shared(change),
                weighed,
                again,
                kept,
                reported);
    }

    /**
     * The same after articles were touched.
     *
     * @param at how it was done
     * @param ends when the paper changes by itself
     * @param plan what is planned
     * @param ids of all articles, by path
     */
    LastRound after(
            BuildOptions at,
            @Nullable Instant ends,
            Newsroom room,
            Assembly assembled,
            List<Problem> said,
            NextPlan plan,
            Map<String, Article.Id> ids,
            Weighing weighed,
            Printing again,
            Ledger.Change change,
            Ledger kept,
            BuildReport reported) {
        return new LastRound(
                at,
                ends,
                room,
                theme,
                assembled,
                read,
                said,
                plan.all(),
                plan.book(),
                ids,
                shared(change),
                weighed,
                again,
                kept,
                reported);
    }

    private BitSet shared(Ledger.Change change) {
        var all = (BitSet) shared.clone();
        for (Notebook.Entry entry : change.questions()) {
            if (entry instanceof Notebook.Entry.Together together) {
                together.needs().stream().forEach(all::set);
            }
        }
        return all;
    }
}
