package press.broadsheet.view;

/** One event of a timeline. {@code date} is printed as it is. */
public record EventView(String date, String html) {}
