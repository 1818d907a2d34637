package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.publish.folder.FolderTarget;
import press.broadsheet.publish.git.GitTarget;
import press.broadsheet.publish.sftp.SftpTarget;

/**
 * A paper of ten thousand files on its way to a folder, over SSH and to a branch: in how much memory, and how often the place is asked. Of
 * object stores {@link LargeObjectStoreTest} tells.
 */
class LargeDeploymentsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int PAGES = 9_999;
    private static final String FILM = "media/film.mp4";
    private static final String FIRST = "world/0/0/index.html";

    /** The whole heap of the process that deploys. The film alone is larger. */
    private static final String HEAP = "-Xmx48m";

    /** A lock that is not written again while requests are counted. */
    private static final Lease.Pace CALM = new Lease.Pace(Duration.ofHours(1), Duration.ofHours(2));

    @TempDir
    private Path folder = Path.of("");

    /** A deployment in a process of its own: the kind of target, the folder, the port if there is one, and the moment. */
    public static void main(String[] arguments) throws IOException {
        Outcome done = deploy(
                arguments[0], Path.of(arguments[1]), Integer.parseInt(arguments[2]), Instant.parse(arguments[3]));
        if (!done.isComplete()) {
            throw new IOException(done.failure().toString());
        }
    }

    private static List<OutputPath> paths() {
        var paths = new ArrayList<>(IntStream.range(0, PAGES)
                .mapToObj(i -> new OutputPath("world/" + i % 100 + "/" + i + "/index.html"))
                .toList());
        paths.add(new OutputPath(FILM));
        return paths;
    }

    private static Target.Session open(String kind, Path folder, int port) throws IOException {
        Map<String, String> settings = switch (kind) {
            case "folder" -> Map.of("path", "www", "keep", "2");
            case "git" -> Map.of("repository", "http://127.0.0.1:" + port + "/site.git");
            default ->
                Map.of("host", "127.0.0.1", "port", Integer.toString(port), "user", "editor", "path", "/srv/www");
        };
        Target target = switch (kind) {
            case "folder" -> new FolderTarget();
            case "git" -> new GitTarget();
            default -> new SftpTarget();
        };
        Target.Session session = target.open(new TargetSettings(
                "here",
                kind,
                settings,
                folder,
                Map.of("HOME", folder.resolve("home").toString(), "BROADSHEET_GIT_TOKEN", GitHost.TOKEN),
                Place.in(Path.of("content/site.yaml"))));
        return session instanceof StoreSession store ? store.at(CALM) : session;
    }

    private static Outcome deploy(String kind, Path folder, int port, Instant now) throws IOException {
        var site = FinishedSite.read(folder.resolve("public"), paths());
        var terms = new Deployment.Terms(now, Duration.ofHours(1), 2, Duration.ofMillis(10), Stage::of);
        try (Target.Session session = open(kind, folder, port)) {
            var deployment = new Deployment(site, terms, Transfer.NONE);
            deployment.compare(session);
            return deployment.run(session, work -> List.of("Publish"), work -> {});
        }
    }

    @BeforeEach
    void aLargePaper() throws IOException {
        Path made = folder.resolve("public");
        for (OutputPath path : paths()) {
            Files.createDirectories(made.resolve(path.folder()));
            Files.writeString(made.resolve(path.path()), "page " + path);
        }
        try (var film = new RandomAccessFile(made.resolve(FILM).toFile(), "rw")) {
            film.setLength(64L << 20);
        }
    }

    private void oneArticleChanges() throws IOException {
        Files.writeString(folder.resolve("public").resolve(FIRST), "another page");
    }

    private static void assertOnlyItWasSent(Outcome done) {
        assertTrue(done.isComplete(), done.toString());
        assertEquals(List.of(new OutputPath(FIRST)), done.sent());
    }

    @Test
    void aFolder() throws Exception {
        assertEquals("", inLittleMemory("folder", 0));
        Path shown = folder.resolve("www").toRealPath();
        assertEquals("page " + FIRST, Files.readString(shown.resolve(FIRST)));
        assertEquals(64L << 20, Files.size(shown.resolve(FILM)));
        assertTrue(
                deploy("folder", folder, 0, NOON.plusSeconds(60)).difference().isNothing());
        assertEquals(shown, folder.resolve("www").toRealPath(), "It made a release of nothing new");
        oneArticleChanges();
        assertOnlyItWasSent(deploy("folder", folder, 0, NOON.plusSeconds(120)));
        Path next = folder.resolve("www").toRealPath();
        assertEquals("another page", Files.readString(next.resolve(FIRST)));
        assertTrue(
                Files.isSameFile(shown.resolve(FILM), next.resolve(FILM)),
                "What did not change takes room a second time");
    }

    @Test
    void aHostOverSsh() throws Exception {
        try (var host = new SecureHost(folder)) {
            host.makeKnown(host.port());
            assertEquals("", inLittleMemory("sftp", host.port()));
            assertEquals(64L << 20, Files.size(host.root.resolve("srv/www").resolve(FILM)));

            host.requests.set(0);
            assertTrue(deploy("sftp", folder, host.port(), NOON.plusSeconds(60))
                    .difference()
                    .isNothing());
            int idle = host.requests.get();
            // The manifest is read in pieces of 32 kB; nothing else is asked for.
            long manifest = Files.size(host.root.resolve("srv/www/.broadsheet/manifest.gz"));
            assertTrue(idle <= 6 + manifest / 32_000 * 2, idle + " requests for " + manifest + " bytes");

            host.requests.set(0);
            oneArticleChanges();
            assertOnlyItWasSent(deploy("sftp", folder, host.port(), NOON.plusSeconds(120)));
            // The manifest is read twice, written twice and kept once.
            assertTrue(host.requests.get() < 60 + 5 * idle, host.requests + " requests, of which to read it: " + idle);
        }
    }

    @Test
    void aBranch() throws Exception {
        try (var git = new GitHost(folder.resolve("site.git"))) {
            assertEquals("", inLittleMemory("git", git.port()));
            assertEquals("page " + FIRST, git.file("gh-pages", FIRST));

            git.requests.set(0);
            assertTrue(deploy("git", folder, git.port(), NOON.plusSeconds(60))
                    .difference()
                    .isNothing());
            assertTrue(git.requests.get() <= 3, git.requests + " requests");

            git.requests.set(0);
            oneArticleChanges();
            assertOnlyItWasSent(deploy("git", folder, git.port(), NOON.plusSeconds(120)));
            assertTrue(git.requests.get() <= 10, git.requests + " requests");
        }
    }

    /** What the process says if it fails. */
    private String inLittleMemory(String kind, int port) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeDeploymentsTest.class.getName(),
                        kind,
                        folder.toString(),
                        Integer.toString(port),
                        NOON.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }
}
