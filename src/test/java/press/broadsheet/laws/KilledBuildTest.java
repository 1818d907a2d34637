package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.QuickFolder;
import press.broadsheet.sites.SiteBuilder;

/**
 * A build that is killed at any instant leaves a folder in which every file is the old paper's or the new one's, and the
 * next build finishes it. An instant is a change that the build makes to its files, chosen at random among all of them; what
 * happens between two of them nobody can see afterwards. {@code -Dkill.instants=N} kills more often. {@link
 * KilledProcessTest} does the same to real processes.
 */
class KilledBuildTest {
    private static final int INSTANTS = 200;
    private static final int EACH = 10;

    @TempDir(factory = QuickFolder.class)
    private Path folder = Path.of("");

    @Test
    void aKilledBuildHarmsNothingAndTheNextFinishesIt() {
        long papers = Math.ceilDiv(Integer.getInteger("kill.instants", INSTANTS), EACH);
        LongStream.range(0, papers).parallel().forEach(seed -> {
            try {
                new Victim(seed).live();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A paper whose builds are killed. */
    private final class Victim {
        private final long seed;
        private final Random random;
        private final ChangingPaper paper;
        private Map<String, String> whole = Map.of();

        Victim(long seed) {
            this.seed = seed;
            this.random = new Random(seed * 7919);
            this.paper = new ChangingPaper(folder.resolve("paper-" + seed), seed);
        }

        void live() throws IOException {
            for (int kills = 0, step = 0; kills < EACH; step++) {
                String edit = step == 0 ? "the first build" : paper.change();
                int changes = changesOf(paper.options());
                String where = "seed " + seed + ", step " + step + ", " + edit;
                var clean = paper.cleanOptions(step);
                BuildReport fresh = SiteBuilder.build(clean);
                Map<String, String> wanted = fresh.committed() ? SiteBuilder.tree(clean.output()) : whole;
                int instant = changes == 0 ? 1 : 1 + random.nextInt(changes);
                // Threads that meet make a few more changes, or fewer, than in the copy: then it may live on.
                if (changes > 0 && kill(instant)) {
                    kills++;
                    where += ", killed at change " + instant + " of " + changes;
                    assertOldOrNew(wanted, where);
                    // Nor does it harm to be killed while one mends what another left.
                    if (random.nextInt(3) == 0 && kill(1 + random.nextInt(300))) {
                        assertOldOrNew(wanted, where + ", and again");
                    }
                }
                BuildReport finished = SiteBuilder.build(paper.options());
                assertEquals(fresh.problems(), finished.problems(), where);
                assertEquals(fresh.committed(), finished.committed(), where);
                assertEquals(wanted, SiteBuilder.tree(paper.output()), where);
                whole = wanted;
            }
            paper.delete();
        }

        private boolean kill(int instant) throws IOException {
            var files = FrailFiles.killedAt(instant);
            try {
                SiteBuilder.build(files.of(paper.options()));
            } catch (FrailFiles.Killed killed) {
                // As it was meant.
            }
            boolean killed = files.isDead();
            files.bury();
            return killed;
        }

        private void assertOldOrNew(Map<String, String> wanted, String where) {
            Map<String, String> found = SiteBuilder.tree(paper.output());
            found.forEach((path, bytes) -> assertTrue(
                    bytes.equals(whole.get(path)) || bytes.equals(wanted.get(path)),
                    () -> where + ": " + path + " is neither the old paper's nor the new one's"));
            Set<String> lasting = new HashSet<>(whole.keySet());
            lasting.retainAll(wanted.keySet());
            lasting.removeAll(found.keySet());
            assertEquals(Set.of(), lasting, () -> where + ": readers miss what both papers have");
        }

        /** How many changes a build of the paper makes as it is: of a copy, which is built to the end. */
        private int changesOf(BuildOptions options) throws IOException {
            Path copy = folder.resolve("copy-" + seed);
            copy(options.site(), copy);
            var files = FrailFiles.counting();
            var moved = new BuildOptions(
                    copy,
                    copy.resolve("no-home"),
                    copy.resolve("public"),
                    null,
                    options.now(),
                    false,
                    false,
                    false,
                    options.keepGoing(),
                    false,
                    options.threads());
            SiteBuilder.build(files.of(moved));
            SiteBuilder.delete(copy);
            return files.changes();
        }
    }

    /** With the times of all files, by which a build knows them. */
    private static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (Path file :
                    walk.filter(found -> !found.toString().contains("/clean-")).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
