package press.broadsheet.view;

/**
 * One event of a timeline.
 *
 * @param date printed as it is
 * @param html what happened, finished HTML without block elements
 */
public record EventView(String date, String html) {}
