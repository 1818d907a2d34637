package press.broadsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Progress;
import press.broadsheet.serve.Watcher;

/** {@code broadsheet watch}: the paper is made, and deployed if wanted, whenever it changes, by a hand or by itself. */
@CommandLine.Command(
        name = "watch",
        description = "Makes the paper at every save and at every instant of its timetable, and deploys it if wanted.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WatchCommand implements Callable<Integer> {
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

    @Option(names = "--deploy", paramLabel = "TARGET", description = "Deploy each time, to this target of site.yaml.")
    private @Nullable String target;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The published folder (default: SITE/public).")
    private @Nullable Path output;

    @Option(names = "--base-url", paramLabel = "URL", description = "The paper's address, instead of the settings'.")
    private @Nullable URI baseUrl;

    @Option(names = "--strict", description = "Take warnings for errors.")
    private boolean strict;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell errors only.")
    private boolean quiet;

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        // Watched before it is read, so that nothing saved meanwhile is lost.
        try (Watcher watcher = Watcher.of(site)) {
            return new Vigil(watcher::await, moment::instant, this::round).keep();
        }
    }

    /** One round. Nobody watches a watch: whatever hinders it now may not in a minute. */
    Vigil.Made round(Instant now) {
        Vigil.Made made;
        try {
            made = target == null ? build(now) : deploy(target, now);
        } catch (IOException | UncheckedIOException e) {
            made = hindered(e);
        }
        if (!quiet && made.exit() == Exit.GOOD) {
            console.out()
                    .println(made.next()
                            .map(next -> "The paper changes by itself at " + next + ".")
                            .orElse("The paper will not change by itself."));
        }
        console.out().flush();
        return made;
    }

    private Vigil.Made hindered(Exception e) {
        console.err().println("broadsheet: this round failed, and is tried again in a minute: " + e);
        console.err().flush();
        return new Vigil.Made(Exit.NOT_DEPLOYED, Optional.empty());
    }

    private Vigil.Made build(Instant now) throws IOException {
        var options = new BuildOptions(
                site,
                console.home(),
                output == null ? site.resolve("public") : output,
                baseUrl,
                now,
                false,
                false,
                strict,
                false,
                false,
                Runtime.getRuntime().availableProcessors());
        BuildReport done = new Build(options, Progress.NONE).run();
        new Verdict(console, site, strict, quiet, false).tell(done);
        TimetableFile.write(site, now, done);
        return new Vigil.Made(Exit.of(done, strict), done.nextChange());
    }

    /** As somebody would who typed the command, at this moment; nobody is there to be asked. */
    private Vigil.Made deploy(String name, Instant now) {
        var deploy = new DeployCommand(console);
        var words = new ArrayList<>(List.of(name, "--yes", "--site", site.toString(), "--now", now.toString()));
        if (output != null) {
            words.addAll(List.of("--output", output.toString()));
        }
        if (baseUrl != null) {
            words.addAll(List.of("--base-url", baseUrl.toString()));
        }
        if (strict) {
            words.add("--strict");
        }
        if (quiet) {
            words.add("--quiet");
        }
        var line = new CommandLine(deploy).setOut(console.out()).setErr(console.err());
        line.setExecutionExceptionHandler((e, command, parsed) -> hindered(e).exit());
        int exit = line.execute(words.toArray(new String[0]));
        return new Vigil.Made(exit, deploy.nextChange());
    }

    /** The rounds of a watch, apart from clocks and files. */
    static final class Vigil {
        /** A target that could not be reached is tried again after this time. */
        static final Duration AGAIN = Duration.ofMinutes(1);

        private final Waiting waiting;
        private final java.util.function.Supplier<Instant> clock;
        private final Round round;

        /** What a round gave. */
        record Made(int exit, Optional<Instant> next) {}

        /** Waits for a save or an instant. */
        interface Waiting {
            Watcher.Cause await(Optional<Instant> until, java.util.function.Supplier<Instant> clock)
                    throws InterruptedException;
        }

        /** Makes the paper of a moment. */
        interface Round {
            Made make(Instant now) throws IOException;
        }

        Vigil(Waiting waiting, java.util.function.Supplier<Instant> clock, Round round) {
            this.waiting = waiting;
            this.clock = clock;
            this.round = round;
        }

        /** Until the watch is closed, or the command was wrong from the start. */
        int keep() throws IOException, InterruptedException {
            while (true) {
                Instant now = clock.get();
                Made made = round.make(now);
                if (made.exit() == Exit.WRONG_USE || made.exit() == Exit.OUR_FAULT) {
                    return made.exit();
                }
                Optional<Instant> until = made.next();
                if (made.exit() == Exit.NOT_DEPLOYED) {
                    Instant again = now.plus(AGAIN);
                    until = Optional.of(
                            until.filter(next -> next.isBefore(again)).orElse(again));
                }
                if (waiting.await(until, clock) == Watcher.Cause.CLOSED) {
                    return Exit.GOOD;
                }
            }
        }
    }
}
