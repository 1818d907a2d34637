package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.broadsheet.publish.TenThousandFiles.CALM;
import static press.broadsheet.publish.TenThousandFiles.FIRST;
import static press.broadsheet.publish.TenThousandFiles.NOON;
import static press.broadsheet.publish.TenThousandFiles.PAGES;
import static press.broadsheet.publish.TenThousandFiles.changeOne;
import static press.broadsheet.publish.TenThousandFiles.inLittleMemory;
import static press.broadsheet.publish.TenThousandFiles.make;
import static press.broadsheet.publish.TenThousandFiles.paths;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.publish.s3.S3Target;

/** A paper of ten thousand files in a real object store: in how much memory, and in how many requests. */
class LargeObjectStoreTest {
    @TempDir
    private Path folder = Path.of("");

    /** A deployment in a process of its own: the folder, the port of the store, and the moment. */
    public static void main(String[] arguments) throws IOException {
        Outcome done = deploy(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Instant.parse(arguments[2]));
        if (!done.isComplete()) {
            throw new IOException(done.failure().toString());
        }
    }

    private static Outcome deploy(Path folder, int port, Instant now) throws IOException {
        var settings = new TargetSettings(
                "here",
                "s3",
                Map.of("bucket", ObjectHost.BUCKET, "endpoint", "http://127.0.0.1:" + port),
                folder,
                Map.of("AWS_ACCESS_KEY_ID", ObjectHost.KEY, "AWS_SECRET_ACCESS_KEY", ObjectHost.SECRET),
                Place.in(Path.of("content/site.yaml")),
                Map.of());
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
        make(folder);
        try (var host = new ObjectHost();
                Wire wire = Wire.toHttp(host.port())) {
            assertEquals(
                    "",
                    inLittleMemory(
                            LargeObjectStoreTest.class,
                            folder.toString(),
                            Integer.toString(wire.port()),
                            NOON.toString()));
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
            changeOne(folder);
            assertEquals(
                    List.of(new OutputPath(FIRST)),
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
}
