package press.broadsheet.build;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Written;
import press.broadsheet.files.OutputPath;
import press.broadsheet.plan.Output;

/**
 * Makes what is planned in another way than in the last round, and what was given another answer then. Nobody looks whether
 * all else is still there. For one build.
 */
final class ArticlePrinting {
    /** So few questions are asked sooner than others are told to. */
    private static final int FEW = 200;

    private final LastRound last;

    /** What was kept of the last round; it has the numbers of the notebook. */
    private final Ledger ledger;

    private final PrintRun run;
    private final Printed printed;
    private final Map<OutputPath, String> reasons = new LinkedHashMap<>();

    ArticlePrinting(LastRound last, PrintRun run) {
        this.last = last;
        this.ledger = last.ledger();
        this.run = run;
        this.printed = run.printed();
    }

    /**
     * Stages it.
     *
     * @param same which answers are surely as they were
     * @return empty if more would have to be made again
     */
    Optional<Remade> print(NextPlan plan, SameAnswers same) {
        QuestionIndex index = printed.questions(ledger, same.isAlone());
        Map<Integer, Written> changed = otherAnswers(index.open(same, ledger));
        var numbers = new BitSet();
        changed.keySet().forEach(numbers::set);
        boolean isShared = last.shared().intersects(numbers);
        var staleness = new StalePages(ledger, isShared ? index.withTogether(numbers) : numbers);
        if (isShared) {
            printed.notebook().forgetShared();
        }
        Set<OutputPath> asking =
                printed.asking(staleness.changed(), ledger.questions().size());
        List<Output> toMake = toMake(plan, asking, staleness);
        var others = new HashSet<>(reasons.keySet());
        others.addAll(plan.lost());
        printed.again(others);
        Set<OutputPath> removed = printed.remove(plan.lost());
        boolean isWhole = run.make(toMake);
        List<Output> hostFiles = run.hostFiles(plan.hostFiles()).stream()
                .filter(one -> isStale(one, staleness))
                .toList();
        isWhole &= run.make(hostFiles);
        List<OutputPath> replaced = reasons.keySet().stream()
                .filter(last.issue().planned()::containsKey)
                .toList();
        return isWhole && printed.companions().hasSameFiles(replaced)
                ? Optional.of(run.remade(reasons, changed, removed, ledger))
                : Optional.empty();
    }

    /** @param asking files that were given an answer which is another now */
    private List<Output> toMake(NextPlan plan, Set<OutputPath> asking, StalePages staleness) {
        var candidates = new TreeSet<>(asking);
        plan.come().forEach(one -> candidates.add(one.path()));
        var toMake = new ArrayList<Output>();
        for (OutputPath path : candidates) {
            Output one = plan.all().get(path);
            if (one != null && !(one instanceof Output.HostFile) && isStale(one, staleness)) {
                toMake.add(one);
            }
        }
        return toMake;
    }

    private boolean isStale(Output planned, StalePages staleness) {
        Optional<String> reason = staleness.why(planned, run.room()::identity, path -> true);
        reason.ifPresent(words -> reasons.put(planned.path(), words));
        return reason.isPresent();
    }

    /**
     * Today's answers that are others than the last, by number.
     *
     * @param open the questions of which that may be so
     */
    private Map<Integer, Written> otherAnswers(BitSet open) {
        PressRoom room = run.room();
        List<Integer> numbers = open.stream().boxed().toList();
        List<Written> now = numbers.size() < FEW
                ? numbers.stream().map(number -> room.answer(number, ledger)).toList()
                : run.workers().map(numbers, number -> room.answer(number, ledger), done -> {});
        var others = new TreeMap<Integer, Written>();
        for (int i = 0; i < numbers.size(); i++) {
            if (!now.get(i).equals(ledger.answers().get(numbers.get(i)))) {
                others.put(numbers.get(i), now.get(i));
            }
        }
        return others;
    }
}
