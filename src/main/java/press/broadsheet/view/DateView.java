package press.broadsheet.view;

/**
 * An instant, ready to print in the edition's language and the paper's zone. The theme's strings {@code date.*} say how.
 *
 * @param iso ISO 8601 with offset, for the datetime attribute
 * @param date the date
 * @param time the time of day
 * @param full date and time
 * @param brief the shortest form of the date
 */
public record DateView(String iso, String date, String time, String full, String brief) {}
