package press.broadsheet.build;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.Notebook;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.problem.Problems;

/**
 * Brings a published folder up to a plan, by looking at all of it: makes the files that are stale, leaves the others as they
 * are, and says what the next build may go by. For one build.
 */
final class Printing {
    private final State state;
    private final Workers workers;
    private final Progress progress;
    private final Problems problems;
    private final PressRoom room;
    private final Printed printed;

    /** The answers to all questions of the last build, by their numbers. */
    private final Supplier<List<Written>> today;

    private final Map<OutputPath, String> reasons = new LinkedHashMap<>();
    private volatile boolean foundByBytes;
    private Supplier<Receipt.Files> receipt = () -> Receipt.Files.NONE;

    /** Begins to ask the questions of the last build; others plan the paper meanwhile. */
    Printing(
            PressRoom room,
            State state,
            Workers workers,
            Progress progress,
            Problems problems,
            Future<Notebook> asked) {
        this.room = room;
        this.state = state;
        this.workers = workers;
        this.progress = progress;
        this.problems = problems;
        Ledger last = state.last();
        var companions = new Companions(room.newsroom().hosting(), state.lastImprints(), last.time());
        this.printed = new Printed(Workers.await(asked), companions);
        this.today = workers.begin(last.questions().size(), number -> room.answer(number, last));
    }

    /** Does it; nobody sees it before it is committed. */
    void print(Plan plan, OutputTree output) {
        var staleness = new StalePages(state.last(), today.get());
        var run = new PrintRun(room, printed, workers, problems, output);
        List<Output> allButHostFiles = plan.outputs().stream()
                .filter(planned -> !(planned instanceof Output.HostFile))
                .toList();
        print(allButHostFiles, staleness, run);
        // What hosts are told depends on what pages hold.
        print(run.hostFiles(plan.outputs()), staleness, run);
        printed.companions().sums(output);
        receipt = workers.later(printed::receipt);
    }

    private void print(List<Output> outputs, StalePages staleness, PrintRun run) {
        OutputTree output = run.output();
        List<Optional<String>> why = workers.map(
                outputs, planned -> staleness.why(planned, room::identity, path -> isThere(path, output)), done -> {});
        var toMake = new ArrayList<Output>();
        var toCatchUp = new ArrayList<OutputPath>();
        for (int i = 0; i < why.size(); i++) {
            Output planned = outputs.get(i);
            if (why.get(i).isPresent()) {
                reasons.put(planned.path(), why.get(i).get());
                toMake.add(planned);
            } else {
                keep(planned.path(), output);
                if (!printed.companions().keep(planned.path(), output)) {
                    toCatchUp.add(planned.path());
                }
            }
        }
        run.make(toMake, done -> progress.at("making", done, toMake.size()));
        workers.each(toCatchUp, path -> printed.companions().catchUp(path, output), done -> {});
    }

    /** Whether a published file is what the last build made; where its time does not prove that, its bytes do. */
    private boolean isThere(OutputPath path, OutputTree output) {
        Ledger.Made known = state.last().made().get(path);
        if (known == null || output.has(path, known.size(), state.last().time())) {
            return known != null;
        }
        if (output.holds(path, known.size(), known.print())) {
            foundByBytes = true;
            return true;
        }
        return false;
    }

    private void keep(OutputPath path, OutputTree output) {
        Ledger.Made known = state.last().made().get(path);
        if (known != null) {
            output.keep(path);
            printed.put(path, known);
            problems.addAll(known.problems());
        }
    }

    /** What it makes files with. */
    PressRoom room() {
        return room;
    }

    /** What the published folder has then. */
    Printed printed() {
        return printed;
    }

    /** What the published folder holds then. */
    Receipt.Files receipt() {
        return receipt.get();
    }

    /** Why each file was made that was made. */
    Map<OutputPath, String> reasons() {
        return reasons;
    }

    /** What pages weigh. */
    Weighing weighing(Plan plan) {
        return printed.weighing(plan.outputs(), room.newsroom().site().basePath());
    }

    /** Whether the last build left the same paper, made from the same sources, and knew as much as this one. */
    boolean isAsBefore() {
        Newsroom newsroom = room.newsroom();
        return reasons.isEmpty()
                // What a ledger of today knows by times must not be read again and again.
                && !foundByBytes
                && !printed.companions().hasCaughtUp()
                && printed.paths().size() == state.last().made().size()
                && newsroom.reading().equals(state.last().reading())
                && newsroom.sources().taken().equals(state.last().sources());
    }

    /** Today's. Those of a first build are made when they are written down, since nobody else needs them. */
    private List<Written> answers(List<Notebook.Entry> questions) {
        if (questions.size() > 0 && state.last().questions().isEmpty() && !state.isLasting()) {
            return new OnceRead<>(questions, room::answer);
        }
        var answers = new ArrayList<>(today.get());
        answers.addAll(workers.map(questions.subList(answers.size(), questions.size()), room::answer, done -> {}));
        return answers;
    }

    /** What is made of each of some values whenever somebody reads it. */
    private static final class OnceRead<A, B> extends AbstractList<B> implements RandomAccess {
        private final List<A> values;
        private final Function<A, B> made;

        OnceRead(List<A> values, Function<A, B> made) {
            this.values = values;
            this.made = made;
        }

        @Override
        public B get(int index) {
            return made.apply(values.get(index));
        }

        @Override
        public int size() {
            return values.size();
        }
    }

    /**
     * What this build leaves for the next.
     *
     * @param looked when this build began to look at its sources
     */
    NextLedger ledger(long looked) {
        Newsroom newsroom = room.newsroom();
        List<Notebook.Entry> questions = printed.notebook().entries();
        List<Written> answers = answers(questions);
        var now = new Ledger(
                newsroom.reading(),
                looked,
                0,
                0,
                newsroom.sources().taken(),
                questions,
                answers,
                state.isLasting() ? new HashMap<>(printed.made()) : printed.made());
        NextLedger next = NextLedger.of(state.last(), now, state.isCrowded(now.bytes()));
        if (next.isRenumbered()) {
            printed.renumbered();
        }
        return next;
    }
}
