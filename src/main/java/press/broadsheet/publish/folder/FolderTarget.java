package press.broadsheet.publish.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import press.broadsheet.publish.Target;
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetSettings;

/**
 * A folder of this machine, or one that is mounted. What readers see is a link; each deployment makes a release beside it
 * and lets the link point there, so they see one paper or the next and never a mixture.
 */
public final class FolderTarget implements Target {
    private static final int KEPT = 5;
    private static final int MOST_KEPT = 1000;

    @Override
    public String kind() {
        return "folder";
    }

    @Override
    public Set<String> required() {
        return Set.of("path");
    }

    @Override
    public Set<String> optional() {
        return Set.of("keep");
    }

    @Override
    public Session open(TargetSettings settings) throws IOException {
        Path link =
                settings.base().resolve(settings.value("path")).toAbsolutePath().normalize();
        if (link.getFileName() == null) {
            throw new TargetFailure(
                    "\"" + settings.value("path")
                            + "\" is the root of the file system; readers are shown a link in a folder.",
                    "Name the link, which the first deployment makes: path: /srv/www/lantern",
                    "path");
        }
        return new Releases(link, settings.number("keep", 1, MOST_KEPT, KEPT));
    }
}
