package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.SiteBuilder;

/** A paper that changes and whose builds are killed; what must be true of its published folder meanwhile, and at last. */
final class KilledPaper {
    private final long seed;
    private final ChangingPaper paper;
    private Map<String, String> whole = Map.of();
    private Map<String, String> wanted = Map.of();
    private BuildReport fresh;
    private int step;
    private String where;

    /** A paper that was never built. */
    KilledPaper(Path folder, long seed) {
        this.seed = seed;
        this.paper = new ChangingPaper(folder, seed);
        this.where = "seed " + seed + ", the first build";
        this.fresh = makeClean();
    }

    BuildOptions options() {
        return paper.options();
    }

    /** Something is edited. */
    void change() {
        String edit = paper.change();
        step++;
        where = "seed " + seed + ", step " + step + ", " + edit;
        fresh = makeClean();
    }

    private BuildReport makeClean() {
        BuildOptions clean = paper.cleanOptions(step);
        BuildReport made = SiteBuilder.build(clean);
        wanted = made.committed() ? SiteBuilder.tree(clean.output()) : whole;
        SiteBuilder.delete(clean.output());
        return made;
    }

    /** A build was killed: each file is the old paper's or the new one's, and what both have is there. */
    void assertOldOrNew(String killed) {
        Map<String, String> found = SiteBuilder.tree(paper.output());
        found.forEach((path, bytes) -> assertTrue(
                bytes.equals(whole.get(path)) || bytes.equals(wanted.get(path)),
                () -> where + ", " + killed + ": " + path + " is neither the old paper's nor the new one's"));
        Set<String> lasting = new HashSet<>(whole.keySet());
        lasting.retainAll(wanted.keySet());
        lasting.removeAll(found.keySet());
        assertEquals(Set.of(), lasting, () -> where + ", " + killed + ": readers miss what both papers have");
    }

    /** A build gave up: readers have the one paper or the other, as it says. */
    void assertWholeOldOrNew(boolean published, String failed) {
        Map<String, String> found = SiteBuilder.tree(paper.output());
        assertEquals(published ? wanted : whole, found, () -> where + ", " + failed);
        whole = found;
    }

    /** The next build publishes and tells what a clean one would. */
    void assertFinishedBy(BuildReport finished) {
        assertEquals(fresh.problems(), finished.problems(), where);
        assertEquals(fresh.committed(), finished.committed(), where);
        assertEquals(wanted, SiteBuilder.tree(paper.output()), where);
        whole = wanted;
    }

    void delete() {
        paper.delete();
    }
}
