package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.problem.Place;
import press.broadsheet.publish.s3.S3Target;

class S3DeploymentTest extends RemoteDeployment {
    private ObjectHost host;
    private Wire wire;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void aStore() throws Exception {
        host = new ObjectHost();
        wire = Wire.to(host.port());
        environment.putAll(Map.of(
                "AWS_ACCESS_KEY_ID",
                ObjectHost.KEY,
                "AWS_SECRET_ACCESS_KEY",
                ObjectHost.SECRET,
                "HOME",
                folder.toString()));
        settings.putAll(Map.of("bucket", ObjectHost.BUCKET, "endpoint", "http://127.0.0.1:" + wire.port()));
    }

    @AfterEach
    void end() throws IOException {
        wire.close();
        host.close();
    }

    @Override
    Target.Session open() throws IOException {
        var session = new S3Target()
                .open(new TargetSettings(
                        "here", "s3", settings, folder, environment, Place.in(Path.of("content/site.yaml"))));
        return ((StoreSession) session).at(LIVELY);
    }

    @Override
    Map<String, String> shown() throws IOException {
        var files = new TreeMap<>(host.objects());
        files.keySet().removeIf(key -> key.startsWith(".broadsheet/"));
        return files;
    }

    @Override
    Wire wire() {
        return wire;
    }

    private String place() {
        return "s3://lantern-www/ at 127.0.0.1:" + wire.port();
    }

    @Test
    void filesAreServedAsWhatTheyAreAndKeptAsLongAsTheyMayBe() throws IOException {
        site.put("assets/css/paper.84c3e3602c.css", "css");
        site.put("grüße/index.html", "Grüße");
        assertTrue(deploy(NOON).isComplete());
        var served = new TreeMap<String, String>();
        host.stored.forEach(one -> served.put(one.key(), one.contentType() + " | " + one.cacheControl()));
        assertEquals("text/html; charset=utf-8 | public, max-age=60", served.get("index.html"));
        assertEquals("text/html; charset=utf-8 | public, max-age=60", served.get("grüße/index.html"));
        assertEquals("application/xml | public, max-age=60", served.get("feed.xml"));
        assertEquals(
                "text/css; charset=utf-8 | public, max-age=31536000, immutable",
                served.get("assets/css/paper.84c3e3602c.css"));
        assertEquals("text/css; charset=utf-8 | public, max-age=3600", served.get("assets/paper.css"));
        assertEquals("application/octet-stream | no-store", served.get(".broadsheet/manifest.gz"));
    }

