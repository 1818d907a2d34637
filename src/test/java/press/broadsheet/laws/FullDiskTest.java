package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;
import press.broadsheet.files.FileFault;
import press.broadsheet.sites.QuickFolder;
import press.broadsheet.sites.SiteBuilder;

/**
 * A disk that is full from any instant of a build on: readers have the whole old paper or the whole new one, the fault is
 * told once, no room is kept by what is of no use, and the next build finishes the paper. {@code -Ddisk.instants=N} fills
 * it more often.
 */
class FullDiskTest {
    private static final int EACH = 10;

    @TempDir(factory = QuickFolder.class)
    private Path folder = Path.of("");

    @Test
    void aFullDiskHarmsNothingAndTheNextBuildFinishesThePaper() {
        long papers = Math.ceilDiv(Integer.getInteger("disk.instants", 60), EACH);
        LongStream.range(0, papers).parallel().forEach(seed -> {
            try {
                live(seed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void live(long seed) throws IOException {
        var random = new Random(seed * 7919);
        Path site = folder.resolve("paper-" + seed);
        var paper = new KilledPaper(site, seed);
        for (int full = 0; full < EACH; paper.change()) {
            int instant = 1 + random.nextInt(1 << (1 + random.nextInt(9)));
            var files = FrailFiles.fullAt(instant);
            BuildReport report = SiteBuilder.build(files.of(paper.options()));
            files.bury();
            String where = "full at change " + instant;
            if (files.wasFull()) {
                full++;
                long told = report.problems().stream()
                        .filter(problem -> problem.code() == FileFault.DISK_FULL)
                        .count();
                // That what only makes the next build quicker was not kept is no fault of a paper that is published.
                assertTrue(told == 1 || (told == 0 && report.committed()), () -> where + ": told " + told + " times");
                assertEquals(List.of(), leftovers(site.resolve(".broadsheet")), where);
                paper.assertWholeOldOrNew(report.committed(), where);
            }
            paper.assertFinishedBy(SiteBuilder.build(paper.options()));
        }
        paper.delete();
    }

    private static List<String> leftovers(Path state) throws IOException {
        if (!Files.exists(state)) {
            return List.of();
        }
        try (var files = Files.list(state)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("stage-") || name.contains(".new"))
                    .toList();
        }
    }

    @Test
    void theTestSeesAFullDiskAtEachStage() {
        // If it fell behind what builds do to files, it would prove nothing.
        var paper = new ChangingPaper(folder.resolve("paper"), 1);
        var counting = FrailFiles.counting();
        SiteBuilder.build(counting.of(paper.options()));
        assertTrue(counting.changes() > 100, () -> counting.changes() + " changes were seen");
    }
}
