package press.broadsheet.check;

import press.broadsheet.problem.Place;

/**
 * A change that is certainly right.
 *
 * @param place where {@code before} begins; it stands on one line
 * @param after what replaces it; may be empty
 */
public record Fix(Place place, String before, String after) {}
