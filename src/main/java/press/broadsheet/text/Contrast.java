package press.broadsheet.text;

/**
 * How well one colour can be read on another: the contrast of WCAG 2.2. Colours are numbers, {@code 0xRRGGBB}.
 */
public final class Contrast {
    /** WCAG 2.2 AA for text of any size. */
    public static final double READABLE = 4.5;

    /** The theme's darkest light ground and its lightest dark one. */
    public static final int LIGHT = 0xF3F0E8;

    public static final int DARK = 0x24231F;

    private Contrast() {}

    /** Of {@code #rgb} or {@code #rrggbb}. */
    public static int colour(String hex) {
        String digits = hex.substring(1);
        if (digits.length() == 3) {
            digits = "" + digits.charAt(0) + digits.charAt(0) + digits.charAt(1) + digits.charAt(1) + digits.charAt(2)
                    + digits.charAt(2);
        }
        return Integer.parseInt(digits, 16);
    }

    /** From 1 (alike) to 21 (black on white). */
    public static double ratio(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** The colour, mixed with as little black (0) or white (255) as makes it readable on the ground. */
    public static int readable(int colour, int ground, int towards) {
        for (int percent = 0; percent < 100; percent += 4) {
            int mixed = mix(colour, towards, percent);
            if (ratio(mixed, ground) >= READABLE) {
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

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
