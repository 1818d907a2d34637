package press.broadsheet.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option {@code --now}. The only place where the machine's clock is asked. */
final class Moment {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "What counts as now, such as 2026-11-24T08:00:00Z (default: the clock).")
    private @Nullable String now;

    Instant instant() {
        if (now == null) {
            return Instant.now();
        }
        try {
            return OffsetDateTime.parse(now).toInstant();
        } catch (DateTimeParseException e) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--now: \"" + now + "\" is no instant; write it as 2026-11-24T08:00:00Z or with an offset.");
        }
    }
}
