package press.broadsheet.news;

import press.broadsheet.problem.Place;

/**
 * A picture as an article uses it.
 *
 * @param source the file below {@code content/}, with {@code /}: {@code world/2026/11/river.jpg}
 * @param alt what the picture shows, for those who cannot see it; empty only if {@code decorative}
 * @param caption empty if none
 * @param credit who made it; empty if not said
 * @param creditUrl absolute; empty if none
 * @param copyright the notice; empty if none
 * @param license an absolute address; empty if none
 */
public record Picture(
        String source,
        String alt,
        Inline caption,
        String credit,
        String creditUrl,
        String copyright,
        String license,
        boolean decorative,
        Place place) {

    /** What the file itself says. Width and height in pixels (for SVG: its own units), 0 if unknown. */
    public record Size(int width, int height) {
        public static final Size UNKNOWN = new Size(0, 0);
    }
}
