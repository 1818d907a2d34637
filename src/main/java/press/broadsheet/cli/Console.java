package press.broadsheet.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Where a command reads from and speaks to.
 *
 * @param home the app's folder
 * @param clock tells nanoseconds since any time: how long a person has been waiting
 */
record Console(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Terminal watched,
        Map<String, String> environment,
        Path home,
        LongSupplier clock) {

    /** With the machine's clock. */
    Console(
            InputStream in,
            PrintWriter out,
            PrintWriter err,
            Terminal watched,
            Map<String, String> environment,
            Path home) {
        this(in, out, err, watched, environment, home, System::nanoTime);
    }

    /** Which streams a person watches as they are written. */
    enum Terminal {
        NONE,
        ERR,
        BOTH;

        static Terminal named(String name) {
            for (Terminal terminal : values()) {
                if (terminal.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return terminal;
                }
            }
            return NONE;
        }
    }

    /** Whether progress can be drawn. */
    boolean terminal() {
        return watched != Terminal.NONE && !environment.containsKey("CI");
    }

    Colours colours() {
        return Colours.of(watched == Terminal.BOTH, environment);
    }
}
