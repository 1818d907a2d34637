package press.broadsheet.files;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a picture's file tells beside the picture: where it was taken, by which camera or whose, in which folder. */
public final class Telltales {
    private static final String FOLDER = "the name of a folder on the machine where it was drawn";
    private static final String COMMENT = "a comment";
    private static final Pattern EXPORTED =
            Pattern.compile("export-filename\\s*=\\s*[\"'][^\"']*[/\\\\]|href\\s*=\\s*[\"']\\s*(?i:file:)");
    private static final Pattern COMMENTED = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);
    /** What drawing programs write of themselves. */
    private static final Pattern PROGRAM =
            Pattern.compile("(?i)generat|created (?:with|by|using)|svg version|licen[sc]e");

    private static final String POSITION = "the position where it was taken";
    private static final String SERIAL = "the serial number of a camera";
    private static final String OWNER = "the name of the camera's owner";

    private Telltales() {}

    /** In words; none for what is no picture, or tells nothing of the kind. */
    public static List<String> of(byte[] bytes) {
        var found = new TreeSet<String>();
        if (bytes.length > 0 && (bytes[0] == '<' || bytes[0] == (byte) 0xEF)) {
            takeDrawing(new String(bytes, StandardCharsets.UTF_8), found);
            return List.copyOf(found);
        }
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length);
            for (Directory directory : metadata.getDirectories()) {
                if (directory instanceof GpsDirectory
                        && (directory.containsTag(GpsDirectory.TAG_LATITUDE)
                                || directory.containsTag(GpsDirectory.TAG_DEST_LATITUDE))) {
                    found.add(POSITION);
                }
                if (directory instanceof XmpDirectory xmp) {
                    xmp.getXmpProperties().keySet().forEach(name -> take(name, found));
                } else {
                    takeTags(directory, found);
                }
            }
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // No photograph, or a damaged one; the library throws whatever it stumbles over.
            return List.of();
        }
        return List.copyOf(found);
    }

    private static void takeDrawing(String svg, Set<String> found) {
        if (EXPORTED.matcher(svg).find()) {
            found.add(FOLDER);
        }
        boolean speaks = COMMENTED
                .matcher(svg)
                .results()
                .map(comment -> comment.group(1).strip())
                .anyMatch(text -> !text.isEmpty() && !PROGRAM.matcher(text).find());
        if (speaks) {
            found.add(COMMENT);
        }
    }

    private static void takeTags(Directory directory, Set<String> found) {
        if (!directory.containsTag(ExifDirectoryBase.TAG_CAMERA_OWNER_NAME)
                && !directory.containsTag(ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER)
                && !directory.getName().contains("Makernote")) {
            return;
        }
        for (Tag tag : directory.getTags()) {
            String description = tag.getDescription();
            if (description != null && !description.isBlank() && !description.matches("[0 ]+")) {
                take(tag.getTagName().replace(" ", ""), found);
            }
        }
    }

    private static void take(String name, Set<String> found) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.contains("gpslatitude")) {
            found.add(POSITION);
        } else if (plain.endsWith("serialnumber") && !plain.contains("lens")) {
            found.add(SERIAL);
        } else if (plain.endsWith("ownername")) {
            found.add(OWNER);
        }
    }
}
