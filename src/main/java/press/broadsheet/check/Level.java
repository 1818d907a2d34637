package press.broadsheet.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import press.broadsheet.problem.Problem;

/** How much a rule's findings weigh. */
public enum Level {
    OFF,
    NOTE,
    WARNING,
    ERROR;

    /** As it is written in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Level> of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Level::word).toList();
    }

    /** That of a problem; a rule that is off tells none. */
    Problem.Severity severity() {
        return switch (this) {
            case OFF, NOTE -> Problem.Severity.NOTE;
            case WARNING -> Problem.Severity.WARNING;
            case ERROR -> Problem.Severity.ERROR;
        };
    }
}
