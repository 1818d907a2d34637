package press.broadsheet.build;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.broadsheet.cache.Ledger;
import press.broadsheet.files.FullDisk;
import press.broadsheet.files.OutputTree;
import press.broadsheet.news.Article;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.ChangesFile;
import press.broadsheet.text.Fingerprint;

/**
 * A build of a process that made the last one, too, after nothing was touched but articles: no other file is looked at.
 * Where only texts are others it is a {@link TextRound}, else an {@link ArticleRound}; here stands what both have in common:
 * when there may be one, and how what it made comes to readers, into the ledger and into memory. Whatever such a round is
 * not sure of it leaves to the build that looks at everything. For one build.
 */
final class ShortRound {
    /** After so many rounds of articles a whole ledger is due, without what nobody asks any more. */
    static final int MOST_CHANGES = 256;

    private final LastRound last;
    private final BuildOptions options;
    private final State state;
    private final Workers workers;
    private final Memory memory;
    private final Problems problems = new Problems();

    ShortRound(LastRound last, BuildOptions options, State state, Workers workers, Memory memory) {
        this.last = last;
        this.options = options;
        this.state = state;
        this.workers = workers;
        this.memory = memory;
    }

    /**
     * What a round has made and nobody sees yet.
     *
     * @param issue the paper
     * @param remade what is other in its pages
     */
    record Made(Issue issue, NextPlan plan, PrintRun run, Remade remade) {}

    /**
     * Does it.
     *
     * @param touched everything that was touched since the last round
     * @param start of the build, as {@link System#nanoTime} gives it
     * @return empty, with nothing published, if it takes more than that
     */
    Optional<BuildReport> run(Touched touched, long start) {
        if (touched.all() || options.guarded() || options.dryRun() || !last.isLike(options)) {
            return Optional.empty();
        }
        return TouchedArticles.read(touched.paths(), last, state).flatMap(articles -> run(articles, start));
    }

    private Optional<BuildReport> run(TouchedArticles articles, long start) {
        Optional<Map<Article.Id, Fingerprint>> texts = articles.onlyTexts();
        if (texts.isEmpty() && (last.ledger().changes() >= MOST_CHANGES || state.isCrowded(last.bytes()))) {
            return Optional.empty();
        }
        Printed printed = last.printed().next(last.ledger());
        OutputTree output =
                OutputTree.of(options.output(), options.site().resolve(Build.STATE), printed.published(last.ledger()));
        try {
            Optional<Made> made = texts.isPresent()
                    ? new TextRound(last, workers, problems, output).make(articles.newsroom(), texts.get(), printed)
                    : new ArticleRound(last, options, state, workers, problems, output).make(articles, printed);
            return made.flatMap(all -> publish(articles, all, output, start));
        } finally {
            output.discard();
        }
    }

    private Optional<BuildReport> publish(TouchedArticles articles, Made made, OutputTree output, long start) {
        Newsroom newsroom = made.issue().newsroom();
        Printed printed = made.run().printed();
        problems.addAll(made.issue().told());
        printed.tell(problems);
        Weighing weighing = made.remade()
                .weighing(last.weighing(), made.plan(), printed, newsroom.site().basePath());
        weighing.check(newsroom.hosting().budget(), problems);
        if (!output.isFree() || (!options.keepGoing() && Tally.isBroken(problems, options.strict()))) {
            return Optional.empty();
        }
        var kept = new TreeMap<>(newsroom.sources().taken());
        kept.putAll(articles.kept());
        var lost = new Ledger.Lost(articles.gone(), made.plan().lost());
        Ledger.Change change = made.remade().change(kept, lost);
        Ledger ledger = last.ledger().with(change);
        if (!state.setAside()) {
            return Optional.empty();
        }
        int removed = output.exchange(made.remade().removed());
        boolean isKept = FullDisk.afterPublishing(options.output(), problems, () -> keep(made, change, ledger, output));
        BuildReport report = new Tally(start)
                .of(newsroom, made.issue().assembly().releases())
                .of(made.issue().timetable())
                .of(weighing.weights())
                .report(
                        printed.published().size(),
                        output.staged().size(),
                        removed,
                        made.remade().reasons(),
                        printed.paths(),
                        problems);
        if (isKept) {
            memory.replace(last.ledger().sources(), change, articles.results());
            memory.inventory(report.inventory());
            memory.round(last.after(made.issue(), weighing, made.run(), change, ledger, report));
        }
        return Optional.of(report);
    }

    private void keep(Made made, Ledger.Change change, Ledger ledger, OutputTree output) {
        Companions companions = made.run().printed().companions();
        // What is known of files that are no more does no harm.
        state.append(change, ledger, companions.others(change.made().keySet()), companions.imprints());
        var beside = new Beside(options);
        var changes = ChangesFile.of(output);
        var root = made.issue().newsroom().site().url();
        made.plan()
                .hostRules()
                .ifPresentOrElse(
                        wanted -> beside.write(
                                made.run()
                                        .room()
                                        .beside(wanted, made.run().printed().inlineCode(), problems),
                                changes,
                                root),
                        () -> beside.write(changes, root));
    }
}
