package press.broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.sites.SiteBuilder;

/** The same is asked of both ways to watch. */
class WatcherTest {
    @TempDir
    private Path site = Path.of("");

    @BeforeEach
    void paper() throws IOException {
        Files.createDirectories(site.resolve("content/world"));
        Files.writeString(site.resolve("content/world/river.md"), "river");
    }

    private Watcher watcher(boolean events) throws IOException {
        return new Watcher(
                events
                        ? new FileEvents(site.toRealPath(), Watcher.FOLDERS)
                        : new Polling(site, Watcher.FOLDERS, Duration.ofMillis(20)));
    }

    private void write(String path, String text) throws IOException {
        Path file = site.resolve(path);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    /** Whether a wait comes to its end; one that does not is ended by closing. */
    private static CompletableFuture<Boolean> waiting(Watcher watcher) {
        var done = new CompletableFuture<Boolean>();
        var thread = new Thread(() -> {
            try {
                done.complete(watcher.await());
            } catch (InterruptedException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private static boolean isTold(Watcher watcher) throws Exception {
        return waiting(watcher).get(10, TimeUnit.SECONDS);
    }

    private static boolean isQuiet(Watcher watcher) throws Exception {
        try {
            waiting(watcher).get(300, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException e) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBurstOfSavesIsOneChange(boolean events) throws Exception {
        try (Watcher watcher = watcher(events)) {
            for (int i = 0; i < 20; i++) {
                write("content/world/river.md", "river " + "x".repeat(i));
            }
            assertTrue(isTold(watcher));
            assertTrue(isQuiet(watcher));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatIsRenamedOverAnotherIsOneChange(boolean events) throws Exception {
        try (Watcher watcher = watcher(events)) {
            write("content/world/.river.md.new", "another river");
            Files.move(
                    site.resolve("content/world/.river.md.new"),
                    site.resolve("content/world/river.md"),
                    StandardCopyOption.ATOMIC_MOVE);
            assertTrue(isTold(watcher));
            assertTrue(isQuiet(watcher));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSavedWhileNobodyWaitsIsToldByTheNextWait(boolean events) throws Exception {
        try (Watcher watcher = watcher(events)) {
            write("content/world/river.md", "one");
            assertTrue(isTold(watcher));
            write("content/world/river.md", "two and more");
            Thread.sleep(100);
            assertTrue(isTold(watcher));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void foldersThatAreMadeLaterAreWatched(boolean events) throws Exception {
        try (Watcher watcher = watcher(events)) {
            write("content/sport/2026/11/race.md", "race");
            assertTrue(isTold(watcher));
            write("content/sport/2026/11/race.md", "another race");
            assertTrue(isTold(watcher));
            write("templates/front.peb", "front");
            assertTrue(isTold(watcher));
            write("templates/front.peb", "another front");
            assertTrue(isTold(watcher));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolderThatIsDeletedAndMadeAgainIsWatched(boolean events) throws Exception {
        try (Watcher watcher = watcher(events)) {
            SiteBuilder.delete(site.resolve("content"));
            assertTrue(isTold(watcher));
            write("content/world/river.md", "again");
            assertTrue(isTold(watcher));
            write("content/world/river.md", "and again");
            assertTrue(isTold(watcher));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheBuildWritesAndWhatIsHiddenIsNoChange(boolean events) throws Exception {
        try (Watcher watcher = watcher(events)) {
            write("public/index.html", "front");
            write(".broadsheet/lock", "");
            if (events) {
                write("content/world/.river.md.swp", "swap");
            }
            assertTrue(isQuiet(watcher));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closingEndsTheWait(boolean events) throws Exception {
        Watcher watcher = watcher(events);
        CompletableFuture<Boolean> waiting = waiting(watcher);
        Thread.sleep(50);
        watcher.close();
        if (events) {
            assertFalse(waiting.get(10, TimeUnit.SECONDS));
        }
    }

    /** Signals of folders in which nothing happens, and how long each wait would have been. */
    private static final class Silence implements Signals {
        private final java.util.List<Duration> waits = new java.util.ArrayList<>();

        @Override
        public boolean await(@org.jspecify.annotations.Nullable Duration longest) {
            waits.add(java.util.Objects.requireNonNull(longest));
            return false;
        }

        @Override
        public press.broadsheet.build.Touched touched() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    @org.junit.jupiter.api.Test
    void whoWaitsForAnInstantLooksAtTheClockNowAndAgainSinceMachinesSleepAndClocksAreSet() throws Exception {
        var silence = new Silence();
        var noon = java.time.Instant.parse("2026-11-24T12:00:00Z");
        // Six hours to go; the clock is set back by one; the machine sleeps for seven.
        var clock = new java.util.ArrayDeque<>(
                java.util.List.of(noon, noon.plusSeconds(20), noon.minusSeconds(3600), noon.plusSeconds(7 * 3600)));
        try (var watcher = new Watcher(silence)) {
            org.junit.jupiter.api.Assertions.assertEquals(
                    Watcher.Cause.TIME,
                    watcher.await(java.util.Optional.of(noon.plusSeconds(6 * 3600)), clock::removeFirst));
        }
        org.junit.jupiter.api.Assertions.assertEquals(3, silence.waits.size());
        silence.waits.forEach(
                wait -> assertTrue(wait.compareTo(Duration.ofSeconds(20)) <= 0, wait + " without a look"));
    }
}
