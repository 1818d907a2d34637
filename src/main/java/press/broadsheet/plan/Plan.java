package press.broadsheet.plan;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import press.broadsheet.files.OutputPath;

/**
 * Every file that will be published.
 *
 * @param outputs no two of one path; in the order in which they were planned: pages first, what many pages share last
 */
public record Plan(List<Output> outputs) {
    public Plan {
        outputs = List.copyOf(outputs);
    }

    public Set<OutputPath> paths() {
        var paths = new TreeSet<OutputPath>();
        outputs.forEach(output -> paths.add(output.path()));
        return Collections.unmodifiableSet(paths);
    }
}
