package press.broadsheet.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import press.broadsheet.text.Fingerprint;

/** Which program this is: what another one has kept may mean something else. */
final class Program {
    private static final String OWN = "broadsheet-";

    private Program() {}

    /** Of the app's own code, its libraries' names and sizes, and the Java that runs it. */
    static Fingerprint of(Path home) {
        var text = new StringBuilder(Runtime.version().toString());
        Path lib = home.resolve("lib");
        if (Files.isDirectory(lib)) {
            try (Stream<Path> entries = Files.list(lib)) {
                List<Path> jars = entries.sorted().toList();
                for (Path jar : jars) {
                    String name = jar.getFileName().toString();
                    text.append('\n').append(name).append(' ').append(Files.size(jar));
                    if (name.startsWith(OWN)) {
                        code(jar, text);
                    }
                }
            } catch (IOException unreadable) {
                // Then it is a program that nobody else is.
                text.append(System.nanoTime());
            }
        }
        return Fingerprint.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A jar has a checksum of each file in it; to read them all would take longer than to build a small paper's pages. */
    private static void code(Path jar, StringBuilder text) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(file -> text.append(' ').append(file.getCrc()));
        }
    }
}
