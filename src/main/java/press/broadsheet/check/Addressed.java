package press.broadsheet.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a link on a page names within the paper. */
record Addressed(String path, String anchor) {

    /**
     * Empty for what leads elsewhere, or is no address of the web.
     *
     * @param link as the page has it
     */
    static Optional<Addressed> of(String link, PublishedPage page, Paper paper) {
        URI root = paper.site().url();
        try {
            URI target =
                    root.resolve(page.address()).resolve(new URI(link.strip().replace(" ", "%20")));
            boolean ours = root.getScheme().equalsIgnoreCase(target.getScheme())
                    && String.valueOf(root.getHost()).equalsIgnoreCase(target.getHost())
                    && root.getPort() == target.getPort();
            String path = target.getRawPath();
            if (!ours || path == null || !path.startsWith(paper.site().basePath())) {
                return Optional.empty();
            }
            String within = path.substring(paper.site().basePath().length());
            String fragment = target.getRawFragment();
            return Optional.of(new Addressed(decode(within), fragment == null ? "" : decode(fragment)));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The published file that readers get there; empty if there is none. */
    Optional<String> file(Paper paper) {
        var files = paper.published().files();
        if (!path.isEmpty() && !path.endsWith("/") && files.contains(path)) {
            return Optional.of(path);
        }
        String index = path + (path.isEmpty() || path.endsWith("/") ? "" : "/") + "index.html";
        return files.contains(index) ? Optional.of(index) : Optional.empty();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
