package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.cli.Main;
import press.broadsheet.sites.SiteBuilder;

/**
 * The command {@code build} in a process that is killed as {@code kill -9} does it, at instants of the clock. {@code
 * -Dkill.processes=N} kills more often.
 */
class KilledProcessTest {
    private static final int PROCESSES = 12;
    private static final int EACH = 10;

    @TempDir
    private Path folder = Path.of("");

    /** A build that begins when it is told to: the machine's start is not what is to be killed. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] args) throws IOException {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            if (in.readLine() != null) {
                Main.main(args);
            }
        }
    }

    @Test
    void aKilledProcessHarmsNothingAndTheNextFinishesItsWork() throws Exception {
        int wanted = Integer.getInteger("kill.processes", PROCESSES);
        var random = new Random(1);
        int killed = 0;
        int tries = 0;
        // How long a build takes is found out by killing too late.
        double longest = 1500;
        for (long seed = 0; killed < wanted; seed++) {
            var paper = new KilledPaper(folder.resolve("paper-" + seed), seed);
            Process waiting = process(paper.options());
            try {
                for (int kill = 0; kill < EACH && killed < wanted; kill++) {
                    Process victim = waiting;
                    tell(victim);
                    long instant = random.nextLong((long) longest);
                    Thread.sleep(instant);
                    victim.destroyForcibly();
                    assertTrue(victim.waitFor(60, TimeUnit.SECONDS));
                    // 137: by a signal.
                    boolean inTime = victim.exitValue() > 128;
                    tries++;
                    killed += inTime ? 1 : 0;
                    longest *= inTime ? 1.03 : 0.93;
                    paper.assertOldOrNew("killed after " + instant + " ms");
                    paper.assertFinishedBy(SiteBuilder.build(paper.options()));
                    paper.change();
                    waiting = process(paper.options());
                }
            } finally {
                waiting.destroyForcibly().waitFor();
            }
            paper.delete();
        }
        System.out.println(killed + " of " + tries + " processes were killed before they had ended");
    }

    private static void tell(Process victim) throws IOException {
        try (var out = victim.getOutputStream()) {
            out.write("go\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Process process(BuildOptions options) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dbroadsheet.home=" + options.home().toAbsolutePath(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Waiting.class.getName(),
                "build",
                options.site().toString(),
                "--now",
                options.now().toString(),
                "--quiet"));
        if (options.keepGoing()) {
            command.add("--keep-going");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
