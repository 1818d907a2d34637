package press.broadsheet.view;

import java.util.List;

/** Who wrote it. {@code text} replaces the people where it is not empty; {@code source} is the agency, empty if it is our own. */
public record BylineView(List<PersonView> people, String text, String source, String sourceAddress) {}
