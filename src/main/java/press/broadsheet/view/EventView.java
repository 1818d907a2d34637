package press.broadsheet.view;

/**
 * One event of a timeline.
 *
 * @param date printed as it is
 * @param html what happened, finished HTML without block elements
 * @param address of the article that tells of it; empty if none does
 */
public record EventView(String date, String html, String address) {}
