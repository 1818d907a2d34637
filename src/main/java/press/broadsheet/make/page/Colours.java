package press.broadsheet.make.page;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

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

    /** WCAG 2.2 AA for text of any size. */
    private static final double CONTRAST = 4.5;

    /** The theme's darkest light ground and its lightest dark one. */
    private static final int LIGHT = 0xF3F0E8;

    private static final int DARK = 0x24231F;

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
            rule(light, digits, readable(colour, LIGHT, 0));
            rule(dark, digits, readable(colour, DARK, 255));
        }
        return light + "@media screen and (prefers-color-scheme:dark){" + dark + "}";
    }

    private static void rule(StringBuilder rules, String digits, int colour) {
        rules.append(".tone-").append(digits).append("{--tone:#");
        String hex = Integer.toHexString(colour);
        rules.append("0".repeat(6 - hex.length())).append(hex).append('}');
    }

    /** The colour, mixed with as little black (0) or white (255) as makes it readable on the ground. */
    static int readable(int colour, int ground, int towards) {
        for (int percent = 0; percent < 100; percent += 4) {
            int mixed = mix(colour, towards, percent);
            if (contrast(mixed, ground) >= CONTRAST) {
                return mixed;
            }
        }
        return towards * 0x010101;
    }

    private static int mix(int colour, int towards, int percent) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = (colour >> shift) & 0xFF;
            mixed |= (channel + (towards - channel) * percent / 100) << shift;
        }
        return mixed;
    }

    static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
