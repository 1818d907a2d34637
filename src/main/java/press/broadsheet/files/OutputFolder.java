package press.broadsheet.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** Guards against a published folder in which a build would harm what is not its own. */
public final class OutputFolder {
    private static final String HINT = "Name a folder that holds nothing else, for example --output public.";

    /** What a build may write to in the folder that keeps its state: papers that only their own newsroom sees. */
    private static final String PREVIEW = ".broadsheet/preview";

    private OutputFolder() {}

    /** Where a paper is made to be looked at before it is published. */
    public static Path preview(Path site, String name) {
        return site.resolve(PREVIEW).resolve(name);
    }

    /** Whether the folder may be written to; tells if it is, holds or lies in something that a build must not touch. */
    public static boolean check(Path output, Path site, Problems problems) {
        Optional<String> found = danger(output, site);
        found.ifPresent(danger -> problems.add(
                FileFault.UNSAFE_OUTPUT_FOLDER,
                Place.in(output),
                "The published folder cannot be here: it is " + danger + ".",
                HINT));
        return found.isEmpty();
    }

    private static Optional<String> danger(Path output, Path site) {
        Path target = real(output);
        Path paper = real(site);
        Path home = real(Path.of(System.getProperty("user.home", "/")));
        if (Files.exists(target) && !Files.isDirectory(target)) {
            return Optional.of("a file");
        }
        if (target.equals(target.getRoot())) {
            return Optional.of("the root of the file system");
        }
        if (home.startsWith(target)) {
            return Optional.of(target.equals(home) ? "your home folder" : "a folder that holds your home folder");
        }
        if (paper.startsWith(target)) {
            return Optional.of(target.equals(paper) ? "the site folder itself" : "a folder that holds the site folder");
        }
        for (String own : new String[] {"content", "templates", ".broadsheet", ".git", "src"}) {
            if (target.startsWith(real(site.resolve(own))) && !isPreview(target, site)) {
                return Optional.of("in the site's own folder " + own + "/");
            }
        }
        return Optional.empty();
    }

    private static boolean isPreview(Path target, Path site) {
        Path previews = real(site.resolve(PREVIEW));
        return target.startsWith(previews) && !target.equals(previews);
    }

    /** Links resolved as far as the path exists. */
    private static Path real(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        for (Path existing = whole; existing != null; existing = existing.getParent()) {
            try {
                return existing.toRealPath().resolve(existing.relativize(whole)).normalize();
            } catch (IOException e) {
                // Not there yet: its parent decides.
            }
        }
        return whole;
    }
}
