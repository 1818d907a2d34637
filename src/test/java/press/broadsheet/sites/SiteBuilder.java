package press.broadsheet.sites;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Progress;

/** Writes a paper from one text, in which a line {@code -- path --} begins each file, and builds it. */
public final class SiteBuilder {
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Path folder;

    public SiteBuilder(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    public Path output() {
        return folder.resolve("public");
    }

    /** Writes the files of a text; what stands before the first heading is a comment. */
    public SiteBuilder write(String text) {
        String path = "";
        var lines = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                write(path, lines.toString());
                path = line.substring(3, line.length() - 3);
                lines.setLength(0);
            } else {
                lines.append(line).append('\n');
            }
        }
        write(path, lines.toString());
        return this;
    }

    /** Writes one file; an empty path writes nothing. */
    public SiteBuilder write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public SiteBuilder write(String path, byte[] bytes) {
        if (!path.isEmpty()) {
            try {
                Path file = folder.resolve(path);
                Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    public BuildOptions options() {
        return new BuildOptions(
                folder,
                Path.of(System.getProperty("broadsheet.home", "")),
                output(),
                null,
                NOON,
                false,
                false,
                false,
                false,
                false,
                2);
    }

    public BuildReport build() {
        return build(options());
    }

    public static BuildReport build(BuildOptions options) {
        return new Build(options, Progress.NONE).run();
    }

    /** A published file's text. */
    public String published(String path) {
        try {
            return Files.readString(output().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it; nothing if there is none. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a folder with all that is in it. */
    public static void copy(Path from, Path to) {
        try (var walk = Files.walk(from)) {
            for (Path file : walk.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of a folder by path, each with its bytes as Latin-1 text, so that trees can be compared. */
    public static Map<String, String> tree(Path root) {
        var files = new TreeMap<String, String>();
        if (!Files.isDirectory(root)) {
            return files;
        }
        try (var walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
