package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.broadsheet.files.OutputPath;

/** What every target behind a wire must do, shown with a real server at its end. */
abstract class RemoteDeployment {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Lease.Pace LIVELY = new Lease.Pace(Duration.ofMillis(50), Duration.ofMillis(600));

    @TempDir
    Path folder = Path.of("");

    final Map<String, String> site = new TreeMap<>(Map.of(
            "index.html", "front", "world/river/index.html", "river", "assets/paper.css", "css", "feed.xml", "feed"));

    /** What the build says of how files are served, in lines; empty if it says nothing. */
    String rules = "";

    /** The target, reached through the wire. */
    abstract Target.Session open() throws IOException;

    /** What readers can reach, by path. */
    abstract Map<String, String> shown() throws IOException;

    abstract Wire wire();

    FinishedSite finished() throws IOException {
        Path made = folder.resolve("public");
        for (var file : site.entrySet()) {
            Files.createDirectories(made.resolve(file.getKey()).getParent());
            Files.writeString(made.resolve(file.getKey()), file.getValue());
        }
        var read = FinishedSite.read(
                made, site.keySet().stream().map(OutputPath::new).toList());
        Serving serving = rules.isEmpty()
                ? Serving.NONE
                : Serving.read(("broadsheet serving 1\n" + rules + "end\n").getBytes(StandardCharsets.UTF_8))
                        .orElseThrow();
        return read.with(serving, folder.resolve("signposts"));
    }

    Outcome deploy(Instant now) throws IOException {
        try (Target.Session session = open()) {
            return deploy(now, session);
        }
    }

    Outcome deploy(Instant now, Target.Session session) throws IOException {
        var terms = new Deployment.Terms(now, Duration.ofHours(1), 2, Duration.ofMillis(10), Stage::of);
        return new Deployment(finished(), terms, Transfer.NONE)
                .run(session, work -> List.of("Publish " + work.toSend().size() + " files"), work -> {});
    }

    /** The message of a deployment that is refused. */
    String refusal() throws IOException {
        try {
            Outcome done = deploy(NOON);
            assertTrue(done.failure().isPresent(), done.toString());
            return told(done.failure().get());
        } catch (TargetFailure e) {
            return told(e);
        }
    }

    static String told(IOException e) {
        return e.getMessage() + (e instanceof TargetFailure refused ? "\n" + refused.hint() : "");
    }

