package press.broadsheet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What newsrooms run most, once each, with a copy of the starter paper: a first build, one that finds nothing changed,
 * one with a changed text, and one with a changed headline. The launcher lets the JVM watch it, to note in its start-up cache which classes a build
 * needs; whatever is missing here starts slower.
 */
public final class Rehearsal {
    private static final Pattern DATED = Pattern.compile("/[a-z]+/\\d{4}/\\d{2}/[^/]+\\.md$");

    private Rehearsal() {}

    /** @param args the app's folder, and one that is not there yet, for the copy */
    public static void main(String[] args) throws IOException {
        Path app = Path.of(args[0]);
        Path paper = Path.of(args[1]);
        new Starter(paper, LocalDate.EPOCH).copy(app.resolve("content"));
        age(paper);
        build(app, paper);
        build(app, paper);
        Path article = article(paper);
        Files.writeString(article, "\nOne more sentence.\n", StandardOpenOption.APPEND);
        build(app, paper);
        Files.writeString(article, Files.readString(article).replaceFirst("(?m)^headline: ", "kicker: Just in\n$0"));
        build(app, paper);
        // As every command ends.
        System.exit(0);
    }

    /** What was written just now would have to be read to know whether it has changed. */
    private static void age(Path paper) throws IOException {
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        try (var files = Files.walk(paper)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, longAgo);
            }
        }
    }

    private static void build(Path app, Path paper) {
        var nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var console =
                new Console(InputStream.nullInputStream(), nowhere, nowhere, Console.Terminal.NONE, Map.of(), app);
        Main.run(console, "build", paper.toString());
    }

    /** One of those that lie by year and month. */
    private static Path article(Path paper) throws IOException {
        try (var files = Files.walk(paper.resolve("content"))) {
            return files.filter(file ->
                            DATED.matcher(file.toString().replace('\\', '/')).find())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
