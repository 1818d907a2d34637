package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The app folder as it is packed, started by its launcher as a newsroom starts it. Nothing of this machine's counts: no cache
 * is left behind, and names of files do not hang on the locale.
 */
final class PackedApp {
    /** The app folder. */
    static final Path FOLDER =
            Path.of(System.getProperty("broadsheet.app", "target/broadsheet")).toAbsolutePath();

    static final Path LAUNCHER = FOLDER.resolve("bin/broadsheet");

    private PackedApp() {}

    /** What a command came to. */
    record Run(int exit, String out, String err) {
        /** How long it took is not compared. */
        Run timeless() {
            return new Run(exit, out.replaceAll("\\d+\\.\\d+ s\\.", "TIME"), err);
        }
    }

    /** A command that is not started yet. */
    static ProcessBuilder command(Path launcher, Path folder, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(Map.of("BROADSHEET_AOT", "off", "LC_ALL", "C"));
        builder.environment().putAll(environment);
        return builder;
    }

    /**
     * Runs a command to its end.
     *
     * @param folder in which it is run
     * @param environment beside that of this process
     */
    static Run run(Path launcher, Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return run(command(launcher, folder, environment, arguments), folder);
    }

    /** @param folder for what it tells */
    static Run run(ProcessBuilder command, Path folder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process =
                command.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        return new Run(process.exitValue(), text(out), text(err));
    }

    static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
