package press.broadsheet.text;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Which form of a word goes with a number: the plural categories of the Unicode CLDR, by language.
 * A language that is not listed has {@code one} for 1 and {@code other} for the rest, as most do.
 */
public final class Plurals {
    private Plurals() {}

    /**
     * The category of a count: {@code zero}, {@code one}, {@code two}, {@code few}, {@code many} or {@code other}.
     *
     * @param tag a BCP 47 tag; only its language counts, but for Portuguese its country, too
     */
    public static String category(String tag, long count) {
        // As absolute value: "minus one day" takes the form of one.
        long n = count == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(count);
        return switch (language(tag)) {
            case "ja",
                    "ko",
                    "zh",
                    "yue",
                    "vi",
                    "th",
                    "id",
                    "ms",
                    "my",
                    "lo",
                    "km",
                    "jv",
                    "su",
                    "yo",
                    "ig",
                    "bo",
                    "dz",
                    "sah",
                    "wo" -> "other";
            case "uk", "ru", "be", "sr", "hr", "bs", "sh" -> slavic(n, tag);
            case "pl" -> n == 1 ? "one" : isFew(n) ? "few" : "many";
            case "cs", "sk" -> n == 1 ? "one" : n >= 2 && n <= 4 ? "few" : "other";
            case "sl" -> slovene(n % 100);
            case "lt" -> lithuanian(n % 10, n % 100);
            case "lv", "prg" -> latvian(n % 10, n % 100);
            case "ro", "mo" -> n == 1 ? "one" : n == 0 || (n % 100 >= 1 && n % 100 <= 19) ? "few" : "other";
            case "ar", "ars" -> arabic(n, n % 100);
            case "he", "iw" -> n == 1 ? "one" : n == 2 ? "two" : "other";
            case "fr" -> n == 0 || n == 1 ? "one" : million(n);
            case "es", "it", "ca", "pt-pt", "lld", "scn", "vec" -> n == 1 ? "one" : million(n);
            case "pt" -> n == 0 || n == 1 ? "one" : million(n);
            case "fa",
                    "hi",
                    "bn",
                    "gu",
                    "kn",
                    "am",
                    "as",
                    "zu",
                    "doi",
                    "pcm",
                    "hy",
                    "ff",
                    "kab",
                    "si",
                    "ak",
                    "ln",
                    "mg",
                    "nso",
                    "pa",
                    "ti",
                    "wa",
                    "bho" -> n == 0 || n == 1 ? "one" : "other";
            case "is", "mk" -> n % 10 == 1 && n % 100 != 11 ? "one" : "other";
            case "fil", "tl", "ceb" -> n % 10 == 4 || n % 10 == 6 || n % 10 == 9 ? "other" : "one";
            case "ga" ->
                n == 1 ? "one" : n == 2 ? "two" : n >= 3 && n <= 6 ? "few" : n >= 7 && n <= 10 ? "many" : "other";
            case "cy" -> welsh(n);
            case "mt" -> maltese(n, n % 100);
            case "gd" -> gaelic(n);
            case "br" -> breton(n);
            default -> n == 1 ? "one" : "other";
        };
    }

    /** The same for a number that may have a fraction: "1.5 hours", in French "1,5 heure". */
    public static String category(String tag, BigDecimal count) {
        if (count.scale() <= 0) {
            return category(tag, count.longValue());
        }
        long whole = count.abs().longValue();
        long digits = count.abs().remainder(BigDecimal.ONE).unscaledValue().longValue();
        boolean isWhole = digits == 0;
        return switch (language(tag)) {
            case "fr", "pt", "hy", "ff", "kab" -> whole < 2 ? "one" : "other";
            case "da" -> whole == 1 || (whole == 0 && !isWhole) ? "one" : "other";
            case "fa", "hi", "bn", "gu", "kn", "am", "as", "zu", "doi", "pcm" ->
                whole == 0 || (whole == 1 && isWhole) ? "one" : "other";
            case "si", "ak", "ln", "mg", "nso", "pa", "ti", "wa", "bho", "es" ->
                isWhole && whole == 1 ? "one" : "other";
            case "cs", "sk", "lt" -> "many";
            case "ro", "mo", "sl" -> "few";
            case "sr", "hr", "bs", "sh" -> byDigits(digits, isFew(digits) ? "few" : "other");
            case "is", "mk", "lv", "prg" -> byDigits(digits, "other");
            default -> "other";
        };
    }

    /** Where what stands behind the point decides. */
    private static String byDigits(long digits, String otherwise) {
        return digits % 10 == 1 && digits % 100 != 11 ? "one" : otherwise;
    }

    private static String language(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        // Portuguese is the only language whose countries differ here.
        if (lower.equals("pt-pt")) {
            return lower;
        }
        int hyphen = lower.indexOf('-');
        return hyphen < 0 ? lower : lower.substring(0, hyphen);
    }

    private static String slavic(long n, String tag) {
        if (n % 10 == 1 && n % 100 != 11) {
            return "one";
        }
        if (isFew(n)) {
            return "few";
        }
        return switch (language(tag)) {
            case "uk", "ru", "be" -> "many";
            default -> "other";
        };
    }

    /** Ends in 2, 3 or 4, but not in 12, 13 or 14. */
    private static boolean isFew(long n) {
        return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
    }

    private static String slovene(long lastTwo) {
        return lastTwo == 1 ? "one" : lastTwo == 2 ? "two" : lastTwo == 3 || lastTwo == 4 ? "few" : "other";
    }

    private static String lithuanian(long last, long lastTwo) {
        if (lastTwo >= 11 && lastTwo <= 19) {
            return "other";
        }
        return last == 1 ? "one" : last >= 2 ? "few" : "other";
    }

    private static String latvian(long last, long lastTwo) {
        if (last == 0 || (lastTwo >= 11 && lastTwo <= 19)) {
            return "zero";
        }
        return last == 1 ? "one" : "other";
    }

    private static String arabic(long n, long lastTwo) {
        if (n <= 2) {
            return n == 0 ? "zero" : n == 1 ? "one" : "two";
        }
        return lastTwo >= 3 && lastTwo <= 10 ? "few" : lastTwo >= 11 ? "many" : "other";
    }

    /** "Un million de ...": whole millions have a form of their own. */
    private static String million(long n) {
        return n != 0 && n % 1_000_000 == 0 ? "many" : "other";
    }

    private static String welsh(long n) {
        return n == 0 ? "zero" : n == 1 ? "one" : n == 2 ? "two" : n == 3 ? "few" : n == 6 ? "many" : "other";
    }

    private static String maltese(long n, long lastTwo) {
        if (n == 1 || n == 2) {
            return n == 1 ? "one" : "two";
        }
        return n == 0 || (lastTwo >= 3 && lastTwo <= 10) ? "few" : lastTwo >= 11 && lastTwo <= 19 ? "many" : "other";
    }

    private static String gaelic(long n) {
        if (n == 1 || n == 11) {
            return "one";
        }
        return n == 2 || n == 12 ? "two" : (n >= 3 && n <= 10) || (n >= 13 && n <= 19) ? "few" : "other";
    }

    private static String breton(long n) {
        long last = n % 10;
        long lastTwo = n % 100;
        boolean inTeens = lastTwo / 10 == 1 || lastTwo / 10 == 7 || lastTwo / 10 == 9;
        if (!inTeens && (last == 1 || last == 2)) {
            return last == 1 ? "one" : "two";
        }
        if (!inTeens && (last == 3 || last == 4 || last == 9)) {
            return "few";
        }
        return n != 0 && n % 1_000_000 == 0 ? "many" : "other";
    }
}
