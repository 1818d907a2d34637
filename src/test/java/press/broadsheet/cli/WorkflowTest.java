package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class WorkflowTest {
    @TempDir
    private Path folder = Path.of("");

    private static String printed(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of("new", "workflow"));
        all.addAll(List.of(args));
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                Console.Terminal.NONE,
                Map.of(),
                Path.of(System.getProperty("broadsheet.home", "")));
        assertEquals(Exit.GOOD, Main.run(console, all.toArray(new String[0])), err.toString());
        return out.toString();
    }

    private static JsonNode yaml(String text) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(text);
        return new ObjectMapper().valueToTree(tree);
    }

    private static List<JsonNode> steps(JsonNode tree) {
        var steps = new ArrayList<JsonNode>();
        tree.at("/jobs/publish/steps").forEach(steps::add);
        return steps;
    }

    private static boolean runs(List<JsonNode> steps, String part) {
        return steps.stream().anyMatch(step -> step.path("run").asText().contains(part));
    }

    @Test
    void githubIsToldInYamlToBuildKeepTheCacheAndDeploy() {
        JsonNode tree = yaml(printed("github", "--target", "production", "--every", "20"));
        assertEquals("*/20 * * * *", tree.at("/on/schedule/0/cron").asText());
        List<JsonNode> steps = steps(tree);
        assertEquals(
                List.of(
                        "actions/checkout@v4",
                        "actions/setup-java@v4",
                        "actions/cache/restore@v4",
                        "actions/cache/save@v4"),
                steps.stream()
                        .filter(step -> step.has("uses"))
                        .map(step -> step.get("uses").asText())
                        .toList());
        assertEquals(".broadsheet\npublic\n", steps.get(2).at("/with/path").asText());
        assertEquals(".broadsheet\npublic\n", steps.getLast().at("/with/path").asText());
        assertTrue(runs(steps, "./broadsheet/bin/broadsheet deploy production --yes"), steps::toString);
        assertFalse(tree.at("/concurrency/cancel-in-progress").asBoolean(true));
    }

    @Test
    void theAppIsFetchedWhereItIsNotInTheRepository() {
        List<JsonNode> steps = steps(yaml(printed("github", "--app", "https://files.example/broadsheet.zip")));
        assertTrue(runs(steps, "curl -fsSL -o app.zip https://files.example/broadsheet.zip"), steps::toString);
        assertTrue(runs(steps, ".app/bin/broadsheet deploy --yes"), steps::toString);
    }

    @Test
    void gitlabIsToldInYaml() throws Exception {
        JsonNode tree = yaml(printed("gitlab"));
        assertEquals(
                "[\".broadsheet/\",\"public/\"]",
                tree.at("/publish/cache/paths").toString());
        assertEquals(1, tree.at("/publish/script").size());
        String script = tree.at("/publish/script/0").asText();
        // What it would run is run: a schedule for which nothing is due, and one for which something is.
        program("broadsheet");
        timetable(Instant.now().plus(1, ChronoUnit.HOURS));
        assertEquals(0, run(script, Map.of("CI_PIPELINE_SOURCE", "schedule")));
        assertEquals(List.of(), calls());
        timetable(Instant.now().minus(1, ChronoUnit.HOURS));
        assertEquals(0, run(script, Map.of("CI_PIPELINE_SOURCE", "schedule")));
        assertEquals(List.of("deploy --yes"), calls());
        timetable(Instant.now().plus(1, ChronoUnit.HOURS));
        assertEquals(0, run(script, Map.of("CI_PIPELINE_SOURCE", "push")));
        assertEquals(List.of("deploy --yes", "deploy --yes"), calls());
    }

    @Test
    void whatGithubAsksBeforeItDeploysIsRun() throws Exception {
        String due = steps(yaml(printed("github"))).stream()
                .filter(step -> step.path("id").asText().equals("due"))
                .map(step -> step.path("run").asText())
                .findFirst()
                .orElseThrow()
                .replace("${{ github.event_name }}", "schedule");
        Path output = folder.resolve("output");
        timetable(Instant.now().plus(1, ChronoUnit.HOURS));
        Files.writeString(output, "");
        assertEquals(0, run(due, Map.of("GITHUB_OUTPUT", output.toString())));
        assertEquals("", Files.readString(output));
        timetable(Instant.now().minus(1, ChronoUnit.MINUTES));
        assertEquals(0, run(due, Map.of("GITHUB_OUTPUT", output.toString())));
        assertEquals("now=yes\n", Files.readString(output));
    }

    // The recipe for cron, run by a shell with a program that only notes how it was called.

    @BeforeEach
    void aPaper() throws IOException {
        Files.createDirectories(folder.resolve("content/world"));
        Files.createDirectories(folder.resolve(".broadsheet"));
        Files.writeString(folder.resolve("content/world/river.md"), "x");
    }

    private void program(String app) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "SKIPPED: no /bin/sh on this machine");
        Path program = folder.resolve(app + "/bin/broadsheet");
        Files.createDirectories(program.getParent());
        Files.writeString(program, """
                #!/bin/sh
                echo "$@" >> calls
                [ ! -e fails ]
                """);
        assertTrue(program.toFile().setExecutable(true));
    }

    private void timetable(Instant next) throws IOException {
        Files.writeString(
                folder.resolve(".broadsheet/timetable.json"),
                "{\"moment\":\"2026-01-01T00:00:00Z\",\"next\":\"" + next.truncatedTo(ChronoUnit.SECONDS)
                        + "\",\"entries\":[]}\n");
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private int run(String script, Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder("/bin/sh", "-c", script).directory(folder.toFile());
        builder.environment().putAll(environment);
        return await(builder);
    }

    private int await(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private int cron() throws Exception {
        Path script = folder.resolve("publish.sh");
        Files.writeString(script, printed("cron", "--target", "here"));
        return await(new ProcessBuilder("/bin/sh", script.toString())
                .directory(Path.of("/").toFile()));
    }

    private void age(String file, int minutes) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(file), FileTime.from(Instant.now().minus(minutes, ChronoUnit.MINUTES)));
    }

    @Test
    void cronPublishesWhatChangedOnceAndLooksAgainAfterAWhile() throws Exception {
        program("broadsheet");
        assertEquals(0, cron(), () -> log());
        assertEquals(0, cron());
        assertEquals(List.of("deploy here --yes --quiet"), calls());

        Files.writeString(folder.resolve("content/world/bridge.md"), "x");
        assertEquals(0, cron());
        assertEquals(2, calls().size(), "a new file");
        Files.delete(folder.resolve("content/world/bridge.md"));
        assertEquals(0, cron());
        assertEquals(3, calls().size(), "a file that is gone");

        // Without a timetable it looks every quarter of an hour.
        for (String old : List.of("content/world/river.md", "content/world", "content", ".broadsheet/published")) {
            age(old, 30);
        }
        assertEquals(0, cron());
        assertEquals(4, calls().size(), "after a while");
    }

    @Test
    void cronWakesWhenThePaperChangesByItself() throws Exception {
        program("broadsheet");
        assertEquals(0, cron());
        timetable(Instant.now().plus(1, ChronoUnit.HOURS));
        for (String old : List.of("content/world/river.md", "content/world", "content", ".broadsheet/published")) {
            age(old, 300);
        }
        assertEquals(0, cron());
        assertEquals(1, calls().size(), "nothing is due");
        timetable(Instant.now().minus(1, ChronoUnit.MINUTES));
        assertEquals(0, cron());
        assertEquals(2, calls().size(), "something was due");
    }

    @Test
    void aDeploymentThatFailedIsTriedAgain() throws Exception {
        program("broadsheet");
        Files.writeString(folder.resolve("fails"), "");
        assertEquals(1, cron());
        Files.delete(folder.resolve("fails"));
        assertEquals(0, cron());
        assertEquals(2, calls().size());
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void namesThatWouldBeCommandsAreRefused() {
        var err = new StringWriter();
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                Console.Terminal.NONE,
                Map.of(),
                Path.of(""));
        assertEquals(Exit.WRONG_USE, Main.run(console, "new", "workflow", "cron", "--target", "a; rm -rf x"));
        assertEquals(Exit.WRONG_USE, Main.run(console, "new", "workflow", "cron", "--every", "0"));
        assertEquals(Exit.WRONG_USE, Main.run(console, "new", "workflow", "jenkins"));
    }
}
