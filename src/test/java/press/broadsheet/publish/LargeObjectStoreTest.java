package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.publish.s3.S3Target;

/** A paper of ten thousand files in a real object store: in how much memory, and in how many requests. */
class LargeObjectStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int PAGES = 9_999;
    private static final String FILM = "media/film.mp4";

    /** The whole heap of the process that deploys. The film alone is larger. */
    private static final String HEAP = "-Xmx48m";

    /** A lock that is not written again while requests are counted. */
    private static final Lease.Pace CALM = new Lease.Pace(Duration.ofHours(1), Duration.ofHours(2));

    private static final long FILM_SIZE = 64L << 20;

    @TempDir
    private Path folder = Path.of("");

    /** A deployment in a process of its own: the folder, the port of the store, and the moment. */
    public static void main(String[] arguments) throws IOException {
        Outcome done = deploy(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Instant.parse(arguments[2]));
        if (!done.isComplete()) {
            throw new IOException(done.failure().toString());
        }
    }

    private static List<OutputPath> paths() {
        var paths = new ArrayList<>(IntStream.range(0, PAGES)
                .mapToObj(i -> new OutputPath("world/" + i % 100 + "/" + i + "/index.html"))
                .toList());
        paths.add(new OutputPath(FILM));
        return paths;
    }

    private static Outcome deploy(Path folder, int port, Instant now) throws IOException {
        var settings = new TargetSettings(
                "here",
                "s3",
                Map.of("bucket", ObjectHost.BUCKET, "endpoint", "http://127.0.0.1:" + port),
                folder,
                Map.of("AWS_ACCESS_KEY_ID", ObjectHost.KEY, "AWS_SECRET_ACCESS_KEY", ObjectHost.SECRET),
                Place.in(Path.of("content/site.yaml")));
        var rules = "broadsheet serving 1\nending html: text/html; charset=utf-8\nkept : public, max-age=60\nend\n";
        var site = FinishedSite.read(folder.resolve("public"), paths())
                .with(Serving.read(rules.getBytes(StandardCharsets.UTF_8)).orElseThrow(), folder.resolve("signposts"));
        var terms = new Deployment.Terms(now, Duration.ofHours(1), 2, Duration.ofMillis(10), Stage::of);
        try (Target.Session session = ((StoreSession) new S3Target().open(settings)).at(CALM)) {
            var deployment = new Deployment(site, terms, Transfer.NONE);
            deployment.compare(session);
            return deployment.run(session, work -> List.of(), work -> {});
        }
    }

    @Test
    void tenThousandFilesGoThroughLittleMemoryAndAreAskedForOnlyIfTheyChange() throws Exception {
        Path made = folder.resolve("public");
        for (OutputPath path : paths()) {
            Files.createDirectories(made.resolve(path.folder()));
            Files.writeString(made.resolve(path.path()), "page " + path);
        }
        try (var film = new RandomAccessFile(made.resolve(FILM).toFile(), "rw")) {
            film.setLength(FILM_SIZE);
        }
        try (var host = new ObjectHost();
                Wire wire = Wire.toHttp(host.port())) {
            assertEquals("", inLittleMemory(wire.port()));
            // Each page in one request; the film begun, in four parts, and ended; the manifest, the lock, the listing.
            long puts = asked(wire).stream()
                    .filter(line -> line.matches("PUT /world/\\S+"))
                    .count();
            assertEquals(PAGES, puts);
            assertTrue(wire.heads().size() < PAGES + 60, wire.heads().size() + " requests");

            wire.forget();
            assertTrue(deploy(folder, wire.port(), NOON.plusSeconds(60))
                    .difference()
                    .isNothing());
            assertEquals(List.of("GET /.broadsheet/manifest.gz"), asked(wire));

            wire.forget();
            Files.writeString(made.resolve("world/0/0/index.html"), "another page");
            assertEquals(
                    List.of(new OutputPath("world/0/0/index.html")),
                    deploy(folder, wire.port(), NOON.plusSeconds(120)).sent());
            assertEquals(
                    List.of(
                            "GET /.broadsheet/manifest.gz",
                            "GET /.broadsheet/lock",
                            "PUT /.broadsheet/lock",
                            "GET /.broadsheet/manifest.gz",
                            "GET ?list-type=2&prefix=.broadsheet%2Fbefore%2F",
                            "PUT /.broadsheet/before.gz",
                            "PUT /.broadsheet/manifest.gz",
                            "PUT /.broadsheet/before/DIGEST",
                            "PUT /world/0/0/index.html",
                            "PUT /.broadsheet/manifest.gz",
                            "DELETE /.broadsheet/lock"),
                    asked(wire));
        }
    }

    /** The first lines of the requests, without the bucket. */
    private static List<String> asked(Wire wire) {
        return wire.heads().stream()
                .map(head -> head.substring(0, head.indexOf(" HTTP/"))
                        .replace("/" + ObjectHost.BUCKET, "")
                        .replaceAll("/before/[0-9a-f-]+$", "/before/DIGEST"))
                .toList();
    }

    /** What the process says if it fails. */
    private String inLittleMemory(int port) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeObjectStoreTest.class.getName(),
                        folder.toString(),
                        Integer.toString(port),
                        NOON.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }
}
