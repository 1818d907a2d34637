package press.broadsheet.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    @TempDir
    Path folder;

    @Test
    void waitingGoesOnWhileThePageThatWasAskedGivesWayToAnother() throws Exception {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "NOT TESTED: no Chromium on this machine");
        Files.writeString(folder.resolve("first.html"), """
                <!doctype html><title>first</title><script>
                    const later = new Promise(() => setTimeout(() => location.replace('second.html'), 300));
                </script>""");
        Files.writeString(folder.resolve("second.html"), """
                <!doctype html><title>second</title><script>const later = Promise.resolve(true);</script>""");
        var browser = new Chromium(program.get());
        try (var server = new PaperServer(folder)) {
            browser.open(server.base().resolve("first.html"));
            browser.await("later");
            assertEquals("second", browser.evaluate("document.title").asText());
        } finally {
            browser.quit();
        }
    }
}
