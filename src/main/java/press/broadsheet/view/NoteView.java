package press.broadsheet.view;

/**
 * A dated note: a correction, a clarification, an update.
 *
 * @param kind correction, clarification, retraction or update
 * @param label the kind's name in the paper's language
 * @param date when it was added
 * @param html finished HTML without block elements
 */
public record NoteView(String kind, String label, DateView date, String html) {}
