package press.broadsheet.view;

import java.util.List;

/**
 * A corrected article and what was corrected.
 *
 * @param card the article
 * @param notes its corrections
 */
public record CorrectedView(CardView card, List<NoteView> notes) {}
