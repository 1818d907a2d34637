package press.broadsheet.view;

import java.util.List;

/**
 * What became of an article since it was first published.
 *
 * @param article a way back to it, by its headline
 * @param changes newest first
 * @param first the oldest version that is recorded, whole
 * @param corrections the article's own notes of what was wrong
 * @param updates the article's own notes of what was added
 */
public record VersionsView(
        LinkView article,
        List<VersionView> changes,
        VersionView first,
        List<NoteView> corrections,
        List<NoteView> updates) {}
