package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.s3.S3Target;

class S3DeploymentTest extends RemoteDeployment {
    private ObjectHost host;
    private Wire wire;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void aStore() throws Exception {
        host = new ObjectHost();
        wire = Wire.toHttp(host.port());
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
                        "here", "s3", settings, folder, environment, Place.in(Path.of("content/site.yaml")), Map.of()));
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

    @Override
    void refuse(Trouble trouble) {
        host.room.set(Integer.MAX_VALUE);
        host.refusal = switch (trouble) {
            case NONE -> "";
            case NO_SPACE -> "507 InsufficientStorage";
            case READ_ONLY -> "403 AccessDenied";
        };
    }

    @Override
    String toldOf(Trouble trouble) {
        return trouble == Trouble.NO_SPACE
                ? "There is no space left at " + place() + ".\nMake room there, and deploy again."
                : place() + " denies access to .broadsheet/lock.\n"
                        + "Let the key that deploys get, put, delete and list objects there.";
    }

    @Override
    void fillAfter(int files) {
        host.room.set(files);
    }

    private static final String RULES = """
            root : https://lantern.example/
            ending html: text/html; charset=utf-8
            ending css: text/css; charset=utf-8
            ending xml: application/xml; charset=utf-8
            name feed.xml: application/rss+xml; charset=utf-8
            kept : public, max-age=60
            kept assets/: public, max-age=31536000, immutable
            kept 404.html: no-cache
            """;

    private Map<String, String> served() {
        var served = new TreeMap<String, String>();
        host.stored.forEach(one -> served.put(one.key(), one.contentType() + " | " + one.cacheControl()));
        return served;
    }

    @Test
    void filesAreServedAsTheRulesForAllHostsSay() throws IOException {
        rules = RULES;
        site.put("grüße/index.html", "Grüße");
        site.put("404.html", "nothing here");
        site.put("world/sitemap.xml", "map");
        site.put("film.unheard-of", "film");
        assertTrue(deploy(NOON).isComplete());
        var served = served();
        assertEquals("text/html; charset=utf-8 | public, max-age=60", served.get("index.html"));
        assertEquals("text/html; charset=utf-8 | public, max-age=60", served.get("grüße/index.html"));
        assertEquals("text/html; charset=utf-8 | no-cache", served.get("404.html"));
        assertEquals("application/rss+xml; charset=utf-8 | public, max-age=60", served.get("feed.xml"));
        assertEquals("application/xml; charset=utf-8 | public, max-age=60", served.get("world/sitemap.xml"));
        assertEquals("text/css; charset=utf-8 | public, max-age=31536000, immutable", served.get("assets/paper.css"));
        assertEquals("application/octet-stream | public, max-age=60", served.get("film.unheard-of"));
        assertEquals("application/octet-stream | no-store", served.get(".broadsheet/manifest.gz"));
    }

    @Test
    void aRuleThatChangesIsToldAgainThoughNoByteHas() throws IOException {
        rules = RULES;
        assertTrue(deploy(NOON).isComplete());
        assertTrue(deploy(NOON.plusSeconds(30)).difference().isNothing());
        rules = RULES.replace("immutable", "must-revalidate");
        host.stored.clear();
        Outcome done = deploy(NOON.plusSeconds(60));
        assertEquals(List.of(new OutputPath("assets/paper.css")), done.sent());
        assertEquals(
                "text/css; charset=utf-8 | public, max-age=31536000, must-revalidate",
                served().get("assets/paper.css"));
        rollBack();
        assertEquals(
                "public, max-age=31536000, immutable",
                host.metadata("assets/paper.css").cacheControl());
    }

    @Test
    void whatLeadsElsewhereForGoodIsARedirectAndAlsoAgainAfterARollback() throws IOException {
        site.put("old/index.html", "leads on");
        rules = RULES + "moved old/index.html: /new/?a=1&b=grüße\n";
        assertTrue(deploy(NOON).isComplete());
        assertEquals(List.of("/new/?a=1&b=gr%C3%BC%C3%9Fe"), redirects("PUT /lantern-www/old/index.html "));
        assertEquals(List.of(), redirects("PUT /lantern-www/index.html "));
        rules = RULES + "moved old/index.html: /newer/\n";
        assertEquals(1, deploy(NOON.plusSeconds(60)).sent().size());
        assertEquals(List.of("/new/?a=1&b=gr%C3%BC%C3%9Fe", "/newer/"), redirects("PUT /lantern-www/old/index.html "));
        // A copy of an object leads nowhere by itself. That readers are led on by it the server of this test cannot
        // show: it
        // has no website endpoint.
        rollBack();
        assertEquals(
                List.of("/new/?a=1&b=gr%C3%BC%C3%9Fe", "/newer/", "/new/?a=1&b=gr%C3%BC%C3%9Fe"),
                redirects("PUT /lantern-www/old/index.html "));
    }

    @Test
    void whatAStoreDoesNotUnderstandAsARedirectIsLeftToThePage() throws IOException {
        for (String name : List.of("a", "b", "c", "d")) {
            site.put(name + "/index.html", "leads on");
        }
        rules = RULES + "moved a/index.html: //elsewhere.example/\nmoved b/index.html: /no address\n"
                + "moved c/index.html: https://elsewhere.example/x\nmoved d/index.html: mailto:desk@lantern.example\n";
        assertTrue(deploy(NOON).isComplete());
        assertEquals(List.of("https://elsewhere.example/x"), redirects("PUT /lantern-www/"));
    }

    /** Where objects were said to lead, in the requests that begin so. */
    private List<String> redirects(String beginning) {
        return wire.heads().stream()
                .filter(head -> head.startsWith(beginning))
                .flatMap(String::lines)
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("x-amz-website-redirect-location: "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    @Test
    void aPageThatOnlySaysThatNothingIsThereIsNotSentSoThatTheStoreSaysItItself() throws IOException {
        rules = RULES;
        site.put("world/slander/index.html", "slander");
        site.put("world/slander/index.html.gz", "packed slander");
        site.put("world/error/index.html", "an error");
        assertTrue(deploy(NOON).isComplete());
        site.put("world/slander/index.html", "nothing here");
        site.put("world/slander/index.html.gz", "packed nothing");
        site.put("world/error/index.html", "This was withdrawn.");
        rules = RULES + "gone world/slander/index.html: \nnotice world/error/index.html: \n";
        Outcome done = deploy(NOON.plusSeconds(60));
        assertTrue(done.isComplete(), done.toString());
        assertFalse(shown().containsKey("world/slander/index.html"), "It is there for the time of grace");
        assertFalse(shown().containsKey("world/slander/index.html.gz"));
        assertEquals("This was withdrawn.", shown().get("world/error/index.html"));
        assertEquals("text/html; charset=utf-8 | no-store", served().get("world/error/index.html"));
        var problems = new Problems();
        Guard.checkAddresses(done.difference(), finished(), problems);
        assertEquals(List.of(), problems.inOrder(), "Whoever says that it is gone need not say it twice");
        assertTrue(deploy(NOON.plusSeconds(120)).difference().isNothing());
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
        var told = new ArrayList<String>();
        try (Target.Session session = open()) {
            assertTrue(session.lock(NOON, told::add).isEmpty());
        }
        assertEquals(
                List.of("Another deployment to " + place()
                        + " may be running, or was killed. Watching for up to 1 seconds whether it lives."),
                told);
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
    void aQuotaThatIsUsedUpIsTold() throws IOException {
        host.refusal = "403 QuotaExceeded";
        assertEquals("There is no space left at " + place() + ".\nMake room there, and deploy again.", refusal());
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
}
