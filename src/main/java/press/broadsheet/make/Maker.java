package press.broadsheet.make;

import press.broadsheet.desk.NewsDesk;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;

/**
 * Makes one kind of output. Stateless or thread-safe, and pure: the same output and the same answers of the desk give the
 * same bytes.
 */
@FunctionalInterface
public interface Maker<O extends Output> {
    /**
     * The bytes of a file to be published.
     *
     * @param desk speaks for the output's edition; for what is published once, for any
     */
    byte[] make(O output, NewsDesk desk, Problems problems);
}
