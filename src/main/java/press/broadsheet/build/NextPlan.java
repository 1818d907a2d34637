package press.broadsheet.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.broadsheet.files.OutputPath;
import press.broadsheet.plan.AddressFault;
import press.broadsheet.plan.KeptPlan;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.PatchedMap;

/**
 * What is planned after articles were touched, and what of it is other than in the last round.
 *
 * @param all by path
 * @param come what is new, or planned in another way
 * @param gone what was planned, and is not as it was
 * @param hostFiles what hosts look for, without what they are told of pages
 * @param beside what is made beside the published folder; nothing of a preview
 * @param inOrder all, as they are planned
 * @param book to plan the next round by; null if that must begin anew
 */
record NextPlan(
        Map<OutputPath, Output> all,
        List<Output> come,
        List<Output> gone,
        List<Output> hostFiles,
        List<Output.HostFile> beside,
        Supplier<Collection<Output>> inOrder,
        @Nullable KeptPlan book) {

    /** @param same what is other in the paper */
    static NextPlan of(
            LastRound last,
            Assembly assembly,
            Newsroom newsroom,
            SameAnswers same,
            boolean isPreview,
            Problems problems) {
        // Of what was told of the last plan nobody knows whether it still holds.
        boolean wasClear = last.told().stream().noneMatch(problem -> problem.code() instanceof AddressFault);
        if (isPreview && wasClear && same.isComplete()) {
            KeptPlan known = last.book();
            KeptPlan book = known == null ? new KeptPlan(last.planned().values()) : known;
            var change = book.after(assembly.paper(), same.differences(), assembly.materials(newsroom, last.theme()));
            if (change.isPresent()) {
                var come = new HashMap<OutputPath, Output>();
                change.get().come().forEach(output -> come.put(output.path(), output));
                Set<OutputPath> gone = paths(change.get().gone());
                gone.removeAll(come.keySet());
                return new NextPlan(
                        PatchedMap.of(last.planned(), come, gone),
                        change.get().come(),
                        change.get().gone(),
                        book.hostFiles(),
                        List.of(),
                        () -> assembly.plan(newsroom, last.theme(), new Problems())
                                .outputs(),
                        book);
            }
        }
        return of(last, assembly.plan(newsroom, last.theme(), problems));
    }

    private static NextPlan of(LastRound last, Plan plan) {
        var all = HashMap.<OutputPath, Output>newHashMap(plan.outputs().size());
        plan.outputs().forEach(output -> all.put(output.path(), output));
        var gone = new ArrayList<Output>();
        last.planned().forEach((path, output) -> {
            if (!output.equals(all.get(path))) {
                gone.add(output);
            }
        });
        List<Output> come = plan.outputs().stream()
                .filter(output -> !output.equals(last.planned().get(output.path())))
                .toList();
        List<Output> hostFiles = plan.outputs().stream()
                .filter(Output.HostFile.class::isInstance)
                .toList();
        return new NextPlan(all, come, gone, hostFiles, plan.beside(), plan::outputs, null);
    }

    private static Set<OutputPath> paths(List<Output> outputs) {
        return outputs.stream().map(Output::path).collect(Collectors.toSet());
    }

    /** The files that are not planned any more. */
    Set<OutputPath> lost() {
        Set<OutputPath> lost = paths(gone);
        lost.removeIf(all::containsKey);
        return lost;
    }
}