    void manyLargePages(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < 20_000; j++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            site.put("world/page-" + i + "/index.html", text.toString());
        }
    }

    @Test
    void theFirstDeploymentShowsTheWholeSite() throws IOException {
        Outcome done = deploy(NOON);
        assertTrue(done.isComplete(), done.toString());
        assertEquals(4, done.sent().size());
        assertEquals(site, shown());
        assertEquals("index.html", done.sent().getLast().path(), "The front comes last");
    }

    @Test
    void onlyWhatChangedIsSent() throws IOException {
        deploy(NOON);
        site.put("world/river/index.html", "the river rises");
        Outcome done = deploy(NOON.plusSeconds(60));
        assertTrue(done.isComplete(), done.toString());
        assertEquals(List.of(new OutputPath("world/river/index.html")), done.sent());
        assertEquals(15, done.bytes());
        assertEquals(site, shown());
    }

    @Test
    void whatIsGoneStaysForTheTimeOfGraceAndIsThenRemoved() throws IOException {
        deploy(NOON);
        site.remove("feed.xml");
        deploy(NOON.plusSeconds(60));
        assertTrue(shown().containsKey("feed.xml"));
        Outcome done = deploy(NOON.plusSeconds(60 + 3600));
        assertTrue(done.isComplete(), done.toString());
        assertEquals(List.of(new OutputPath("feed.xml")), done.removed());
        assertEquals(site, shown());
    }

    /** Bytes after which the wire is cut: while one logs in, before anything is sent, and in the midst of files. */
    private static final int[] CUTS = {500, 4_000, 20_000, 80_000, 150_000};

    @Test
    void aDeploymentThatWasCutOffAnywhereLeavesWholeFilesAndIsCompletedByTheNext() throws IOException {
        manyLargePages(1);
        deploy(NOON);
        for (int i = 0; i < CUTS.length; i++) {
            var before = new TreeMap<>(shown());
            manyLargePages(2 + i);
            site.put("index.html", "the front after " + i);
            wire().cutAfter(CUTS[i]);
            assertTrue(isCutOff(NOON.plusSeconds(60 + i * 120)), "It went through: " + CUTS[i]);
            wire().mend();
            shown().forEach((path, text) -> assertTrue(
                    text.equals(before.get(path)) || text.equals(site.get(path)), path + " is neither old nor new"));
            assertEquals(before.get("index.html"), shown().get("index.html"), "The front leads to what is not there");
            Outcome done = deploy(NOON.plusSeconds(120 + i * 120));
            assertTrue(done.isComplete(), done.toString());
            assertEquals(site, shown());
        }
    }

    /** Whether it failed: before it was begun, or in its midst with what was and was not sent. */
    private boolean isCutOff(Instant now) {
        try {
            Outcome cut = deploy(now);
            return cut.failure().isPresent() && !cut.failure().get().toString().isEmpty();
        } catch (IOException notEvenReached) {
            return true;
        }
    }

    @Test
    void theDeploymentBeforeCanBeShownAgainAlsoAfterOneThatWasCutOff() throws IOException {
        manyLargePages(1);
        deploy(NOON);
        var before = shown();
        manyLargePages(3);
        site.put("index.html", "a mistake");
        site.put("world/new/index.html", "new");
        wire().cutAfter(200_000);
        assertTrue(deploy(NOON.plusSeconds(60)).failure().isPresent());
        wire().mend();
        deploy(NOON.plusSeconds(120));
        rollBack();
        var after = shown();
        after.remove("world/new/index.html");
        assertEquals(before, after);
        site.replaceAll((path, text) -> text + ", mended");
        assertTrue(deploy(NOON.plusSeconds(180)).isComplete());
        assertEquals(site, shown());
    }

    /** Whether it is read only, or has no room left; nothing is wrong any more after the last call. */
    abstract void refuse(Trouble trouble) throws IOException;

    /** What may be wrong with a place. */
    enum Trouble {
        NONE,
        NO_SPACE,
        READ_ONLY
    }

    /** What is told of it at this target, at the first file that cannot be written. */
    abstract String toldOf(Trouble trouble);

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"NO_SPACE", "READ_ONLY"})
    void aPlaceThatTakesNothingIsToldLeavesReadersWhatTheyHaveAndIsCompletedLater(Trouble trouble) throws IOException {
        assertTrue(deploy(NOON).isComplete());
        var before = shown();
        site.put("index.html", "the front after");
        site.put("world/bridge/index.html", "bridge");
        site.remove("feed.xml");
        refuse(trouble);
        Outcome refused = deploy(NOON.plusSeconds(60));
        assertEquals(toldOf(trouble), told(refused.failure().orElseThrow()));
        refuse(Trouble.NONE);
        assertEquals(before, shown(), "Readers have something else");
        Outcome done = deploy(NOON.plusSeconds(120));
        assertTrue(done.isComplete(), done.toString());
        deploy(NOON.plusSeconds(120 + 3600));
        assertEquals(site, shown());
    }

    /** In the midst of it: what was sent before is seen, or is not, but all files are whole. */
    @Test
    void aPlaceThatBecomesFullInTheMidstLeavesWholeFilesAndIsCompletedLater() throws IOException {
        manyLargePages(1);
        assertTrue(deploy(NOON).isComplete());
        var before = shown();
        manyLargePages(2);
        site.put("index.html", "the front after");
        fillAfter(5);
        Outcome refused = deploy(NOON.plusSeconds(60));
        assertTrue(
                told(refused.failure().orElseThrow()).startsWith("There is no space left at "),
                refused.failure().toString());
        refuse(Trouble.NONE);
        var after = shown();
        assertEquals(before.keySet(), after.keySet());
        after.forEach((path, text) -> assertTrue(
                text.equals(before.get(path)) || text.equals(site.get(path)), path + " is neither old nor new"));
        assertEquals("front", after.get("index.html"), "The front leads to what is not there");
        assertTrue(deploy(NOON.plusSeconds(120)).isComplete());
        assertEquals(site, shown());
    }

    /** There is room for so many more files of the site. */
    abstract void fillAfter(int files) throws IOException;

    @Test
    void whereAListStoodOfWhichNothingIsLeftReadersAreLedToTheNextAbove() throws IOException {
        site.put("tag/flood/index.html", "<li>The river rises");
        site.put("tag/flood/feed.xml", "The river rises");
        site.put("tag/index.html", "All tags");
        rules = "root : https://lantern.example/paper/\nlist tag/flood/index.html: \n";
        deploy(NOON);
        site.remove("tag/flood/index.html");
        site.remove("tag/flood/feed.xml");
        rules = "root : https://lantern.example/paper/\n";
        for (int day = 1; day < 4; day++) {
            Outcome done = deploy(NOON.plus(Duration.ofDays(day)));
            assertTrue(done.isComplete(), done.toString());
            assertFalse(shown().containsKey("tag/flood/feed.xml"), "It still says what was taken back");
            assertEquals(day == 1 ? 1 : 0, done.sent().size(), "It is sent again");
            String sign = shown().getOrDefault("tag/flood/index.html", "");
            assertTrue(sign.contains("content=\"0; url=/paper/tag/\""), sign);
            assertTrue(sign.contains("<link rel=\"canonical\" href=\"https://lantern.example/paper/tag/\">"), sign);
            assertFalse(sign.contains("river"), sign);
        }
        site.remove("tag/index.html");
        deploy(NOON.plus(Duration.ofDays(5)));
        assertTrue(shown().getOrDefault("tag/flood/index.html", "").contains("url=/paper/\""));
        site.put("tag/flood/index.html", "<li>The bridge opens");
        deploy(NOON.plus(Duration.ofDays(6)));
        deploy(NOON.plus(Duration.ofDays(7)));
        assertEquals(site, shown());
    }

    @Test
    void whatLayBesideAnArticleThatWasTakenBackGoesWithItAndNotAfterAWhile() throws IOException {
        site.put("world/river/live.json", "what was said");
        deploy(NOON);
        site.put("world/river/index.html", "This was withdrawn.");
        site.remove("world/river/live.json");
        rules = "notice world/river/index.html: \n";
        Outcome done = deploy(NOON.plusSeconds(60));
        assertTrue(done.isComplete(), done.toString());
        assertEquals(site, shown());
    }

    @Test
    void whatHasEndedGoesAtOnceWithItsPicturesAndLeavesNoSignpost() throws IOException {
        site.put("world/prize/index.html", "win a lamp");
        site.put("world/prize/versions/index.html", "win a candle");
        site.put("media/world/lamp.png", "lamp");
        site.put("media/world/river.png", "river");
        site.put("world/river/index.html", "river, with a picture");
        rules = "root : https://lantern.example/\nlist world/prize/versions/index.html: \n";
        deploy(NOON);
        site.keySet().removeIf(path -> path.startsWith("world/prize/") || path.endsWith("lamp.png"));
        rules = "root : https://lantern.example/\nended world/prize/: \nended media/world/lamp.png: \n"
                + "ended media/world/river.png: \n";
        Outcome done = deploy(NOON.plusSeconds(60));
        assertTrue(done.isComplete(), done.toString());
        assertEquals(site, shown());
        var problems = new press.broadsheet.problem.Problems();
        Guard.checkAddresses(done.difference(), finished(), problems);
        assertEquals(java.util.List.of(), problems.inOrder());
        assertTrue(finished().takesBack(done.difference()));
    }

    @Test
    void theDeploymentBeforeCanBeShownAgain() throws IOException {
        deploy(NOON);
        var before = shown();
        site.put("index.html", "a mistake");
        site.put("world/river/index.html", "another");
        deploy(NOON.plusSeconds(60));
        rollBack();
        assertEquals(before, shown());
        site.put("index.html", "mended");
        deploy(NOON.plusSeconds(120));
        assertEquals(site, shown());
    }

    String rollBack() throws IOException {
        try (Target.Session session = open()) {
            assertTrue(session.lock(NOON.plusSeconds(600)).isEmpty());
            return session.rollBack();
        }
    }
}
