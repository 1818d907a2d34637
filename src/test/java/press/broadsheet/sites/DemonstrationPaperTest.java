package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.build.BuildReport;

/** The paper that everybody sees first has no fault, and shows all that there is. */
class DemonstrationPaperTest {
    private static final String ROOT = "https://lantern.example/";
    private static final String BELOW = "https://shared.example/paper/";

    @ParameterizedTest
    @ValueSource(strings = {ROOT, BELOW})
    void itIsBuiltWithoutAnyProblemAndItsNumbersAddUp(String base) {
        BuildReport report = DemonstrationPaper.at(base).report();
        assertEquals(List.of(), report.problems());
        assertTrue(report.committed());
        assertEquals(0, report.broken());
        assertEquals(report.filesRead(), report.published() + report.heldBack().size() + report.other());
        assertEquals(report.planned(), report.written());
    }

    @ParameterizedTest
    @ValueSource(strings = {ROOT, BELOW})
    void everyAddressInItLeadsSomewhere(String base) {
        DemonstrationPaper paper = DemonstrationPaper.at(base);
        Crawler.Result result = Crawler.crawl(paper.output(), paper.base());
        // Below a path, this looks at what leads nowhere; BasePathTest looks at what leads beside the paper.
        var faults = result.faults().stream()
                .filter(fault -> base.equals(ROOT) || !fault.why().equals(Crawler.BESIDE))
                .toList();
        assertEquals(List.of(), faults);
        assertTrue(result.pages() > 100, () -> result.pages() + " pages");
        assertTrue(result.followed() > 10_000, () -> result.followed() + " addresses");
    }
}
