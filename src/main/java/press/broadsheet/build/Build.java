package press.broadsheet.build;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Ledger;
import press.broadsheet.check.Fix;
import press.broadsheet.desk.Notebook;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Release;
import press.broadsheet.files.FileFault;
import press.broadsheet.files.FullDisk;
import press.broadsheet.files.LayeredFolder;
import press.broadsheet.files.Look;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Site;
import press.broadsheet.plan.Plan;
import press.broadsheet.plan.Timetable;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.ChangesFile;

/** One build, from the newsroom's files to the published folder: one line a step. */
public final class Build {
    /** What is kept between builds; may be deleted at any time. */
    public static final String STATE = ".broadsheet";

    private final BuildOptions options;
    private final Progress progress;
    private final Memory memory;
    private final Problems problems = new Problems();
    private final SourceTree content;
    private boolean checking;
    private @Nullable OutputTree staged;
    private List<Fix> fixes = List.of();

    public Build(BuildOptions options, Progress progress) {
        this(options, progress, Memory.passing());
    }

    /** @param memory of earlier builds of the same paper into the same folder */
    public Build(BuildOptions options, Progress progress, Memory memory) {
        this.options = options;
        this.progress = progress;
        this.memory = memory;
        this.content = new SourceTree(options.site());
    }

    /** Builds once. Whatever a person can mend is told in the report; the published folder changes only if it is whole. */
    public BuildReport run() {
        return run(Touched.UNKNOWN);
    }

    /**
     * The same.
     *
     * @param touched since the last build with the same memory
     */
    public BuildReport run(Touched touched) {
        long start = System.nanoTime();
        try {
            return run(touched, start);
        } catch (UncheckedIOException fault) {
            if (!FullDisk.isCauseOf(fault)) {
                throw fault;
            }
            FullDisk.tell(options.output(), false, problems);
            return new Tally(start).nothing(problems);
        } finally {
            if (staged != null) {
                staged.discard();
            }
        }
    }

    private BuildReport run(Touched touched, long start) {
        // A folder that was mistyped gets no state of ours.
        if (!OutputFolder.check(options.output(), options.site(), problems) || !content.isThere(problems)) {
            return new Tally(start).nothing(problems);
        }
        try (var workers = new Workers(options.threads())) {
            if (options.dryRun()) {
                try (State passing = State.passing(workers)) {
                    return run(passing, workers, touched, start);
                }
            }
            Optional<State> state = State.open(options.site().resolve(STATE), options, memory, workers);
            if (state.isEmpty()) {
                problems.add(
                        FileFault.BUILD_RUNNING,
                        Place.in(Path.of(STATE)),
                        "Another build of this paper is running.",
                        "Wait until it has ended, or end it.");
                return new Tally(start).nothing(problems);
            }
            try (State held = state.get()) {
                return run(held, workers, touched, start);
            } finally {
                memory.turn();
            }
        }
    }

    /** @param fixes what would certainly mend some of the findings */
    public record Checked(BuildReport report, List<Fix> fixes) {}

    /** A dry run whose every text and page the second reader looks at; the findings are among the problems. */
    public Checked check() {
        if (!options.dryRun()) {
            throw new IllegalStateException("A check writes nothing");
        }
        checking = true;
        BuildReport report = run();
        return new Checked(report, fixes);
    }

    private BuildReport run(State state, Workers workers, Touched touched, long start) {
        Optional<LastRound> last = state.lastRound();
        memory.round(null);
        // By looking at nothing but what was touched, if that is enough.
        return last.flatMap(round -> new ShortRound(round, options, state, workers, memory).run(touched, start))
                .orElseGet(() -> run(state, workers, last, start));
    }

