package press.broadsheet.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
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
        Newsroom newsroom = articles.newsroom();
        var said = new Problems();
        said.addAll(last.read());
        Assembly before = last.issue().assembly();
        // Whether what was left out can be shown now depends on all others.
        if (before.hasLeftOut()) {
            return Optional.empty();
        }
        Assembly assembly = Assembly.after(before, newsroom, options, state, said);
        if (assembly.hasLeftOut()) {
            return Optional.empty();
        }
        var same = new SameAnswers(before.paper(), assembly.paper(), articles.ids());
        PressRoom room = PressRoom.of(assembly, newsroom, last.theme());
        var run = new PrintRun(room, printed, workers, problems, output);
        // The files are made meanwhile; a hand of their own, so that those who make them need not wait.
        try (var checkers = new Workers(1)) {
            Future<Boolean> checking =
                    checkers.start(() -> assembly.isChecked(newsroom, last.theme(), articles.ids(), said));
            boolean isPreview = new Beside(options).isPreview();
            NextPlan plan = NextPlan.of(last, assembly, newsroom, same, isPreview, said);
            Future<Set<String>> linking = checkers.start(() -> RootLinks.check(
                    assembly.paper(), newsroom, assembly.releases(), plan.all()::containsKey, plan.inOrder(), said));
            Optional<Remade> remade = new ArticlePrinting(last, run).print(plan, same);
            boolean isUndisputed = Workers.await(checking);
            Workers.await(linking);
            List<Problem> told = said.inOrder();
            if (!isUndisputed || told.stream().anyMatch(problem -> LeftOutArticles.isLookedUp(problem.code()))) {
                return Optional.empty();
            }
            return remade.map(
                    made -> new ShortRound.Made(issue(articles, newsroom, assembly, plan, told), plan, run, made));
        }
    }

    private Issue issue(
            TouchedArticles articles, Newsroom newsroom, Assembly assembly, NextPlan plan, List<Problem> told) {
        Timetable timetable = assembly.timetable(options);
        return new Issue(
                options,
                assembly.until(timetable),
                timetable,
                newsroom,
                assembly,
                articles.byPath(),
                told,
                plan.all(),
                plan.book());
    }
}
