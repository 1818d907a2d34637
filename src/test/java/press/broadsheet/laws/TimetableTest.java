package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Progress;
import press.broadsheet.plan.Timetable;
import press.broadsheet.sites.SiteBuilder;

/** The timetable names every instant at which the paper changes by itself, and no other without a reason. */
class TimetableTest {
    private static final int PAPERS = Integer.getInteger("timetable.papers", 4);
    private static final int CHANGES = 14;
    private static final int MOST_INSTANTS = 4;

    /** What ends a place on a front may be followed by the same article in the same place. */
    private static final Set<Timetable.Change> PERHAPS =
            EnumSet.of(Timetable.Change.PICK_ENDS, Timetable.Change.TOO_OLD_FOR_SLOT);

    @TempDir
    private Path folder = Path.of("");

    static List<Long> seeds() {
        return new Random(20261125).longs(PAPERS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void betweenTwoOfItsInstantsThePaperIsTheSameAndAtEachItChanges(long seed) {
        var paper = new ChangingPaper(folder.resolve("paper"), seed);
        for (int i = 0; i < CHANGES; i++) {
            paper.change();
        }
        var random = new Random(seed);
        Instant from = paper.now();
        Made before = make(paper, seed, from);
        for (int i = 0; i < MOST_INSTANTS; i++) {
            Instant next = before.report().nextChange().orElse(from.plus(Duration.ofDays(400)));
            assertTrue(next.isAfter(from));
            long span = Duration.between(from, next).toNanos();
            Instant between = from.plusNanos((long) (random.nextDouble() * (span - 1)));
            assertEquals(
                    before.tree(), make(paper, seed, between).tree(), "seed " + seed + ", " + from + " and " + between);
            assertEquals(
                    before.tree(),
                    make(paper, seed, next.minusNanos(1)).tree(),
                    "seed " + seed + ", just before " + next);
            Made after = make(paper, seed, next);
            boolean sure = before.report().timetable().entries().stream()
                    .filter(entry -> entry.at().equals(next))
                    .anyMatch(entry -> !PERHAPS.contains(entry.change()));
            if (sure) {
                assertNotEquals(before.tree(), after.tree(), "seed " + seed + ", nothing happens at " + next);
            }
            if (before.report().nextChange().isEmpty()) {
                return;
            }
            from = next;
            before = after;
        }
    }

    private record Made(BuildReport report, Map<String, String> tree) {}

    private Made make(ChangingPaper paper, long seed, Instant moment) {
        BuildOptions o = paper.cleanOptions("timetable", moment);
        SiteBuilder.delete(o.output());
        // With faults, too: a paper that is published with them changes by itself as any other does. Previews for those
        // who may see drafts, or the future, keep to their own timetables.
        boolean drafts = seed % 3 == 0;
        boolean future = seed % 4 == 0;
        var options = new BuildOptions(
                o.site(), o.home(), o.output(), null, moment, drafts, future, false, true, false, o.threads());
        BuildReport report = new Build(options, Progress.NONE).run();
        return new Made(report, SiteBuilder.tree(o.output()));
    }

    @Test
    void everyChangeIsToldWithItsInstantItsReasonAndItsFile() {
        SiteBuilder site = new SiteBuilder(folder.resolve("told")).write("""
                -- content/site.yaml --
                name: The Clock
                url: https://clock.example/
                zone: Europe/Kyiv
                sections: [world]
                -- content/front.yaml --
                - id: top
                  layout: lead
                  limit: 2
                  pinned: [{article: old, until: 2026-11-26T00:00Z}]
                  backfill: {maxAge: P5D}
                -- content/world/old.md --
                ---
                headline: Old
                published: 2026-11-20T12:00Z
                expires: 2026-12-01T00:00Z
                ---
                Text.
                -- content/world/new.md --
                ---
                headline: New
                published: 2026-11-24T11:00Z
                breaking: {until: 2026-11-24T13:00Z}
                ---
                Text.
                -- content/world/secret.md --
                ---
                headline: Secret
                embargo: 2026-11-25T06:00Z
                ---
                Text.
                -- content/world/gone.md --
                ---
                headline: Gone
                status: withdrawn
                reason: It was wrong.
                published: 2026-11-25T07:00Z
                ---
                Text.
                -- content/world/draft.md --
                ---
                headline: Draft
                status: draft
                published: 2026-11-25T08:00Z
                ---
                Text.
                """);
        BuildReport report = site.build();
        assertEquals(
                List.of(
                        "2026-11-24T13:00:00Z new.md STOPS_BREAKING",
                        "2026-11-25T06:00:00Z secret.md APPEARS",
                        "2026-11-25T07:00:00Z gone.md NOTICE_APPEARS",
                        "2026-11-25T12:00:00Z old.md TOO_OLD_FOR_SLOT",
                        "2026-11-26T00:00:00Z front.yaml PICK_ENDS",
                        "2026-11-26T11:00:00Z new.md LEAVES_NEWS",
                        "2026-11-27T06:00:00Z secret.md LEAVES_NEWS",
                        "2026-11-29T11:00:00Z new.md TOO_OLD_FOR_SLOT",
                        "2026-11-30T06:00:00Z secret.md TOO_OLD_FOR_SLOT",
                        "2026-12-01T00:00:00Z old.md EXPIRES"),
                report.timetable().entries().stream()
                        .map(entry -> entry.at() + " " + entry.place().file().getFileName() + " " + entry.change())
                        .toList());
        assertEquals(Instant.parse("2026-11-24T13:00:00Z"), report.nextChange().orElseThrow());
        assertEquals(
                report.timetable(),
                new Build(site.options(), Progress.NONE).timetable().orElseThrow());
    }
}
