package press.broadsheet.view;

/**
 * A passage of a version.
 *
 * @param changed whether it differs from the version before
 * @param html finished HTML without block elements
 */
public record PassageView(boolean changed, String html) {}
