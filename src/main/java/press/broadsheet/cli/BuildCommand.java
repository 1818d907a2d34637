package press.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;

/** {@code broadsheet build}. */
@CommandLine.Command(
        name = "build",
        description = "Makes the whole paper from content/ into a folder of static files.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BuildCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @CommandLine.Mixin
    private PaperOptions paper = new PaperOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to publish (default: SITE/public).")
    private @Nullable Path output;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            converter = BaseAddress.class,
            description = "The paper's address, instead of the settings'.")
    private @Nullable URI baseUrl;

    @Option(names = "--keep-going", description = "Publish what can be made, leave out only what is broken.")
    private boolean keepGoing;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work (default: one for each core).")
    private int threads;

    @Option(names = "--why", description = "Tell of each file that was made again, why.")
    private boolean why;

    @Option(
            names = "--explain",
            paramLabel = "PATH",
            description = "Tell why one file of the paper was made again, or was not, such as world/index.html.")
    private @Nullable String explain;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was done, as JSON.")
    private @Nullable Path report;

    BuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        OptionalInt elsewhere = LargePaper.build(paper.site(), console.home(), arguments());
        return elsewhere.isPresent() ? elsewhere.getAsInt() : build();
    }

    private List<String> arguments() {
        return Objects.requireNonNull(spec)
                .root()
                .commandLine()
                .getParseResult()
                .originalArgs();
    }

    private int build() throws IOException {
        BuildOptions options = new BuildOptions(
                paper.site(),
                console.home(),
                output == null ? paper.site().resolve("public") : output,
                baseUrl,
                paper.moment(),
                paper.drafts(),
                paper.future(),
                paper.strict(),
                keepGoing,
                false,
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        var progress = new ProgressLine(console, paper.quiet());
        BuildReport done = new Build(options, progress).run();
        progress.clear();
        paper.verdict(console).tell(done);
        TimetableFile.write(paper.site(), options.now(), done);
        if (why || explain != null) {
            new Reasons(done, console.out()).tell(explain);
        }
        if (report != null) {
            Files.writeString(report, ReportJson.of(done));
        }
        return Exit.of(done, paper.strict());
    }
}
