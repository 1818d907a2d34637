package press.broadsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import press.broadsheet.build.Build;
import press.broadsheet.news.Hosting;
import press.broadsheet.publish.Announcement;
import press.broadsheet.publish.ChangesFile;
import press.broadsheet.publish.Difference;
import press.broadsheet.read.HostingReader;

/**
 * What follows when readers have the paper: others are told, and it is written down. Whatever of this fails is told, and the
 * deployment is good all the same.
 *
 * @param state the paper's {@code .broadsheet/}
 * @param root the paper's address, with a closing slash
 */
record Afterwards(Console console, Path site, Path state, URI root) {
    /** Finds out what changed. */
    interface Finding {
        ChangesFile find() throws IOException;
    }

    /** For caches and other programs. */
    void write(Finding changes) {
        try {
            Files.createDirectories(state);
            Files.write(state.resolve("changes.json"), changes.find().toBytes(root));
        } catch (IOException e) {
            tell("what changed could not be written to " + state.resolve("changes.json") + " (" + e + ")");
        }
    }

    /** Tells the hubs and search engines that the settings name. */
    void announce(Difference done) {
        try {
            Hosting.Pings pings = HostingReader.read(Files.readAllBytes(site.resolve("content/site.yaml")))
                    .pings();
            var announcement = new Announcement(root, pings.webSub(), pings.indexNow(), pings.indexNowService());
            if (announcement.isWanted()) {
                announcement.make(done).forEach(failure -> tell("not told: " + failure));
            }
        } catch (IOException e) {
            tell("nobody was told (" + e + ")");
        }
    }

    /** Writes down what readers have of each article now. */
    void record(Build paper) {
        try {
            paper.record();
        } catch (UncheckedIOException e) {
            tell("readers have the paper, but what they have could not be recorded (" + e.getMessage()
                    + "). Make content/_history/ writable and run: broadsheet record");
        }
    }

    private void tell(String what) {
        console.err().println("broadsheet: " + what + ".");
    }
}
