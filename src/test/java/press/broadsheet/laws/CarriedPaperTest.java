package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.SiteBuilder;

/**
 * A paper that another machine goes on with, as a CI run does: its files come new from a repository, {@code .broadsheet/} and
 * {@code public/} from a cache. What has equal bytes is not made again.
 */
class CarriedPaperTest {
    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder first = new SiteBuilder(folder);
    private int planned;

    @BeforeEach
    void build() throws IOException {
        first = new SiteBuilder(folder.resolve("first")).write("""
                -- content/site.yaml --
                name: The Travelling Times
                url: https://travelling.example/
                zone: Europe/Kyiv
                sections: [world, city]
                hosting: {compress: [gzip], checksums: true, hosts: [nginx, netlify]}
                text: {creditRequired: false}
                -- content/world/pixel.svg --
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9"/></svg>
                -- content/front.yaml --
                - {id: top, title: Top, layout: lead, limit: 2}
                """);
        for (int day = 1; day < 20; day++) {
            first.write(
                    "content/" + (day % 2 == 0 ? "world" : "city") + "/day-" + day + ".md",
                    "---\nheadline: Day %d\npublished: 2026-11-%02dT08:00\ntags: [Weather]\n---\nIt is day %d.\n\n%s"
                            .formatted(day, day, day, day % 3 == 0 ? "![A pixel](/world/pixel.svg)\n" : ""));
        }
        BuildReport report = first.build();
        assertEquals(List.of(), report.problems());
        planned = report.planned();
        assertTrue(planned > 50);
    }

    /** What a cache gives back. */
    private interface Restored {
        FileTime at(FileTime original);
    }

    private SiteBuilder carried(String to, Restored times) throws IOException {
        Path there = folder.resolve(to);
        for (String part : List.of("content", ".broadsheet", "public")) {
            Path from = first.folder().resolve(part);
            try (var walk = Files.walk(from)) {
                for (Path file : walk.toList()) {
                    Path copy = there.resolve(first.folder().relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    // A checkout's files are of the moment at which it is made.
                    if (!part.equals("content")) {
                        Files.setLastModifiedTime(copy, times.at(Files.getLastModifiedTime(file)));
                    }
                }
            }
        }
        return new SiteBuilder(there);
    }

    private void assertNothingIsMade(SiteBuilder there) {
        BuildReport report = there.build();
        assertTrue(report.committed());
        assertEquals(Map.of(), report.reasons());
        assertEquals(0, report.written());
        assertEquals(planned, report.unchanged());
        assertEquals(SiteBuilder.tree(first.output()), SiteBuilder.tree(there.output()));
    }

    @Test
    void aCheckoutWithAnArchivedPaperMakesNothing() throws IOException {
        assertNothingIsMade(carried("second", time -> time));
    }

    @Test
    void anArchiveThatKeepsWholeSecondsOnlyMakesNoDifference() throws IOException {
        assertNothingIsMade(carried(
                "seconds",
                time -> FileTime.from(Instant.ofEpochSecond(time.toInstant().getEpochSecond() / 2 * 2))));
    }

    /** The paper is unpacked after its state, and looks younger. */
    private SiteBuilder timeless(String to) throws IOException {
        var clock =
                new long[] {System.currentTimeMillis() - Duration.ofMinutes(1).toMillis()};
        return carried(to, time -> FileTime.fromMillis(clock[0] += 10));
    }

    /** Times do not show then that nobody touched what was published; the bytes do. */
    @Test
    void anArchiveThatKeepsNoTimesMakesNothing() throws IOException {
        SiteBuilder there = timeless("timeless");
        assertNothingIsMade(there);
        assertNothingIsMade(there);
    }

    @Test
    void whatAnotherMachineChangedInThePaperIsMadeAgainWhateverItsTime() throws IOException {
        SiteBuilder there = timeless("defaced");
        Path page = there.output().resolve("city/index.html");
        String text = Files.readString(page);
        Files.writeString(page, text.replace("Day 1", "Day X"));
        BuildReport report = there.build();
        assertEquals(
                List.of("city/index.html"),
                report.reasons().keySet().stream().map(path -> path.path()).toList());
        assertEquals(SiteBuilder.tree(first.output()), SiteBuilder.tree(there.output()));
        assertNothingIsMade(there);
    }

    /** To read a whole paper is nothing that every build should do: the first one leaves times that tell. */
    @Test
    void bytesAreComparedOnceAndTimesAreBelievedAfterwards() throws IOException {
        SiteBuilder there = timeless("once");
        assertNothingIsMade(there);
        Path page = there.output().resolve("city/index.html");
        FileTime time = Files.getLastModifiedTime(page);
        Files.writeString(page, Files.readString(page).replace("Day 1", "Day X"));
        Files.setLastModifiedTime(page, time);
        assertEquals(Map.of(), there.build().reasons(), "what no time and no size tells is not looked for");
    }

    @Test
    void whatChangedMeanwhileIsMadeAndNothingElse() throws IOException {
        SiteBuilder there = carried("changed", time -> time);
        there.write("content/city/day-3.md", """
                ---
                headline: Day 3
                published: 2026-11-03T08:00
                tags: [Weather]
                ---
                It was day 3.
                """);
        BuildReport report = there.build();
        SiteBuilder clean = new SiteBuilder(folder.resolve("clean"));
        SiteBuilder.copy(there.folder().resolve("content"), clean.folder().resolve("content"));
        clean.build();
        assertEquals(SiteBuilder.tree(clean.output()), SiteBuilder.tree(there.output()));
        assertTrue(
                report.reasons().size() < planned / 3, () -> report.reasons().size() + " of " + planned + " were made");
    }
}
