package press.broadsheet.build;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.Notebook;
import press.broadsheet.files.OutputPath;
import press.broadsheet.plan.Output;

/**
 * What is other in the printed paper after a round in which some files were made and all others let be.
 *
 * @param reasons why each was made that was made, in words
 * @param answers that are others, by number
 * @param questions that were not asked before
 * @param newAnswers to them
 * @param made files that were made, for the first time or again
 * @param removed files that are not planned any more, and what lay beside them
 */
record Remade(
        Map<OutputPath, String> reasons,
        Map<Integer, Written> answers,
        List<Notebook.Entry> questions,
        List<Written> newAnswers,
        Map<OutputPath, Ledger.Made> made,
        Set<OutputPath> removed) {

    /**
     * What is other in the ledger.
     *
     * @param sources that were read again
     * @param lost what is no more
     */
    Ledger.Change change(Map<String, Ledger.Kept> sources, Ledger.Lost lost) {
        return new Ledger.Change(sources, answers, questions, newAnswers, made, lost);
    }

    /**
     * What pages weigh now.
     *
     * @param before what they weighed
     * @param basePath under which the paper stands
     */
    Weighing weighing(Weighing before, NextPlan plan, Printed printed, String basePath) {
        var others = new HashSet<>(made.keySet());
        plan.gone().forEach(output -> others.add(output.path()));
        List<Output> planned = others.stream()
                .filter(plan.all()::containsKey)
                .map(path -> Objects.requireNonNull(plan.all().get(path)))
                .toList();
        // What pages load weighs in each of them.
        boolean isLoaded = planned.stream().anyMatch(Output.Asset.class::isInstance)
                || plan.gone().stream().anyMatch(Output.Asset.class::isInstance);
        return isLoaded
                ? printed.weighing(plan.all().values(), basePath)
                : before.with(others, planned, printed.companions(), basePath, printed::size);
    }
}
