package press.broadsheet.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * What a picture's file says of itself.
 *
 * @param width as a reader sees it, in pixels (a drawing: in its own units); 0 if the file does not say
 * @param mediaType for example {@code image/jpeg}
 */
public record PictureFile(int width, int height, String mediaType) {
    /** Endings of files that can be pictures, in small letters. */
    private static final java.util.Set<String> ENDINGS =
            java.util.Set.of("jpg", "jpeg", "png", "gif", "webp", "avif", "svg");

    /** Whether a file of this name is meant to be a picture. */
    public static boolean isNamedAsPicture(String path) {
        int dot = path.lastIndexOf('.');
        return dot >= 0 && ENDINGS.contains(path.substring(dot + 1).toLowerCase(java.util.Locale.ROOT));
    }

    /** Reads size and format; empty, and told, if browsers would not show it or it could do harm. */
    public static Optional<PictureFile> read(byte[] bytes, Place place, Problems problems) {
        if (beginsAsXml(bytes)) {
            return Drawing.read(bytes, place, problems);
        }
        var found = RasterPicture.read(bytes);
        if (found.isEmpty()) {
            tellUnknown(place, problems);
        }
        return found;
    }

    static void tellUnknown(Place place, Problems problems) {
        problems.add(
                FileFault.UNKNOWN_PICTURE_FORMAT,
                place,
                "This is not a picture that browsers show, or it is damaged.",
                "Save it as JPEG, PNG, WebP, AVIF, GIF or SVG.");
    }

    private static boolean beginsAsXml(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.UTF_8);
        String text = start.startsWith("\uFEFF") ? start.substring(1) : start;
        return text.stripLeading().startsWith("<");
    }
}
