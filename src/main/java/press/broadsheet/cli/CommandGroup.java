package press.broadsheet.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A command that only has commands: called alone it says which. */
abstract class CommandGroup implements Callable<Integer> {
    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    CommandGroup(Console console) {
        this.console = console;
    }

    @Override
    public final Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(console.err());
        return Exit.WRONG_USE;
    }
}
