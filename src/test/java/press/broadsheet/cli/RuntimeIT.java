package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.cli.PackedApp.Run;
import press.broadsheet.sites.SiteBuilder;

/** The app folder with a Java of its own, as {@code mvn -Pruntime verify} packs it, on a machine that has no other. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIf(value = "isPacked", disabledReason = "The app was packed without a runtime: mvn -Pruntime verify")
class RuntimeIT {
    private static final Path APP = PackedApp.FOLDER;
    private static final Path RUNTIME = APP.resolve("runtime");
    private static final String NOW = "2026-11-25T12:00:00Z";

    @TempDir
    private Path folder = Path.of("");

    static boolean isPacked() {
        return Files.isExecutable(RUNTIME.resolve("bin/java"));
    }

    private Run broadsheet(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(PackedApp.LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    private Run run(Map<String, String> environment, List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "CI"));
        builder.environment().put("PATH", pathWithoutJava());
        builder.environment().put("BROADSHEET_AOT", "off");
        builder.environment().putAll(environment);
        return PackedApp.run(builder, folder);
    }

    /** The shell's tools, and nothing of the name of java. */
    private String pathWithoutJava() throws IOException {
        Path tools = folder.resolve("tools");
        Files.createDirectories(tools);
        for (String name : List.of("sh", "readlink", "cksum", "ls", "mkdir", "mv", "rm", "cat")) {
            Path link = tools.resolve(name);
            Path program = Path.of("/bin", name);
            if (!Files.exists(link) && Files.exists(program)) {
                Files.createSymbolicLink(link, program);
            } else if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of("/usr/bin", name));
            }
        }
        return tools.toString();
    }

    @Test
    void itIsTheJavaThatIsUsed() throws Exception {
        Run run = broadsheet(Map.of("BROADSHEET_JAVA_OPTS", "-XshowSettings:properties"), "--version");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.err().contains("java.home = " + RUNTIME), run.err());
    }

    @Test
    void itHasEveryModuleThatAnythingOfTheAppAsksFor() throws Exception {
        var jars = new ArrayList<String>();
        for (Path lib : List.of(APP.resolve("lib"), APP.resolve("lib/deploy"))) {
            try (var files = Files.list(lib)) {
                files.map(Path::toString).filter(name -> name.endsWith(".jar")).forEach(jars::add);
            }
        }
        var arguments = new ArrayList<>(List.of(
                "--multi-release",
                Integer.toString(Runtime.version().feature()),
                "--ignore-missing-deps",
                "--print-module-deps"));
        arguments.addAll(jars);
        var told = new StringWriter();
        int exit = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(told), new PrintWriter(new StringWriter()), arguments.toArray(new String[0]));
        assertEquals(0, exit);
        var missing = new TreeSet<>(
                Arrays.asList(told.toString().strip().lines().toList().getLast().split(",")));
        assertTrue(missing.contains("jdk.httpserver"), "jdeps found nothing: " + told);
        Run modules = run(Map.of(), List.of(RUNTIME.resolve("bin/java").toString(), "--list-modules"));
        modules.out().lines().map(line -> line.replaceFirst("@.*", "")).forEach(missing::remove);
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void theDemonstrationPaperIsMadeAsByAWholeJdk() throws Exception {
        for (String name : List.of("own", "whole")) {
            SiteBuilder.copy(APP.resolve("content"), folder.resolve(name).resolve("content"));
        }
        Run own = broadsheet(Map.of(), "build", "own", "--now", NOW);
        assertEquals(0, own.exit(), own.err());
        Run whole = run(
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Dbroadsheet.home=" + APP,
                        "-cp",
                        APP + "/lib/*",
                        "press.broadsheet.cli.Main",
                        "build",
                        "whole",
                        "--now",
                        NOW));
        assertEquals(0, whole.exit(), whole.err());
        Map<String, String> made = SiteBuilder.tree(folder.resolve("own/public"));
        assertTrue(made.size() > 500, () -> made.size() + " files");
        assertTrue(made.equals(SiteBuilder.tree(folder.resolve("whole/public"))), "Other bytes with another Java");
    }

    @Test
    void aPaperIsBegunPreviewedAndDeployedWithIt() throws Exception {
        assertEquals(0, broadsheet(Map.of(), "new", "site", "paper").exit());
        assertEquals(0, broadsheet(Map.of(), "serve", "--help").exit());
        Path settings = folder.resolve("paper/content/site.yaml");
        Files.writeString(settings, Files.readString(settings) + "\ntargets:\n  here: {kind: folder, path: ../www}\n");
        Run rehearsal = broadsheet(Map.of(), "deploy", "here", "--site", "paper", "--dry-run");
        assertEquals(0, rehearsal.exit(), rehearsal.out() + rehearsal.err());
        assertFalse(Files.exists(folder.resolve("www/index.html")));
        assertTrue(rehearsal.out().contains("index.html") || rehearsal.out().contains("to send"), rehearsal.out());
    }

    @Test
    void theStartUpCacheIsMadeAndFits() throws Exception {
        Path cache = folder.resolve("cache");
        Map<String, String> environment = Map.of("BROADSHEET_AOT", "on", "XDG_CACHE_HOME", cache.toString());
        assertEquals(0, broadsheet(environment, "new", "site", "paper").exit());
        Run first = broadsheet(environment, "build", "paper");
        assertEquals(0, first.exit(), first.err());
        if (Runtime.version().feature() < 25) {
            return;
        }
        Path made = waitForCache(cache.resolve("broadsheet"));
        assertEquals(0, broadsheet(environment, "build", "paper").exit());
        // The machine refuses to start if it does not fit.
        Run strict = run(
                Map.of(),
                List.of(
                        RUNTIME.resolve("bin/java").toString(),
                        "-XX:+UseParallelGC",
                        "-Xmn96m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:AOTMode=on",
                        "-XX:AOTCache=" + made,
                        "-Dbroadsheet.home=" + APP,
                        "-cp",
                        APP + "/lib/*",
                        "press.broadsheet.cli.Main",
                        "--version"));
        assertEquals(0, strict.exit(), strict.out() + strict.err());
    }

    private static Path waitForCache(Path in) throws Exception {
        for (int waited = 0; waited < 120; waited++) {
            if (Files.isDirectory(in)) {
                try (var files = Files.list(in)) {
                    var made = files.filter(file -> file.toString().endsWith(".aot"))
                            .findFirst();
                    if (made.isPresent()) {
                        return made.get();
                    }
                }
            }
            Thread.sleep(500);
        }
        throw new AssertionError("No cache was made");
    }
}
