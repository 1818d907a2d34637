package press.broadsheet.view;

import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Piece;

/**
 * Shows pictures where they are published. For one page.
 *
 * @param desk knows their addresses and sizes
 */
record Pictures(NewsDesk desk) {
    /** Null if there is none, or if its file is missing; that is told elsewhere. */
    @Nullable
    PictureView of(@Nullable Picture picture) {
        return picture == null
                ? null
                : desk.picture(picture.source())
                        .map(published -> new PictureView(
                                published.address(),
                                published.size().width(),
                                published.size().height(),
                                picture.decorative() ? "" : picture.alt(),
                                Markup.of(picture.caption(), desk.root()),
                                picture.credit(),
                                picture.creditUrl(),
                                picture.copyright()))
                        .orElse(null);
    }

    @Nullable
    PictureView of(Piece.Figure figure) {
        return desk.picture(figure.source())
                .map(published -> new PictureView(
                        published.address(),
                        published.size().width(),
                        published.size().height(),
                        figure.alt(),
                        Markup.of(figure.caption(), desk.root()),
                        figure.credit(),
                        "",
                        ""))
                .orElse(null);
    }

    /** A picture that is only a file: the paper's logo. */
    @Nullable
    PictureView of(String source, String alt) {
        if (source.isEmpty()) {
            return null;
        }
        return desk.picture(source)
                .map(published -> new PictureView(
                        published.address(),
                        published.size().width(),
                        published.size().height(),
                        alt,
                        "",
                        "",
                        "",
                        ""))
                .orElse(null);
    }

    /** The picture if it consists of pixels, for those who show nothing else; null if it is drawn in SVG or is missing. */
    @Nullable
    PictureView raster(@Nullable Picture picture) {
        return picture != null && isRaster(picture.source()) ? of(picture) : null;
    }

    /** The same for a picture that is only a file. */
    @Nullable
    PictureView raster(String source, String alt) {
        return isRaster(source) ? of(source, alt) : null;
    }

    private boolean isRaster(String source) {
        return desk.picture(source)
                .filter(published -> !published.mediaType().equals("image/svg+xml"))
                .isPresent();
    }

    /** The same picture for those who are not on the paper's own site; {@code page} is the absolute address of its page. */
    @Nullable
    PictureView absolute(@Nullable PictureView picture, String page) {
        return picture == null
                ? null
                : new PictureView(
                        desk.root().absolute(picture.address()),
                        picture.width(),
                        picture.height(),
                        picture.alt(),
                        Markup.fitForFeeds(picture.captionHtml(), page, desk.root()),
                        picture.credit(),
                        picture.creditAddress(),
                        picture.copyright());
    }
}
