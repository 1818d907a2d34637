package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.broadsheet.cli.PackedApp.FOLDER;
import static press.broadsheet.cli.PackedApp.LAUNCHER;
import static press.broadsheet.cli.PackedApp.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.cli.PackedApp.Run;
import press.broadsheet.sites.SiteBuilder;

/** The app folder as a newsroom gets it, started by its launcher. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    @TempDir
    private Path folder = Path.of("");

    private Run run(Path launcher, String... arguments) throws IOException, InterruptedException {
        return run(launcher, Map.of(), arguments);
    }

    private Run run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return PackedApp.run(launcher, folder, environment, arguments);
    }

    @Test
    void helpAndVersionAreGiven() throws Exception {
        Run help = run(LAUNCHER, "--help");
        assertEquals(0, help.exit(), help.err());
        assertTrue(help.out().startsWith("Usage: broadsheet"), help.out());
        assertEquals("", help.err());
        Run version = run(LAUNCHER, "--version");
        assertTrue(version.out().matches("broadsheet \\d+\\.\\d+\\.\\d+\\S*\\R"), version.out());
    }

    @Test
    void wrongUseIsToldByItsExitCode() throws Exception {
        Run run = run(LAUNCHER, "bulid");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("build"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void itStartsThroughLinks() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("first"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());
        assertEquals(0, run(second, "--version").exit());
    }

    @Test
    void aNewPaperIsBuiltAndBuiltAgain() throws Exception {
        assertEquals(0, run(LAUNCHER, "new", "site", "paper").exit());
        String[] build = {"build", "paper", "--now", "2030-01-01T00:00:00Z", "--report", "report.json"};
        Run first = run(LAUNCHER, build);
        assertEquals(0, first.exit(), first.out() + first.err());
        assertTrue(text(folder.resolve("paper/public/index.html")).contains("The first edition is out"));
        assertTrue(text(folder.resolve("report.json")).contains("\"committed\":true"));
        assertTrue(first.out().contains(" 0 held back, 0 broken"), first.out());
        assertEquals("", first.err(), "a new paper has no problems");
        Run second = run(LAUNCHER, build);
        assertEquals(0, second.exit());
        assertTrue(second.out().contains(" 0 written"), second.out());
        try (var left = Files.list(folder.resolve("paper/.broadsheet"))) {
            assertFalse(left.anyMatch(file -> file.getFileName().toString().startsWith("stage-")));
        }
    }

    @Test
    void aBrokenPaperLeavesThePublishedFolderAsItWas() throws Exception {
        run(LAUNCHER, "new", "site", "paper");
        Path settings = folder.resolve("paper/content/site.yaml");
        Files.writeString(settings, text(settings) + "nmae: x\n");
        Run run = run(LAUNCHER, "build", "paper");
        assertEquals(1, run.exit(), run.out() + run.err());
        assertTrue(run.err().contains("content/site.yaml:"), run.err());
        assertFalse(Files.exists(folder.resolve("paper/public")));
    }

    @Test
    void namesInAnyScriptWorkInAnyLocale() throws Exception {
        run(LAUNCHER, "new", "site", "газета");
        Run article = run(LAUNCHER, "new", "article", "川が増水", "--section", "world", "--site", "газета");
        assertEquals(0, article.exit(), article.err());
        assertTrue(article.out().contains("川が増水"), article.out());
    }

    @Test
    void theOptionsOfTheMachineCanBeReplaced() throws Exception {
        var environment = Map.of("BROADSHEET_NATIVE", "off", "BROADSHEET_JAVA_OPTS", "-Xmx100m -XshowSettings:vm");
        Run run = run(LAUNCHER, environment, "--version");
        assertTrue(run.err().contains("100.00M"), run.err());
    }

    @Test
    void machineCodeIsTakenInsteadOfJavaButNotToDeploy() throws Exception {
        Path app = folder.resolve("an app");
        Path launcher = app.resolve("bin/broadsheet");
        Files.createDirectories(launcher.getParent());
        Files.copy(LAUNCHER, launcher);
        SiteBuilder.copy(FOLDER.resolve("lib"), app.resolve("lib"));
        Path code = app.resolve("lib/native/broadsheet");
        Files.createDirectories(code.getParent());
        Files.writeString(code, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 3\n");
        assertTrue(code.toFile().setExecutable(true));
        Run run = run(launcher, "build", "a b");
        assertEquals(3, run.exit());
        assertEquals(
                "-Dbroadsheet.home=" + app.toRealPath()
                        + "\n-Dbroadsheet.terminal=none\n-Dbroadsheet.large=20000\nbuild\na b\n",
                run.out());
        assertTrue(run(launcher, "deploy", "--help").out().startsWith("Usage: broadsheet deploy"));
        var off = Map.of("BROADSHEET_NATIVE", "off");
        assertTrue(run(launcher, off, "build", "--help").out().startsWith("Usage: broadsheet build"));
        var last = java.util.Map.of("BROADSHEET_NATIVE", "last");
        assertTrue(run(launcher, last, "build", "--help").out().startsWith("Usage: broadsheet build"));
    }

    @Test
    void theFirstBuildOfALargePaperIsDoneByAProcessWithBothCompilers() throws Exception {
        run(LAUNCHER, "new", "site", "paper");
        // Each JVM that starts tells that it has seen this.
        var environment =
                Map.of("BROADSHEET_NATIVE", "off", "BROADSHEET_LARGE", "10", "JDK_JAVA_OPTIONS", "-Dcounted=yes");
        Path settings = folder.resolve("paper/content/site.yaml");
        String good = text(settings);
        Files.writeString(settings, good + "nmae: x\n");
        Run broken = run(LAUNCHER, environment, "build", "paper");
        assertEquals(1, broken.exit(), broken.err());
        assertTrue(broken.err().contains("content/site.yaml:"), broken.err());
        assertEquals(2, starts(broken), broken.err());
        Files.writeString(settings, good);
        deleteState();
        Run first = run(LAUNCHER, environment, "build", "paper");
        assertEquals(0, first.exit(), first.err());
        assertTrue(first.out().contains("0 broken"), first.out());
        assertEquals(2, starts(first), first.err());
        Run second = run(LAUNCHER, environment, "build", "paper");
        assertTrue(second.out().contains(" 0 written"), second.out());
        assertEquals(1, starts(second), "what is there already takes no other process");
        deleteState();
        var few = Map.of("BROADSHEET_NATIVE", "off", "JDK_JAVA_OPTIONS", "-Dcounted=yes");
        assertEquals(1, starts(run(LAUNCHER, few, "build", "paper")), "a small paper takes one process");
    }

    private static int starts(Run run) {
        return run.err().split("Picked up JDK_JAVA_OPTIONS", -1).length - 1;
    }

    private void deleteState() throws IOException {
        try (var files = Files.walk(folder.resolve("paper/.broadsheet"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void thePreviewFollowsASaveAndEndsWellWhenInterrupted() throws Exception {
        run(LAUNCHER, "new", "site", "paper");
        Path out = folder.resolve("serve.out");
        Process process = PackedApp.command(LAUNCHER, folder, Map.of(), "serve", "paper")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            String told = waitFor(() -> text(out), text -> text.contains("Ctrl-C"));
            var matcher =
                    java.util.regex.Pattern.compile("The paper is at (\\S+)").matcher(told);
            assertTrue(matcher.find(), told);
            var front = java.net.URI.create(matcher.group(1));
            assertTrue(fetch(front).contains("/_desk/preview.js"));
            Path settings = folder.resolve("paper/content/site.yaml");
            Files.writeString(settings, text(settings).replaceFirst("name: .*", "name: The Weather Vane"));
            waitFor(() -> fetch(front), page -> page.contains("The Weather Vane"));
            assertEquals(
                    0,
                    new ProcessBuilder("kill", ignoresInterrupts() ? "-TERM" : "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor());
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), text(out));
            assertTrue(text(out).endsWith("Stopped.\n"), text(out));
            assertFalse(Files.exists(folder.resolve("paper/public")));
        } finally {
            process.destroyForcibly();
        }
    }

    /** What a shell runs in the background is deaf to Ctrl-C, and so is all that it starts. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = text(status).replaceFirst("(?s).*SigIgn:\\s*([0-9a-f]+).*", "$1");
        return (Long.parseUnsignedLong(ignored, 16) & 2) != 0;
    }

    private static String fetch(java.net.URI address) throws IOException {
        try (var in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String waitFor(
            java.util.concurrent.Callable<String> source, java.util.function.Predicate<String> wanted)
            throws Exception {
        String last = "";
        for (int i = 0; i < 600; i++) {
            last = source.call();
            if (wanted.test(last)) {
                return last;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Waited in vain; last was: " + last);
    }

    @Test
    void buildingLoadsNothingThatOnlyDeployingNeeds() throws Exception {
        run(LAUNCHER, "new", "site", "paper");
        Path loaded = folder.resolve("loaded");
        Run build = run(
                LAUNCHER,
                Map.of(
                        "BROADSHEET_NATIVE",
                        "off",
                        "BROADSHEET_JAVA_OPTS",
                        "-XX:TieredStopAtLevel=1 -Xlog:class+load:file=" + loaded),
                "build",
                "paper");
        assertEquals(0, build.exit(), build.err());
        String classes = text(loaded);
        assertTrue(classes.contains("press.broadsheet.build.Build "), "Nothing was noted");
        for (String foreign :
                List.of("org.eclipse.jgit", "org.apache.sshd", "software.amazon", "broadsheet.publish.git")) {
            assertFalse(classes.contains(foreign), foreign);
        }
        assertFalse(classes.contains("lib/deploy"), "A jar of lib/deploy was opened");
    }

    @Test
    void whatOnlyDeployingNeedsStandsApart() throws Exception {
        try (var jars = Files.list(FOLDER.resolve("lib"))) {
            List<String> all = jars.map(file -> file.getFileName().toString()).toList();
            assertTrue(all.contains("deploy"), all.toString());
            assertFalse(
                    all.stream().anyMatch(name -> name.matches("(org.eclipse.jgit|sshd|http-auth|utils).*")),
                    all.toString());
        }
        try (var jars = Files.list(FOLDER.resolve("lib/deploy"))) {
            assertFalse(jars.anyMatch(
                    file -> file.getFileName().toString().matches("(pebble|flexmark|broadsheet|slf4j).*")));
        }
    }

    @Test
    void aPaperIsDeployedToABranchOfARepository() throws Exception {
        run(LAUNCHER, "new", "site", "paper");
        try (var repository = org.eclipse.jgit.api.Git.init()
                .setBare(true)
                .setGitDir(folder.resolve("www.git").toFile())
                .call()) {
            Path settings = folder.resolve("paper/content/site.yaml");
            Files.writeString(settings, text(settings) + "\ntargets:\n  pages: {kind: git, repository: ../www.git}\n");
            Run deployed = run(LAUNCHER, "deploy", "--site", "paper");
            assertEquals(0, deployed.exit(), deployed.err());
            var head = repository
                    .log()
                    .add(repository.getRepository().resolve("gh-pages"))
                    .call()
                    .iterator()
                    .next();
            assertEquals("Publish 6 articles", head.getShortMessage());
            assertTrue(head.getFullMessage().contains("The first edition is out"), head.getFullMessage());
            Run again = run(LAUNCHER, "deploy", "--site", "paper");
            assertTrue(again.out().contains("nothing has changed; nothing was sent"), again.out());
        }
    }
}
