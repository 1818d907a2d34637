package press.broadsheet.make.page;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import press.broadsheet.text.Contrast;

/**
 * The colours that one page shows: a section's, the paper's own. A page has no style attributes, so that it can be
 * served under a strict content security policy; an element gets a class instead, and the head one rule for each colour
 * that was used. Whatever colour the newsroom chose, the rule holds shades of it that can be read on the theme's light
 * and dark paper. For one page; not thread-safe.
 */
final class Colours {
    /** Stands in the head until the whole page is printed and all colours are known. */
    static final String MARK = "\u0001colours\u0001";

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    private final Set<String> used = new TreeSet<>();
    private boolean marked;

    /** What a template prints where the rules are to stand. */
    String mark() {
        marked = true;
        return MARK;
    }

    /** The class that gives an element this colour as {@code --tone}; empty for what is not a colour. */
    String classOf(String colour) {
        if (!HEX.matcher(colour).matches()) {
            return "";
        }
        String digits = colour.substring(1).toLowerCase(Locale.ROOT);
        if (digits.length() == 3) {
            digits = "" + digits.charAt(0) + digits.charAt(0) + digits.charAt(1) + digits.charAt(1) + digits.charAt(2)
                    + digits.charAt(2);
        }
        used.add(digits);
        return "tone-" + digits;
    }

    /** Puts the page's rules in the place of the mark. */
    void fill(CharacterBuffer page) {
        int mark = marked ? page.indexOf(MARK) : -1;
        if (mark >= 0) {
            page.replace(mark, mark + MARK.length(), rules());
        }
    }

    private String rules() {
        if (used.isEmpty()) {
            return "";
        }
        var light = new StringBuilder();
        var dark = new StringBuilder();
        for (String digits : used) {
            int colour = Integer.parseInt(digits, 16);
            rule(light, digits, Contrast.readable(colour, Contrast.LIGHT, 0));
            rule(dark, digits, Contrast.readable(colour, Contrast.DARK, 255));
        }
        return light + "@media screen and (prefers-color-scheme:dark){" + dark + "}";
    }

    private static void rule(StringBuilder rules, String digits, int colour) {
        rules.append(".tone-").append(digits).append("{--tone:#");
        String hex = Integer.toHexString(colour);
        rules.append("0".repeat(6 - hex.length())).append(hex).append('}');
    }
}
