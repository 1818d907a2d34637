package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.publish.git.GitTarget;

/** A bare repository of this machine. */
class GitInAFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private GitHost git;
    private String repository = "../www.git";

    @BeforeEach
    void aRepository() throws IOException {
        git = new GitHost(folder.resolve("www.git"));
    }

    @AfterEach
    void end() {
        git.close();
    }

    private Outcome deploy(Instant now, String... files) throws IOException {
        Path made = folder.resolve("paper/public");
        for (String file : files) {
            java.nio.file.Files.createDirectories(made.resolve(file).getParent());
            java.nio.file.Files.writeString(
                    made.resolve(file),
                    "<meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"All &amp; "
                            + file + "\"> " + now);
        }
        var site = FinishedSite.read(
                made, List.of(files).stream().map(OutputPath::new).toList());
        var settings = new TargetSettings(
                "pages",
                "git",
                Map.of("repository", repository, "branch", "pages", "author", "Lantern <web@lantern.example>"),
                folder.resolve("paper"),
                Map.of(),
                Place.in(Path.of("content/site.yaml")),
                Map.of());
        var terms = new Deployment.Terms(now, Duration.ZERO, 1, Duration.ZERO, Stage::of);
        try (Target.Session session = new GitTarget().open(settings)) {
            return new Deployment(site, terms, Transfer.NONE).run(session, new Headlines(site)::of, work -> {});
        }
    }

    @Test
    void aCommitNamesTheArticlesThatChanged() throws IOException {
        assertTrue(deploy(NOON, "a/index.html", "b/index.html", "c.css").isComplete());
        assertEquals(
                "Publish 2 articles\n\n- All & a/index.html (/a/)\n- All & b/index.html (/b/)\n"
                        + "3 files added, 0 changed, 0 gone.\n",
                git.head("pages").getFullMessage());
        assertEquals("web@lantern.example", git.head("pages").getAuthorIdent().getEmailAddress());
    }

    @Test
    void aFileMakesRoomForAFolderOfItsName() throws IOException {
        deploy(NOON, "index.html", "river");
        java.nio.file.Files.delete(folder.resolve("paper/public/river"));
        Outcome done = deploy(NOON.plusSeconds(60), "index.html", "river/index.html");
        assertTrue(done.isComplete(), done.toString());
        assertTrue(git.files("pages").containsKey("river/index.html"));
    }

    @Test
    void aRealDiskThatIsFullOrLockedIsToldAndNothingOfItIsSeen() throws IOException {
        git.close();
        try (SmallDisk disk = SmallDisk.at(folder.resolve("small"), 1000);
                var small = new GitHost(disk.folder.resolve("www.git"))) {
            repository = "../small/www.git";
            assertTrue(deploy(NOON, "index.html").isComplete());
            String before = small.head("pages").name();
            String address = folder.resolve("small/www.git").toString();
            disk.fill(0);
            TargetFailure full = (TargetFailure) deploy(NOON.plusSeconds(60), "index.html", "new.html")
                    .failure()
                    .orElseThrow();
            assertEquals("There is no space left at " + address + ".", full.getMessage());
            disk.makeRoom();
            assertEquals(before, small.head("pages").name());
            disk.lock();
            TargetFailure locked = (TargetFailure) deploy(NOON.plusSeconds(120), "index.html", "new.html")
                    .failure()
                    .orElseThrow();
            assertEquals("Nothing can be written at " + address + ": it is read-only for us.", locked.getMessage());
            disk.unlock();
            assertEquals(before, small.head("pages").name());
            assertTrue(deploy(NOON.plusSeconds(180), "index.html", "new.html").isComplete());
            assertTrue(small.files("pages").containsKey("new.html"));
        }
    }

    @Test
    void whatIsGoneIsRemovedFromTheBranch() throws IOException {
        deploy(NOON, "index.html", "old.html");
        Outcome done = deploy(NOON.plusSeconds(60), "index.html");
        assertEquals(List.of(new OutputPath("old.html")), done.removed());
        assertEquals(
                java.util.Set.of(".broadsheet/manifest", ".nojekyll", "index.html"),
                git.files("pages").keySet());
    }
}
