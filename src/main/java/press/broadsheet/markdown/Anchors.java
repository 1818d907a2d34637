package press.broadsheet.markdown;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives each heading of one body an anchor: made of its own words, in any script, and unique. */
final class Anchors {
    private static final int LONGEST = 80;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Keeps an anchor for something that is no heading. */
    void claim(String anchor) {
        taken.add(anchor);
    }

    String of(String heading) {
        String wanted = slug(heading);
        String anchor = wanted;
        while (!taken.add(anchor)) {
            // Remembered, so that a thousand equal headings are not counted through from the first each time.
            anchor = wanted + "-" + counts.merge(wanted, 2, (count, two) -> count + 1);
        }
        return anchor;
    }

    private static String slug(String heading) {
        String text = Normalizer.normalize(heading, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var slug = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length() && slug.length() < LONGEST; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || isMark(c)) {
                if (gap && !slug.isEmpty()) {
                    slug.append('-');
                }
                gap = false;
                slug.appendCodePoint(c);
            } else if (c != '\'' && c != '’' && Character.getType(c) != Character.FORMAT) {
                gap = true;
            }
        }
        if (slug.isEmpty()) {
            return "section";
        }
        // Footnotes own the anchors that begin so.
        return slug.indexOf("fn-") == 0 || slug.indexOf("fnref-") == 0 ? "section-" + slug : slug.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
