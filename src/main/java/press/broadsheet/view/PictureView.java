package press.broadsheet.view;

/** A picture, published. Width and height are 0 if unknown; {@code captionHtml} is finished HTML, empty if none; {@code alt} is empty for decoration; {@code credit} is empty if not said. */
public record PictureView(
        String address,
        int width,
        int height,
        String alt,
        String captionHtml,
        String credit,
        String creditAddress,
        String copyright) {}
