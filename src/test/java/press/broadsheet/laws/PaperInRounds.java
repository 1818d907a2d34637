package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Memory;
import press.broadsheet.build.Progress;
import press.broadsheet.build.Touched;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.sites.SiteBuilder;

/**
 * A paper that one process builds round by round, told what was touched. Each round is held to what a clean build makes of
 * the same files.
 */
final class PaperInRounds {
    private final Path folder;
    private final SiteBuilder paper;
    private final boolean isPreview;
    private final AtomicBoolean lookedAtAll = new AtomicBoolean();
    private Memory memory = Memory.lasting();
    private Instant now = SiteBuilder.NOON;
    private boolean keepGoing;
    private int clean;

    /**
     * @param folder for the paper and what else is made of it
     * @param isPreview whether only those look at it who write it
     * @param files as {@link SiteBuilder#write(String)} takes them
     */
    PaperInRounds(Path folder, boolean isPreview, String files) {
        this.folder = folder;
        this.isPreview = isPreview;
        this.paper = new SiteBuilder(folder.resolve("paper")).write(files);
    }

    SiteBuilder paper() {
        return paper;
    }

    Path file(String path) {
        return paper.folder().resolve(path);
    }

    /** The published folder. */
    Path output() {
        return isPreview ? OutputFolder.preview(paper.folder(), "tried") : paper.output();
    }

    /** What is broken keeps nothing else from being published. */
    void keepGoing() {
        keepGoing = true;
    }

    /** From now on it is that moment. */
    void now(Instant moment) {
        now = moment;
    }

    Instant now() {
        return now;
    }

    private BuildOptions options(Path output) {
        BuildOptions usual = paper.options();
        return new BuildOptions(
                usual.site(), usual.home(), output, null, now, false, false, false, keepGoing, false, 2);
    }

    /** A process that knows nothing of the rounds before begins to make rounds. */
    BuildReport begin() {
        memory = Memory.lasting();
        return build(Touched.UNKNOWN);
    }

    BuildReport build(Touched touched) {
        lookedAtAll.set(false);
        return new Build(options(output()), (step, done, total) -> lookedAtAll.set(true), memory).run(touched);
    }

    BuildReport build(String... touched) {
        return build(new Touched(false, Set.of(touched)));
    }

    /** Another process builds once. */
    BuildReport buildElsewhere() {
        return new Build(options(output()), Progress.NONE).run();
    }

    /** Byte for byte, and problem for problem. */
    void assertAsAnew(BuildReport report) {
        String name = "clean-" + clean++;
        Path output = isPreview ? OutputFolder.preview(paper.folder(), name) : folder.resolve(name);
        BuildReport anew = SiteBuilder.build(options(output));
        assertEquals(anew.problems(), report.problems());
        assertEquals(anew.committed(), report.committed());
        if (!anew.committed()) {
            return;
        }
        assertEquals(anew.weights(), report.weights());
        assertEquals(anew.planned(), report.planned());
        assertEquals(anew.published(), report.published());
        assertEquals(anew.filesRead(), report.filesRead());
        assertEquals(anew.nextChange(), report.nextChange());
        Map<String, String> expected = SiteBuilder.tree(output);
        Map<String, String> actual = SiteBuilder.tree(output());
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((path, text) -> assertEquals(text, actual.get(path), path));
    }

    void assertLookedAtTouchedOnly() {
        assertFalse(lookedAtAll.get(), "everything was looked at");
    }

    void assertLookedAtEverything() {
        assertTrue(lookedAtAll.get(), "not everything was looked at");
    }

    /** A round that looks at nothing else. */
    BuildReport assertShort(String... touched) {
        BuildReport report = build(touched);
        assertLookedAtTouchedOnly();
        assertAsAnew(report);
        return report;
    }

    BuildReport assertLong(String... touched) {
        BuildReport report = build(touched);
        assertLookedAtEverything();
        assertAsAnew(report);
        return report;
    }

    /** Another process finds what this one left, and nothing to do. */
    void assertIsKept() {
        BuildReport next = buildElsewhere();
        assertFalse(next.startedAnew());
        assertEquals(Map.of(), next.reasons());
        assertEquals(0, next.removed());
        assertAsAnew(next);
    }

    /** Leaves what a process leaves that dies while it publishes. */
    void dieWhilePublishing() throws IOException {
        try (var files = Files.list(file(".broadsheet"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("ledger-"))
                    .toList()) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".open"));
            }
        }
    }
}
