package press.broadsheet.view;

import java.time.format.DecimalStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.text.Escape;

/**
 * Gives footnotes names that can be read out: a lone {@code 1} or arrow tells nobody where it leads (WCAG 2.2, 2.4.4). A text
 * is typeset without knowing any theme, so the words come in when its page is made.
 */
final class FootnoteNames {
    private static final String ROLE = " role=\"doc-";
    private static final Pattern REFERENCE = Pattern.compile(" role=\"doc-noteref\">(\\d+)<");
    private static final Pattern BACK = Pattern.compile(" href=\"#fnref-(\\d+)(?:-\\d+)?\" role=\"doc-backlink\">");
    private static final Pattern NOTES = Pattern.compile(" role=\"doc-endnotes\">");

    private FootnoteNames() {}

    /** A typeset text, its footnotes named in the words of the desk's edition; the same text if it has none. */
    static String in(String html, NewsDesk desk) {
        if (!html.contains(ROLE)) {
            return html;
        }
        var words = new Words(desk);
        String named = REFERENCE
                .matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(" role=\"doc-noteref\""
                        + label(words, "footnote.reference", digits(found.group(1), desk)) + ">"
                        + digits(found.group(1), desk) + "<"));
        named = BACK.matcher(named).replaceAll(found -> {
            String whole = found.group();
            return Matcher.quoteReplacement(whole.substring(0, whole.length() - 1)
                    + label(words, "footnote.back", digits(found.group(1), desk)) + ">");
        });
        return NOTES.matcher(named)
                .replaceAll(
                        Matcher.quoteReplacement(" role=\"doc-endnotes\"" + label(words, "footnote.notes", "") + ">"));
    }

    /** A number in the digits of the edition's language, as its dates have them. */
    private static String digits(String number, NewsDesk desk) {
        int zero = DecimalStyle.of(desk.language().locale()).getZeroDigit();
        var digits = new StringBuilder();
        number.chars().forEach(digit -> digits.appendCodePoint(zero + digit - '0'));
        return digits.toString();
    }

    private static String label(Words words, String key, String number) {
        return " aria-label=\"" + Escape.attribute(words.say(key).replace("{number}", number)) + "\"";
    }
}
