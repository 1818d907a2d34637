package press.broadsheet.view;

import org.jspecify.annotations.Nullable;

/**
 * A part of a text.
 *
 * @param kind {@code html}, {@code picture} or {@code embed}
 * @param html what is printed raw where the kind is html; else empty
 * @param picture where the kind is picture; else null
 * @param number of the picture in its text, from 1; 0 where the kind is another
 * @param embed where the kind is embed; else null
 */
public record PieceView(
        String kind,
        String html,
        @Nullable PictureView picture,
        int number,
        @Nullable EmbedView embed) {}
