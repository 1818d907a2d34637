package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Memory;
import press.broadsheet.build.Progress;
import press.broadsheet.build.Touched;
import press.broadsheet.sites.SiteBuilder;

/** What is kept between builds does not grow with the number of edits. */
class KeptTextsTest {
    private static final int EDITS = 24;

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper() {
        return new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Long Times
                url: https://long.example/
                zone: Europe/Kyiv
                sections: [world]
                -- content/world/short.md --
                ---
                headline: A short one
                published: 2026-11-24T07:00
                ---
                It is short.
                """);
    }

    private static void edit(SiteBuilder paper, int number) {
        // About a quarter of a megabyte; the headline is another every third time, so that all is looked at.
        paper.write("content/world/long.md", """
                ---
                headline: A long one, written for the %dth time
                standfirst: It is long.
                published: 2026-11-24T08:00
                ---
                %s
                """.formatted(
                        number / 3, (("Words of edit " + number + ". ").repeat(60) + "\n\n").repeat(200)));
    }

    private long kept(SiteBuilder paper) throws IOException {
        try (var files = Files.list(paper.folder().resolve(".broadsheet"))) {
            long size = 0;
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("sources-"))
                    .toList()) {
                size += Files.size(file);
            }
            return size;
        }
    }

    @Test
    void aNewProcessForEachEditThrowsOldTextsAway() throws IOException {
        SiteBuilder paper = paper();
        edit(paper, 0);
        paper.build();
        long first = kept(paper);
        for (int edit = 1; edit < EDITS; edit++) {
            edit(paper, edit);
            paper.build();
        }
        assertTrue(kept(paper) < 4 * first + (1 << 20), () -> "from " + first);
        assertSameAsClean(paper, paper.build());
    }

    @Test
    void aPreviewThrowsThemAwayTooAndGoesOn() throws IOException {
        SiteBuilder paper = paper();
        Memory memory = Memory.lasting();
        edit(paper, 0);
        new Build(paper.options(), Progress.NONE, memory).run();
        long first = kept(paper);
        for (int edit = 1; edit < EDITS; edit++) {
            edit(paper, edit);
            var touched = new Touched(false, Set.of("content/world/long.md"));
            assertSameAsClean(paper, new Build(paper.options(), Progress.NONE, memory).run(touched));
        }
        assertTrue(kept(paper) < 6 * first + (1 << 20), () -> "from " + first);
        BuildReport next = paper.build();
        assertEquals(Set.of(), next.reasons().keySet());
    }

    private void assertSameAsClean(SiteBuilder paper, BuildReport report) {
        SiteBuilder clean = new SiteBuilder(folder.resolve("clean"));
        SiteBuilder.delete(clean.folder());
        SiteBuilder.copy(paper.folder().resolve("content"), clean.folder().resolve("content"));
        assertEquals(clean.build().problems(), report.problems());
        assertTrue(report.committed(), () -> report.problems().toString());
        assertEquals(SiteBuilder.tree(clean.output()), SiteBuilder.tree(paper.output()));
    }
}
