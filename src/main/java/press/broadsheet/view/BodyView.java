package press.broadsheet.view;

import java.util.List;

/** A text as a run of pieces; printed in order they are the whole. */
public record BodyView(List<PieceView> pieces, List<HeadingView> outline, int words) {}
