package press.broadsheet.plan;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;

/**
 * Every file that will be published.
 *
 * @param outputs no two of one path; in the order in which they were planned: pages first, what many pages share last
 * @param beside what is made beside the published folder and never in it, because no reader may have it
 */
public record Plan(List<Output> outputs, List<Output.HostFile> beside) {
    public Plan {
        outputs = List.copyOf(outputs);
        beside = List.copyOf(beside);
    }

    /** With nothing beside the published folder. */
    public Plan(List<Output> outputs) {
        this(outputs, List.of());
    }

    /**
     * Pages at whose addresses there was something that is gone: notices of withdrawal, and what {@code redirects.yaml}
     * says is gone. A host that can should answer 410 with them.
     */
    public Set<OutputPath> gone() {
        var gone = new TreeSet<OutputPath>();
        for (Output output : outputs) {
            if (output instanceof Output.Page page
                    && (page.subject() instanceof Subject.Withdrawn
                            || (page.subject() instanceof Subject.Missing
                                    && !page.path().path().endsWith("404.html")))) {
                gone.add(page.path());
            }
        }
        return Collections.unmodifiableSet(gone);
    }

    public Set<OutputPath> paths() {
        var paths = new TreeSet<OutputPath>();
        outputs.forEach(output -> paths.add(output.path()));
        return Collections.unmodifiableSet(paths);
    }
}
