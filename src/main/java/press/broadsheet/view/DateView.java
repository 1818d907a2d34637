package press.broadsheet.view;

/** An instant, ready to print. {@code iso} is for the datetime attribute; {@code date}, {@code time} and {@code full} are in the edition's language and the paper's zone; {@code brief} is the shortest form of the date. */
public record DateView(String iso, String date, String time, String full, String brief) {}
