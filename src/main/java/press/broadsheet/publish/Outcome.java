package press.broadsheet.publish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import press.broadsheet.files.OutputPath;

/**
 * What a deployment did.
 *
 * @param difference what there was to do
 * @param sent what was sent, in the order in which it arrived
 * @param removed what was taken away
 * @param bytes how many were sent
 * @param other what is known of the other deployment because of which this one was not begun
 * @param failure why it was not completed
 */
public record Outcome(
        Difference difference,
        List<OutputPath> sent,
        List<OutputPath> removed,
        long bytes,
        Optional<String> other,
        Optional<IOException> failure) {

    /** Whether the target now holds the site. */
    public boolean isComplete() {
        return other.isEmpty() && failure.isEmpty();
    }

    /** What was to be sent and was not, in order of path. */
    public List<OutputPath> unsent() {
        var all = new TreeSet<OutputPath>();
        difference.toSend().forEach(file -> all.add(file.path()));
        sent.forEach(all::remove);
        return List.copyOf(all);
    }
}
