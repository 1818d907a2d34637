package press.broadsheet.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param beside what is made beside the published folder; null if it need not be
 * @param inOrder all, as they are planned
 * @param book to plan the next round by; null if that must begin anew
 */
record NextPlan(
        Map<OutputPath, Output> all,
        List<Output> come,
        List<Output> gone,
        List<Output> hostFiles,
        @Nullable List<Output.HostFile> beside,
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
        Issue issue = last.issue();
        boolean wasClear = issue.told().stream().noneMatch(problem -> problem.code() instanceof AddressFault);
        if (isPreview && wasClear && same.isComplete()) {
            KeptPlan known = issue.book();
            KeptPlan book = known == null ? new KeptPlan(issue.planned().values()) : known;
            var change = book.after(assembly.paper(), same.differences(), assembly.materials(newsroom, last.theme()));
            if (change.isPresent()) {
                var come = new HashMap<OutputPath, Output>();
                change.get().come().forEach(output -> come.put(output.path(), output));
                Set<OutputPath> gone = paths(change.get().gone());
                gone.removeAll(come.keySet());
                return new NextPlan(
                        PatchedMap.of(issue.planned(), come, gone),
                        change.get().come(),
                        change.get().gone(),
                        book.hostFiles(),
                        null,
                        () -> assembly.plan(newsroom, last.theme(), new Problems())
                                .outputs(),
                        book);
            }
        }
        return of(issue, assembly.plan(newsroom, last.theme(), problems), isPreview);
    }

    /** Where nothing is planned in another way. */
    static NextPlan same(Issue issue) {
        Map<OutputPath, Output> all = issue.planned();
        return new NextPlan(all, List.of(), List.of(), List.of(), null, all::values, issue.book());
    }

    private static NextPlan of(Issue issue, Plan plan, boolean isPreview) {
        var all = HashMap.<OutputPath, Output>newHashMap(plan.outputs().size());
        plan.outputs().forEach(output -> all.put(output.path(), output));
        var gone = new ArrayList<Output>();
        issue.planned().forEach((path, output) -> {
            if (!output.equals(all.get(path))) {
                gone.add(output);
            }
        });
        List<Output> come = plan.outputs().stream()
                .filter(output -> !output.equals(issue.planned().get(output.path())))
                .toList();
        List<Output> hostFiles = plan.outputs().stream()
                .filter(Output.HostFile.class::isInstance)
                .toList();
        return new NextPlan(all, come, gone, hostFiles, isPreview ? null : plan.beside(), plan::outputs, null);
    }

    private static Set<OutputPath> paths(List<Output> outputs) {
        return outputs.stream().map(Output::path).collect(Collectors.toSet());
    }

    /** What is made beside the published folder; empty if it is as it was, or nobody is to have it. */
    Optional<List<Output.HostFile>> hostRules() {
        return Optional.ofNullable(beside);
    }

    /** The files that are not planned any more. */
    Set<OutputPath> lost() {
        Set<OutputPath> lost = paths(gone);
        lost.removeIf(all::containsKey);
        return lost;
    }
}
