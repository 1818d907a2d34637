package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.cli.PackedApp.Run;
import press.broadsheet.sites.SiteBuilder;

/** The app folder with machine code, as {@code mvn -Pnative verify} packs it, held to what the same app does in Java. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIf(value = "isPacked", disabledReason = "The app was packed without machine code: mvn -Pnative verify")
class NativeIT {
    private static final Path BROKEN =
            Path.of("src/test/resources/sites/broken").toAbsolutePath();
    private static final String NOW = "2026-11-25T12:00:00Z";

    /** Every broken paper has these, unless it says otherwise. */
    private static final String COMMON = """
            -- content/site.yaml --
            name: The Broken Times
            url: https://broken.example/
            sections: [world]
            """;

    @TempDir
    private static Path folder = Path.of("");

    static boolean isPacked() {
        return Files.isExecutable(PackedApp.FOLDER.resolve("lib/native/broadsheet"));
    }

    private static Run machineCode(String... arguments) throws Exception {
        return run("on", arguments);
    }

    private static Run java(String... arguments) throws Exception {
        return run("off", arguments);
    }

    private static Run run(String machineCode, String... arguments) throws Exception {
        return run(Map.of("BROADSHEET_NATIVE", machineCode), arguments);
    }

    private static Run run(Map<String, String> environment, String... arguments) throws Exception {
        return PackedApp.run(PackedApp.LAUNCHER, folder, environment, arguments);
    }

    private static void paper(String name) {
        SiteBuilder.copy(
                PackedApp.FOLDER.resolve("content"), folder.resolve(name).resolve("content"));
    }

    private static void assertSamePaper(String one, String other) throws IOException {
        Map<String, String> made = SiteBuilder.tree(folder.resolve(one).resolve("public"));
        assertTrue(made.size() > 500, () -> made.size() + " files");
        Map<String, String> expected = SiteBuilder.tree(folder.resolve(other).resolve("public"));
        assertEquals(expected.keySet(), made.keySet());
        made.forEach((file, text) -> assertEquals(expected.get(file), text, file));
    }

    @Test
    void theDemonstrationPaperIsMadeAsByJavaAlsoWhenItIsBuiltAgain() throws Exception {
        for (String name : List.of("own", "whole")) {
            paper(name);
        }
        Run own = machineCode("build", "own", "--now", NOW);
        Run whole = java("build", "whole", "--now", NOW);
        assertEquals(0, own.exit(), own.err());
        assertEquals(whole.timeless(), own.timeless());
        assertSamePaper("own", "whole");
        for (String name : List.of("own", "whole")) {
            Path article;
            try (var files = Files.walk(folder.resolve(name).resolve("content/world"))) {
                article = files.filter(file -> file.toString().endsWith(".md")
                                && !file.getFileName().toString().startsWith("_"))
                        .sorted()
                        .findFirst()
                        .orElseThrow();
            }
            Files.writeString(article, Files.readString(article) + "\nOne more sentence.\n");
        }
        Run again = machineCode("build", "own", "--now", NOW);
        assertEquals(0, again.exit(), again.err());
        assertTrue(again.out().matches("(?s).* ([1-9]|\\d\\d) written.*"), again.out());
        assertEquals(0, java("build", "whole", "--now", NOW).exit());
        assertSamePaper("own", "whole");
    }

    @TestFactory
    Stream<DynamicTest> everyBrokenPaperIsToldAsByJava() throws IOException {
        try (var files = Files.list(BROKEN)) {
            return files.filter(file -> !file.toString().endsWith(".problems.txt")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Path site = Files.createTempDirectory(folder, "broken");
                        new SiteBuilder(site).write(COMMON).write(Files.readString(file));
                        Run run = machineCode("check", site.toString(), "--now", NOW);
                        assertEquals(
                                java("check", site.toString(), "--now", NOW).timeless(), run.timeless());
                    }));
        }
    }

    @Test
    void helpIsThatOfJava() throws Exception {
        for (String command : List.of("build", "serve", "check", "new", "explain", "import", "timetable", "record")) {
            assertEquals(java(command, "--help"), machineCode(command, "--help"), command);
        }
        assertEquals(java("--version"), machineCode("--version"));
        assertEquals(java("biuld"), machineCode("biuld"));
    }

    @Test
    void deployingIsLeftToJava() throws Exception {
        assertEquals(0, machineCode("new", "site", "sent").exit());
        Path settings = folder.resolve("sent/content/site.yaml");
        Files.writeString(settings, Files.readString(settings) + "\ntargets:\n  here: {kind: folder, path: ../www}\n");
        Run rehearsal = machineCode("deploy", "here", "--site", "sent", "--dry-run");
        assertEquals(0, rehearsal.exit(), rehearsal.out() + rehearsal.err());
    }

    @Test
    void theFirstBuildOfALargePaperIsLeftToJavaWhereThereIsLittleMemory() throws Exception {
        paper("large");
        var environment = Map.of("BROADSHEET_LARGE", "10", "JDK_JAVA_OPTIONS", "-Dcounted=yes");
        Run first = run(environment, "-Xmx2g", "build", "large", "--now", NOW);
        assertEquals(0, first.exit(), first.err());
        assertTrue(first.err().contains("-Dcounted=yes"), first.err());
        Run second = run(environment, "-Xmx2g", "build", "large", "--now", NOW);
        assertEquals("", second.err(), "what is there already is done here");
        assertTrue(second.out().contains(" 0 written"), second.out());
    }

    @Test
    void theFirstBuildOfALargePaperIsDoneByAProcessWithMoreMemory() throws Exception {
        paper("larger");
        Path other = folder.resolve("app/lib/native/broadsheet");
        Files.createDirectories(other.getParent());
        Files.writeString(other, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 3\n");
        assertTrue(other.toFile().setExecutable(true));
        Path app = folder.resolve("app");
        Run first = PackedApp.run(
                PackedApp.FOLDER.resolve("lib/native/broadsheet"),
                folder,
                Map.of(),
                "-Xmx6g",
                "-Dbroadsheet.home=" + app,
                "-Dbroadsheet.terminal=none",
                "-Dbroadsheet.large=10",
                "build",
                "larger");
        assertEquals("", first.err());
        assertEquals(
                List.of(
                        "-Xmx" + (6L << 30),
                        "-XX:MinHeapSize=" + (3L << 30),
                        "-XX:MaxNewSize=128m",
                        "-Dbroadsheet.home=" + app,
                        "-Dbroadsheet.terminal=none",
                        "build",
                        "larger"),
                first.out().lines().toList());
        assertEquals(3, first.exit());
        Run real = run(Map.of("BROADSHEET_LARGE", "10"), "build", "larger", "--now", NOW);
        assertEquals(0, real.exit(), real.err());
        assertTrue(java("build", "larger", "--now", NOW).out().contains(" 0 written"));
    }
}
