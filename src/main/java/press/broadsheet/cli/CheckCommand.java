package press.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;

/** {@code broadsheet check}: makes the whole paper and writes none of it. */
@CommandLine.Command(
        name = "check",
        description = "Makes the whole paper, writes nothing, and tells what is wrong.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin
    private Moment moment = new Moment();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The folder that has content/ (default: this one).")
    private Path site = Path.of(".");

    @Option(names = "--fix", description = "First put quotation marks where YAML needs them, and show each change.")
    private boolean fix;

    @Option(names = "--drafts", description = "Check drafts and pieces in review as if they were published.")
    private boolean drafts;

    @Option(names = "--future", description = "Check pieces under embargo and pieces dated later, too.")
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

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (fix) {
            new QuoteFix(site, console).run();
        }
        var options = new BuildOptions(
                site,
                console.home(),
                site.resolve("public"),
                null,
                moment.instant(),
                drafts,
                future,
                strict,
                true,
                true,
                Runtime.getRuntime().availableProcessors());
        var progress = new ProgressLine(console, quiet);
        BuildReport done = new Build(options, progress).run();
        progress.clear();
        new Verdict(console, site, strict, quiet, verbose).tell(done);
        return done.failed(strict) ? Exit.PROBLEMS : Exit.GOOD;
    }
}