    private BuildReport run(State state, Workers workers, Optional<LastRound> last, long start) {
        LayeredFolder templates = templates();
        Look designed = templates.look();
        // What a first build needs in any case is begun while the other thread looks around.
        Optional<Future<Theme>> early =
                state.isFirst() ? Optional.of(workers.start(() -> memory.theme(templates))) : Optional.empty();
        SourceTree.Found found = content.walk(problems, workers::eachAlone);
        // Where something cannot be looked at, nobody knows whether it is as it was.
        Optional<Receipts> receipts =
                problems.isEmpty() ? state.receipts(options, found.look().with(designed)) : Optional.empty();
        Optional<BuildReport> same =
                memory.inventory().flatMap(inventory -> receipts.flatMap(all -> all.repeat(inventory, workers, start)));
        if (same.isPresent()) {
            memory.round(last.orElse(null));
            return same.get();
        }
        Future<Theme> loading = early.orElseGet(() -> workers.start(() -> memory.theme(templates)));
        if (!memory.isLasting() && receipts.isPresent()) {
            Optional<BuildReport> reprinted =
                    new Reprints(options, state, workers, content, found, receipts.get()).run(designed, loading, start);
            if (reprinted.isPresent()) {
                return reprinted.get();
            }
        }
        state.begin();
        Optional<Newsroom> read = new Intake(content, loading, options, workers, state, progress, problems).read(found);
        Theme theme = Workers.await(loading);
        problems.addAll(theme.problems());
        return read.map(newsroom -> make(newsroom, theme, receipts, state, workers, start))
                .orElseGet(() -> new Tally(start).nothing(problems));
    }

    /** From what was read to the published folder. */
    private BuildReport make(
            Newsroom newsroom, Theme theme, Optional<Receipts> receipts, State state, Workers workers, long start) {
        UnusedWords.check(newsroom, theme, problems);
        StyleNames.check(theme, problems);
        List<Problem> unread = problems.inOrder();
        Future<Notebook> notebook =
                workers.start(() -> new Notebook(state.last().questions()));
        var history = new History(content, newsroom);
        Assembly assembly = Assembly.of(newsroom, history, options, state, workers, problems);
        Future<?> examining = workers.begin(() -> assembly.check(newsroom, theme, problems));
        Newspaper paper = assembly.paper();
        if (options.guarded()) {
            history.guard(paper, problems);
        }
        var room = PressRoom.of(assembly, newsroom, theme);
        var printing = new Printing(room, state, workers, progress, problems, notebook);
        Plan plan = assembly.plan(newsroom, theme, problems);
        Set<String> brokenAddresses = RootLinks.check(paper, newsroom, assembly.releases(), plan, problems);
        Proofs proofs = checking
                ? new Proofs(content, newsroom, paper, assembly.releases(), plan, brokenAddresses, options.now())
                : null;
        Workers.await(examining);
        var told = problems.inOrder();
        Timetable timetable = assembly.timetable(options);
        BuildReport report = print(
                plan,
                printing,
                proofs,
                state,
                workers,
                newsroom.site(),
                new Tally(start).of(newsroom, assembly.releases()).of(timetable).startedAnew(state.isStartedAnew()));
        if (report.committed() && !FullDisk.isTold(problems)) {
            Instant until = assembly.until(timetable);
            memory.inventory(report.inventory());
            receipts.ifPresent(all -> afterwards(() -> all.keep(printing.receipt(), report, until, newsroom)));
            // What could not be made is told only by a round that tries it again.
            if (memory.isLasting() && !state.hasMoved() && printing.printed().hasAll(plan)) {
                var issue = Issue.of(options, until, timetable, newsroom, assembly, told, plan);
                memory.round(
                        LastRound.of(issue, theme, unread, printing.weighing(plan), printing, state.left(), report));
            }
        }
        return report;
    }

    private LayeredFolder templates() {
        return new LayeredFolder(
                List.of(options.site().resolve("templates"), options.home().resolve("templates")));
    }

    /** What was told so far, by file and line. */
    public List<Problem> problems() {
        return problems.inOrder();
    }

    /** When the paper changes by itself, without making it: empty if it has no settings to read it by. */
    public Optional<Timetable> timetable() {
        return look((paper, newsroom, releases) -> Assembly.timetable(paper, releases, options));
    }

