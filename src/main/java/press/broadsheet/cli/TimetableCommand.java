package press.broadsheet.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.Progress;
import press.broadsheet.plan.Timetable;

/** {@code broadsheet timetable}. */
@CommandLine.Command(
        name = "timetable",
        description =
                "Tells when the paper changes by itself, and why: embargoes, expiry, banners, picks, news sitemap.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TimetableCommand implements Callable<Integer> {
    /** The machine's zone, for a person who looks at a clock on the wall; programs get UTC. */
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final Console console;

    @CommandLine.Mixin
    private PaperOptions paper = new PaperOptions();

    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(names = "--limit", paramLabel = "N", description = "Tell the first N only.")
    private int limit = Integer.MAX_VALUE;

    TimetableCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant now = paper.moment();
        var options = new BuildOptions(
                paper.site(),
                console.home(),
                paper.site().resolve("public"),
                null,
                now,
                paper.drafts(),
                paper.future(),
                paper.strict(),
                true,
                true,
                Runtime.getRuntime().availableProcessors());
        var build = new Build(options, Progress.NONE);
        Optional<Timetable> known = build.timetable();
        if (known.isEmpty()) {
            new ProblemPrinter(paper.site(), console.err(), console.colours()).print(build.problems());
            return Exit.PROBLEMS;
        }
        List<Timetable.Entry> entries =
                known.get().entries().stream().limit(Math.max(0, limit)).toList();
        if (format == Format.JSON) {
            console.out().println(TimetableFile.json(now, new Timetable(entries)));
        } else if (entries.isEmpty()) {
            console.out().println("Nothing changes by itself.");
        } else {
            entries.forEach(entry -> console.out().println(line(entry)));
        }
        return Exit.GOOD;
    }

    private static String line(Timetable.Entry entry) {
        return CLOCK.format(entry.at().atZone(ZoneId.systemDefault())) + "  "
                + entry.place().file().toString().replace('\\', '/') + ": "
                + entry.change().words();
    }
}
