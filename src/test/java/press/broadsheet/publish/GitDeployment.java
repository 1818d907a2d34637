package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.publish.git.GitTarget;

/** Deployments to a branch, however the repository is reached. */
abstract class GitDeployment extends RemoteDeployment {
    final Map<String, String> environment = new HashMap<>();
    final Map<String, String> settings = new HashMap<>();
    GitHost git;

    @BeforeEach
    void aRepository() throws Exception {
        git = new GitHost(folder.resolve("site.git"));
        environment.put("HOME", folder.resolve("home").toString());
    }

    @AfterEach
    void end() throws IOException {
        git.close();
    }

    abstract String address();

    @Override
    Target.Session open() throws IOException {
        return open(folder.resolve("paper"));
    }

    /** From a paper's folder: each has a copy of its own. */
    Target.Session open(Path paper) throws IOException {
        return new GitTarget()
                .open(new TargetSettings(
                        "here", "git", settings, paper, environment, Place.in(Path.of("content/site.yaml")), Map.of()));
    }

    @Override
    Map<String, String> shown() throws IOException {
        var files = new TreeMap<>(git.files("gh-pages"));
        files.keySet()
                .removeIf(path -> path.startsWith(".broadsheet/") || path.equals(".nojekyll") || path.equals("CNAME"));
        return files;
    }

    @Override
    void refuse(Trouble trouble) {
        git.room.set(trouble == Trouble.NO_SPACE ? 0 : Integer.MAX_VALUE);
        git.readOnly = trouble == Trouble.READ_ONLY;
    }

    @Override
    String toldOf(Trouble trouble) {
        return trouble == Trouble.NO_SPACE
                ? "There is no space left at " + address()
                        + ".\nMake room there, and deploy again. Nothing is seen of this one."
                : "Nothing can be written at " + address() + ": it is read-only for us.\n"
                        + "Let the key or token that deploys write to the repository.";
    }

    @Override
    void fillAfter(int files) {
        git.room.set(files);
    }

    @Test
    void eachDeploymentIsOneCommit() throws IOException {
        deploy(NOON);
        site.put("index.html", "more");
        deploy(NOON.plusSeconds(60));
        deploy(NOON.plusSeconds(120));
        var history = git.history("gh-pages");
        assertEquals(2, history.size());
        assertEquals("Publish 1 files\n", history.getFirst().getFullMessage());
        assertEquals(NOON.plusSeconds(60).getEpochSecond(), history.getFirst().getCommitTime());
        assertEquals("Broadsheet", history.getFirst().getAuthorIdent().getName());
    }

    @Test
    void theHostIsToldOfTheDomainAndNotToTouchTheFiles() throws IOException {
        deploy(NOON);
        assertEquals("", git.files("gh-pages").get(".nojekyll"));
        settings.put("domain", "www.lantern.example");
        Outcome done = deploy(NOON.plusSeconds(60));
        assertTrue(done.isComplete() && done.sent().isEmpty(), done.toString());
        assertEquals("www.lantern.example\n", git.files("gh-pages").get("CNAME"));
        assertTrue(deploy(NOON.plusSeconds(120)).difference().isNothing());
        assertEquals(2, git.history("gh-pages").size());
    }

    @Test
    void filesThatNobodyDeployedStay() throws IOException {
        deploy(NOON);
        try (Target.Session other = open(folder.resolve("other"))) {
            other.manifest();
            Path by = Files.writeString(folder.resolve("by-hand"), "by hand");
            other.send(new SiteFile(new OutputPath("by-hand.txt"), 7, ""), by);
            other.finish(manifestOf(NOON), List.of("By hand"));
        }
        site.put("index.html", "more");
        deploy(NOON.plusSeconds(60));
        assertEquals("by hand", shown().get("by-hand.txt"));
    }

    private TargetManifest manifestOf(java.time.Instant now) throws IOException {
        var held = new TreeMap<OutputPath, TargetManifest.Held>();
        finished().files().values().forEach(file -> held.put(file.path(), TargetManifest.Held.whole(file)));
        return new TargetManifest(now, held);
    }

    @Test
    void ofTwoDeploymentsAtTheSameTimeOneIsToldThatTheOtherWasFaster() throws IOException {
        deploy(NOON);
        try (Target.Session slow = open(folder.resolve("other"))) {
            var terms = new Deployment.Terms(NOON, Duration.ofHours(1), 1, Duration.ZERO, Stage::of);
            site.put("index.html", "slow");
            var deployment = new Deployment(finished(), terms, Transfer.NONE);
            Outcome second = deployment.run(
                    slow,
                    work -> {
                        quickly();
                        return List.of("Publish slowly");
                    },
                    work -> {});
            assertEquals(
                    "Another deployment to " + address()
                            + " was faster: gh-pages has moved on. Nothing of this one is seen.\n"
                            + "Deploy again: it goes on from what is there now.",
                    told(second.failure().orElseThrow()));
        }
        assertEquals("quick", shown().get("index.html"));
        site.put("index.html", "slow");
        assertTrue(deploy(NOON.plusSeconds(60)).isComplete());
        assertEquals("slow", shown().get("index.html"));
        assertEquals(3, git.history("gh-pages").size());
    }

    private void quickly() {
        try {
            site.put("index.html", "quick");
            assertTrue(deploy(NOON.plusSeconds(30)).isComplete());
            site.put("index.html", "slow");
            finished();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aHookThatDeclinesIsToldInItsWords() throws IOException {
        git.hook = "only on weekdays";
        assertEquals(
                address() + " does not take the commit on gh-pages: only on weekdays.\n"
                        + "Ask who keeps the repository: a hook or a protected branch may stand against it.",
                refusal());
    }

    @Test
    void aDeploymentFromAnotherMachineGoesOnFromTheSameManifest() throws IOException {
        deploy(NOON);
        site.put("world/river/index.html", "the river rises");
        try (Target.Session session = open(folder.resolve("other"))) {
            Outcome done = deploy(NOON.plusSeconds(60), session);
            assertEquals(List.of(new OutputPath("world/river/index.html")), done.sent());
        }
        assertEquals(site, shown());
        site.put("index.html", "more");
        assertTrue(deploy(NOON.plusSeconds(90)).isComplete());
        assertEquals(site, shown());
    }

    @Test
    void rollingBackTwiceShowsTheOneBeforeThatOne() throws IOException {
        for (int i = 0; i < 3; i++) {
            site.put("index.html", "front " + i);
            deploy(NOON.plusSeconds(60L * i));
        }
        assertEquals("the deployment of 2026-11-24T12:01:00Z", rollBack());
        assertEquals("front 1", shown().get("index.html"));
        rollBack();
        assertEquals("front 0", shown().get("index.html"));
        assertEquals(
                "There is no earlier deployment at " + address() + " (gh-pages).",
                org.junit.jupiter.api.Assertions.assertThrows(TargetFailure.class, this::rollBack)
                        .getMessage());
        assertEquals(5, git.history("gh-pages").size());
    }

    @Test
    void theCopyInTheStateFolderMayBeDamagedOrDeleted() throws IOException {
        deploy(NOON);
        try (var objects = Files.walk(folder.resolve("paper/.broadsheet/git-here/objects"))) {
            for (Path file : objects.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        site.put("index.html", "more");
        Outcome done = deploy(NOON.plusSeconds(60));
        assertTrue(done.isComplete(), done.toString());
        assertEquals(List.of(new OutputPath("index.html")), done.sent());
        assertEquals(site, shown());
    }
}
