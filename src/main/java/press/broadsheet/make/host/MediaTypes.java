package press.broadsheet.make.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The media types of what a paper consists of (IANA's names), by ending. */
final class MediaTypes {
    /** Those of feeds, which share their endings with other files, by whole name. */
    static final Map<String, String> FEEDS = inOrder(
            "feed.xml", "application/rss+xml",
            "atom.xml", "application/atom+xml",
            "feed.json", "application/feed+json");

    static final Map<String, String> ENDINGS = inOrder(
            "html htm", "text/html",
            "css", "text/css",
            "js mjs", "text/javascript",
            "txt md", "text/plain",
            "csv", "text/csv",
            "xml", "application/xml",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "jpg jpeg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif",
            "ico", "image/vnd.microsoft.icon",
            "woff2", "font/woff2",
            "woff", "font/woff",
            "ttf", "font/ttf",
            "otf", "font/otf",
            "mp3", "audio/mpeg",
            "m4a", "audio/mp4",
            "ogg", "audio/ogg",
            "wav", "audio/wav",
            "mp4", "video/mp4",
            "webm", "video/webm",
            "vtt", "text/vtt",
            "wasm", "application/wasm",
            "pdf", "application/pdf",
            "epub", "application/epub+zip",
            "zip", "application/zip");

    /** Those, beside HTML, whose letters need a charset to be read. */
    static final List<String> OF_TEXT = List.of(
            "text/css",
            "text/javascript",
            "text/plain",
            "text/csv",
            "text/vtt",
            "application/xml",
            "application/rss+xml",
            "application/atom+xml",
            "image/svg+xml");

    private MediaTypes() {}

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(map);
    }
}
