package press.broadsheet.view;

import java.util.List;

/**
 * A front page, or a section's front.
 *
 * @param slots from top to bottom; empty where a section has no plan of its own
 */
public record FrontView(List<SlotView> slots) {}
