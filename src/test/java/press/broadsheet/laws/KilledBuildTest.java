package press.broadsheet.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
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
                live(seed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void live(long seed) throws IOException {
        var random = new Random(seed * 7919);
        var paper = new KilledPaper(folder.resolve("paper-" + seed), seed);
        for (int kills = 0; kills < EACH; paper.change()) {
            int changes = changesOf(paper.options(), folder.resolve("copy-" + seed));
            int instant = changes == 0 ? 1 : 1 + random.nextInt(changes);
            // Threads that meet make a few more changes, or fewer, than in the copy: then it may live on.
            if (changes > 0 && kill(paper, instant)) {
                kills++;
                paper.assertOldOrNew("killed at change " + instant + " of " + changes);
                // Nor does it harm to be killed while one mends what another left.
                if (random.nextInt(3) == 0 && kill(paper, 1 + random.nextInt(300))) {
                    paper.assertOldOrNew("killed twice");
                }
            }
            paper.assertFinishedBy(SiteBuilder.build(paper.options()));
        }
        paper.delete();
    }

    private static boolean kill(KilledPaper paper, int instant) throws IOException {
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

    /** How many changes a build of the paper makes as it is: of a copy, which is built to the end. */
    private static int changesOf(BuildOptions options, Path copy) throws IOException {
        copy(options.site(), copy);
        var files = FrailFiles.counting();
        SiteBuilder.build(files.of(new BuildOptions(
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
                options.threads())));
        SiteBuilder.delete(copy);
        return files.changes();
    }

    /** With the times of all files, by which a build knows them. */
    private static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (Path file : walk.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
