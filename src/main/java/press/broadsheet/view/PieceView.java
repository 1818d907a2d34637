package press.broadsheet.view;

import org.jspecify.annotations.Nullable;

/** A part of a text. {@code kind} is {@code html} (print {@code html} raw), {@code picture} or {@code embed} (the template {@code embeds/<embed>.peb} gets {@code values}; {@code html} is what stands in where there is none). */
public record PieceView(
        String kind, String html, @Nullable PictureView picture, String embed, java.util.Map<String, String> values) {}
