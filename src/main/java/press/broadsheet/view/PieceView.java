package press.broadsheet.view;

import org.jspecify.annotations.Nullable;

/**
 * A part of a text.
 *
 * @param kind {@code html}, {@code picture} or {@code embed}
 * @param html what is printed raw where the kind is html; what stands in where there is no template for an embed
 * @param picture where the kind is picture; else null
 * @param embed the template in {@code embeds/} that shows it, without ending; else empty
 * @param values what the reporter gave the embed, by name
 */
public record PieceView(
        String kind, String html, @Nullable PictureView picture, String embed, java.util.Map<String, String> values) {}
