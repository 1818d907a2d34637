package press.broadsheet.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.Progress;

/** {@code broadsheet record}. */
@CommandLine.Command(
        name = "record",
        description =
                "Writes down in content/_history/ what readers have of each article now, as every deployment does.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RecordCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin
    private PaperOptions paper = new PaperOptions();

    RecordCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        // What readers cannot see is never written down, whatever else this command is told.
        var options = new BuildOptions(
                paper.site(),
                console.home(),
                paper.site().resolve("public"),
                null,
                paper.moment(),
                false,
                false,
                paper.strict(),
                true,
                true,
                Runtime.getRuntime().availableProcessors());
        var build = new Build(options, Progress.NONE);
        Optional<Integer> added = build.record();
        if (added.isEmpty()) {
            new ProblemPrinter(paper.site(), console.err(), console.colours()).print(build.problems());
            return Exit.PROBLEMS;
        }
        if (!paper.quiet()) {
            console.out().println("Recorded what readers have; versions added: " + added.get() + ".");
        }
        return Exit.GOOD;
    }
}
