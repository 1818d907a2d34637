package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.cli.WatchCommand.Vigil;
import press.broadsheet.publish.SecureHost;
import press.broadsheet.publish.Wire;
import press.broadsheet.serve.Watcher;
import press.broadsheet.sites.SiteBuilder;

/** A watch acts at the instants of the timetable and at saves; here time passes at once. */
class WatchCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    /** Time that passes whenever it is waited for, until it has passed often enough. */
    private static final class QuickTime implements Supplier<Instant> {
        private final ArrayDeque<Watcher.Cause> causes;
        private Instant now = NOON;
        private boolean isJumping;
        private final List<String> waits = new ArrayList<>();

        QuickTime(Watcher.Cause... causes) {
            this.causes = new ArrayDeque<>(List.of(causes));
        }

        Watcher.Cause pass(Optional<Instant> until, Supplier<Instant> clock) {
            waits.add(until.map(Instant::toString).orElse("without end"));
            Watcher.Cause cause = causes.isEmpty() ? Watcher.Cause.CLOSED : causes.removeFirst();
            if (cause == Watcher.Cause.TIME && !isJumping) {
                now = until.orElseThrow();
            }
            return cause;
        }

        @Override
        public Instant get() {
            return now;
        }
    }

    @Test
    void itMakesThePaperAtOnceThenAtEachInstantAndAtEachSave() throws Exception {
        var time = new QuickTime(Watcher.Cause.TIME, Watcher.Cause.SAVED);
        var rounds = new ArrayList<Instant>();
        var next = new ArrayDeque<>(List.of(Optional.of(NOON.plusSeconds(60)), Optional.<Instant>empty()));
        int exit = new Vigil(time::pass, time, now -> {
                    rounds.add(now);
                    return new Vigil.Made(Exit.GOOD, next.isEmpty() ? Optional.empty() : next.removeFirst());
                })
                .keep();
        assertEquals(Exit.GOOD, exit);
        assertEquals(List.of(NOON, NOON.plusSeconds(60), NOON.plusSeconds(60)), rounds);
        assertEquals(List.of("2026-11-24T12:01:00Z", "without end", "without end"), time.waits);
    }

    @Test
    void aTargetThatCannotBeReachedIsTriedAgainSoon() throws Exception {
        var time = new QuickTime();
        new Vigil(time::pass, time, now -> new Vigil.Made(Exit.NOT_DEPLOYED, Optional.of(NOON.plusSeconds(3600))))
                .keep();
        assertEquals(List.of("2026-11-24T12:01:00Z"), time.waits);
    }

    @Test
    void whatIsWrongFromTheStartEndsIt() throws Exception {
        var time = new QuickTime(Watcher.Cause.SAVED);
        assertEquals(
                Exit.WRONG_USE,
                new Vigil(time::pass, time, now -> new Vigil.Made(Exit.WRONG_USE, Optional.empty())).keep());
    }

    @Test
    void anInstantThatHasComeIsNotWaitedFor() throws Exception {
        Files.createDirectories(folder.resolve("content"));
        try (Watcher watcher = Watcher.of(folder)) {
            assertEquals(Watcher.Cause.TIME, watcher.await(Optional.of(NOON), () -> NOON));
            assertEquals(Watcher.Cause.TIME, watcher.await(Optional.of(NOON), () -> NOON.plusSeconds(9)));
        }
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(console(), arguments);
    }

    private Console console() {
        return new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                Console.Terminal.NONE,
                environment,
                Path.of(System.getProperty("broadsheet.home", "")));
    }

    /** Something that happens while a watch waits; says what ends the wait. */
    private interface Meanwhile {
        Watcher.Cause happens() throws Exception;
    }

    /** Keeps a real watch that really deploys, in time that passes at once. */
    private List<String> watch(SiteBuilder site, String target, QuickTime time, Meanwhile... meanwhile)
            throws Exception {
        var watch = new WatchCommand(console());
        new picocli.CommandLine(watch).parseArgs(site.folder().toString(), "--deploy", target);
        var happenings = new ArrayDeque<>(List.of(meanwhile));
        int exit = new Vigil(
                        (until, clock) -> {
                            Watcher.Cause cause =
                                    happenings.isEmpty() ? Watcher.Cause.CLOSED : told(happenings.removeFirst());
                            time.causes.add(cause);
                            return time.pass(until, clock);
                        },
                        time,
                        watch::round)
                .keep();
        assertEquals(Exit.GOOD, exit, err.toString());
        return time.waits;
    }

    private static Watcher.Cause told(Meanwhile happening) {
        try {
            return happening.happens();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isShown(String words) throws Exception {
        return SiteBuilder.tree(folder.resolve("www").toRealPath()).values().stream()
                .anyMatch(text -> text.contains(words));
    }

    @Test
    void aWatchDeploysWhatAnEmbargoHeldBackAtItsInstantAndTakesWhatExpires() throws Exception {
        SiteBuilder site = paper().write("content/world/prize.md", """
                ---
                headline: Win a lamp
                published: 2026-11-23T08:00:00Z
                expires: 2026-11-25T05:00:00Z
                ---
                Hurry.
                """);
        List<String> waits = watch(
                site,
                "here",
                new QuickTime(),
                () -> {
                    assertTrue(isShown("The river rises") && isShown("Win a lamp"));
                    assertTrue(!isShown("Nobody knows."), "under embargo");
                    return Watcher.Cause.TIME;
                },
                () -> {
                    assertTrue(!isShown("Win a lamp"), "expired, and nobody was there to be asked: " + err);
                    assertTrue(!isShown("Nobody knows."), "under embargo");
                    // Hours pass until the news sitemap loses an article, at 08:00, behind the embargo's end at 06:00.
                    return Watcher.Cause.TIME;
                },
                () -> {
                    assertTrue(isShown("Nobody knows."), "its embargo is over");
                    return Watcher.Cause.CLOSED;
                });
        assertEquals(List.of("2026-11-25T05:00:00Z", "2026-11-25T06:00:00Z", "2026-11-25T08:00:00Z"), waits);
    }

    @Test
    void aWatchOnAMachineThatSleptMakesAllAtOnceThatCameMeanwhile() throws Exception {
        SiteBuilder site = paper();
        var time = new QuickTime();
        watch(
                site,
                "here",
                time,
                () -> {
                    // The lid was closed over the weekend.
                    time.now = Instant.parse("2026-11-30T09:00:00Z");
                    time.isJumping = true;
                    return Watcher.Cause.TIME;
                },
                () -> {
                    assertTrue(isShown("Nobody knows."));
                    assertTrue(!Files.exists(folder.resolve("www/sitemap-news.xml")), "Its two days are over, too");
                    return Watcher.Cause.CLOSED;
                });
        assertEquals(List.of("2026-11-25T06:00:00Z", "without end"), time.waits.subList(0, 2));
    }

    @Test
    void aWatchTriesATargetThatRefusesEveryMinuteAndGoesOnWhenItNoLongerDoes() throws Exception {
        SiteBuilder site = paper();
        Path hindrance = Files.writeString(folder.resolve("www.releases"), "a file where a folder goes");
        List<String> waits = watch(
                site,
                "here",
                new QuickTime(),
                () -> {
                    assertTrue(err.toString().contains("deployment-failed"), err.toString());
                    return Watcher.Cause.TIME;
                },
                () -> {
                    Files.delete(hindrance);
                    return Watcher.Cause.TIME;
                },
                () -> {
                    assertTrue(isShown("The river rises"));
                    return Watcher.Cause.CLOSED;
                });
        assertEquals(List.of("2026-11-24T12:01:00Z", "2026-11-24T12:02:00Z", "2026-11-25T06:00:00Z"), waits);
    }

    @Test
    void aWatchWhoseNetworkIsGoneGoesOnWhenItIsBack() throws Exception {
        try (var host = new SecureHost(folder);
                Wire wire = Wire.to(host.port())) {
            host.makeKnown(wire.port());
            environment.put("HOME", host.home.toString());
            SiteBuilder site = paper();
            site.write(
                    "content/site.yaml",
                    Files.readString(site.folder().resolve("content/site.yaml"))
                            .replace(
                                    "  stage:",
                                    "  host: {kind: sftp, host: 127.0.0.1, port: " + wire.port()
                                            + ", user: editor, path: /srv/www}\n  stage:"));
            Path river = host.root.resolve("srv/www/world/2026/11/23/river/index.html");
            List<String> waits = watch(
                    site,
                    "host",
                    new QuickTime(),
                    () -> {
                        assertTrue(Files.readString(river).contains("840 streets"));
                        wire.cutAfter(0);
                        site.write(
                                "content/world/river.md",
                                Files.readString(site.folder().resolve("content/world/river.md"))
                                        .replace("840", "480"));
                        return Watcher.Cause.SAVED;
                    },
                    () -> {
                        assertTrue(err.toString().contains("deployment-failed"), err.toString());
                        assertTrue(Files.readString(river).contains("840 streets"));
                        wire.mend();
                        return Watcher.Cause.TIME;
                    },
                    () -> {
                        assertTrue(Files.readString(river).contains("480 streets"), err.toString());
                        return Watcher.Cause.CLOSED;
                    });
            assertEquals(List.of("2026-11-25T06:00:00Z", "2026-11-24T12:01:00Z", "2026-11-25T06:00:00Z"), waits);
        }
    }

    @Test
    void whatHindersARoundUnforeseenIsToldAndTriedAgainAndEndsNoWatch() throws Exception {
        SiteBuilder site = paper();
        Path history = site.folder().resolve(".broadsheet");
        Files.writeString(history, "a file where the state folder goes");
        List<String> waits = watch(
                site,
                "here",
                new QuickTime(),
                () -> {
                    assertTrue(!err.toString().isEmpty());
                    Files.delete(history);
                    return Watcher.Cause.TIME;
                },
                () -> {
                    assertTrue(isShown("The river rises"), err.toString());
                    return Watcher.Cause.CLOSED;
                });
        assertEquals(List.of("2026-11-24T12:01:00Z", "2026-11-25T06:00:00Z"), waits);
    }

    private SiteBuilder paper() {
        return new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                targets:
                  here: {kind: folder, path: ../www, grace: 0}
                  stage: {kind: folder, path: ../stage, grace: 0, record: false}
                -- content/world/river.md --
                ---
                headline: The river rises
                slug: river
                published: 2026-11-23T08:00:00Z
                ---
                Water stood in 840 streets.
                -- content/world/secret.md --
                ---
                headline: The secret
                embargo: 2026-11-25T06:00:00Z
                ---
                Nobody knows.
                """);
    }

    @Test
    void theTimetableIsToldToPeopleAndToProgramsAndStandsBesideThePaper() throws Exception {
        SiteBuilder site = paper();
        String folder = site.folder().toString();
        assertEquals(Exit.GOOD, run("timetable", folder, "--now", "2026-11-24T12:00:00Z"), err.toString());
        assertTrue(out.toString().contains("content/world/secret.md: appears"), out.toString());
        run("timetable", folder, "--now", "2026-11-24T12:00:00Z", "--format", "json");
        String json = out.toString().strip();
        assertTrue(json.contains("\"next\":\"2026-11-25T06:00:00Z\""), json);
        assertEquals(Exit.GOOD, run("build", folder, "--now", "2026-11-24T12:00:00Z"), err.toString());
        assertEquals(
                json,
                Files.readString(site.folder().resolve(".broadsheet/timetable.json"))
                        .strip());
    }

    @Test
    void aDeploymentRecordsWhatReadersHaveAndTheNextTellsSilentEdits() throws Exception {
        SiteBuilder site = paper();
        String[] deploy = {"deploy", "here", "--site", site.folder().toString(), "--now", "2026-11-24T12:00:00Z"};
        assertEquals(Exit.GOOD, run(deploy), err.toString());
        String ledger = site.published("../content/_history/published.tsv");
        assertTrue(ledger.contains("world/river\t"), ledger);
        assertTrue(!ledger.contains("secret"), "nothing is known of what readers do not have");

        String river = site.published("../content/world/river.md");
        site.write("content/world/river.md", river.replace("840", "480"));
        assertEquals(Exit.GOOD, run("check", site.folder().toString(), "--now", "2026-11-24T12:00:00Z"));
        assertTrue(err.toString().contains("silent-edit"), err.toString());
        assertTrue(err.toString().contains("Water stood in 480 streets."), err.toString());
        assertTrue(err.toString().contains("content/world/river.md:2:1  warning"), "its front matter: " + err);
        assertEquals(
                Exit.PROBLEMS, run("check", site.folder().toString(), "--now", "2026-11-24T12:00:00Z", "--strict"));

        // Whoever tells readers is not told off.
        site.write(
                "content/world/river.md",
                river.replace("840", "480")
                        .replace(
                                "---\nWater",
                                "corrections: [{date: 2026-11-24T10:00:00Z, text: It is 480.}]\n---\nWater"));
        assertEquals(
                Exit.GOOD,
                run("check", site.folder().toString(), "--now", "2026-11-24T12:00:00Z", "--strict"),
                err.toString());

        // What was changed once more is told where the last change was.
        run("record", site.folder().toString(), "--now", "2026-11-24T12:00:00Z");
        site.write(
                "content/world/river.md",
                river.replace("840", "490").replace("---\nWater", "modified: 2026-11-23T09:00:00Z\n---\nWater"));
        run("record", site.folder().toString(), "--now", "2026-11-24T12:00:00Z");
        site.write(
                "content/world/river.md",
                river.replace("840", "500").replace("---\nWater", "modified: 2026-11-23T09:00:00Z\n---\nWater"));
        run("check", site.folder().toString(), "--now", "2026-11-24T12:00:00Z");
        assertTrue(err.toString().contains("content/world/river.md:5:11  warning"), err.toString());

        // Nor is who records that it does not matter.
        site.write("content/world/river.md", river.replace("840", "481"));
        assertEquals(
                Exit.GOOD, run("record", site.folder().toString(), "--now", "2026-11-24T12:00:00Z"), err.toString());
        assertEquals(
                Exit.GOOD,
                run("check", site.folder().toString(), "--now", "2026-11-24T12:00:00Z", "--strict"),
                err.toString());
    }

    @Test
    void aRehearsalRecordsNothing() throws Exception {
        SiteBuilder site = paper();
        assertEquals(
                Exit.GOOD,
                run("deploy", "stage", "--site", site.folder().toString(), "--now", "2026-11-24T12:00:00Z"),
                err.toString());
        assertTrue(!Files.exists(site.folder().resolve("content/_history")));
    }
}
