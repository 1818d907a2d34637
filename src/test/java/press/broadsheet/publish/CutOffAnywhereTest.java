package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.broadsheet.files.OutputPath;

/**
 * The law of deployments to places that readers see meanwhile: cut off at whichever request, before it was done or after, they leave
 * a paper in which every link leads somewhere, and the next deployment completes it.
 */
class CutOffAnywhereTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Lease.Pace CALM = new Lease.Pace(Duration.ofHours(1), Duration.ofHours(2));
    /** Finds at once that nobody is there any more. */
    private static final Lease.Pace IMPATIENT = new Lease.Pace(Duration.ofMillis(1), Duration.ofMillis(1));

    /** What each page links to and loads, between blanks; other files stand for themselves. */
    private static final Map<String, String> BEFORE = Map.of(
            "index.html", "world/a/index.html world/b/index.html world/index.html assets/one.css",
            "world/index.html", "world/a/index.html world/b/index.html assets/one.css",
            "world/a/index.html", "assets/one.css media/a.png index.html",
            "world/b/index.html", "assets/one.css world/a/index.html",
            "feed.xml", "world/a/index.html world/b/index.html",
            "assets/one.css", "",
            "media/a.png", "");

    /** Another style sheet, a new article that others name, and one that is gone. */
    private static final Map<String, String> AFTER = Map.of(
            "index.html", "world/c/index.html world/a/index.html world/index.html assets/two.css",
            "world/index.html", "world/c/index.html world/a/index.html assets/two.css",
            "world/a/index.html", "assets/two.css media/a.png index.html world/c/index.html",
            "world/c/index.html", "assets/two.css media/c.png world/a/index.html",
            "feed.xml", "world/c/index.html world/a/index.html",
            "assets/two.css", "",
            "media/a.png", "",
            "media/c.png", "");

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    private int left = Integer.MAX_VALUE;
    private When when = When.BEFORE_IT_IS_DONE;

    /** When a request is cut off. */
    enum When {
        BEFORE_IT_IS_DONE,
        AFTER_IT_WAS_DONE
    }

    /** A store in memory whose wire is cut at one request, and stays so. */
    private final class Mortal implements Store {
        private <T> T ask(Supplier<T> work) throws IOException {
            left--;
            boolean isDone = left > 0 || (left == 0 && when == When.AFTER_IT_WAS_DONE);
            Optional<T> answer = isDone ? Optional.of(work.get()) : Optional.empty();
            if (left <= 0) {
                throw new IOException("cut off");
            }
            return answer.orElseThrow();
        }

        @Override
        public String place() {
            return "memory";
        }

        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public Optional<byte[]> read(String name) throws IOException {
            return ask(() -> Optional.ofNullable(files.get(name)));
        }

        @Override
        public void write(String name, byte[] bytes) throws IOException {
            ask(() -> Optional.ofNullable(files.put(name, bytes)));
        }

        @Override
        public boolean create(String name, byte[] bytes) throws IOException {
            return ask(() -> files.putIfAbsent(name, bytes) == null);
        }

        @Override
        public void send(SiteFile file, Path from) throws IOException {
            byte[] bytes = Files.readAllBytes(from);
            ask(() -> Optional.ofNullable(files.put(file.path().path(), bytes)));
        }

        @Override
        public void copy(String from, String to) throws IOException {
            boolean done = ask(() -> {
                byte[] bytes = files.get(from);
                if (bytes != null) {
                    files.put(to, bytes);
                }
                return bytes != null;
            });
            if (!done) {
                throw new FileNotFoundException(from);
            }
        }

        @Override
        public void remove(String name) throws IOException {
            ask(() -> Optional.ofNullable(files.remove(name)));
        }

        @Override
        public Set<String> names(String path) throws IOException {
            return ask(() -> files.keySet().stream()
                    .filter(name -> name.startsWith(path + "/"))
                    .map(name -> name.substring(path.length() + 1))
                    .collect(Collectors.toSet()));
        }

        @Override
        public void close() {}
    }

    private Outcome deploy(Map<String, String> site, Instant now, Lease.Pace pace) throws IOException {
        Path made = folder.resolve("public");
        for (var file : site.entrySet()) {
            Files.createDirectories(made.resolve(file.getKey()).getParent());
            Files.writeString(made.resolve(file.getKey()), file.getValue());
        }
        var finished = FinishedSite.read(
                made, site.keySet().stream().map(OutputPath::new).sorted().toList());
        var terms = new Deployment.Terms(now, Duration.ofHours(1), 1, Duration.ZERO, Stage::of);
        try (var session = new StoreSession(new Mortal()).at(pace)) {
            return new Deployment(finished, terms, Transfer.NONE).run(session, work -> List.of(), work -> {});
        }
    }

    private void rollBack(Lease.Pace pace) throws IOException {
        try (var session = new StoreSession(new Mortal()).at(pace)) {
            assertEquals(Optional.empty(), session.lock(NOON.plusSeconds(600)));
            session.rollBack();
        }
    }

    private Map<String, String> shown() {
        var shown = new TreeMap<String, String>();
        files.forEach((path, bytes) -> {
            if (!path.startsWith(".broadsheet/")) {
                shown.put(path, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return shown;
    }

    /** All that a reader gets to who begins at the front page, or has any page of before open. */
    private void assertEveryLinkLeadsSomewhere(String moment) {
        Map<String, String> shown = shown();
        shown.forEach((path, text) -> assertTrue(
                text.equals(BEFORE.get(path)) || text.equals(AFTER.get(path)),
                path + " is neither old nor new " + moment));
        var reached = new TreeSet<String>();
        var next = new ArrayDeque<>(List.of("index.html", "feed.xml"));
        while (!next.isEmpty()) {
            String path = next.pop();
            assertTrue(shown.containsKey(path), path + " is linked and not there " + moment);
            if (reached.add(path)) {
                for (String link : shown.getOrDefault(path, "").split(" ", -1)) {
                    if (!link.isEmpty()) {
                        next.add(link);
                    }
                }
            }
        }
        BEFORE.keySet()
                .forEach(path -> assertTrue(shown.containsKey(path), path + " is gone before its time " + moment));
    }

    /** What readers can reach when all is done: the site, and for an hour what is gone. */
    private static Map<String, String> withWhatIsGone() {
        var all = new TreeMap<>(BEFORE);
        all.putAll(AFTER);
        return all;
    }

    private void begin(When cut, int request) throws IOException {
        files.clear();
        left = Integer.MAX_VALUE;
        deploy(BEFORE, NOON, CALM);
        assertEquals(new TreeMap<>(BEFORE), shown());
        when = cut;
        left = request;
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void aDeploymentLeavesNoLinkThatLeadsNowhereAndTheNextCompletesIt(When cut) throws IOException {
        boolean whole = false;
        int request = 1;
        for (; !whole; request++) {
            begin(cut, request);
            whole = isWhole(() -> deploy(AFTER, NOON.plusSeconds(60), CALM).isComplete());
            String moment = "after request " + request;
            assertEveryLinkLeadsSomewhere(moment);
            left = Integer.MAX_VALUE;
            assertTrue(deploy(AFTER, NOON.plusSeconds(120), IMPATIENT).isComplete(), moment);
            assertEquals(withWhatIsGone(), shown(), moment);
            assertTrue(deploy(AFTER, NOON.plusSeconds(7200), IMPATIENT).isComplete(), moment);
            assertEquals(new TreeMap<>(AFTER), shown(), moment);
            assertEquals(
                    Set.of(".broadsheet/manifest.gz", ".broadsheet/before.gz"),
                    files.keySet().stream()
                            .filter(name -> name.startsWith(".broadsheet/") && !name.contains("/before/"))
                            .collect(Collectors.toSet()),
                    "A lock is left " + moment);
        }
        assertTrue(request > 15, "Only " + request + " requests were cut off");
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void aDeploymentThatWasCutOffAndCompletedCanBeTakenBackWhole(When cut) throws IOException {
        boolean whole = false;
        for (int request = 1; !whole; request++) {
            begin(cut, request);
            whole = isWhole(() -> deploy(AFTER, NOON.plusSeconds(60), CALM).isComplete());
            left = Integer.MAX_VALUE;
            assertTrue(deploy(AFTER, NOON.plusSeconds(120), IMPATIENT).isComplete());
            rollBack(IMPATIENT);
            assertHas(BEFORE, "after request " + request);
        }
    }

    /** The deployment that was cut off was the first of these words, or the last: what was before it is what readers had whole. */
    @ParameterizedTest
    @EnumSource(When.class)
    void aRollbackThatWasCutOffIsCompletedByBeingRunAgain(When cut) throws IOException {
        boolean whole = false;
        for (int request = 1; !whole; request++) {
            begin(cut, Integer.MAX_VALUE);
            deploy(AFTER, NOON.plusSeconds(60), CALM);
            left = request;
            whole = isWhole(() -> {
                rollBack(CALM);
                return true;
            });
            assertEveryLinkLeadsSomewhere("after request " + request + " of a rollback");
            left = Integer.MAX_VALUE;
            if (!whole && !shown().entrySet().containsAll(BEFORE.entrySet())) {
                rollBack(IMPATIENT);
            }
            assertHas(BEFORE, "after request " + request + " of a rollback");
            assertTrue(deploy(AFTER, NOON.plusSeconds(900), IMPATIENT).isComplete());
            assertHas(AFTER, "after request " + request + " of a rollback");
        }
    }

    private void assertHas(Map<String, String> site, String moment) {
        Map<String, String> shown = shown();
        site.forEach((path, text) -> assertEquals(text, shown.get(path), path + " " + moment));
    }

    /** Something that may be cut off. */
    private interface Work {
        boolean done() throws IOException;
    }

    private static boolean isWhole(Work work) {
        try {
            return work.done();
        } catch (IOException cutOff) {
            return false;
        }
    }

    @Test
    void whatOpenPagesAskForComesAfterThePage() {
        assertEquals(Stage.LIST, Stage.of(new OutputPath("world/storm/live.json")));
        assertEquals(Stage.PAGE, Stage.of(new OutputPath("world/storm/index.html")));
    }

    @Test
    void thisTestSeesALinkThatLeadsNowhere() {
        files.put("index.html", AFTER.getOrDefault("index.html", "").getBytes(StandardCharsets.UTF_8));
        try {
            assertEveryLinkLeadsSomewhere("now");
        } catch (AssertionError seen) {
            return;
        }
        throw new AssertionError("It was not seen");
    }
}
