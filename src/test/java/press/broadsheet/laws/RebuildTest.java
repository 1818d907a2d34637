package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Memory;
import press.broadsheet.build.Progress;
import press.broadsheet.sites.SiteBuilder;

/**
 * The law that holds the rebuild together: after any edits, what a rebuild publishes is byte for byte what a clean build
 * would, and so are the problems that it tells. {@code -Drebuild.sequences=N} tries more, {@code -Drebuild.seed=S} one
 * that failed.
 */
class RebuildTest {
    private static final int STEPS = 5;
    private static final int GROUPS = 10;

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    java.util.stream.Stream<DynamicTest> aRebuildPublishesAndTellsWhatACleanBuildWould() {
        int sequences = Integer.getInteger("rebuild.sequences", 40);
        Long one = Long.getLong("rebuild.seed");
        if (one != null) {
            return java.util.stream.Stream.of(DynamicTest.dynamicTest("seed " + one, () -> hold(one)));
        }
        int each = Math.max(1, sequences / GROUPS);
        return IntStream.range(0, Math.min(GROUPS, sequences))
                .mapToObj(group -> DynamicTest.dynamicTest(
                        "seeds " + group * each + " to " + ((group + 1) * each - 1),
                        () -> LongStream.range((long) group * each, (group + 1L) * each)
                                .forEach(this::hold)));
    }

    /** File by file, so that a failure names the first that is another; what sums up others comes last. */
    private static void assertSame(Map<String, String> expected, Map<String, String> actual, String where) {
        assertEquals(expected.keySet(), actual.keySet(), where);
        expected.keySet().stream()
                .sorted(Comparator.comparing((String path) -> path.endsWith(".gz") || path.equals("SHA256SUMS"))
                        .thenComparing(path -> path))
                .forEach(path -> assertEquals(expected.get(path), actual.get(path), where + ": " + path));
    }

    private void hold(long seed) {
        var paper = new ChangingPaper(folder.resolve("paper-" + seed), seed);
        // As a preview goes on in one process; and as each build of a newsroom's begins in a new one.
        Memory preview = Memory.lasting();
        for (int step = 0; step <= STEPS; step++) {
            String edit = step == 0 ? "the first build" : paper.change();
            String where = "seed " + seed + ", step " + step + ": " + edit;
            BuildReport rebuilt = seed % 2 == 0
                    ? new Build(paper.options(), Progress.NONE, preview).run(paper.touched())
                    : SiteBuilder.build(paper.options());
            var clean = paper.cleanOptions(step);
            BuildReport fresh = SiteBuilder.build(clean);
            assertEquals(fresh.problems(), rebuilt.problems(), where);
            assertEquals(fresh.committed(), rebuilt.committed(), where);
            if (fresh.committed()) {
                assertSame(SiteBuilder.tree(clean.output()), SiteBuilder.tree(paper.output()), where);
            }
        }
        paper.delete();
    }
}
