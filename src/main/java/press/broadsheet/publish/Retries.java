package press.broadsheet.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Tries again what may pass, and waits twice as long each time.
 *
 * @param attempts how often it is tried at most; at least 1
 * @param pause before the second attempt
 * @param rest waits
 */
record Retries(int attempts, Duration pause, Rest rest) {
    Retries(int attempts, Duration pause) {
        this(attempts, pause, Retries::sleep);
    }

    /** Lets time pass. */
    interface Rest {
        void of(Duration time) throws IOException;
    }

    /** Something that can be tried again from its beginning. */
    interface Attempt<T> {
        T make() throws IOException;
    }

    <T> T of(Attempt<T> attempt) throws IOException {
        Duration wait = pause;
        for (int left = attempts - 1; ; left--) {
            try {
                return attempt.make();
            } catch (TargetFailure refused) {
                throw refused;
            } catch (IOException e) {
                if (left <= 0) {
                    throw e;
                }
                rest.of(wait);
                wait = wait.multipliedBy(2);
            }
        }
    }

    private static void sleep(Duration wait) throws IOException {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting to try again");
        }
    }
}
