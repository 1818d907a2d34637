package press.broadsheet.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.files.MediaTypes;
import press.broadsheet.files.OutputPath;

/**
 * How a file is served by a host that has to be told file by file: an object store. Everything that such a target tells
 * goes through here.
 *
 * @param type the media type, with the charset of text
 * @param cacheControl how long browsers and caches may keep it (RFC 9111)
 * @param redirect where the page leads for good; empty for all but pages that do nothing else
 */
public record Served(String type, String cacheControl, Optional<String> redirect) {
    /** A name that changes with the bytes: {@code assets/css/paper.84c3e3602c.css}. */
    private static final Pattern HASHED = Pattern.compile("assets/.+\\.[0-9a-f]{10}\\.[a-z0-9]+");

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String PAGE = "public, max-age=60";
    private static final String OTHER = "public, max-age=3600";

    private static final int LARGEST_REDIRECT = 4096;
    private static final Pattern LEADS = Pattern.compile("<meta http-equiv=\"refresh\" content=\"0; url=([^\"]+)\">");
    private static final String LASTING = "<meta name=\"robots\" content=\"noindex\">";

    /**
     * Looks at the name and, for a page that is small enough to be a redirect, at the bytes.
     *
     * @param from has the bytes
     */
    public static Served of(SiteFile file, Path from) throws IOException {
        OutputPath path = file.path();
        boolean small = Stage.isPage(path) && file.size() <= LARGEST_REDIRECT;
        String html = small ? Files.readString(from, StandardCharsets.UTF_8) : "";
        return new Served(MediaTypes.of(path.path()), cacheControl(path), redirect(html));
    }

    private static String cacheControl(OutputPath path) {
        if (HASHED.matcher(path.path()).matches()) {
            return FOR_EVER;
        }
        // Pages, and what tells machines of new ones.
        return Stage.isPage(path) || Stage.of(path) == Stage.LIST || path.path().endsWith(".json") ? PAGE : OTHER;
    }

    private static Optional<String> redirect(String html) {
        Matcher leads = LEADS.matcher(html);
        if (!html.contains(LASTING) || !leads.find()) {
            return Optional.empty();
        }
        String to = leads.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        boolean fits = to.startsWith("/") || to.startsWith("https://") || to.startsWith("http://");
        return fits ? Optional.of(to) : Optional.empty();
    }
}
