package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.sites.SiteBuilder;

/** Whole deployments of a small paper to a folder. */
class DeployCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final AtomicLong seconds = new AtomicLong();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SiteBuilder site = new SiteBuilder(folder);

    @BeforeEach
    void aSmallPaper() {
        site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                targets:
                  here: {kind: folder, path: ../www, grace: 0}
                -- content/world/river.md --
                ---
                headline: The river rises
                published: 2026-11-23T08:00:00Z
                ---
                Water stood in the streets.
                -- content/world/bridge.md --
                ---
                headline: The bridge opens
                published: 2026-11-22T08:00:00Z
                ---
                Nobody fell in.
                """);
    }

    private int deploy(String... more) {
        return deploy(Console.Terminal.NONE, "", more);
    }

    /** @param typed what somebody answers */
    private int deploy(Console.Terminal watched, String typed, String... more) {
        return deployAt("2026-11-24T12:00:00Z", watched, typed, more);
    }

    private int deployAt(String moment, Console.Terminal watched, String typed, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var args = new ArrayList<>(List.of("deploy", "--site", site.folder().toString(), "--now", moment));
        args.addAll(List.of(more));
        var console = new Console(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                watched,
                Map.of(),
                Path.of(System.getProperty("broadsheet.home", "")),
                // Each look at it finds that two seconds have passed.
                () -> seconds.addAndGet(2) * 1_000_000_000L);
        return Main.run(console, args.toArray(new String[0]));
    }

    private String shown(String path) throws IOException {
        return Files.readString(folder.resolve("www").resolve(path));
    }

    @Test
    void thePaperIsBuiltAndReadersSeeAllOfIt() throws IOException {
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertEquals(
                SiteBuilder.tree(site.output()),
                SiteBuilder.tree(folder.resolve("www").toRealPath()));
    }

    @Test
    void aDryRunTouchesNothingAndWritesWhatWouldChange() throws IOException {
        assertEquals(Exit.GOOD, deploy("--dry-run"), err.toString());
        assertFalse(Files.exists(folder.resolve("www")));
        var changes =
                new ObjectMapper().readTree(Files.readAllBytes(site.folder().resolve(".broadsheet/changes.json")));
        assertEquals(0, changes.get("removed").size());
        assertTrue(
                changes.get("purge")
                        .toString()
                        .contains("\"https://lantern.example/world/2026/11/23/the-river-rises/\""),
                changes.toString());
    }

    @Test
    void anAddressThatWouldVanishStopsTheDeploymentWithTheLineToAdd() throws IOException {
        deploy();
        Files.delete(site.folder().resolve("content/world/bridge.md"));
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("vanished-addresses"), err.toString());
        assertTrue(err.toString().contains("/world/2026/11/22/the-bridge-opens/: {status: 410}"), err.toString());
        assertTrue(shown("world/2026/11/22/the-bridge-opens/index.html").contains("Nobody fell in"));

        assertEquals(Exit.GOOD, deploy("--allow-removals"), err.toString());
        assertFalse(Files.exists(folder.resolve("www/world/2026/11/22/the-bridge-opens/index.html")));
    }

    @Test
    void anAddressThatLeadsOnOrIsWithdrawnMayGo() throws IOException {
        deploy();
        Files.delete(site.folder().resolve("content/world/bridge.md"));
        assertEquals(Exit.PROBLEMS, deploy());
        List<String> lines = err.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.endsWith(": {status: 410}"))
                .toList();
        site.write("content/redirects.yaml", String.join("\n", lines) + "\n");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertFalse(shown("world/2026/11/22/the-bridge-opens/index.html").contains("Nobody fell in"));
    }

    @Test
    void whatTheLastBuildMadeCanBeSentAsItIs() throws IOException {
        site.build();
        Files.delete(site.folder().resolve("content/world/river.md"));
        assertEquals(Exit.GOOD, deploy("--no-build"), err.toString());
        assertTrue(shown("world/2026/11/23/the-river-rises/index.html").contains("Water stood"));
    }

    @Test
    void aPaperWithAnErrorIsNotDeployed() {
        site.write("content/world/river.md", "---\nheadline: [\n---\n");
        assertEquals(Exit.PROBLEMS, deploy());
        assertFalse(Files.exists(folder.resolve("www")));
    }

    @Test
    void theDeploymentBeforeCanBeShownAgain() throws IOException {
        deploy();
        String before = shown("index.html");
        site.write(
                "content/world/river.md",
                "---\nheadline: A mistake\nslug: the-river-rises\n" + "published: 2026-11-23T08:00:00Z\n---\nWrong.\n");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertTrue(shown("index.html").contains("A mistake"));
        assertEquals(Exit.GOOD, deploy("--rollback"), err.toString());
        assertEquals(before, shown("index.html"));
    }

    @Test
    void aFolderThatCannotBeWrittenToIsToldAndTheCommandSaysThree() throws IOException {
        Files.writeString(folder.resolve("www.releases"), "a file");
        assertEquals(Exit.NOT_DEPLOYED, deploy());
        assertTrue(err.toString().contains("deployment-failed"), err.toString());
    }

    @Test
    void whoWatchesSeesHowManyFilesAndBytesHaveBeenSent() throws IOException {
        assertEquals(Exit.GOOD, deploy(Console.Terminal.BOTH, "", "--yes"), err.toString());
        int files;
        try (var sent = Files.walk(folder.resolve("www").toRealPath())) {
            files = (int) sent.filter(Files::isRegularFile).count();
        }
        Matcher line = Pattern.compile("\r(Sending \\((\\S+ \\S+) of (\\S+ \\S+)\\)) (\\d+) of (\\d+)\u001b\\[K")
                .matcher(err.toString());
        int shown = 0;
        int last = 0;
        while (line.find()) {
            shown++;
            assertTrue(Integer.parseInt(line.group(4)) > last, "It goes back: " + line.group());
            last = Integer.parseInt(line.group(4));
            assertEquals(Integer.toString(files), line.group(5));
        }
        assertEquals(files, shown, "Each file is told of");
        assertEquals(files, last);
        assertTrue(err.toString().endsWith("\r\u001b[K"), "The line is still there");
        assertTrue(out.toString().contains(": " + files + " added, 0 changed, 0 gone, 0 unchanged. "), out.toString());
    }

    @Test
    void whereNobodyWatchesNoProgressIsDrawn() {
        assertEquals(Exit.GOOD, deploy(Console.Terminal.NONE, "", "--yes"), err.toString());
        assertFalse((err.toString() + out).contains("\r"), err.toString());
        assertFalse((err.toString() + out).contains("Sending"), err.toString());
    }

    @Test
    void noProgressIsDrawnForWhoWantsQuiet() {
        assertEquals(Exit.GOOD, deploy(Console.Terminal.BOTH, "", "--yes", "--quiet"), err.toString());
        assertEquals("", out.toString() + err);
    }

    @Test
    void whoWatchesIsAskedAndMaySayNo() {
        assertEquals(Exit.NOT_DEPLOYED, deploy(Console.Terminal.BOTH, "n\n"));
        assertTrue(out.toString().contains("would be sent."), out.toString());
        assertTrue(out.toString().endsWith("Send? [y/N] Nothing was sent.\n"), out.toString());
        assertFalse(Files.exists(folder.resolve("www")));
        assertEquals(Exit.GOOD, deploy(Console.Terminal.BOTH, "y\n"), err.toString());
        assertTrue(Files.exists(folder.resolve("www/index.html")));
    }

    @Test
    void theOnlyArticleOfADayMayBeWithdrawnAndTheDayLeadsToItsMonth() throws IOException {
        deploy();
        site.write("content/world/bridge.md", """
                ---
                headline: The bridge opens
                published: 2026-11-22T08:00:00Z
                status: withdrawn
                ---
                Nobody fell in.
                """);
        assertEquals(Exit.GOOD, deploy("--dry-run"), err.toString());
        String lead = "lead archive/2026/11/22/index.html to /archive/2026/11/: nothing is left of that list";
        assertTrue(out.toString().contains(lead), out.toString());
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertTrue(out.toString().contains(lead), out.toString());
        String day = shown("archive/2026/11/22/index.html");
        assertTrue(day.contains("<meta http-equiv=\"refresh\" content=\"0; url=/archive/2026/11/\">"), day);
        assertFalse(day.contains("bridge"), day);
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertTrue(out.toString().contains("nothing has changed"), out.toString());
        // It is no part of the paper, which a clean build would make anew without it.
        assertFalse(Files.exists(site.output().resolve("archive/2026/11/22/index.html")));
    }

    @Test
    void ofAnArticleThatWasWithdrawnTheEarlierVersionsAreCalledThat() throws IOException {
        site.write(
                "content/site.yaml", Files.readString(site.folder().resolve("content/site.yaml")) + "history: true\n");
        String bridge = """
                ---
                headline: The bridge opens
                published: 2026-11-22T08:00:00Z
                %s---
                %s
                """;
        site.write("content/world/bridge.md", bridge.formatted("", "Nobody fell in."));
        assertEquals(Exit.GOOD, deploy(), err.toString());
        String note = "corrections: [{date: 2026-11-23T08:00:00Z, text: One did.}]\n";
        site.write("content/world/bridge.md", bridge.formatted(note, "One fell in."));
        assertEquals(Exit.GOOD, deploy(), err.toString());
        String versions = "world/2026/11/22/the-bridge-opens/versions/index.html";
        assertTrue(shown(versions).contains("Nobody"), shown(versions));
        site.write("content/world/bridge.md", bridge.formatted("status: withdrawn\n", "One fell in."));
        assertEquals(Exit.GOOD, deploy("--dry-run"), err.toString());
        assertTrue(
                out.toString()
                        .contains("lead " + versions + " to /world/2026/11/22/the-bridge-opens/:"
                                + " the earlier versions of an article that was withdrawn"),
                out.toString());
        site.write("content/world/bridge.md", bridge.formatted(note + "history: false\n", "One fell in."));
        assertEquals(Exit.GOOD, deploy("--dry-run"), err.toString());
        assertTrue(
                out.toString().contains("bridge-opens/: no earlier versions of that article are shown any more"),
                out.toString());
    }

    @Test
    void aNumberThatIsNoneIsToldWhereItIsWritten() throws IOException {
        site.write("content/site.yaml", """
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                targets:
                  here:
                    kind: folder
                    path: ../www
                    keep: many
                """);
        assertEquals(Exit.NOT_DEPLOYED, deploy());
        assertTrue(err.toString().contains("content/site.yaml:8:11  error"), err.toString());
        assertTrue(err.toString().contains("must be a whole number from"), err.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'kind: git, repository: ../r', branch, a..b",
        "'kind: git, repository: ../r', domain, no domain",
        "'kind: git, repository: ../r', author, nobody",
        "'kind: folder', path, /",
        "'kind: s3, region: eu-central-1', bucket, A B",
        "'kind: s3, bucket: lantern-www', region, a b",
        "'kind: s3, bucket: lantern-www, region: auto', endpoint, nowhere"
    })
    void whatATargetRefusesAboutASettingIsToldWhereItIsWritten(String given, String setting, String value) {
        String settings = "name: L\nurl: https://lantern.example/\nsections: [world]\ntargets:\n  here:\n    "
                + given.replace(", ", "\n    ") + "\n    " + setting + ": " + value + "\n";
        site.write("content/site.yaml", settings);
        assertEquals(Exit.NOT_DEPLOYED, deploy(), err::toString);
        long line = settings.lines().count();
        int column = ("    " + setting + ": ").length() + 1;
        assertTrue(
                err.toString().contains("content/site.yaml:" + line + ":" + column + "  error  deployment-failed"),
                err.toString());
    }

    @Test
    void anArticleMayBeDatedAnew() throws IOException {
        deploy();
        site.write("content/world/bridge.md", """
                ---
                headline: The bridge opens
                published: 2026-11-20T08:00:00Z
                aliases: [/world/2026/11/22/the-bridge-opens/]
                ---
                Nobody fell in.
                """);
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertTrue(shown("archive/2026/11/22/index.html").contains("url=/archive/2026/11/\""));
        assertTrue(shown("archive/2026/11/20/index.html").contains("The bridge opens"));
    }

    private void aPrize(String fields) {
        site.write("content/world/prize.md", """
                ---
                headline: Win a lamp
                slug: prize
                published: 2026-11-23T08:00:00Z
                image: {src: lamp.svg, alt: A lamp, credit: Ada King}
                aliases: [/lamp/]
                tags: [Lamps]
                %s---
                Here it is. ![Light](light.svg "It shines."){credit="Ada King"} ![River](river.svg "It flows."){credit="Ada King"}
                """.formatted(fields));
        for (String name : List.of("lamp", "light", "river")) {
            site.write(
                    "content/world/" + name + ".svg",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><desc>" + name
                            + "</desc></svg>");
        }
    }

    /** Readers of a paper whose target lets what is gone be reached for an hour. */
    private void anHourOfGrace() throws IOException {
        String settings = Files.readString(site.folder().resolve("content/site.yaml"));
        site.write("content/site.yaml", settings.replace("grace: 0", "grace: 1h"));
        site.write(
                "content/world/river.md",
                "---\nheadline: The river rises\nslug: river\npublished: 2026-11-23T08:00:00Z\n"
                        + "image: {src: river.svg, alt: A river, credit: Ada King}\n---\nWater stood in the streets.\n");
    }

    private static final String PRIZE = "world/2026/11/23/prize/index.html";

    private List<String> leftOfThePrize() throws IOException {
        var left = new ArrayList<String>();
        for (String path : List.of(
                PRIZE, "lamp/index.html", "media/world/lamp.svg", "media/world/light.svg", "media/world/river.svg")) {
            if (Files.exists(folder.resolve("www").resolve(path))) {
                left.add(path);
            }
        }
        return left;
    }

    @Test
    void anArticleThatExpiresGoesAtItsInstantWithItsPicturesAndNobodyNeedBeAsked() throws IOException {
        anHourOfGrace();
        aPrize("expires: 2026-11-24T12:00:00Z\n");
        assertEquals(Exit.GOOD, deployAt("2026-11-24T11:59:59Z", Console.Terminal.NONE, ""), err.toString());
        assertEquals(5, leftOfThePrize().size(), leftOfThePrize().toString());
        assertEquals(Exit.GOOD, deployAt("2026-11-24T12:00:00Z", Console.Terminal.NONE, ""), err.toString());
        assertEquals(List.of("media/world/river.svg"), leftOfThePrize(), "Another article shows that one");
        // Of the list of its tag nothing is left either, and who kept its address is led on.
        assertTrue(shown("tag/lamps/index.html").contains("url=/tag/\"")
                || shown("tag/lamps/index.html").contains("url=/\""));
    }

    @Test
    void whatIsWithheldGoesAtOnceAndNoPublishedFileSaysWhereItStood() throws IOException {
        anHourOfGrace();
        aPrize("");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        aPrize("status: withheld\n");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertEquals(List.of("media/world/river.svg"), leftOfThePrize());
        SiteBuilder.tree(folder.resolve("www").toRealPath())
                .forEach((path, bytes) -> assertFalse(bytes.contains("prize"), path + " names it"));
    }

    @Test
    void thePicturesOfAWithdrawnArticleGoWithItsWordsAndNotAfterTheTimeOfGrace() throws IOException {
        anHourOfGrace();
        aPrize("");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        aPrize("status: withdrawn\nreason: There was no lamp.\n");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertEquals(List.of(PRIZE, "lamp/index.html", "media/world/river.svg"), leftOfThePrize());
        assertTrue(shown(PRIZE).contains("There was no lamp."));
    }

    @Test
    void whatReadersHadAndIsADraftNowMayBeASlipAndStopsTheDeployment() throws IOException {
        aPrize("");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        aPrize("status: draft\n");
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("/world/2026/11/23/prize/"), err.toString());
        assertEquals(5, leftOfThePrize().size());
    }

    @Test
    void cachesHaveNothingToForgetAfterADeploymentWithoutChanges() throws IOException {
        deploy();
        SiteBuilder.delete(site.folder().resolve(".broadsheet"));
        SiteBuilder.delete(site.output());
        assertEquals(Exit.GOOD, deploy(), err.toString());
        var changes =
                new ObjectMapper().readTree(Files.readAllBytes(site.folder().resolve(".broadsheet/changes.json")));
        assertEquals("[]", changes.get("purge").toString(), "Everything was built anew, and nothing sent");
    }

    @Test
    void aRollbackSaysWhatIsToBeMendedAndWhatCachesMustForget() throws IOException {
        deploy();
        site.write(
                "content/world/river.md",
                "---\nheadline: A mistake\nslug: the-river-rises\npublished: 2026-11-23T08:00:00Z\n---\nWrong.\n");
        deploy();
        assertEquals(Exit.WRONG_USE, deploy("--rollback", "--dry-run"));
        assertTrue(shown("index.html").contains("A mistake"), "It was no rehearsal");
        assertEquals(Exit.GOOD, deploy("--rollback"), err.toString());
        assertTrue(out.toString().contains("content/ still has what was taken back: mend it"), out.toString());
        var changes =
                new ObjectMapper().readTree(Files.readAllBytes(site.folder().resolve(".broadsheet/changes.json")));
        assertTrue(
                changes.get("purge")
                        .toString()
                        .contains("\"https://lantern.example/world/2026/11/23/the-river-rises/\""),
                changes.toString());
        assertEquals(0, changes.get("removed").size());
    }

    /** What readers had for a while they had: taking it back is a change that they may be told of. */
    @Test
    void aRollbackTakesNothingBackFromTheRecordOfWhatReadersHad() {
        deploy();
        site.write(
                "content/world/river.md",
                "---\nheadline: A mistake\nslug: the-river-rises\npublished: 2026-11-23T08:00:00Z\n---\nWrong.\n");
        deploy();
        deploy("--rollback");
        assertEquals(Exit.GOOD, deploy("--dry-run"));
        assertFalse(err.toString().contains("silent-edit"), "Readers had this: " + err);
        site.write(
                "content/world/river.md",
                "---\nheadline: The river rises\npublished: 2026-11-23T08:00:00Z\n---\nWater stood in the streets.\n");
        assertEquals(Exit.GOOD, deploy());
        assertTrue(err.toString().contains("silent-edit"), err.toString());
    }

    @Test
    void whatFollowsADeploymentMayFailAndItIsGoodAllTheSame() throws IOException {
        site.write("content/_history", "a file where a folder goes");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertTrue(shown("index.html").contains("The river rises"));
        assertTrue(
                err.toString().contains("readers have the paper, but what they have could not be recorded"),
                err.toString());
        assertTrue(err.toString().contains("run: broadsheet record."), err.toString());
    }

    @Test
    void aFolderOfWhichNoBuildSaysHowItIsServedIsNotSent() throws IOException {
        site.build();
        Path rules;
        try (var state = Files.list(site.folder().resolve(".broadsheet"))) {
            rules = state.filter(file -> file.getFileName().toString().startsWith("serving-"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(rules);
        assertEquals(Exit.PROBLEMS, deploy("--no-build"));
        assertTrue(err.toString().contains(rules.getFileName() + " is missing or damaged"), err.toString());
        site.build();
        assertTrue(Files.exists(rules), "A build that finds all else as it was must make it, too");
        Files.delete(rules);
        assertEquals(Exit.GOOD, deploy(), err.toString());
    }

    @Test
    void aMisspeltTargetOrSettingIsToldWithTheNearest() {
        assertEquals(Exit.WRONG_USE, deploy("hree"));
        assertTrue(err.toString().contains("Did you mean \"here\"?"), err.toString());
        site.write("content/site.yaml", "name: L\nurl: https://l.example/\ntargets:\n  a: {kind: folder, pahth: x}\n");
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("Did you mean \"path\"?"), err.toString());
        site.write("content/site.yaml", "name: L\nurl: https://l.example/\ntargets:\n  a: {kind: foldr, path: x}\n");
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("Did you mean \"folder\"?"), err.toString());
    }

    @Test
    void whatIsWrongWithATargetIsToldWhereItIsWritten() {
        String settings =
                "name: L\nurl: https://l.example/\ntargets:\n  a:\n    kind: KIND\n    path: x\n    grace: soon\n";
        site.write("content/site.yaml", settings.replace("KIND", "folder"));
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("content/site.yaml:7:12  error  unusable-target"), err.toString());
        site.write("content/site.yaml", settings.replace("KIND", "foldr"));
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("content/site.yaml:5:11  error  unusable-target"), err.toString());
        site.write("content/site.yaml", settings.replace("KIND", "folder").replace("grace: soon", "grcae: 1d"));
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("content/site.yaml:7:12  error  unusable-target"), err.toString());
    }
}