    @Test
    void aLargeFileIsSentInParts() throws IOException {
        Path large = folder.resolve("public/film.mp4");
        Files.createDirectories(large.getParent());
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((33L << 20) + 5);
        }
        var path = new press.broadsheet.files.OutputPath("film.mp4");
        var one = FinishedSite.read(folder.resolve("public"), java.util.List.of(path));
        var terms = new Deployment.Terms(NOON, java.time.Duration.ZERO, 1, java.time.Duration.ZERO, Stage::of);
        try (Target.Session session = open()) {
            Outcome done =
                    new Deployment(one, terms, Transfer.NONE).run(session, work -> java.util.List.of(), work -> {});
            assertTrue(done.isComplete(), done.toString());
        }
        assertEquals((33 << 20) + 5, host.objects().getOrDefault("film.mp4", "").length());
        assertTrue(host.stored.stream().noneMatch(stored -> stored.key().equals("film.mp4")), "It came in one");
    }

    @Test
    void aSiteMayStandBelowAPrefix() throws IOException {
        settings.put("prefix", "/preview/");
        assertTrue(deploy(NOON).isComplete());
        assertEquals("front", host.objects().get("preview/index.html"));
        assertTrue(deploy(NOON.plusSeconds(60)).difference().isNothing());
    }

    @Test
    void aSecondDeploymentAtTheSameTimeIsRefused() throws IOException {
        try (Target.Session first = open()) {
            assertTrue(first.lock(NOON).isEmpty());
            Outcome second = deploy(NOON);
            assertEquals(
                    "Another deployment to " + place() + " is running since 2026-11-24T12:00:00Z.",
                    second.other().orElseThrow());
        }
        assertTrue(deploy(NOON).isComplete());
    }

    @Test
    void theLockOfADeploymentThatWasKilledGivesWay() throws IOException {
        host.put(".broadsheet/lock", "somebody\n2026-11-24T11:00:00Z\n7\n");
        assertTrue(deploy(NOON).isComplete());
        assertEquals(site, shown());
    }

    @Test
    void wrongCredentialsAreToldWithWhereTheyComeFrom() throws IOException {
        environment.put("AWS_SECRET_ACCESS_KEY", "a wrong guess");
        String told = refusal();
        assertEquals(
                place() + " does not accept the credentials: SignatureDoesNotMatch.\n"
                        + "They come from the environment. Check that the key is for this store, whole and still valid.",
                told);
        environment.put("AWS_ACCESS_KEY_ID", "nobody");
        assertTrue(refusal().contains("InvalidAccessKeyId"), refusal());
    }

    @Test
    void credentialsMayStandInTheFileThatOtherToolsShare() throws IOException {
        environment.keySet().removeIf(name -> name.startsWith("AWS"));
        assertEquals(
                "There are no credentials for " + place()
                        + ".\nGive AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to the command, " + "or let "
                        + folder.resolve(".aws/credentials") + " have the profile default.",
                refusal());
        Files.createDirectories(folder.resolve(".aws"));
        Files.writeString(
                folder.resolve(".aws/credentials"),
                "[default]\naws_access_key_id = nobody\n\n[lantern]\naws_access_key_id = " + ObjectHost.KEY
                        + "\naws_secret_access_key=" + ObjectHost.SECRET + "\n");
        environment.put("AWS_PROFILE", "lantern");
        assertTrue(deploy(NOON).isComplete());
    }

    @Test
    void aBucketThatIsNotThereIsTold() throws IOException {
        settings.put("bucket", "other-www");
        assertEquals(
                "There is no bucket s3://other-www/ at 127.0.0.1:" + wire.port() + ".\nMake it, or mend its name.",
                refusal());
    }

    @Test
    void aFullStoreIsTold() throws IOException {
        host.refusal = "403 QuotaExceeded";
        assertEquals("There is no space left at " + place() + ".\nMake room there, and deploy again.", refusal());
    }

    @Test
    void aKeyThatMayOnlyReadIsTold() throws IOException {
        host.refusal = "403 AccessDenied";
        assertEquals(
                place() + " denies access to .broadsheet/lock.\n"
                        + "Let the key that deploys get, put, delete and list objects there.",
                refusal());
    }

    @Test
    void aStoreThatIsBusyIsAskedAgain() throws IOException {
        host.refusal = "503 SlowDown";
        assertTrue(refusal().startsWith(place() + " is busy: 503 SlowDown"), refusal());
        host.refusal = "";
        assertTrue(deploy(NOON).isComplete());
    }

    @Test
    void noSecretIsEverTold() throws IOException {
        environment.put("AWS_ACCESS_KEY_ID", "nobody");
        assertFalse(refusal().contains(ObjectHost.SECRET));
    }

    @Test
    void aPageThatDoesNothingButLeadElsewhereForGoodIsARedirect() throws IOException {
        site.put(
                "old/index.html",
                "<meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"refresh\" content=\"0; url=/new/?a=1&amp;b=2\">");
        site.put("lent/index.html", "<meta http-equiv=\"refresh\" content=\"0; url=/new/\">");
        assertEquals(Optional.of("/new/?a=1&b=2"), served("old/index.html").redirect());
        assertEquals(Optional.empty(), served("lent/index.html").redirect());
        assertEquals(Optional.empty(), served("index.html").redirect());
        assertTrue(deploy(NOON).isComplete());
    }

    private Served served(String path) throws IOException {
        FinishedSite made = finished();
        SiteFile file = Objects.requireNonNull(made.files().get(new press.broadsheet.files.OutputPath(path)));
        return Served.of(file, made.file(file.path()));
    }
}
