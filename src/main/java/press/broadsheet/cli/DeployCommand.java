package press.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Progress;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.ChangesFile;
import press.broadsheet.publish.Deployment;
import press.broadsheet.publish.Difference;
import press.broadsheet.publish.FinishedSite;
import press.broadsheet.publish.Guard;
import press.broadsheet.publish.Headlines;
import press.broadsheet.publish.Outcome;
import press.broadsheet.publish.Stage;
import press.broadsheet.publish.Target;
import press.broadsheet.publish.TargetManifest;
import press.broadsheet.publish.TargetSettings;
import press.broadsheet.publish.Targets;

/** {@code broadsheet deploy}. */
@CommandLine.Command(
        name = "deploy",
        description = "Builds the paper and brings it to where readers find it; sends only what changed.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 done, 1 problems in the paper (nothing was sent), 2 wrong use, 3 not deployed or not"
                    + " completed: what was and was not sent is told, and the next deployment goes on from there."
        })
final class DeployCommand implements Callable<Integer> {
    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Console console;

    @CommandLine.Mixin
    private Moment moment = new Moment();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "",
            description = "Its name in content/site.yaml (default: the only one there).")
    private String name = "";

    @Option(names = "--site", paramLabel = "DIR", description = "The folder that has content/ (default: this one).")
    private Path site = Path.of(".");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The published folder (default: SITE/public).")
    private @Nullable Path output;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            converter = BaseAddress.class,
            description = "The paper's address, instead of the settings'.")
    private @Nullable URI baseUrl;

    @Option(names = "--dry-run", description = "Tell what would be sent and removed; touch nothing at the target.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--rollback", description = "Show readers the deployment before this one again; build nothing.")
    private boolean rollback;

    @Option(names = "--no-build", description = "Send the published folder as the last build left it.")
    private boolean noBuild;

    @Option(names = "--allow-removals", description = "Let addresses vanish that readers have.")
    private boolean allowRemovals;

    @Option(names = "--strict", description = "Take warnings for errors.")
    private boolean strict;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell errors only.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell each file.")
    private boolean verbose;

    private @Nullable BuildReport report;
    private Instant lastMoment = Instant.EPOCH;
    private boolean recorded;
    private Optional<Instant> nextChange = Optional.empty();

    DeployCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var problems = new Problems();
        var paper = PaperTargets.read(site, baseUrl, console.environment(), problems);
        if (problems.hasErrors()) {
            return tell(problems, Exit.PROBLEMS);
        }
        if (rollback && dryRun) {
            throw new CommandLine.ParameterException(
                    commandLine(), "--rollback cannot be tried: it shows what readers had before, and nothing else.");
        }
        TargetSettings settings = paper.named(name, commandLine());
        Optional<Target> target = paper.kinds().of(settings, problems);
        Optional<Duration> grace = PaperTargets.grace(settings, problems);
        if (target.isEmpty() || grace.isEmpty()) {
            return tell(problems, Exit.PROBLEMS);
        }
        lastMoment = moment.instant();
        // A rehearsal is not read by readers; a folder as an earlier build left it may not be of these articles.
        recorded = !noBuild && !settings.value(Targets.RECORD).equals("false");
        var telling = new DeploymentTold(console, settings, quiet, verbose);
        var after = new Afterwards(console, site, site.resolve(Build.STATE), paper.root());
        if (rollback) {
            return rollBack(target.get(), settings, telling, after);
        }
        // Opened before the paper is built: what is missing for that is told at once.
        return with(target.get(), settings, telling::failure, session -> {
            int made = noBuild ? Exit.GOOD : build();
            if (made != Exit.GOOD) {
                return made;
            }
            Optional<FinishedSite> finished =
                    new PublishedFolder(folder(), site.resolve(Build.STATE)).read(console.err());
            if (finished.isEmpty()) {
                return Exit.PROBLEMS;
            }
            Guard.checkPrivacy(finished.get(), problems);
            if (problems.hasErrors()) {
                return tell(problems, Exit.PROBLEMS);
            }
            var terms = new Deployment.Terms(moment.instant(), grace.get(), ATTEMPTS, PAUSE, Stage::of);
            return deploy(new Deployment(finished.get(), terms, telling), session, telling, after);
        });
    }

    /** What is done with an open target; gives the exit code. */
    private interface Work {
        int with(Target.Session session) throws IOException;
    }

    private int with(Target target, TargetSettings settings, Function<IOException, List<Problem>> failed, Work work) {
        Integer exit = null;
        try (Target.Session session = target.open(settings)) {
            exit = work.with(session);
            return exit;
        } catch (IOException e) {
            // When all is done, a good-bye that fails undoes nothing; a lock that stays gives way by itself.
            return exit == null ? tell(failed.apply(e), Exit.NOT_DEPLOYED) : exit;
        }
    }

    private int deploy(Deployment deployment, Target.Session session, DeploymentTold telling, Afterwards after)
            throws IOException {
        Difference work = deployment.compare(session);
        var problems = new Problems();
        var objections = new Objections(site, allowRemovals, this::built);
        objections.tell(work, deployment.site(), problems);
        if (dryRun) {
            telling.plan(work, session.place());
            if (deployment.site().takesBack(work)) {
                telling.takenBack(session);
            }
            after.write(() -> ChangesFile.of(work));
            return tell(problems, problems.hasErrors() ? Exit.PROBLEMS : Exit.GOOD);
        }
        if (problems.hasErrors()) {
            return tell(problems, Exit.PROBLEMS);
        }
        if (!work.isNothing() && !yes && console.terminal() && !telling.agreed(work, session.place())) {
            return Exit.NOT_DEPLOYED;
        }
        boolean behind = work.isNothing() && session.isBehind();
        Outcome outcome = deployment.run(
                session,
                done -> new Headlines(deployment.site()).of(done),
                later -> objections.review(later, deployment.site()));
        List<Problem> told = telling.outcome(outcome, behind, session);
        if (outcome.isComplete() && deployment.site().takesBack(outcome.difference())) {
            telling.takenBack(session);
        }
        if (outcome.isComplete()) {
            after.write(() -> ChangesFile.of(outcome.difference()));
        } else if (!session.isAtomic() && !outcome.sent().isEmpty()) {
            // The next deployment may not send it again, and caches would keep what was there.
            after.write(() -> ChangesFile.of(outcome));
        }
        if (outcome.isComplete() && !outcome.difference().isNothing()) {
            after.announce(outcome.difference());
        }
        if (outcome.isComplete() && recorded) {
            after.record(new Build(options(lastMoment, false), Progress.NONE));
        }
        return tell(told, outcome.isComplete() ? Exit.GOOD : Exit.NOT_DEPLOYED);
    }

    /** What is held back: of the build that was made, or of one that is only tried. */
    private BuildReport built() {
        BuildReport done = report;
        return done != null ? done : new Build(options(lastMoment, true), Progress.NONE).run();
    }

    private int rollBack(Target target, TargetSettings settings, DeploymentTold telling, Afterwards after) {
        return with(target, settings, telling::rollbackFailure, session -> {
            Optional<String> other = session.lock(moment.instant(), telling::waiting);
            if (other.isPresent()) {
                return tell(List.of(telling.running(other.get())), Exit.NOT_DEPLOYED);
            }
            TargetManifest before = session.manifest();
            telling.rolledBack(session.place(), session.rollBack());
            after.write(() -> ChangesFile.between(before, session.manifest()));
            return Exit.GOOD;
        });
    }

    private int build() throws IOException {
        var progress = new ProgressLine(console, quiet);
        BuildReport done = new Build(options(lastMoment, false), progress).run();
        report = done;
        progress.clear();
        new Verdict(console, site, strict, quiet, false).tell(done);
        nextChange = done.nextChange();
        TimetableFile.write(site, lastMoment, done);
        return Exit.of(done, strict);
    }

    /** @param tried whether nothing is written */
    private BuildOptions options(Instant now, boolean tried) {
        return new BuildOptions(
                site,
                console.home(),
                folder(),
                baseUrl,
                now,
                false,
                false,
                strict,
                false,
                tried,
                Runtime.getRuntime().availableProcessors(),
                true);
    }

    /** When the paper that was built changes by itself; empty if it does not, or if none was built. */
    Optional<Instant> nextChange() {
        return nextChange;
    }

    private Path folder() {
        return output == null ? site.resolve("public") : output;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private int tell(Problems problems, int exit) {
        return tell(problems.inOrder(), exit);
    }

    private int tell(List<Problem> problems, int exit) {
        new ProblemPrinter(site, console.err(), console.colours()).print(problems);
        return exit;
    }
}
