package press.broadsheet.view;

/**
 * An instant, ready to print in the edition's language and the paper's zone. The theme's strings {@code date.*} say how.
 *
 * @param iso ISO 8601, for the datetime attribute: with offset, or the day alone
 * @param date the date
 * @param time the time of day; empty if only the day is known
 * @param full date and time, or the date alone
 * @param brief the shortest form of the date
 */
public record DateView(String iso, String date, String time, String full, String brief) {}
