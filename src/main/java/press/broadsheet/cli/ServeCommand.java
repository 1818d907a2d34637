package press.broadsheet.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Memory;
import press.broadsheet.build.Progress;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.problem.Problem;
import press.broadsheet.serve.Newsstand;
import press.broadsheet.serve.Rebuild;
import press.broadsheet.serve.Round;

/** {@code broadsheet serve}. */
@CommandLine.Command(
        name = "serve",
        description = "Shows the paper in a browser while it is written: every save is made and shown at once.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final int PORT = 8080;
    private static final int MORE_PORTS = 20;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @CommandLine.Mixin
    private Moment moment = new Moment();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The folder that has content/ (default: this one).")
    private Path site = Path.of(".");

    @Option(
            names = {"-p", "--port"},
            paramLabel = "N",
            description = "Where to listen (default: " + PORT + ", or the next one that is free).")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = "localhost",
            description = "The name or number of this machine to listen at (default: ${DEFAULT-VALUE}: nobody else can"
                    + " look in). 0.0.0.0 lets the whole network see drafts and embargoes.")
    private String host = "localhost";

    @Option(names = "--open", description = "Open the preview in the browser.")
    private boolean open;

    @Option(names = "--drafts", description = "Take drafts and pieces in review for published.")
    private boolean drafts;

    @Option(names = "--future", description = "Take pieces under embargo and pieces dated later for published.")
    private boolean future;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Newsstand.Place place = place();
        Path folder = OutputFolder.preview(site, Integer.toString(place.port()));
        var paper = new Newsstand.Paper(site, folder, rebuild(place, folder), moment::instant, ZoneId.systemDefault());
        try (var stand = Newsstand.open(place, paper, new Teller())) {
            console.out()
                    .println("The paper is at " + place.address() + "  The desk is at " + place.address()
                            + "_desk/  Stop with Ctrl-C.");
            console.out().flush();
            stand.closeAtExit(() -> {
                console.out().println("Stopped.");
                console.out().flush();
            });
            if (open) {
                Browser.open(URI.create(place.address()), console);
            }
            stand.await();
        }
        return Exit.GOOD;
    }

    private Newsstand.Place place() throws IOException {
        try {
            return Newsstand.Place.find(host, port == null ? PORT : port, port == null ? MORE_PORTS : 0);
        } catch (BindException e) {
            throw wrongUse("Port " + (port == null ? PORT + " and the next " + MORE_PORTS : port) + " at " + host
                    + " cannot be used (" + e.getMessage() + "). Give another one with --port.");
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw wrongUse("Cannot listen at " + host + (port == null ? "" : ":" + port) + ": " + e.getMessage());
        }
    }

    private CommandLine.ParameterException wrongUse(String message) {
        return new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), message);
    }

    private Rebuild rebuild(Newsstand.Place place, Path folder) {
        URI address = URI.create(place.address());
        var memory = Memory.lasting();
        return (now, keepGoing, touched) -> new Build(
                        new BuildOptions(
                                site,
                                console.home(),
                                folder,
                                address,
                                now,
                                drafts,
                                future,
                                false,
                                keepGoing,
                                false,
                                Runtime.getRuntime().availableProcessors()),
                        Progress.NONE,
                        memory)
                .run(touched);
    }

    /** Says one line a round; problems are told when they are not those of the round before. */
    private final class Teller implements Newsstand.Listener {
        private List<Problem> told = List.of();

        @Override
        public void made(Round round) {
            BuildReport report = round.report();
            if (!report.problems().equals(told)) {
                told = report.problems();
                new ProblemPrinter(site, console.err(), console.colours()).print(told);
                console.err().flush();
            }
            console.out().println(line(report));
            console.out().flush();
        }

        @Override
        public void failed(Exception fault) {
            console.err().println("broadsheet: the paper could not be made: " + fault);
            if (console.environment().containsKey("BROADSHEET_DEBUG")) {
                fault.printStackTrace(console.err());
            }
            console.err().flush();
        }
    }

    private static String line(BuildReport report) {
        long errors = report.problems().stream()
                .filter(problem -> problem.code().severity() == Problem.Severity.ERROR)
                .count();
        long warnings = report.problems().size() - errors;
        String time = String.format(Locale.ROOT, "%.2f s", report.time().toMillis() / 1000.0);
        return LocalTime.now(ZoneId.systemDefault()).format(CLOCK) + "  "
                + (report.committed()
                        ? report.written() + " of " + report.planned() + " files made, " + report.removed() + " removed"
                        : "nothing made: the last whole paper stays")
                + (errors > 0 ? ", " + errors + (errors == 1 ? " error" : " errors") : "")
                + (warnings > 0 ? ", " + warnings + (warnings == 1 ? " warning" : " warnings") : "") + ", " + time;
    }
}
