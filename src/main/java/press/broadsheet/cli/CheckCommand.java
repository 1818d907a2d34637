package press.broadsheet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Progress;

/** {@code broadsheet check}: makes the whole paper, writes none of it, and reads it a second time. */
@CommandLine.Command(
        name = "check",
        description = "Makes the whole paper, writes nothing, and tells what is wrong: all that a build tells, and what"
                + " a second reader finds.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin
    private PaperOptions paper = new PaperOptions();

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Option(
            names = "--fix",
            description = "First mend what is certain, in the files of content/; every change is shown as a diff.")
    private boolean fix;

    @Option(names = "--dry-run", description = "With --fix: show the diff and change no file.")
    private boolean dryRun;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people; json; sarif (SARIF 2.1.0, which code hosts show beside the lines).")
    private Format format = Format.TEXT;

    /** How findings are told. */
    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (dryRun && !fix) {
            throw new CommandLine.ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "--dry-run says what --fix would do: give both. A check without --fix changes nothing anyway.");
        }
        if (fix) {
            // What other programs read must hold nothing else.
            var told = format == Format.TEXT ? console.out() : console.err();
            var mending = new Mending(paper.site(), told, console.colours(), dryRun);
            mending.quote();
            mending.apply(check(Progress.NONE).fixes());
            mending.tell();
        }
        var progress = new ProgressLine(console, paper.quiet() || format != Format.TEXT);
        BuildReport done = check(progress).report();
        progress.clear();
        switch (format) {
            case TEXT -> paper.verdict(console).tell(done);
            case JSON -> console.out().println(ReportJson.of(done));
            case SARIF -> console.out().println(new SarifReport(paper.site()).of(done.problems()));
        }
        console.out().flush();
        return Exit.of(done, paper.strict());
    }

    private Build.Checked check(Progress progress) {
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
        return new Build(options, progress).check();
    }
}
