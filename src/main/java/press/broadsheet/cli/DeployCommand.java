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
import press.broadsheet.build.Progress;
import press.broadsheet.files.OutputTree;
import press.broadsheet.news.Hosting;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.Announcement;
import press.broadsheet.publish.ChangesFile;
import press.broadsheet.publish.Deployment;
import press.broadsheet.publish.Difference;
import press.broadsheet.publish.FinishedSite;
import press.broadsheet.publish.Guard;
import press.broadsheet.publish.Headlines;
import press.broadsheet.publish.Outcome;
import press.broadsheet.publish.SiteFile;
import press.broadsheet.publish.Stage;
import press.broadsheet.publish.Target;
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetSettings;
import press.broadsheet.publish.Targets;
import press.broadsheet.read.HostingReader;

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
        if (rollback) {
            return rollBack(target.get(), settings, telling);
        }
        int made = noBuild ? Exit.GOOD : build();
        if (made != Exit.GOOD) {
            return made;
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
            return deploy(deployment, finished.get(), session, paper.root(), telling);
        } catch (IOException e) {
            return tell(telling.failure(e), Exit.NOT_DEPLOYED);
        }
    }

    private int deploy(
            Deployment deployment, FinishedSite finished, Target.Session session, URI root, DeploymentTold telling)
            throws IOException {
        Difference work = deployment.compare(session);
        var problems = new Problems();
        guard(work, finished, problems);
        if (dryRun) {
            telling.plan(work, session.place());
            writeChanges(work, root);
            return tell(problems, problems.hasErrors() ? Exit.PROBLEMS : Exit.GOOD);
        }
        if (problems.hasErrors()) {
            return tell(problems, Exit.PROBLEMS);
        }
        if (!work.isNothing() && !yes && console.terminal() && !telling.agreed(work, session.place())) {
            return Exit.GOOD;
        }
        boolean behind = work.isNothing() && session.isBehind();
        Outcome outcome = deployment.run(session, new Headlines(finished)::of, later -> review(later, finished));
        List<Problem> told = telling.outcome(outcome, behind, session.place());
        if (outcome.isComplete() && !outcome.difference().isNothing()) {
            writeChanges(outcome.difference(), root);
            announce(outcome.difference(), root);
        }
        if (outcome.isComplete() && recorded) {
            new Build(options(lastMoment, false), Progress.NONE).record();
        }
        return tell(told, outcome.isComplete() ? Exit.GOOD : Exit.NOT_DEPLOYED);
    }

    private void writeChanges(Difference work, URI root) throws IOException {
        Files.createDirectories(site.resolve(STATE));
        Files.write(
                site.resolve(STATE).resolve("changes.json"),
                ChangesFile.of(work).toBytes(root));
    }

    /** Who cannot be told is told of; readers see the paper all the same. */
    private void announce(Difference done, URI root) throws IOException {
        Hosting.Pings pings = HostingReader.read(Files.readAllBytes(site.resolve("content/site.yaml")))
                .pings();
        var announcement = new Announcement(root, pings.webSub(), pings.indexNow(), pings.indexNowService());
        if (announcement.isWanted()) {
            announcement.make(done).forEach(failure -> console.err().println("broadsheet: not told: " + failure + "."));
        }
    }

    /** What is held back: of the build that was made, or of one that is only tried. */
    private BuildReport built() {
        BuildReport done = report;
        return done != null ? done : new Build(options(lastMoment, true), Progress.NONE).run();
    }

    /** Tells what stands against doing it: addresses that would vanish, words that are not for readers. */
    private void guard(Difference work, FinishedSite finished, Problems problems) throws IOException {
        if (!allowRemovals) {
            Guard.checkAddresses(work, problems);
        }
        if (!work.isNothing()) {
            var words = Secrets.of(site, built());
            words.check(finished, work.toSend().stream().map(SiteFile::path).toList(), problems);
        }
    }

    /** What is to be done is another thing if another deployment came between. */
    private void review(Difference work, FinishedSite finished) throws IOException {
        var problems = new Problems();
        guard(work, finished, problems);
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
