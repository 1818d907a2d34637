package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Memory;
import press.broadsheet.sites.QuickFolder;
import press.broadsheet.sites.SiteBuilder;

/**
 * The law that holds the rebuild together: after any edits, what a rebuild publishes is byte for byte what a clean build
 * would, and so are the problems that it tells. {@code -Drebuild.sequences=N} tries more, {@code
 * -Drebuild.sequences=endless} goes on until it is stopped, or for {@code -Drebuild.minutes=M}; {@code
 * -Drebuild.first=S} begins at another seed, and {@code -Drebuild.seed=S} is only one, that failed.
 */
class RebuildTest {
    private static final int SEQUENCES = 200;
    private static final int STEPS = 5;
    private static final int GROUPS = 10;

    /** Builds that published something else, and did not look at everything for that. */
    private final LongAdder reprinted = new LongAdder();

    /** Rounds of a preview that made more than what shows a text, and looked at nothing but what was touched. */
    private final LongAdder remade = new LongAdder();

    /** A paper is written some twelve times in each sequence. */
    @TempDir(factory = QuickFolder.class)
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> aRebuildPublishesAndTellsWhatACleanBuildWould() {
        String sequences = System.getProperty("rebuild.sequences", Integer.toString(SEQUENCES));
        long first = Long.getLong("rebuild.first", 0);
        Long one = Long.getLong("rebuild.seed");
        if (one != null) {
            return Stream.of(DynamicTest.dynamicTest("seed " + one, () -> hold(one)));
        }
        if (sequences.equals("endless")) {
            return Stream.of(DynamicTest.dynamicTest("seeds from " + first + " on", () -> goOn(first)));
        }
        long each = Math.max(1, Long.parseLong(sequences) / GROUPS);
        Stream<DynamicTest> groups = LongStream.range(0, Math.min(GROUPS, Long.parseLong(sequences)))
                .map(group -> first + group * each)
                .mapToObj(from -> DynamicTest.dynamicTest(
                        "seeds " + from + " to " + (from + each - 1), () -> holdAll(from, each)));
        return Stream.concat(
                groups,
                Stream.of(
                        DynamicTest.dynamicTest(
                                "the quickest way was taken now and then",
                                () -> assertTrue(
                                        reprinted.sum() * 40 > Long.parseLong(sequences), reprinted::toString)),
                        DynamicTest.dynamicTest(
                                "where only articles were touched nothing else was looked at",
                                () -> assertTrue(remade.sum() * 4 > Long.parseLong(sequences), remade::toString))));
    }

    /** Until somebody stops it, the time is over or the law is broken. */
    private void goOn(long first) {
        Duration longest = Duration.ofMinutes(Long.getLong("rebuild.minutes", Long.MAX_VALUE / 60));
        long start = System.nanoTime();
        int block = 50;
        for (long seed = first; Duration.ofNanos(System.nanoTime() - start).compareTo(longest) < 0; seed += block) {
            holdAll(seed, block);
            System.out.println("The law held for seeds " + first + " to " + (seed + block - 1) + ", "
                    + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        }
    }

    /** Several sequences at once: each has a paper of its own. */
    private void holdAll(long from, long count) {
        LongStream.range(from, from + count).parallel().forEach(this::hold);
    }

    /** File by file, so that a failure names the first that is another; what sums up others comes last. */
    private static void assertSame(Map<String, String> expected, Map<String, String> actual, String where) {
        assertEquals(expected.keySet(), actual.keySet(), where);
        expected.keySet().stream()
                .sorted(Comparator.comparing((String path) -> path.endsWith(".gz") || path.equals("SHA256SUMS"))
                        .thenComparing(path -> path))
                .forEach(path -> assertEquals(expected.get(path), actual.get(path), where + ": " + path));
    }

    private BuildReport inAProcessOfItsOwn(ChangingPaper paper) {
        var all = new AtomicBoolean();
        BuildReport report = new Build(paper.options(), (step, done, total) -> all.set(true)).run();
        if (!all.get() && report.written() > 0) {
            reprinted.increment();
        }
        return report;
    }

    private BuildReport inAProcessThatGoesOn(ChangingPaper paper, Memory preview) {
        var all = new AtomicBoolean();
        BuildReport report =
                new Build(paper.options(), (step, done, total) -> all.set(true), preview).run(paper.touched());
        if (!all.get() && report.reasons().values().stream().anyMatch(reason -> !reason.startsWith("the text of"))) {
            remade.increment();
        }
        return report;
    }

    private void hold(long seed) {
        var paper = new ChangingPaper(folder.resolve("paper-" + seed), seed);
        // As a preview goes on in one process; and as each build of a newsroom's begins in a new one.
        Memory preview = Memory.lasting();
        for (int step = 0; step <= STEPS; step++) {
            String edit = step == 0 ? "the first build" : paper.change();
            String where = "seed " + seed + ", step " + step + ": " + edit;
            BuildReport rebuilt = seed % 2 == 0 ? inAProcessThatGoesOn(paper, preview) : inAProcessOfItsOwn(paper);
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
