package press.broadsheet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
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
    private PaperOptions paper = new PaperOptions();

    @Option(names = "--fix", description = "First put quotation marks where YAML needs them, and show each change.")
    private boolean fix;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (fix) {
            new QuoteFix(paper.site(), console).run();
        }
        var options = new BuildOptions(
                paper.site(),
                console.home(),
                paper.site().resolve("public"),
                null,
                paper.moment(),
                paper.drafts(),
                paper.future(),
                paper.strict(),
                true,
                true,
                Runtime.getRuntime().availableProcessors(),
                true);
        var progress = new ProgressLine(console, paper.quiet());
        BuildReport done = new Build(options, progress).run();
        progress.clear();
        paper.verdict(console).tell(done);
        return done.failed(paper.strict()) ? Exit.PROBLEMS : Exit.GOOD;
    }
}
