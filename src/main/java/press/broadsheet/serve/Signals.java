package press.broadsheet.serve;

import java.io.IOException;
import java.time.Duration;
import press.broadsheet.build.Touched;

/** Tells that something has changed in the watched folders. For one thread. */
interface Signals extends AutoCloseable {
    /**
     * Waits until something has changed since the last call returned true.
     *
     * @param longest how long at most; null without end
     * @return whether something has changed
     */
    boolean await(@org.jspecify.annotations.Nullable Duration longest) throws InterruptedException;

    /** What has changed since this was last asked, as far as that is known. */
    Touched touched();

    @Override
    void close() throws IOException;
}
