package press.broadsheet.view;

/** A heading of a text, for a table of contents. {@code level} is 2 to 6. */
public record HeadingView(int level, String anchor, String text) {}
