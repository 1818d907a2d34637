package press.broadsheet.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import press.broadsheet.text.Nearest;

/** {@code broadsheet explain}: what the guide says about a problem. */
@CommandLine.Command(
        name = "explain",
        description = "Tells what a problem means and what to do about it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "CODE",
            description = "The problem's or the check's name, for example unknown-section or double-word.")
    private String code = "";

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var guide = ProblemGuide.load();
        Optional<String> section = guide.section(code);
        if (section.isEmpty()) {
            throw new CommandLine.ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "There is no problem \"" + Plain.of(code) + "\". "
                            + Nearest.of(code, guide.codes())
                                    .map(near -> "Did you mean \"" + near + "\"?")
                                    .orElse("A check tells their names."));
        }
        console.out().println(console.colours().bold(code));
        console.out().println();
        section.get()
                .lines()
                .filter(line -> !line.startsWith("```"))
                .forEach(line -> console.out().println(line));
        console.out().flush();
        return Exit.GOOD;
    }
}
