package press.broadsheet.build;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import press.broadsheet.cache.Ledger;
import press.broadsheet.files.FullDisk;
import press.broadsheet.files.OutputTree;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.ChangesFile;

/**
 * A build of a process that made the last one, too, after nothing was touched but articles: some were changed, whatever of
 * them, some came, some went. No other file is looked at. The paper is put together, checked and planned as always; but only
 * those questions are asked again whose answers may be others ({@link SameAnswers}), and only files are made, written and
 * noted that are. Whatever this build is not sure of it leaves to the one that looks at everything. For one build.
 */
final class ArticleRound {
    /** After so many a whole ledger is due, without what nobody asks any more. */
    static final int MOST_CHANGES = 256;

    private final LastRound last;
    private final BuildOptions options;
    private final State state;
    private final Workers workers;
    private final Memory memory;
    private final Problems problems = new Problems();

    ArticleRound(LastRound last, BuildOptions options, State state, Workers workers, Memory memory) {
        this.last = last;
        this.options = options;
        this.state = state;
        this.workers = workers;
        this.memory = memory;
    }

    /**
     * Does it.
     *
     * @param touched everything that was touched since the last round
     * @param start of the build, as {@link System#nanoTime} gives it
     * @return empty, with nothing published, if it takes more than that
     */
    Optional<BuildReport> run(Touched touched, long start) {
        if (touched.all()
                || options.guarded()
                || options.dryRun()
                || !last.isLike(options)
                || last.ledger().changes() >= MOST_CHANGES
                || state.isCrowded(last.ledger())) {
            return Optional.empty();
        }
        return TouchedArticles.read(touched.paths(), last, state).flatMap(articles -> make(articles, start));
    }

    private Optional<BuildReport> make(TouchedArticles articles, long start) {
        Newsroom newsroom = articles.newsroom();
        var said = new Problems();
        said.addAll(last.read());
        Assembly assembly = Assembly.after(last.assembly(), newsroom, options, state, said);
        var same = new SameAnswers(last.assembly().paper(), assembly.paper(), articles.ids());
        Printing printing =
                last.printing().after(last.ledger(), assembly, newsroom, last.theme(), state, workers, problems);
        OutputTree output = OutputTree.of(
                options.output(), options.site().resolve(Build.STATE), new HashSet<>(printing.published()));
        // The files are made meanwhile; a hand of their own, so that those who make them need not wait.
        try (var checkers = new Workers(1)) {
            Future<Boolean> checking = checkers.start(() -> assembly.isChecked(newsroom, last.theme(), said));
            boolean isPreview = new Beside(options).isPreview();
            NextPlan plan = NextPlan.of(last, assembly, newsroom, same, isPreview, said);
            Future<Set<String>> linking = checkers.start(() -> RootLinks.check(
                    assembly.paper(), newsroom, assembly.releases(), plan.all()::containsKey, plan.inOrder(), said));
            Optional<Printing.Remade> remade = printing.remake(plan, last, same, output);
            Workers.await(checking);
            Workers.await(linking);
            List<Problem> told = said.inOrder();
            problems.addAll(told);
            return remade.flatMap(made -> publish(articles, assembly, plan, printing, made, output, told, start));
        } finally {
            output.discard();
        }
    }

    private Optional<BuildReport> publish(
            TouchedArticles articles,
            Assembly assembly,
            NextPlan plan,
            Printing printing,
            Printing.Remade remade,
            OutputTree output,
            List<Problem> told,
            long start) {
        Newsroom newsroom = articles.newsroom();
        printing.tellAgain();
        Weighing weighing = printing.weighing(last.weighing(), plan, remade);
        weighing.check(printing.budget(), problems);
        if (!output.isFree() || (!options.keepGoing() && Tally.isBroken(problems, options.strict()))) {
            return Optional.empty();
        }
        var kept = new TreeMap<>(newsroom.sources().taken());
        kept.putAll(articles.kept());
        var change = new Ledger.Change(
                kept,
                remade.answers(),
                remade.questions(),
                remade.newAnswers(),
                remade.made(),
                new Ledger.Lost(articles.gone(), plan.lost()));
        Ledger ledger = last.ledger().with(change);
        if (!state.setAside()) {
            return Optional.empty();
        }
        int removed = output.takeAway(remade.removed());
        output.commit();
        boolean isKept = keep(change, ledger, plan, printing, output);
        BuildReport report = new Tally(start)
                .of(newsroom, assembly.releases())
                .of(assembly.timetable(options))
                .of(weighing.weights())
                .report(printing.published().size(), output.staged().size(), removed, printing, problems);
        if (isKept) {
            articles.results().forEach(memory::add);
            memory.inventory(report.inventory());
            memory.round(last.after(
                    options,
                    assembly.until(report),
                    newsroom,
                    assembly,
                    told,
                    plan,
                    articles.byPath(),
                    weighing,
                    printing,
                    change,
                    ledger,
                    report));
        }
        return Optional.of(report);
    }

    /** Readers have the paper already: what cannot be kept is missed by the next build alone. */
    private boolean keep(Ledger.Change change, Ledger ledger, NextPlan plan, Printing printing, OutputTree output) {
        try {
            Companions companions = printing.companions();
            // What is known of files that are no more does no harm.
            state.append(change, ledger, companions.imprints(change.made().keySet()), companions.imprints());
            var beside = new Beside(options);
            if (!beside.isPreview()) {
                beside.write(
                        printing.beside(plan.beside()),
                        ChangesFile.of(output),
                        last.newsroom().site().url());
            }
            return true;
        } catch (UncheckedIOException fault) {
            if (!FullDisk.isCauseOf(fault)) {
                throw fault;
            }
            FullDisk.tell(options.output(), true, problems);
            return false;
        }
    }
}
