package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report from an event, as far as it has come. Its entries stand here and not in the article's body, which holds what
 * the report says beside them.
 *
 * @param state {@code active}, {@code paused} or {@code archived}
 * @param label the state in the paper's language
 * @param start when it began
 * @param end when it ended; null while it goes on
 * @param pinned entries that stand above all others, newest first; on the report's own page only
 * @param keyEvents what a reader who comes late should see, newest first; on the report's own page only
 * @param entries of this page, newest first, without those that are pinned above
 * @param pager ways to the report's other pages
 * @param oldest where the report began: the address of its first entry; empty if it has none, or if that is the only one
 * @param total how many entries the report has; 0 on its numbered pages, so that a full one never changes
 * @param poll the address of the file that says whether there is anything new; empty when nothing will be, and on
 *     numbered pages
 * @param print stands for all that is shown of the entries: another one if anything is new; empty on numbered pages
 */
public record LiveView(
        String state,
        String label,
        DateView start,
        @Nullable DateView end,
        List<LiveEntryView> pinned,
        List<KeyEventView> keyEvents,
        List<LiveEntryView> entries,
        PagerView pager,
        String oldest,
        int total,
        String poll,
        String print) {}
