package press.broadsheet.publish;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real disk with little room, in memory, that can be filled and locked. Where this user may not have one, the test skips, loudly.
 */
final class SmallDisk implements Closeable {
    private static final int PAGE = 4096;

    final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Puts it where a folder is. */
    static SmallDisk at(Path folder, int kilobytes) throws IOException {
        Files.createDirectories(folder);
        String told = run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
        assumeTrue(told.isEmpty(), "No small disk can be made here, so nothing is known of full ones: " + told);
        return new SmallDisk(folder);
    }

    /** Lets so many pages of it be free. */
    void fill(int pagesLeft) throws IOException {
        makeRoom();
        Path filler = folder.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[PAGE]);
            }
        } catch (IOException full) {
            long size = Files.size(filler) / PAGE * PAGE - (long) pagesLeft * PAGE;
            try (var channel = java.nio.channels.FileChannel.open(filler, java.nio.file.StandardOpenOption.WRITE)) {
                channel.truncate(Math.max(0, size));
            }
        }
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(folder.resolve("filler"));
    }

    void lock() throws IOException {
        must("mount", "-o", "remount,ro", folder.toString());
    }

    void unlock() throws IOException {
        must("mount", "-o", "remount,rw", folder.toString());
    }

    private static void must(String... command) throws IOException {
        String told = run(command);
        if (!told.isEmpty()) {
            throw new IOException(told);
        }
    }

    /** What it says if it fails. */
    private static String run(String... command) throws IOException {
        var line = new ArrayList<>(List.of(command));
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            try (InputStream said = process.getInputStream()) {
                String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
                int exit = process.waitFor();
                return exit == 0 ? "" : exit + " " + text;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException notThere) {
            return notThere.toString();
        }
    }

    @Override
    public void close() throws IOException {
        must("umount", "-l", folder.toString());
    }
}
