package press.broadsheet.view;

/**
 * A key event of a live report.
 *
 * @param time when it was known
 * @param title plain text: the entry's title, or its first words
 * @param address of the entry, on whichever page of the report it stands
 */
public record KeyEventView(DateView time, String title, String address) {}
