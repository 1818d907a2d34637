package press.broadsheet.build;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.Notebook;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.plan.InlineCode;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Fingerprint;

/**
 * One run of the press: makes files, stages them, and writes down what each was made from. Which are to be made, and why,
 * others say.
 *
 * @param printed where it is written down
 * @param problems is told what cannot be made
 */
record PrintRun(PressRoom room, Printed printed, Workers workers, Problems problems, OutputTree output) {

    /** Makes files. Whether all could be made. */
    boolean make(List<Output> outputs) {
        return make(outputs, done -> {});
    }

    /** @param progress is told how many are done */
    boolean make(List<Output> outputs, Consumer<Integer> progress) {
        var whole = new AtomicBoolean(true);
        workers.each(
                outputs,
                one -> {
                    if (!make(one)) {
                        whole.set(false);
                    }
                },
                progress);
        return whole.get();
    }

    private boolean make(Output planned) {
        var told = new Problems();
        var desk = room.deskOf(planned, printed.notebook());
        Optional<byte[]> bytes = room.make(planned, desk, told);
        bytes.ifPresent(some -> {
            output.write(planned.path(), some);
            printed.companions().made(planned.path(), some, output);
            printed.put(
                    planned.path(),
                    new Ledger.Made(
                            room.identity(planned), some.length, desk.needs(), told.inOrder(), Fingerprint.of(some)));
        });
        problems.addAll(told.inOrder());
        return bytes.isPresent();
    }

    /** Those of the files that are for hosts, told what pages hold; after all pages are made. */
    List<Output> hostFiles(Collection<Output> planned) {
        List<Output.HostFile> files = planned.stream()
                .filter(Output.HostFile.class::isInstance)
                .map(Output.HostFile.class::cast)
                .toList();
        if (files.isEmpty()) {
            return List.of();
        }
        InlineCode code = printed.inlineCode();
        return files.stream().map(file -> (Output) file.with(code)).toList();
    }

    /** Today's answers to these questions. */
    List<Written> answers(List<Notebook.Entry> questions) {
        return workers.map(questions, room::answer, done -> {});
    }

    /**
     * What is other now that some files were made and all else was let be.
     *
     * @param reasons of the files that were made
     * @param changed answers that are others than in the last round, by number
     * @param removed files that are not planned any more, and what lay beside them
     * @param last what was kept of that round
     */
    Remade remade(
            Map<OutputPath, String> reasons, Map<Integer, Written> changed, Set<OutputPath> removed, Ledger last) {
        printed.companions().sums(output);
        int known = last.questions().size();
        List<Notebook.Entry> asked = printed.notebook().entries(known);
        return new Remade(
                reasons, changed, asked, answers(asked), printed.remade(reasons.keySet(), known, asked), removed);
    }
}
