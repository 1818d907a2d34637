package press.broadsheet.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.LetterCase;

/** Gathers outputs and refuses a second one for the same address, also if it differs by letter case only. */
final class OutputList {
    private final Function<Output, Place> where;
    private final Problems problems;
    private final List<Output> outputs = new ArrayList<>();
    private final Map<String, Output> byPath = new HashMap<>();
    /** Folders that planned files stand in, each with one of them. */
    private final Map<String, Output> folders = new HashMap<>();

    /** @param where somebody who must mend it finds what an output's address is made from */
    OutputList(Function<Output, Place> where, Problems problems) {
        this.where = where;
        this.problems = problems;
    }

    /** Whether it was taken; if not, that is told. */
    boolean add(Output output) {
        String key = LetterCase.fold(output.path().path());
        Output other = byPath.putIfAbsent(key, output);
        if (other == null) {
            other = folders.get(key);
        }
        for (int slash = key.lastIndexOf('/'); slash > 0 && other == null; slash = key.lastIndexOf('/', slash - 1)) {
            String folder = key.substring(0, slash);
            other = byPath.get(folder);
            if (other == null && folders.putIfAbsent(folder, output) != null) {
                break;
            }
        }
        if (other == null) {
            outputs.add(output);
            return true;
        }
        problems.add(
                AddressFault.SAME_ADDRESS_TWICE,
                where.apply(output),
                "/" + output.path() + " would be published twice: from this file and from " + other.place() + ".",
                "Give one of them another slug, address or alias.");
        return false;
    }

    /** Whether something is planned there. */
    boolean has(OutputPath path) {
        return byPath.containsKey(LetterCase.fold(path.path()));
    }

    List<Output> all() {
        return outputs;
    }
}
