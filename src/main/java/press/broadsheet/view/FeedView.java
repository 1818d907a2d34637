package press.broadsheet.view;

/** A feed of this page. {@code type} is its media type. */
public record FeedView(String title, String type, String address) {}
