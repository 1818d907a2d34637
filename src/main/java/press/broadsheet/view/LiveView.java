package press.broadsheet.view;

import org.jspecify.annotations.Nullable;

/**
 * How far a report from an event has come.
 *
 * @param state {@code active}, {@code paused} or {@code archived}
 * @param label the state in the paper's language
 * @param start when it began
 * @param end when it ended; null while it goes on
 */
public record LiveView(
        String state,
        String label,
        DateView start,
        @Nullable DateView end) {}
