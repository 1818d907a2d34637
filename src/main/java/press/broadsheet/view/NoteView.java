package press.broadsheet.view;

/** A dated note: a correction, a clarification, an update. {@code kind} is {@code correction}, {@code clarification}, {@code retraction} or {@code update}; {@code label} its name. */
public record NoteView(String kind, String label, DateView date, String html) {}
