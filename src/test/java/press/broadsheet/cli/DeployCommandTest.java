package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.sites.SiteBuilder;

/** Whole deployments of a small paper to a folder. */
class DeployCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SiteBuilder site = new SiteBuilder(folder);

    @BeforeEach
    void aSmallPaper() {
        site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                targets:
                  here: {kind: folder, path: ../www, grace: 0}
                -- content/world/river.md --
                ---
                headline: The river rises
                published: 2026-11-23T08:00:00Z
                ---
                Water stood in the streets.
                -- content/world/bridge.md --
                ---
                headline: The bridge opens
                published: 2026-11-22T08:00:00Z
                ---
                Nobody fell in.
                """);
    }

    private int deploy(String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var args =
                new ArrayList<>(List.of("deploy", "--site", site.folder().toString(), "--now", "2026-11-24T12:00:00Z"));
        args.addAll(List.of(more));
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                Console.Terminal.NONE,
                Map.of(),
                Path.of(System.getProperty("broadsheet.home", "")));
        return Main.run(console, args.toArray(new String[0]));
    }

    private String shown(String path) throws IOException {
        return Files.readString(folder.resolve("www").resolve(path));
    }

    @Test
    void thePaperIsBuiltAndReadersSeeAllOfIt() throws IOException {
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertEquals(
                SiteBuilder.tree(site.output()),
                SiteBuilder.tree(folder.resolve("www").toRealPath()));
    }

    @Test
    void aDryRunTouchesNothingAndWritesWhatWouldChange() throws IOException {
        assertEquals(Exit.GOOD, deploy("--dry-run"), err.toString());
        assertFalse(Files.exists(folder.resolve("www")));
        var changes =
                new ObjectMapper().readTree(Files.readAllBytes(site.folder().resolve(".broadsheet/changes.json")));
        assertEquals(0, changes.get("removed").size());
        assertTrue(
                changes.get("purge")
                        .toString()
                        .contains("\"https://lantern.example/world/2026/11/23/the-river-rises/\""),
                changes.toString());
    }

    @Test
    void anAddressThatWouldVanishStopsTheDeploymentWithTheLineToAdd() throws IOException {
        deploy();
        Files.delete(site.folder().resolve("content/world/bridge.md"));
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("vanished-addresses"), err.toString());
        assertTrue(err.toString().contains("/world/2026/11/22/the-bridge-opens/: {status: 410}"), err.toString());
        assertTrue(shown("world/2026/11/22/the-bridge-opens/index.html").contains("Nobody fell in"));

        assertEquals(Exit.GOOD, deploy("--allow-removals"), err.toString());
        assertFalse(Files.exists(folder.resolve("www/world/2026/11/22/the-bridge-opens/index.html")));
    }

    @Test
    void anAddressThatLeadsOnOrIsWithdrawnMayGo() throws IOException {
        deploy();
        Files.delete(site.folder().resolve("content/world/bridge.md"));
        assertEquals(Exit.PROBLEMS, deploy());
        List<String> lines = err.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.endsWith(": {status: 410}"))
                .toList();
        site.write("content/redirects.yaml", String.join("\n", lines) + "\n");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertFalse(shown("world/2026/11/22/the-bridge-opens/index.html").contains("Nobody fell in"));
    }

    @Test
    void whatTheLastBuildMadeCanBeSentAsItIs() throws IOException {
        site.build();
        Files.delete(site.folder().resolve("content/world/river.md"));
        assertEquals(Exit.GOOD, deploy("--no-build"), err.toString());
        assertTrue(shown("world/2026/11/23/the-river-rises/index.html").contains("Water stood"));
    }

    @Test
    void aPaperWithAnErrorIsNotDeployed() {
        site.write("content/world/river.md", "---\nheadline: [\n---\n");
        assertEquals(Exit.PROBLEMS, deploy());
        assertFalse(Files.exists(folder.resolve("www")));
    }

    @Test
    void theDeploymentBeforeCanBeShownAgain() throws IOException {
        deploy();
        String before = shown("index.html");
        site.write(
                "content/world/river.md",
                "---\nheadline: A mistake\nslug: the-river-rises\n" + "published: 2026-11-23T08:00:00Z\n---\nWrong.\n");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertTrue(shown("index.html").contains("A mistake"));
        assertEquals(Exit.GOOD, deploy("--rollback"), err.toString());
        assertEquals(before, shown("index.html"));
    }

    @Test
    void aFolderThatCannotBeWrittenToIsToldAndTheCommandSaysThree() throws IOException {
        Files.writeString(folder.resolve("www.releases"), "a file");
        assertEquals(Exit.NOT_DEPLOYED, deploy());
        assertTrue(err.toString().contains("deployment-failed"), err.toString());
    }

    @Test
    void aMisspeltTargetOrSettingIsToldWithTheNearest() {
        assertEquals(Exit.WRONG_USE, deploy("hree"));
        assertTrue(err.toString().contains("Did you mean \"here\"?"), err.toString());
        site.write("content/site.yaml", "name: L\nurl: https://l.example/\ntargets:\n  a: {kind: folder, pahth: x}\n");
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("Did you mean \"path\"?"), err.toString());
        site.write("content/site.yaml", "name: L\nurl: https://l.example/\ntargets:\n  a: {kind: foldr, path: x}\n");
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("Did you mean \"folder\"?"), err.toString());
    }
}
