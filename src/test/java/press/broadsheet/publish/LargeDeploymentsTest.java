package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.broadsheet.publish.TenThousandFiles.CALM;
import static press.broadsheet.publish.TenThousandFiles.FILM;
import static press.broadsheet.publish.TenThousandFiles.FILM_SIZE;
import static press.broadsheet.publish.TenThousandFiles.FIRST;
import static press.broadsheet.publish.TenThousandFiles.NOON;
import static press.broadsheet.publish.TenThousandFiles.changeOne;
import static press.broadsheet.publish.TenThousandFiles.make;
import static press.broadsheet.publish.TenThousandFiles.paths;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                Place.in(Path.of("content/site.yaml")),
                Map.of()));
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
        make(folder);
    }

    private String inLittleMemory(String kind, int port) throws IOException, InterruptedException {
        return TenThousandFiles.inLittleMemory(
                LargeDeploymentsTest.class, kind, folder.toString(), Integer.toString(port), NOON.toString());
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
        assertEquals(FILM_SIZE, Files.size(shown.resolve(FILM)));
        assertTrue(
                deploy("folder", folder, 0, NOON.plusSeconds(60)).difference().isNothing());
        assertEquals(shown, folder.resolve("www").toRealPath(), "It made a release of nothing new");
        changeOne(folder);
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
            assertEquals(FILM_SIZE, Files.size(host.root.resolve("srv/www").resolve(FILM)));

            host.requests.set(0);
            assertTrue(deploy("sftp", folder, host.port(), NOON.plusSeconds(60))
                    .difference()
                    .isNothing());
            int idle = host.requests.get();
            // The manifest is read in pieces of 32 kB; nothing else is asked for.
            long manifest = Files.size(host.root.resolve("srv/www/.broadsheet/manifest.gz"));
            assertTrue(idle <= 6 + manifest / 32_000 * 2, idle + " requests for " + manifest + " bytes");

            host.requests.set(0);
            changeOne(folder);
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
            changeOne(folder);
            assertOnlyItWasSent(deploy("git", folder, git.port(), NOON.plusSeconds(120)));
            assertTrue(git.requests.get() <= 10, git.requests + " requests");
        }
    }
}
