package press.broadsheet.files;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.heif.HeifDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** Photographs: the size as a reader sees it. Apart, so that a paper without photographs never loads the library. */
final class RasterPicture {
    private RasterPicture() {}

    static Optional<PictureFile> read(byte[] bytes) {
        try {
            FileType type = FileTypeDetector.detectFileType(new ByteArrayInputStream(bytes));
            if (mediaType(type).isEmpty()) {
                return Optional.empty();
            }
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length, type);
            return switch (type) {
                case Jpeg ->
                    sized(
                            metadata,
                            JpegDirectory.class,
                            JpegDirectory.TAG_IMAGE_WIDTH,
                            JpegDirectory.TAG_IMAGE_HEIGHT,
                            type);
                case Png ->
                    sized(
                            metadata,
                            PngDirectory.class,
                            PngDirectory.TAG_IMAGE_WIDTH,
                            PngDirectory.TAG_IMAGE_HEIGHT,
                            type);
                case Gif ->
                    sized(
                            metadata,
                            GifHeaderDirectory.class,
                            GifHeaderDirectory.TAG_IMAGE_WIDTH,
                            GifHeaderDirectory.TAG_IMAGE_HEIGHT,
                            type);
                case WebP ->
                    sized(
                            metadata,
                            WebpDirectory.class,
                            WebpDirectory.TAG_IMAGE_WIDTH,
                            WebpDirectory.TAG_IMAGE_HEIGHT,
                            type);
                default ->
                    sized(
                            metadata,
                            HeifDirectory.class,
                            HeifDirectory.TAG_IMAGE_WIDTH,
                            HeifDirectory.TAG_IMAGE_HEIGHT,
                            type);
            };
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // A damaged file; the library throws whatever it stumbles over.
            return Optional.empty();
        }
    }

    private static String mediaType(FileType type) {
        return switch (type) {
            case Jpeg -> "image/jpeg";
            case Png -> "image/png";
            case Gif -> "image/gif";
            case WebP -> "image/webp";
            case Avif -> "image/avif";
            default -> "";
        };
    }

    private static <T extends Directory> Optional<PictureFile> sized(
            Metadata metadata, Class<T> kind, int widthTag, int heightTag, FileType type) {
        // A PNG has several directories of this kind; the size stands in the first that has it.
        for (T directory : metadata.getDirectoriesOfType(kind)) {
            Integer width = directory.getInteger(widthTag);
            Integer height = directory.getInteger(heightTag);
            if (width != null && height != null && width > 0 && height > 0) {
                boolean turned = type == FileType.Jpeg && isTurned(metadata);
                return Optional.of(new PictureFile(turned ? height : width, turned ? width : height, mediaType(type)));
            }
        }
        return Optional.empty();
    }

    /** Orientations 5 to 8 lie on their side; browsers turn them upright. */
    private static boolean isTurned(Metadata metadata) {
        var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return orientation != null && orientation >= 5 && orientation <= 8;
    }
}
