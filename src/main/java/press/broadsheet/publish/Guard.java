package press.broadsheet.publish;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** Stops a deployment that would harm: addresses that readers have would be gone, or what is private would be seen. */
public final class Guard {
    private static final Path REDIRECTS = Path.of("content", "redirects.yaml");
    private static final Set<String> PUBLIC_DOT_FILES = Set.of(".well-known", ".nojekyll", ".htaccess");
    private static final List<String> LEFT_BY_EDITORS = List.of("~", ".bak", ".swp", ".swo", ".orig", ".tmp", ".rej");
    private static final Set<String> PHOTOGRAPHS = Set.of("jpg", "jpeg", "png", "webp", "tif", "tiff", "heic", "avif");

    private Guard() {}

    /**
     * Tells, as one problem, the pages that readers can reach now and could not after the deployment; but not those of which the
     * site says that they are gone or for readers no longer.
     *
     * @param site as it is to stand at the target
     */
    public static void checkAddresses(Difference difference, FinishedSite site, Problems problems) {
        List<OutputPath> pages = difference.gone().stream()
                .filter(path -> Stage.isPage(path)
                        && !site.serving().isGone(path)
                        && !site.serving().isEnded(path))
                .toList();
        if (pages.isEmpty()) {
            return;
        }
        List<String> addresses = pages.stream().map(Guard::address).toList();
        problems.add(
                DeployFault.VANISHED_ADDRESSES,
                Place.in(REDIRECTS),
                (addresses.size() == 1
                                ? "An address that readers have"
                                : addresses.size() + " addresses that readers have")
                        + " would be gone: " + String.join(", ", addresses),
                "Say in content/redirects.yaml what became of each, the new address or that it is gone:\n"
                        + String.join(
                                "\n",
                                addresses.stream()
                                        .map(address -> quoted(address) + ": {status: 410}")
                                        .toList())
                        + "\nOr let them vanish knowingly: --allow-removals");
    }

    private static String quoted(String address) {
        return address.matches("[A-Za-z0-9/._-]+") ? address : "\"" + address.replace("\"", "\\\"") + "\"";
    }

    /** As readers ask for it, from the paper's own root. */
    static String address(OutputPath path) {
        String name = path.path();
        boolean front = name.equals("index.html") || name.endsWith("/index.html");
        return "/" + (front ? name.substring(0, name.length() - "index.html".length()) : name);
    }

    /**
     * Tells what nobody outside may see: hidden files, what editors leave behind, photographs that say where they were
     * taken.
     *
     * @throws IOException if a picture cannot be read
     */
    public static void checkPrivacy(FinishedSite site, Problems problems) throws IOException {
        for (OutputPath path : site.files().keySet()) {
            checkName(path, problems);
            if (isPhotograph(path) && tellsWhere(site.file(path))) {
                problems.add(
                        DeployFault.PRIVATE_FILE,
                        Place.in(Path.of(path.path())),
                        "This picture says where it was taken: it may lead to a person's door.",
                        "Take the position out of the original, for example: exiftool -gps:all= FILE");
            }
        }
    }

    private static void checkName(OutputPath path, Problems problems) {
        for (String part : path.path().split("/", -1)) {
            if (part.startsWith(".") && !PUBLIC_DOT_FILES.contains(part)) {
                tellPrivate(path, "\"" + part + "\" is a hidden name: such files are not meant for readers.", problems);
            }
            if (LEFT_BY_EDITORS.stream().anyMatch(part::endsWith) || (part.startsWith("#") && part.endsWith("#"))) {
                tellPrivate(path, "\"" + part + "\" is what an editor leaves behind.", problems);
            }
        }
    }

    private static void tellPrivate(OutputPath path, String message, Problems problems) {
        problems.add(
                DeployFault.PRIVATE_FILE,
                Place.in(Path.of(path.path())),
                message,
                "Delete it, or give it another name if it is for readers.");
    }

    private static boolean isPhotograph(OutputPath path) {
        String name = path.path();
        return PHOTOGRAPHS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean tellsWhere(Path file) throws IOException {
        try {
            return ImageMetadataReader.readMetadata(file.toFile()).getDirectoriesOfType(GpsDirectory.class).stream()
                    .anyMatch(gps -> gps.containsTag(GpsDirectory.TAG_LATITUDE)
                            || gps.containsTag(GpsDirectory.TAG_LONGITUDE)
                            || gps.containsTag(GpsDirectory.TAG_DEST_LATITUDE));
        } catch (ImageProcessingException e) {
            // No picture at all, whatever its name says: then it holds no position either.
            return false;
        }
    }
}
