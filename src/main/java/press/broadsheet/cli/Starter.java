package press.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a new paper begins with. */
final class Starter {
    /** What it is made of, below this class's folder {@code starter}. A jar cannot be walked like a folder. */
    private static final List<String> FILES = List.of(
            "content/site.yaml",
            "content/front.yaml",
            "content/city/_section.md",
            "content/world/_section.md",
            "content/culture/_section.md",
            "content/people/alex-newman.md",
            "content/pages/about.md",
            "content/pictures/morning.png",
            "content/pictures/desk.png",
            "content/pictures/road.png",
            "content/pictures/portrait.svg",
            "content/city/YEAR/MONTH/the-first-edition.md",
            "content/city/YEAR/MONTH/say-what-was-wrong.md",
            "content/world/YEAR/MONTH/far-away.md",
            "content/world/YEAR/MONTH/in-two-languages.md",
            "content/culture/YEAR/MONTH/pictures-beside-their-stories.md",
            "content/culture/YEAR/MONTH/leave-the-front-page-to-an-editor.md");

    private static final String GITIGNORE = "gitignore";

    private final Path folder;
    private final LocalDate today;

    Starter(Path folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
    }

    /** A small paper whose articles say how one is made, the newest of today. */
    void write() throws IOException {
        for (String file : FILES) {
            byte[] bytes = starter(file);
            put(
                    dated(file),
                    file.endsWith(".png")
                            ? bytes
                            : dated(new String(bytes, UTF_8)).getBytes(UTF_8));
        }
        put(".gitignore", starter(GITIGNORE));
    }

    private static byte[] starter(String file) throws IOException {
        try (InputStream in = Starter.class.getResourceAsStream("starter/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    /** Fills in the days: {@code DAY2} is the day before yesterday, {@code YEAR} and {@code MONTH} are today's. */
    private String dated(String text) {
        String dated = text.replace("YEAR", String.format(Locale.ROOT, "%04d", today.getYear()))
                .replace("MONTH", String.format(Locale.ROOT, "%02d", today.getMonthValue()));
        for (int day = 0; day < 4; day++) {
            dated = dated.replace("DAY" + day, today.minusDays(day).toString());
        }
        return dated;
    }

    /** A copy of a whole paper. */
    void copy(Path content) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(content)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target =
                    folder.resolve("content").resolve(content.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        put(".gitignore", starter(GITIGNORE));
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
