package press.broadsheet.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.files.OutputTree;
import press.broadsheet.plan.Timetable;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;

/**
 * A round after which articles are others in whatever way: some were changed, some came, some went. The paper is put
 * together, checked and planned as always; but only those questions are asked again whose answers may be others
 * ({@link SameAnswers}), and only files are made, written and noted that are ({@link ArticlePrinting}). For one build.
 */
final class ArticleRound {
    private final LastRound last;
    private final BuildOptions options;
    private final State state;
    private final Workers workers;
    private final Problems problems;
    private final OutputTree output;

    /** @param problems is told what cannot be made */
    ArticleRound(
            LastRound last, BuildOptions options, State state, Workers workers, Problems problems, OutputTree output) {
        this.last = last;
        this.options = options;
        this.state = state;
        this.workers = workers;
        this.problems = problems;
        this.output = output;
    }

    /**
     * Stages what is other.
     *
     * @param printed the files that the last round left
     * @return empty if more would have to be made
     */
    Optional<ShortRound.Made> make(TouchedArticles articles, Printed printed) {
        Reread read = articles.reread();
        Newsroom newsroom = read.now();
        var said = new Problems();
        said.addAll(last.read());
        Assembly before = last.issue().assembly();
        // Whether what was left out can be shown now depends on all others.
        if (before.hasLeftOut()) {
            return Optional.empty();
        }
        Assembly assembly = Assembly.after(before, read, options, state, said);
        if (assembly.hasLeftOut()) {
            return Optional.empty();
        }
        var same = new SameAnswers(before.paper(), assembly.paper(), read.ids());
        PressRoom room = PressRoom.of(assembly, newsroom, last.theme());
        var run = new PrintRun(room, printed, workers, problems, output);
        // The files are made meanwhile; a hand of their own, so that those who make them need not wait.
        try (var checkers = new Workers(1)) {
            Future<Optional<ArticleChecks>> checking = checkers.start(() -> check(assembly, read, same, said));
            boolean isPreview = new Beside(options).isPreview();
            NextPlan plan = NextPlan.of(last, assembly, newsroom, same, isPreview, said);
            Future<Set<String>> linking = checkers.start(() -> RootLinks.check(
                    assembly.paper(), newsroom, assembly.releases(), plan.all()::containsKey, plan.inOrder(), said));
            Optional<Remade> remade = new ArticlePrinting(last, run).print(plan, same);
            Optional<ArticleChecks> checks = Workers.await(checking);
            Workers.await(linking);
            List<Problem> told = said.inOrder();
            if (checks.isEmpty() || told.stream().anyMatch(problem -> LeftOutArticles.isLookedUp(problem.code()))) {
                return Optional.empty();
            }
            return remade.map(made ->
                    new ShortRound.Made(issue(articles, read, assembly, plan, checks.get(), told), plan, run, made));
        }
    }

    /**
     * Tells what only the whole shows.
     *
     * @return what the next round is checked by; empty if two articles claim one identity: which may be shown then depends on
     *     all others
     */
    private Optional<ArticleChecks> check(Assembly assembly, Reread read, SameAnswers same, Problems said) {
        Newspaper paper = assembly.paper();
        ArticleChecks checks = last.issue().checks();
        if (checks == null || !same.isComplete()) {
            checks = new ArticleChecks(paper, read.now(), last.theme());
        } else {
            checks.again(last.issue().assembly().paper(), paper, same.differences(), read, last.theme());
        }
        checks.tell(paper, read.now(), last.theme(), said);
        return checks.areUndisputed(assembly.releases(), paper, read) ? Optional.of(checks) : Optional.empty();
    }

    private Issue issue(
            TouchedArticles articles,
            Reread read,
            Assembly assembly,
            NextPlan plan,
            ArticleChecks checks,
            List<Problem> told) {
        Timetable timetable = assembly.timetable(options, last.issue().timetable(), read.cards());
        return new Issue(
                options,
                assembly.until(timetable),
                timetable,
                read.now(),
                assembly,
                articles.byPath(),
                last.issue().twins(),
                told,
                plan.all(),
                plan.book(),
                checks);
    }
}
