package press.broadsheet.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import press.broadsheet.text.Escape;
import press.broadsheet.text.Fingerprint;

/** What a page is given on its way to the browser, and by what the browser knows whether it is still the same. */
final class Dressing {
    /** The script that listens for changes. */
    static final String SCRIPT = "/_desk/preview.js";

    private static final Pattern STYLE_SHEET = Pattern.compile(
            "<link\\b(?=[^>]*\\brel=[\"']?stylesheet\\b)[^>]*?\\bhref=(?:\"([^\"]*)\"|'([^']*)')[^>]*>",
            Pattern.CASE_INSENSITIVE);

    private Dressing() {}

    /**
     * A page as a browser shows it.
     *
     * @param print of all but the addresses of its style sheets
     * @param styles the addresses of its style sheets, as they stand in the page, in order
     */
    record Look(String print, List<String> styles) {
        static Look of(String page) {
            var styles = new ArrayList<String>();
            String rest = STYLE_SHEET.matcher(page).replaceAll(match -> {
                String address = match.group(1) == null ? match.group(2) : match.group(1);
                styles.add(address.replace("&amp;", "&"));
                return "<link>";
            });
            String print = Fingerprint.of(rest.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .toString();
            return new Look(print, List.copyOf(styles));
        }
    }

    /** The page with the script, which is told what it stands in. */
    static String dress(String page, int revision) {
        String script = "<script src=\"" + SCRIPT + "\" data-revision=\"" + revision + "\" data-print=\""
                + Escape.attribute(Look.of(page).print()) + "\" defer></script>";
        int end = page.lastIndexOf("</body>");
        return end < 0 ? page + script : page.substring(0, end) + script + page.substring(end);
    }
}
