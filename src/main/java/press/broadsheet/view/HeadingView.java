package press.broadsheet.view;

/**
 * A heading of a text, for a table of contents.
 *
 * @param level 2 to 6
 * @param anchor its id in the text
 * @param text plain
 */
public record HeadingView(int level, String anchor, String text) {}
