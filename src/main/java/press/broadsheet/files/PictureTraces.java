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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a photograph's file tells beside the picture: where it was taken, and by which camera or whose. */
public final class PictureTraces {
    private static final String POSITION = "the position where it was taken";
    private static final String SERIAL = "the serial number of a camera";
    private static final String OWNER = "the name of the camera's owner";

    private PictureTraces() {}

    /** In words; none for what is no photograph, or tells nothing of the kind. */
    public static List<String> of(byte[] bytes) {
        var found = new TreeSet<String>();
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
