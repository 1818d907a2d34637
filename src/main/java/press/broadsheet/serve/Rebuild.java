package press.broadsheet.serve;

import java.time.Instant;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Touched;

/** Makes the previewed folder anew. All that the preview knows of building; asked by one thread at a time. */
@FunctionalInterface
public interface Rebuild {
    /**
     * Brings the previewed folder up to the newsroom's files.
     *
     * @param now the moment that the paper shows
     * @param keepGoing whether what can be made is shown although something is broken; else a broken paper leaves the
     *     folder as it is
     * @param touched since it was made anew the last time
     */
    BuildReport run(Instant now, boolean keepGoing, Touched touched);
}
