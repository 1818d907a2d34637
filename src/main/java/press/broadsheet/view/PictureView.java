package press.broadsheet.view;

/**
 * A picture, published.
 *
 * @param address root-relative; absolute in feeds
 * @param width in pixels; 0 if unknown
 * @param height in pixels; 0 if unknown
 * @param alt what it shows; empty for decoration
 * @param captionHtml finished HTML without block elements; empty if none
 * @param credit who made it; empty if not said
 * @param creditAddress absolute; empty if none
 * @param copyright the notice; empty if none
 */
public record PictureView(
        String address,
        int width,
        int height,
        String alt,
        String captionHtml,
        String credit,
        String creditAddress,
        String copyright) {}
