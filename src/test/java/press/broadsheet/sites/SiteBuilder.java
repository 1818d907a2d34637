package press.broadsheet.sites;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Progress;

/** Writes a paper from one text, in which a line {@code -- path --} begins each file, and builds it. */
public final class SiteBuilder {
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    /** Locks that stand in for other builds, which never end. */
    private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

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

    /**
     * Writes the files of a text; what stands before the first heading is a comment. What no text can hold is said in
     * the heading: {@code -- path = bytes ff fe --}, {@code -- path = repeat 9000000 x --} (a line of x, so many
     * times), {@code -- path = link target --}, {@code -- path = none --} (without it),
     * {@code -- path = held --} (locked, as by another build).
     */
    public SiteBuilder write(String text) {
        String path = "";
        var lines = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                write(path, lines.toString());
                lines.setLength(0);
                String[] heading = line.substring(3, line.length() - 3).split(" = ", 2);
                path = heading.length == 1 ? heading[0] : "";
                if (heading.length == 2) {
                    make(folder.resolve(heading[0]), heading[1].split(" ", 3));
                }
            } else {
                lines.append(line).append('\n');
            }
        }
        write(path, lines.toString());
        return this;
    }

    private static void make(Path file, String[] words) {
        try {
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            switch (words[0]) {
                case "bytes" ->
                    Files.write(
                            file,
                            HexFormat.of()
                                    .parseHex(String.join("", words)
                                            .substring("bytes".length())
                                            .replace(" ", "")));
                case "repeat" -> Files.writeString(file, (words[2] + "\n").repeat(Integer.parseInt(words[1])));
                case "link" -> Files.createSymbolicLink(file, Path.of(words[1]));
                case "none" -> {
                    try (var below = Files.walk(file)) {
                        for (Path gone : below.sorted(Comparator.reverseOrder()).toList()) {
                            Files.delete(gone);
                        }
                    }
                }
                case "held" -> HELD.add(holding(file));
                default -> throw new IllegalArgumentException("No directive " + words[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel holding(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
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

    /** What a check tells; nothing is written. */
    public BuildReport check() {
        return checked().report();
    }

    /** What a check tells and would mend. */
    public Build.Checked checked() {
        var options = new BuildOptions(
                folder,
                Path.of(System.getProperty("broadsheet.home", "")),
                output(),
                null,
                NOON,
                false,
                false,
                false,
                true,
                true,
                2);
        return new Build(options, Progress.NONE).check();
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
