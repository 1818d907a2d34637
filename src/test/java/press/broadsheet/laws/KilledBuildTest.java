package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.SiteBuilder;

/**
 * A build that is killed at any instant leaves a folder in which every file is the old paper's or the new one's, and the
 * next build finishes it. {@code -Dkill.instants=N} kills more often.
 */
class KilledBuildTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aKilledBuildHarmsNothingAndTheNextFinishesIt() throws Exception {
        int instants = Integer.getInteger("kill.instants", 12);
        var random = new Random(1);
        SiteBuilder paper = new SiteBuilder(folder.resolve("paper"));
        write(paper, "first");
        long start = System.nanoTime();
        assertTrue(process(paper).waitFor(60, TimeUnit.SECONDS));
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Map<String, String> before = SiteBuilder.tree(paper.output());
        for (int kill = 0; kill < instants; kill++) {
            String words = kill % 2 == 0 ? "second" : "first";
            write(paper, words);
            SiteBuilder clean = new SiteBuilder(folder.resolve("clean-" + kill));
            write(clean, words);
            clean.build();
            Map<String, String> after = SiteBuilder.tree(clean.output());
            Process build = process(paper);
            // Most of what can go wrong goes wrong near the end.
            Thread.sleep(whole / 2 + random.nextLong(Math.max(1, whole / 2)));
            build.destroyForcibly().waitFor();
            String where = "kill " + kill;
            Map<String, String> old = before;
            SiteBuilder.tree(paper.output())
                    .forEach((path, bytes) -> assertTrue(
                            bytes.equals(old.get(path)) || bytes.equals(after.get(path)), where + ": " + path));
            BuildReport finished = paper.build();
            assertTrue(finished.committed(), where);
            assertEquals(after, SiteBuilder.tree(paper.output()), where);
            before = after;
        }
    }

    private static void write(SiteBuilder paper, String words) {
        paper.write("""
                -- content/site.yaml --
                name: The Lasting Times
                url: https://lasting.example/
                zone: Europe/Kyiv
                sections: [world]
                """);
        for (int day = 1; day < 24; day++) {
            paper.write("content/world/day-" + day + ".md", """
                    ---
                    headline: Day %d, the %s time
                    published: 2026-11-%02dT08:00
                    ---
                    For the %s time.
                    """.formatted(day, words, day, words));
        }
    }

    private static Process process(SiteBuilder paper) throws Exception {
        var options = paper.options();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dbroadsheet.home=" + options.home().toAbsolutePath(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "press.broadsheet.cli.Main",
                        "build",
                        paper.folder().toString(),
                        "--now",
                        options.now().toString(),
                        "--quiet")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
