package press.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.files.OutputTree;
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
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetSettings;

/** {@code broadsheet deploy}. */
@CommandLine.Command(
        name = "deploy",
        description = "Builds the paper and brings it to where readers find it; sends only what changed.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DeployCommand implements Callable<Integer> {
    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String STATE = ".broadsheet";

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

    @Option(names = "--base-url", paramLabel = "URL", description = "The paper's address, instead of the settings'.")
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
        TargetSettings settings = paper.named(name, commandLine());
        Optional<Target> target = paper.kinds().of(settings, problems);
        Optional<Duration> grace = PaperTargets.grace(settings, problems);
        if (target.isEmpty() || grace.isEmpty()) {
            return tell(problems, Exit.PROBLEMS);
        }
        var telling = new DeploymentTold(console, settings, quiet, verbose);
        if (rollback) {
            return rollBack(target.get(), settings, telling);
        }
        if (!noBuild && !build()) {
            return Exit.PROBLEMS;
        }
        Optional<FinishedSite> finished = finished();
        if (finished.isEmpty()) {
            return Exit.PROBLEMS;
        }
        Guard.checkPrivacy(finished.get(), problems);
        if (problems.hasErrors()) {
            return tell(problems, Exit.PROBLEMS);
        }
        var terms = new Deployment.Terms(moment.instant(), grace.get(), ATTEMPTS, PAUSE, Stage::of);
        var deployment = new Deployment(finished.get(), terms, telling);
        try (Target.Session session = target.get().open(settings)) {
            return deploy(deployment, new Headlines(finished.get()), session, paper.root(), telling);
        } catch (IOException e) {
            return tell(telling.failure(e), Exit.NOT_DEPLOYED);
        }
    }

    private int deploy(
            Deployment deployment, Headlines headlines, Target.Session session, URI root, DeploymentTold telling)
            throws IOException {
        Difference work = deployment.compare(session);
        var problems = new Problems();
        if (!allowRemovals) {
            Guard.checkAddresses(work, problems);
        }
        if (dryRun) {
            telling.plan(work, session.place());
            Path changes = site.resolve(STATE).resolve("changes.json");
            Files.createDirectories(site.resolve(STATE));
            Files.write(changes, ChangesFile.of(work).toBytes(root));
            return tell(problems, problems.hasErrors() ? Exit.PROBLEMS : Exit.GOOD);
        }
        if (problems.hasErrors()) {
            return tell(problems, Exit.PROBLEMS);
        }
        if (!work.isNothing() && !yes && console.terminal() && !telling.agreed(work, session.place())) {
            return Exit.GOOD;
        }
        boolean behind = work.isNothing() && session.isBehind();
        Outcome outcome = deployment.run(session, headlines::of, this::review);
        List<Problem> told = telling.outcome(outcome, behind, session.place());
        return tell(told, outcome.isComplete() ? Exit.GOOD : Exit.NOT_DEPLOYED);
    }

    /** Another deployment may have published addresses that this one would let vanish. */
    private void review(Difference work) throws TargetFailure {
        var problems = new Problems();
        if (!allowRemovals) {
            Guard.checkAddresses(work, problems);
        }
        if (problems.hasErrors()) {
            throw new TargetFailure(
                    "Another deployment came between. "
                            + problems.inOrder().getFirst().message(),
                    "Deploy again to see what is to be done. Nothing was sent.");
        }
    }

    private int rollBack(Target target, TargetSettings settings, DeploymentTold telling) {
        try (Target.Session session = target.open(settings)) {
            Optional<String> other = session.lock(moment.instant());
            if (other.isPresent()) {
                return tell(List.of(telling.running(other.get())), Exit.NOT_DEPLOYED);
            }
            console.out().println("Readers of " + session.place() + " see " + session.rollBack() + " again.");
            return Exit.GOOD;
        } catch (IOException e) {
            return tell(telling.failure(e), Exit.NOT_DEPLOYED);
        }
    }

    private boolean build() {
        Instant now = moment.instant();
        var options = new BuildOptions(
                site,
                console.home(),
                folder(),
                baseUrl,
                now,
                false,
                false,
                strict,
                false,
                false,
                Runtime.getRuntime().availableProcessors());
        var progress = new ProgressLine(console, quiet);
        BuildReport done = new Build(options, progress).run();
        progress.clear();
        new Verdict(console, site, strict, quiet, false).tell(done);
        return !done.failed(strict);
    }

    private Path folder() {
        return output == null ? site.resolve("public") : output;
    }

    /** What the last build left; empty after telling that there is nothing, or not all of it. */
    private Optional<FinishedSite> finished() throws IOException {
        var paths = OutputTree.dry(folder(), site.resolve(STATE)).paths();
        if (paths.isEmpty()) {
            console.err().println("broadsheet: no build has published anything in " + folder() + ".");
            return Optional.empty();
        }
        try {
            return Optional.of(FinishedSite.read(folder(), paths));
        } catch (NoSuchFileException e) {
            console.err()
                    .println("broadsheet: " + e.getFile() + " is missing, which the last build wrote. Build again.");
            return Optional.empty();
        }
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
