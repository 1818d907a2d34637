package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private final List<Duration> waits = new ArrayList<>();
    private int attempts;

    private String third() throws IOException {
        attempts++;
        if (attempts < 3) {
            throw new IOException("busy");
        }
        return "done";
    }

    @Test
    void whatMayPassIsTriedAgainAfterLongerAndLongerWaits() throws IOException {
        assertEquals("done", new Retries(4, Duration.ofMillis(500), waits::add).of(this::third));
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1)), waits);
    }

    @Test
    void afterSoManyAttemptsItIsGivenUp() {
        assertThrows(IOException.class, () -> new Retries(2, Duration.ofMillis(500), waits::add).of(this::third));
        assertEquals(2, attempts);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        assertThrows(
                TargetFailure.class,
                () -> new Retries(4, Duration.ZERO, waits::add).of(() -> {
                    attempts++;
                    throw new TargetFailure("no", "");
                }));
        assertEquals(1, attempts);
    }
}
