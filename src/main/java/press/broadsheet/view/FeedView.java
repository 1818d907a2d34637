package press.broadsheet.view;

/**
 * A feed.
 *
 * @param title of the list and the format
 * @param type its media type
 * @param address root-relative; absolute in heads
 */
public record FeedView(String title, String type, String address) {}
