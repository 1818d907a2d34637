package press.broadsheet.view;

import java.util.List;

/** A corrected article and what was corrected. */
public record CorrectedView(CardView card, List<NoteView> notes) {}
