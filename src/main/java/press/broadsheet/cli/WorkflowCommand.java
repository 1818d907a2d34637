package press.broadsheet.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code broadsheet new workflow}: prints how a machine publishes the paper without anybody's doing. */
@CommandLine.Command(
        name = "workflow",
        description =
                "Prints how another machine builds and deploys the paper: at every change, and when it changes by itself.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WorkflowCommand implements Callable<Integer> {
    private static final int LEAST_MINUTES = 1;
    private static final int MOST_MINUTES = 59;

    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.cron;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The target's name in content/site.yaml (default: the only one there).")
    private String target = "";

    @Option(
            names = "--every",
            paramLabel = "MINUTES",
            defaultValue = "15",
            description = "How often to look whether the paper changes by itself (default: ${DEFAULT-VALUE}).")
    private int minutes = 15;

    @Option(
            names = "--app",
            paramLabel = "PATH|URL",
            defaultValue = "broadsheet",
            description = "The app's folder on that machine, or the address of its zip file (default: the folder"
                    + " ${DEFAULT-VALUE} in the paper's repository).")
    private String app = "broadsheet";

    /** In small letters, as they are typed. */
    enum Kind {
        github,
        gitlab,
        cron
    }

    WorkflowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
            throw wrongUse("--every must be from " + LEAST_MINUTES + " to " + MOST_MINUTES + ", not " + minutes + ".");
        }
        // It becomes part of a shell's command.
        if (!target.matches("[A-Za-z0-9._-]*") || !app.matches("[A-Za-z0-9._~:/@%+-]+")) {
            throw wrongUse("A target and an app are named with letters, digits and . _ - / only.");
        }
        var workflow = new Workflow(target, minutes, app);
        console.out()
                .print(
                        switch (kind) {
                            case github -> workflow.github();
                            case gitlab -> workflow.gitlab();
                            case cron -> workflow.cron();
                        });
        console.out().flush();
        console.err().println(whereTo());
        console.err().flush();
        return Exit.GOOD;
    }

    private String whereTo() {
        return "broadsheet: put this into "
                + switch (kind) {
                    case github -> ".github/workflows/paper.yml";
                    case gitlab -> ".gitlab-ci.yml, and add a schedule (Build > Pipeline schedules)";
                    case cron -> "publish.sh in the paper's folder, make it executable, and add its line to crontab -e";
                }
                + String.format(Locale.ROOT, ".%n");
    }

    private CommandLine.ParameterException wrongUse(String message) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
