package press.broadsheet.publish;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import press.broadsheet.files.OutputPath;

/** A paper of ten thousand files, one of them a film, and a process in which it is deployed in little memory. */
final class TenThousandFiles {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final int PAGES = 9_999;
    static final String FIRST = "world/0/0/index.html";
    static final String FILM = "media/film.mp4";
    static final long FILM_SIZE = 64L << 20;

    /** A lock that is not written again while requests are counted. */
    static final Lease.Pace CALM = new Lease.Pace(Duration.ofHours(1), Duration.ofHours(2));

    /** The whole heap of the process that deploys. The film alone is larger. */
    private static final String HEAP = "-Xmx48m";

    private TenThousandFiles() {}

    static List<OutputPath> paths() {
        var paths = new ArrayList<>(IntStream.range(0, PAGES)
                .mapToObj(i -> new OutputPath("world/" + i % 100 + "/" + i + "/index.html"))
                .toList());
        paths.add(new OutputPath(FILM));
        return paths;
    }

    /** Makes it below a folder, in {@code public/}. */
    static void make(Path folder) throws IOException {
        Path made = folder.resolve("public");
        for (OutputPath path : paths()) {
            Files.createDirectories(made.resolve(path.folder()));
            Files.writeString(made.resolve(path.path()), "page " + path);
        }
        try (var film = new RandomAccessFile(made.resolve(FILM).toFile(), "rw")) {
            film.setLength(FILM_SIZE);
        }
    }

    static void changeOne(Path folder) throws IOException {
        Files.writeString(folder.resolve("public").resolve(FIRST), "another page");
    }

    /**
     * Runs a class that deploys it, with too little memory to hold it.
     *
     * @return what the process says if it fails; empty if it does not
     */
    static String inLittleMemory(Class<?> deploying, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                HEAP,
                                "-cp",
                                System.getProperty("java.class.path"),
                                deploying.getName()),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }
}
