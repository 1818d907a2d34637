package press.broadsheet.serve;

import java.io.IOException;
import java.time.Duration;

/** Tells that something has changed in the watched folders; what it was, the build finds out by itself. For one thread. */
interface Signals extends AutoCloseable {
    /**
     * Waits until something has changed since the last call returned true.
     *
     * @param longest how long at most; null without end
     * @return whether something has changed
     */
    boolean await(@org.jspecify.annotations.Nullable Duration longest) throws InterruptedException;

    @Override
    void close() throws IOException;
}
