package press.broadsheet.make.host;

import java.util.LinkedHashMap;
import java.util.Map;
import press.broadsheet.news.Hosting;
import press.broadsheet.plan.InlineCode;
import press.broadsheet.text.ContentPolicy;

/**
 * The headers that go with the paper's files.
 *
 * @param all with every file, by name
 * @param pages how long pages may be kept
 * @param pictures how long pictures may be kept
 * @param assets how long the theme's files may be kept
 */
record ResponseHeaders(Map<String, String> all, String pages, String pictures, String assets) {
    static final String CACHE = "Cache-Control";

    static ResponseHeaders of(Hosting hosting, InlineCode code) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(ContentPolicy.HEADER, ContentPolicy.of(code.scripts(), code.styles(), hosting.allow()));
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        hosting.headers().forEach((name, value) -> {
            // Names of headers know no letter case.
            headers.keySet().removeIf(known -> known.equalsIgnoreCase(name));
            if (!value.isEmpty()) {
                headers.put(name, value);
            }
        });
        Hosting.Cache cache = hosting.cache();
        return new ResponseHeaders(
                headers, kept(cache.pages(), ""), kept(cache.pictures(), ""), kept(cache.assets(), ", immutable"));
    }

    private static String kept(int seconds, String more) {
        return seconds == 0 ? "no-cache" : "public, max-age=" + seconds + more;
    }
}
