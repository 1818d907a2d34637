package press.broadsheet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Problem;
import press.broadsheet.publish.DeployFault;
import press.broadsheet.publish.Difference;
import press.broadsheet.publish.Outcome;
import press.broadsheet.publish.SiteFile;
import press.broadsheet.publish.Target;
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetSettings;
import press.broadsheet.publish.Transfer;

/** Tells a person how a deployment goes, and how it went. */
final class DeploymentTold implements Transfer {
    private static final int FEW = 10;
    private static final String FORMER = "What readers had stays.";
    /** How the page with an article's earlier versions ends, directly below the article's. */
    private static final String VERSIONS = "/versions/index.html";
    /** How the pages of a long list or a long live report end. */
    private static final Pattern NUMBERED = Pattern.compile("(?:^|/)page/[0-9]+/index\\.html$");

    private final Console console;
    private final TargetSettings target;
    private final boolean quiet;
    private final boolean verbose;
    private final ProgressLine progress;

    DeploymentTold(Console console, TargetSettings target, boolean quiet, boolean verbose) {
        this.console = console;
        this.target = target;
        this.quiet = quiet;
        this.verbose = verbose;
        this.progress = new ProgressLine(console, quiet);
    }

    @Override
    public void sent(int files, int allFiles, long bytes, long allBytes) {
        progress.at("Sending (" + size(bytes) + " of " + size(allBytes) + ")", files, allFiles);
    }

    @Override
    public void waiting(String why) {
        if (!quiet) {
            progress.clear();
            console.err().println("broadsheet: " + why);
        }
    }

    /** What would be done. */
    void plan(Difference work, String place) {
        if (!quiet) {
            propose(work, place);
        }
    }

    private void propose(Difference work, String place) {
        console.out().println(place + ": " + counts(work) + " " + size(work.bytes()) + " would be sent.");
        list("add", work.added().stream().map(SiteFile::path).toList());
        list("change", work.changed().stream().map(SiteFile::path).toList());
        list("gone", work.gone());
        list("remove", work.due());
        led(work);
        console.out().flush();
    }

    private void led(Difference work) {
        list(
                "lead",
                work.led().entrySet().stream()
                        .map(one ->
                                one.getKey() + " to " + one.getValue().to() + ": " + why(one.getKey(), one.getValue()))
                        .toList());
    }

    /** What a page was of which nothing is left. */
    private static String why(OutputPath page, Difference.Lead lead) {
        boolean versions = !lead.toList() && page.path().endsWith(VERSIONS);
        if (lead.toNotice()) {
            return (versions ? "the earlier versions" : "a page") + " of an article that was withdrawn";
        }
        if (versions) {
            return "no earlier versions of that article are shown any more";
        }
        return "nothing is left of that " + (NUMBERED.matcher(page.path()).find() ? "page" : "list");
    }

    /** Whether the person who watches wants it. */
    boolean agreed(Difference work, String place) throws IOException {
        propose(work, place);
        console.out().print("Send? [y/N] ");
        console.out().flush();
        var in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        String answer = in.readLine();
        boolean agreed =
                answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        if (!agreed) {
            console.out().println("Nothing was sent.");
        }
        return agreed;
    }

    /**
     * Tells what was done, and gives what is to be told as a problem.
     *
     * @param behind whether nothing but the target's own files had to be written
     */
    List<Problem> outcome(Outcome outcome, boolean behind, Target.Session target) {
        progress.clear();
        if (outcome.other().isPresent()) {
            return List.of(running(outcome.other().get()));
        }
        if (outcome.failure().isPresent()) {
            told(outcome, target.isAtomic());
            return failure(outcome.failure().get());
        }
        if (!quiet) {
            console.out().println(target.place() + ": " + summary(outcome, behind));
            if (verbose) {
                list("sent", outcome.sent());
                list("removed", outcome.removed());
            }
            led(outcome.difference());
            console.out().flush();
        }
        return List.of();
    }

    /** Of a deployment that takes something back: what that means at this target. */
    void takenBack(Target.Session target) {
        if (!quiet) {
            target.whenTakingBack().ifPresent(told -> console.out().println("  taken back: " + told));
            console.out().flush();
        }
    }

    private static String summary(Outcome outcome, boolean behind) {
        if (outcome.difference().isNothing()) {
            return behind
                    ? "no file of the paper has changed; what the host is told was."
                    : "nothing has changed; nothing was sent.";
        }
        return counts(outcome.difference()) + " " + size(outcome.bytes()) + " sent; "
                + outcome.removed().size() + " removed.";
    }

    private void told(Outcome outcome, boolean atomic) {
        List<OutputPath> unsent = outcome.unsent();
        console.err()
                .println("Sent: " + outcome.sent().size() + ". Not sent: " + unsent.size() + ". Removed: "
                        + outcome.removed().size() + ".");
        some(console.err(), "sent", outcome.sent());
        some(console.err(), "not sent", unsent);
        if (!atomic && !outcome.sent().isEmpty()) {
            console.err().println("Readers have what was sent; all else is as it was.");
        } else if (atomic && outcome.failure().orElse(null) instanceof TargetFailure) {
            console.err().println("Readers see nothing of it.");
        }
    }

    /** @param shown what readers see */
    void rolledBack(String place, String shown) {
        if (!quiet) {
            console.out().println("Readers of " + place + " see " + shown + " again.");
            console.out()
                    .println(
                            "content/ still has what was taken back: mend it before the next deployment, or that brings it"
                                    + " again.");
            console.out().flush();
        }
    }

    Problem running(String other) {
        return new Problem(
                DeployFault.DEPLOYMENT_RUNNING, target.place(), other, "Wait until it has ended. Nothing was sent.");
    }

    List<Problem> failure(IOException e) {
        return failure("The deployment to", e, "Deploy again: it goes on where it ended.");
    }

    List<Problem> rollbackFailure(IOException e) {
        return failure(
                "Rolling back",
                e,
                "Try it again: broadsheet deploy " + target.name() + " --rollback goes on where it ended.");
    }

    private List<Problem> failure(String what, IOException e, String otherwise) {
        String hint = e instanceof TargetFailure refused ? refused.hint() : otherwise;
        String setting = e instanceof TargetFailure refused ? refused.setting() : "";
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return List.of(new Problem(
                DeployFault.DEPLOYMENT_FAILED,
                target.place(setting),
                what + " \"" + target.name() + "\" failed: " + message,
                hint.isEmpty() ? FORMER : hint));
    }

    private void list(String word, Collection<?> paths) {
        if (verbose) {
            paths.forEach(path -> console.out().println("  " + word + " " + path));
        } else {
            some(console.out(), word, paths);
        }
    }

    private static void some(java.io.PrintWriter out, String word, Collection<?> paths) {
        paths.stream().limit(FEW).forEach(path -> out.println("  " + word + " " + path));
        if (paths.size() > FEW) {
            out.println("  ... and " + (paths.size() - FEW) + " more");
        }
    }

    private static String counts(Difference work) {
        return work.added().size() + " added, " + work.changed().size() + " changed, "
                + work.gone().size() + " gone, " + work.unchanged() + " unchanged.";
    }

    private static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
