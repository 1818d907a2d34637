package press.broadsheet.make.page;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.desk.PagePolicy;
import press.broadsheet.text.ContentPolicy;
import press.broadsheet.text.Escape;
import press.broadsheet.text.PageParts;
import press.broadsheet.text.PageScan;

/**
 * Puts a page's content security policy into the page, for hosts that send no headers (HTML, "pragma directives"): it names
 * the code of this page and of no other, so it follows from the finished page alone. Thread-safe.
 */
final class PoliciesInPages {
    /** A page says how it is encoded within so many bytes of its beginning. */
    private static final int BEGINNING = 1024;

    /** A policy rules what stands below it; so it goes before anything that loads or runs. */
    private static final Pattern ENCODING =
            Pattern.compile("(?is)<head[^>]*>(?:(?!<script|<style|<link).)*?<meta\\s[^>]*charset[^>]*>\\n?");

    private static final Pattern HEAD = Pattern.compile("(?i)<head[^>]*>\\n?");

    private final PageScan scan = new PageScan();

    /** The page with its policy; as it was if none is wanted, or if it has no head. */
    byte[] into(byte[] page, PagePolicy wanted) {
        if (!wanted.inPages()) {
            return page;
        }
        int at = place(page);
        if (at < 0) {
            return page;
        }
        String tag = "<meta http-equiv=\"" + ContentPolicy.HEADER + "\" content=\""
                + Escape.attribute(policy(page, wanted)) + "\">\n";
        byte[] more = tag.getBytes(StandardCharsets.UTF_8);
        var whole = new byte[page.length + more.length];
        System.arraycopy(page, 0, whole, 0, at);
        System.arraycopy(more, 0, whole, at, more.length);
        System.arraycopy(page, at, whole, at + more.length, page.length - at);
        return whole;
    }

    private String policy(byte[] page, PagePolicy wanted) {
        if (!wanted.own().isEmpty()) {
            return ContentPolicy.forPages(wanted.own());
        }
        PageParts parts = scan.of(page);
        return ContentPolicy.forPages(ContentPolicy.of(parts.scripts(), parts.styles(), wanted.allow()));
    }

    /** Behind what says how the page is encoded, otherwise where the head begins; -1 if it has none. One byte is one character. */
    private static int place(byte[] page) {
        String beginning = new String(page, 0, Math.min(page.length, BEGINNING), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(beginning);
        if (encoding.find()) {
            return encoding.end();
        }
        Matcher head = HEAD.matcher(beginning);
        return head.find() ? head.end() : -1;
    }
}
