package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.sites.SiteBuilder;

/** The commands on a disk that really has no room: a small one in memory. Where none may be mounted this skips, loudly. */
class FullDiskCommandTest {
    private static final int SIZE = 6 << 20;

    @TempDir
    private Path disk = Path.of("");

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void mount() throws Exception {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.toString());
        if (!mounted) {
            String message = "SKIPPED: no disk can be mounted here, so no paper was built on a full one";
            System.err.println(message);
            assumeTrue(false, message);
        }
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private int broadsheet(String... arguments) {
        err.getBuffer().setLength(0);
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                Console.Terminal.NONE,
                Map.of(),
                Path.of(System.getProperty("broadsheet.home", "")));
        return Main.run(console, arguments);
    }

    private SiteBuilder paper(String words, int articles) {
        var paper = new SiteBuilder(disk.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Lasting Times
                url: https://lasting.example/
                sections: [world]
                """);
        for (int number = 0; number < articles; number++) {
            paper.write(
                    "content/world/story-" + number + ".md",
                    "---\nheadline: Story " + number + "\npublished: 2026-11-20T08:00:00Z\n---\n"
                            + (words + " ").repeat(100));
        }
        return paper;
    }

    /** Takes all room but some bytes. */
    private Path fill(long left) throws IOException {
        Path filler = disk.resolve("filler");
        long room = Files.getFileStore(disk).getUsableSpace();
        Files.write(filler, new byte[(int) Math.max(0, room - left)]);
        return filler;
    }

    @Test
    void theLastPaperStaysWholeAndTheNextBuildFinishes() throws Exception {
        SiteBuilder paper = paper("First", 40);
        String[] build = {"build", paper.folder().toString(), "--now", SiteBuilder.NOON.toString()};
        assertEquals(0, broadsheet(build), err::toString);
        Map<String, String> before = SiteBuilder.tree(paper.output());
        paper("Second", 40);
        for (long left : new long[] {0, 20_000, 200_000}) {
            Path filler = fill(left);
            assertEquals(3, broadsheet(build), () -> left + " bytes left: " + err);
            assertEquals(1, err.toString().split("disk-full", -1).length - 1, err::toString);
            assertTrue(err.toString().contains("Make room"), err::toString);
            assertFalse(err.toString().contains("our fault"), err::toString);
            assertTrue(before.equals(SiteBuilder.tree(paper.output())), left + " bytes left: the paper has changed");
            Files.delete(filler);
        }
        assertEquals(0, broadsheet(build), err::toString);
        assertTrue(paper.published("world/2026/11/20/story-7/index.html").contains("Second"));
        assertEquals(0, broadsheet(build), err::toString);
    }

    @Test
    void otherCommandsSayItToo() throws Exception {
        fill(0);
        assertEquals(3, broadsheet("new", "site", disk.resolve("another").toString()));
        assertTrue(err.toString().contains("the disk has no room left"), err::toString);
    }
}