    /**
     * Writes down in {@code content/_history/} what readers have of each article at this moment.
     *
     * @return how many versions were added to those kept; empty if the paper has no settings to read it by
     */
    public Optional<Integer> record() {
        return look((paper, newsroom, releases) ->
                new History(content, newsroom).record(paper, options.site().resolve("content"), problems));
    }

    /** What may be told of a paper that is read and assembled, but not made. */
    private interface Reading<T> {
        T at(Newspaper paper, Newsroom newsroom, List<Release> releases);
    }

    private <T> Optional<T> look(Reading<T> reading) {
        try (var workers = new Workers(options.threads());
                State passing = State.passing(workers)) {
            Future<Theme> loading = workers.start(() -> memory.theme(templates()));
            Optional<Newsroom> read = new Intake(content, loading, options, workers, passing, progress, problems)
                    .read(content.walk(problems));
            return read.map(newsroom -> {
                List<Release> releases = Assembly.release(newsroom, options, problems);
                return reading.at(
                        Assembly.paper(newsroom, releases, Set.of(), options, workers::later), newsroom, releases);
            });
        }
    }

    private BuildReport print(
            Plan plan,
            Printing printing,
            @Nullable Proofs proofs,
            State state,
            Workers workers,
            Site site,
            Tally tally) {
        OutputTree output = output(proofs);
        printing.print(plan, output);
        Printed printed = printing.printed();
        // What could not be made is left out, as a clean build would.
        Set<OutputPath> all = printed.published();
        if (proofs != null) {
            fixes = proofs.read(new TreeSet<>(all), problems);
        }
        int removed = output.removeAllBut(all);
        boolean free = output.tellForeign(problems);
        Weighing weighing = printing.weighing(plan);
        weighing.check(printing.room().newsroom().hosting().budget(), problems);
        boolean commit =
                free && !options.dryRun() && (options.keepGoing() || !Tally.isBroken(problems, options.strict()));
        Runnable keeping = () -> {};
        if (commit && removed == 0 && printing.isAsBefore()) {
            // Nothing is new, neither for readers nor for the next build.
            output.discard();
            state.stays();
        } else if (commit) {
            keeping = commit(output, printing, state);
        } else {
            output.discard();
        }
        if (commit) {
            // Readers have the paper already: what cannot be kept is missed by the next build alone.
            Future<?> beside = workers.begin(() -> afterwards(() -> new Beside(options)
                    .write(
                            printing.room().beside(plan.beside(), printed.inlineCode(), problems),
                            ChangesFile.of(output),
                            site.url())));
            afterwards(keeping);
            Workers.await(beside);
        }
        return tally.of(weighing.weights())
                .report(
                        plan.outputs().size() + printed.companions().paths().size(),
                        output,
                        printing,
                        removed,
                        problems,
                        commit);
    }

    /**
     * Lets readers see the paper.
     *
     * @return keeps what was learnt for the next build
     */
    private Runnable commit(OutputTree output, Printing printing, State state) {
        NextLedger next = printing.ledger(state.opened());
        Companions companions = printing.printed().companions();
        Optional<Ledger.Change> change = next.change();
        if (change.isPresent() && state.setAside()) {
            boolean same = !companions.hasCaughtUp() && !companions.isOther(output.staged());
            output.commit();
            return () -> state.append(change.get(), next.ledger(), same ? null : companions.imprints());
        }
        state.forget();
        output.commit();
        return () -> state.keep(next.ledger(), companions.imprints());
    }

    /** Readers have the paper already: what cannot be kept is missed by the next build alone. */
    private void afterwards(Runnable keep) {
        FullDisk.afterPublishing(options.output(), problems, keep);
    }

    private OutputTree output(@Nullable Proofs proofs) {
        Path folder = options.site().resolve(STATE);
        if (proofs != null) {
            return OutputTree.dry(options.output(), folder, proofs::see);
        }
        if (options.dryRun()) {
            return OutputTree.dry(options.output(), folder);
        }
        staged = new OutputTree(options.output(), folder);
        return staged;
    }
}
