package press.broadsheet.view;

import java.time.format.DecimalStyle;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.text.Escape;

/**
 * Gives footnotes names that can be read out: a lone {@code 1} or arrow tells nobody where it leads (WCAG 2.2, 2.4.4). A text
 * is typeset without knowing any theme, so the words come in when its page is made.
 */
final class FootnoteNames {
    private static final String ROLE = " role=\"doc-";
    private static final String REFERENCE = ROLE + "noteref\">";
    private static final String BACK = ROLE + "backlink\">";
    private static final String NOTES = ROLE + "endnotes\">";

    /** Where a way back leads stands right before its role; behind the number may stand which reference is meant. */
    private static final String BACK_TO = " href=\"#fnref-";

    private final String html;
    private final NewsDesk desk;
    private final Words words;
    private final StringBuilder named;

    /** Up to which character all is in what was named. */
    private int done;

    private FootnoteNames(String html, NewsDesk desk) {
        this.html = html;
        this.desk = desk;
        this.words = new Words(desk);
        this.named = new StringBuilder(html.length() + 512);
    }

    /** A typeset text, its footnotes named in the words of the desk's edition; the same text if it has none. */
    static String in(String html, NewsDesk desk) {
        int first = html.indexOf(ROLE);
        return first < 0 ? html : new FootnoteNames(html, desk).from(first);
    }

    private String from(int first) {
        for (int at = first; at >= 0; at = html.indexOf(ROLE, at + 1)) {
            if (html.startsWith(REFERENCE, at)) {
                reference(at + REFERENCE.length());
            } else if (html.startsWith(BACK, at)) {
                back(html.lastIndexOf(BACK_TO, at) + BACK_TO.length(), at);
            } else if (html.startsWith(NOTES, at)) {
                name(at + NOTES.length(), "footnote.notes", "");
            }
        }
        return named.append(html, done, html.length()).toString();
    }

    /** @param number where the number begins that readers see */
    private void reference(int number) {
        int end = digitsEnd(number);
        if (end > number && html.startsWith("<", end)) {
            String shown = digits(html.substring(number, end), desk);
            name(number, "footnote.reference", shown);
            named.append(shown);
            done = end;
        }
    }

    /**
     * @param number where the note's number begins
     * @param role where the role begins
     */
    private void back(int number, int role) {
        int end = digitsEnd(number);
        int last = html.startsWith("-", end) ? digitsEnd(end + 1) : end;
        if (end > number && last + 1 == role && html.charAt(last) == '"') {
            name(role + BACK.length(), "footnote.back", digits(html.substring(number, end), desk));
        }
    }

    /** Puts a name into the tag that ends there. */
    private void name(int end, String key, String number) {
        named.append(html, done, end - 1)
                .append(" aria-label=\"")
                .append(Escape.attribute(words.say(key).replace("{number}", number)))
                .append("\">");
        done = end;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < html.length() && html.charAt(end) >= '0' && html.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** A number in the digits of the edition's language, as its dates have them. */
    private static String digits(String number, NewsDesk desk) {
        int zero = DecimalStyle.of(desk.language().locale()).getZeroDigit();
        var digits = new StringBuilder();
        number.chars().forEach(digit -> digits.appendCodePoint(zero + digit - '0'));
        return digits.toString();
    }
}
