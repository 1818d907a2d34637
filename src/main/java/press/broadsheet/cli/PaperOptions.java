package press.broadsheet.cli;

import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that makes the paper is told: which paper, at which moment, and how much to say. */
final class PaperOptions {
    @CommandLine.Mixin
    private Moment moment = new Moment();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The folder that has content/ (default: this one).")
    private Path site = Path.of(".");

    @Option(names = "--drafts", description = "Take drafts and pieces in review for published.")
    private boolean drafts;

    @Option(names = "--future", description = "Take pieces under embargo and pieces dated later for published.")
    private boolean future;

    @Option(names = "--strict", description = "Take warnings for errors.")
    private boolean strict;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell errors only.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell also every article that is held back, and why.")
    private boolean verbose;

    Path site() {
        return site;
    }

    Instant moment() {
        return moment.instant();
    }

    boolean drafts() {
        return drafts;
    }

    boolean future() {
        return future;
    }

    boolean strict() {
        return strict;
    }

    boolean quiet() {
        return quiet;
    }

    Verdict verdict(Console console) {
        return new Verdict(console, site, strict, quiet, verbose);
    }
}
