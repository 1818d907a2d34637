package press.broadsheet.view;

import java.util.List;

/** A front: slots from top to bottom. {@code section} is null on the front page. */
public record FrontView(List<SlotView> slots) {}
