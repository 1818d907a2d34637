package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.publish.folder.FolderTarget;

class FolderDeploymentTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> site = new TreeMap<>(Map.of(
            "index.html", "front", "world/river/index.html", "river", "assets/paper.css", "css", "feed.xml", "feed"));

    private Target.Session open() throws IOException {
        return open("www");
    }

    private Target.Session open(String path) throws IOException {
        return new FolderTarget()
                .open(new TargetSettings(
                        "here",
                        "folder",
                        Map.of("path", path, "keep", "2"),
                        folder,
                        Map.of(),
                        Place.in(Path.of("content/site.yaml")),
                        Map.of()));
    }

    private FinishedSite finished() throws IOException {
        Path made = folder.resolve("public");
        for (var file : site.entrySet()) {
            Files.createDirectories(made.resolve(file.getKey()).getParent());
            Files.writeString(made.resolve(file.getKey()), file.getValue());
        }
        return FinishedSite.read(
                made, site.keySet().stream().map(OutputPath::new).toList());
    }

    private Outcome deploy(Instant now) throws IOException {
        return deploy(now, "www");
    }

    private Outcome deploy(Instant now, String path) throws IOException {
        try (Target.Session session = open(path)) {
            return deploy(now, session);
        }
    }

    private Outcome deploy(Instant now, Target.Session session) throws IOException {
        var terms = new Deployment.Terms(now, Duration.ofHours(1), 2, Duration.ZERO, Stage::of);
        return new Deployment(finished(), terms, Transfer.NONE).run(session, work -> List.of(), work -> {});
    }

    private Map<String, String> shown() throws IOException {
        return shown("www");
    }

    private Map<String, String> shown(String path) throws IOException {
        var files = new TreeMap<String, String>();
        Path www = folder.resolve(path).toRealPath();
        try (var walk = Files.walk(www)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(www.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void theFirstDeploymentShowsTheWholeSite() throws IOException {
        Outcome done = deploy(NOON);
        assertTrue(done.isComplete(), done.toString());
        assertEquals(4, done.sent().size());
        assertEquals(site, shown());
        assertEquals("index.html", done.sent().getLast().path(), "The front comes last");
        assertEquals("assets/paper.css", done.sent().getFirst().path(), "Assets come first");
    }

    @Test
    void onlyWhatChangedIsSent() throws IOException {
        deploy(NOON);
        site.put("world/river/index.html", "the river rises");
        Outcome done = deploy(NOON.plusSeconds(60));
        assertEquals(List.of(new OutputPath("world/river/index.html")), done.sent());
        assertEquals(15, done.bytes());
        assertEquals(site, shown());
    }

    @Test
    void nothingIsTouchedWhenNothingChanged() throws IOException {
        deploy(NOON);
        Path release = folder.resolve("www").toRealPath();
        Outcome done = deploy(NOON.plusSeconds(60));
        assertTrue(done.isComplete() && done.difference().isNothing());
        assertEquals(release, folder.resolve("www").toRealPath());
    }

    @Test
    void whatIsGoneStaysForTheTimeOfGraceAndIsThenRemoved() throws IOException {
        deploy(NOON);
        site.remove("feed.xml");
        deploy(NOON.plusSeconds(60));
        assertTrue(shown().containsKey("feed.xml"));
        Outcome done = deploy(NOON.plusSeconds(60 + 3600));
        assertEquals(List.of(new OutputPath("feed.xml")), done.removed());
        assertEquals(site, shown());
    }

    @Test
    void whatComesBackDuringGraceIsWantedAgain() throws IOException {
        deploy(NOON);
        site.remove("feed.xml");
        deploy(NOON.plusSeconds(60));
        site.put("feed.xml", "feed");
        deploy(NOON.plusSeconds(120));
        deploy(NOON.plusSeconds(7200));
        assertEquals(site, shown());
    }

    @Test
    void aFileMakesRoomForAFolderOfItsNameAtOnce() throws IOException {
        site.put("river", "a file");
        deploy(NOON);
        site.remove("river");
        site.put("river/index.html", "a page");
        Files.delete(folder.resolve("public/river"));
        Outcome done = deploy(NOON.plusSeconds(60));
        assertTrue(done.isComplete(), done.toString());
        assertEquals(site, shown());
    }

    @Test
    void aSecondDeploymentAtTheSameTimeIsRefused() throws IOException {
        try (Target.Session first = open()) {
            assertTrue(first.lock(NOON).isEmpty());
            Outcome second = deploy(NOON);
            assertFalse(second.isComplete());
            assertTrue(second.other().orElseThrow().contains("is running"), second.toString());
        }
        assertTrue(deploy(NOON).isComplete());
    }

    @Test
    void theReleaseBeforeCanBeShownAgain() throws IOException {
        deploy(NOON);
        var before = shown();
        site.put("index.html", "a mistake");
        deploy(NOON.plusSeconds(60));
        try (Target.Session session = open()) {
            session.rollBack();
        }
        assertEquals(before, shown());
        site.put("index.html", "mended");
        deploy(NOON.plusSeconds(120));
        assertEquals(site, shown());
    }

    @Test
    void onlySoManyReleasesAreKept() throws IOException {
        for (int i = 0; i < 5; i++) {
            site.put("index.html", "front " + i);
            deploy(NOON.plusSeconds(i));
        }
        try (var files = Files.list(folder.resolve("www.releases"))) {
            assertEquals(2, files.filter(Files::isDirectory).count());
        }
        assertEquals(site, shown());
    }

    @Test
    void aFolderThatNoDeploymentMadeIsNotReplaced() throws IOException {
        Files.createDirectories(folder.resolve("www"));
        Outcome done = deploy(NOON);
        assertTrue(done.failure().toString().contains("not a link"), done.toString());
    }

    @Test
    void theRootOfTheFileSystemIsNoLink() {
        TargetFailure told = assertThrows(TargetFailure.class, () -> open("/"));
        assertEquals("\"/\" is the root of the file system; readers are shown a link in a folder.", told.getMessage());
        assertEquals("Name the link, which the first deployment makes: path: /srv/www/lantern", told.hint());
    }

    @Test
    void aDeploymentWithoutChangesReadsTheManifestOnce() throws IOException {
        deploy(NOON);
        var reads = new AtomicInteger();
        try (Target.Session session = open()) {
            Target.Session counting = (Target.Session) Proxy.newProxyInstance(
                    Target.Session.class.getClassLoader(),
                    new Class<?>[] {Target.Session.class},
                    (proxy, method, args) -> {
                        if (method.getName().equals("manifest")) {
                            reads.incrementAndGet();
                        }
                        return method.invoke(session, args);
                    });
            var terms = new Deployment.Terms(NOON.plusSeconds(60), Duration.ofHours(1), 1, Duration.ZERO, Stage::of);
            var deployment = new Deployment(finished(), terms, Transfer.NONE);
            assertTrue(deployment.compare(counting).isNothing());
            assertTrue(deployment.run(counting, work -> List.of(), work -> {}).isComplete());
        }
        assertEquals(1, reads.get());
    }

    @Test
    void aDiskThatIsFullIsToldReadersHaveOnePaperWholeAndTheNextDeploymentCompletesIt() throws IOException {
        for (int i = 0; i < 10; i++) {
            site.put("world/page-" + i + "/index.html", "old ".repeat(2000));
        }
        try (SmallDisk disk = SmallDisk.at(folder.resolve("srv"), 1000)) {
            assertTrue(deploy(NOON, "srv/www").isComplete());
            var before = shown("srv/www");
            site.replaceAll((path, text) -> text.replace("old", "new"));
            site.put("index.html", "the front after");
            // Whatever it is that finds no room: a folder, a file, the manifest, the link.
            boolean enough = false;
            for (int pages = 0; !enough; pages++) {
                disk.fill(pages);
                Outcome done = deploy(NOON.plusSeconds(60 + pages), "srv/www");
                disk.makeRoom();
                enough = done.isComplete();
                if (!enough) {
                    TargetFailure told = (TargetFailure) done.failure().orElseThrow();
                    assertEquals(
                            "There is no space left for " + disk.folder.resolve("www.releases")
                                    + ": No space left on device.",
                            told.getMessage());
                    assertEquals("Make room there, or keep fewer releases: keep: 2", told.hint());
                    assertEquals(before, shown("srv/www"));
                }
                assertTrue(pages < 100, "It never has enough");
            }
            assertEquals(site, shown("srv/www"));
            try (var left = Files.list(disk.folder.resolve("www.releases"))) {
                assertEquals(
                        List.of("lock", "release", "release", "release.manifest", "release.manifest"),
                        left.map(file ->
                                        file.getFileName().toString().replaceAll("[0-9]+T[0-9]+Z(-[0-9]+)?", "release"))
                                .sorted()
                                .toList(),
                        "What was not finished takes room");
            }
        }
    }

    @Test
    void aDiskThatIsLockedIsToldAndReadersKeepWhatTheyHave() throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("srv"), 1000)) {
            assertTrue(deploy(NOON, "srv/www").isComplete());
            var before = shown("srv/www");
            site.put("index.html", "the front after");
            disk.lock();
            TargetFailure told = (TargetFailure)
                    deploy(NOON.plusSeconds(60), "srv/www").failure().orElseThrow();
            assertEquals(
                    "Nothing can be written in " + disk.folder.resolve("www.releases") + ": Read-only file system.",
                    told.getMessage());
            assertEquals(before, shown("srv/www"));
            disk.unlock();
            assertTrue(deploy(NOON.plusSeconds(120), "srv/www").isComplete());
            assertEquals(site, shown("srv/www"));
        }
    }

    @Test
    void aFolderInWhichThisUserMayNotWriteIsToldAndReadersKeepWhatTheyHave() throws IOException {
        deploy(NOON);
        var before = shown();
        site.put("index.html", "the front after");
        Path releases = folder.resolve("www.releases");
        Files.setPosixFilePermissions(releases, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(releases), "This user may write anywhere");
            TargetFailure told =
                    (TargetFailure) deploy(NOON.plusSeconds(60)).failure().orElseThrow();
            assertEquals("Nothing can be written in " + releases + ": access is denied.", told.getMessage());
            assertEquals("Let the user who deploys write there.", told.hint());
        } finally {
            Files.setPosixFilePermissions(releases, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertEquals(before, shown());
        assertTrue(deploy(NOON.plusSeconds(120)).isComplete());
        assertEquals(site, shown());
    }

    @Test
    void aReleaseThatWasNeverFinishedIsSweptAway() throws IOException {
        deploy(NOON);
        Files.createDirectories(folder.resolve("www.releases/20261124T110000Z/world"));
        Files.writeString(folder.resolve("www.releases/20261124T110000Z/world/half.html"), "half");
        site.put("index.html", "the front after");
        assertTrue(deploy(NOON.plusSeconds(60)).isComplete());
        assertFalse(Files.exists(folder.resolve("www.releases/20261124T110000Z")));
    }

    @Test
    void aFileThatSomebodyTookOutOfTheReleaseIsToldWithTheWayOn() throws IOException {
        deploy(NOON);
        Path release = folder.resolve("www").toRealPath();
        Files.delete(release.resolve("feed.xml"));
        site.put("index.html", "the front after");
        TargetFailure told =
                (TargetFailure) deploy(NOON.plusSeconds(60)).failure().orElseThrow();
        assertEquals(
                "The release " + release + " has no feed.xml any more, which its manifest has.", told.getMessage());
        Files.delete(release.resolveSibling(release.getFileName() + ".manifest"));
        assertTrue(deploy(NOON.plusSeconds(120)).isComplete());
        assertEquals(site, shown());
    }

    @Test
    void whatAnotherDeploymentDidBetweenIsLookedAtOnceMore() throws IOException {
        deploy(NOON);
        site.put("index.html", "mine");
        try (Target.Session session = open()) {
            var terms = new Deployment.Terms(NOON.plusSeconds(60), Duration.ofHours(1), 1, Duration.ZERO, Stage::of);
            var mine = new Deployment(finished(), terms, Transfer.NONE);
            mine.compare(session);
            site.put("world/new/index.html", "theirs");
            deploy(NOON.plusSeconds(30));
            Outcome done = mine.run(session, work -> List.of(), work -> {
                throw new TargetFailure("would be gone: " + work.gone(), "");
            });
            assertTrue(done.failure().toString().contains("world/new/index.html"), done.toString());
        }
        assertTrue(shown().containsKey("world/new/index.html"));
    }
}
