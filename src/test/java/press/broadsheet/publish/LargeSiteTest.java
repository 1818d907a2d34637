package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.files.OutputPath;

/** How often a store is asked for a paper of ten thousand files. */
class LargeSiteTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int FILES = 10_000;

    @TempDir
    private Path folder = Path.of("");

    private final Counted store = new Counted();
    private List<OutputPath> paths = List.of();

    /** A store in memory that writes down what it is asked. */
    private static final class Counted implements Store {
        private final Map<String, byte[]> files = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

        @Override
        public String place() {
            return "memory";
        }

        @Override
        public int lanes() {
            return 4;
        }

        @Override
        public Optional<byte[]> read(String name) {
            asked.add("read " + name);
            return Optional.ofNullable(files.get(name));
        }

        @Override
        public void write(String name, byte[] bytes) {
            asked.add("write " + name);
            files.put(name, bytes);
        }

        @Override
        public boolean create(String name, byte[] bytes) {
            asked.add("create " + name);
            return files.putIfAbsent(name, bytes) == null;
        }

        @Override
        public void send(SiteFile file, Path from) throws IOException {
            asked.add("send " + file.path());
            files.put(file.path().path(), Files.readAllBytes(from));
        }

        @Override
        public void copy(String from, String to) throws IOException {
            asked.add("copy " + from);
            byte[] bytes = files.get(from);
            if (bytes == null) {
                throw new FileNotFoundException(from);
            }
            files.put(to, bytes);
        }

        @Override
        public void remove(String name) {
            asked.add("remove " + name);
            files.remove(name);
        }

        @Override
        public Set<String> names(String path) {
            asked.add("list " + path);
            return files.keySet().stream()
                    .filter(name -> name.startsWith(path + "/"))
                    .map(name -> name.substring(path.length() + 1))
                    .collect(Collectors.toSet());
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void tenThousandPages() throws IOException {
        paths = IntStream.range(0, FILES)
                .mapToObj(i -> new OutputPath("world/" + i % 100 + "/" + i + "/index.html"))
                .toList();
        for (OutputPath path : paths) {
            Path file = folder.resolve(path.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, "page");
        }
    }

    private Outcome deploy(Instant now) throws IOException {
        var terms = new Deployment.Terms(now, Duration.ofHours(1), 1, Duration.ZERO, Stage::of);
        try (var session = new StoreSession(store)) {
            var deployment = new Deployment(FinishedSite.read(folder, paths), terms, Transfer.NONE);
            deployment.compare(session);
            return deployment.run(session, work -> List.of(), work -> {});
        }
    }

    @Test
    void aDeploymentWithoutChangesReadsTheManifestAndNothingElse() throws IOException {
        assertTrue(deploy(NOON).isComplete());
        store.asked.clear();
        assertTrue(deploy(NOON.plusSeconds(60)).difference().isNothing());
        assertEquals(List.of("read .broadsheet/manifest.gz"), List.copyOf(store.asked));
    }

    @Test
    void onePageThatChangedTakesAHandfulOfRequests() throws IOException {
        deploy(NOON);
        store.asked.clear();
        Files.writeString(folder.resolve(paths.getFirst().path()), "another page");
        assertEquals(1, deploy(NOON.plusSeconds(60)).sent().size());
        assertEquals(
                List.of(
                        "read .broadsheet/manifest.gz",
                        "create .broadsheet/lock",
                        "read .broadsheet/manifest.gz",
                        "list .broadsheet/before",
                        "write .broadsheet/before.gz",
                        "write .broadsheet/manifest.gz",
                        "copy world/0/0/index.html",
                        "send world/0/0/index.html",
                        "write .broadsheet/manifest.gz",
                        "remove .broadsheet/lock"),
                store.asked.stream().toList());
    }
}
