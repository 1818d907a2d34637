package press.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes the readable part of an address from a headline, a tag or a name. Latin letters lose their accents, Cyrillic
 * ones are romanised (Ukrainian by the national table of 2010), all other scripts keep their letters. The result is in
 * lower case and NFC, has hyphens between its words, and is safe as a file name on every system.
 */
public final class Slug {
    /** The longest slug, in characters. */
    public static final int LONGEST = 80;
    /** The longest slug, in bytes of UTF-8: file systems take 255, and endings must still fit. */
    private static final int MOST_BYTES = 200;

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    /** Latin letters that Unicode does not see as a letter with an accent. */
    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('ł', "l"),
            Map.entry('þ', "th"),
            Map.entry('ı', "i"),
            Map.entry('ħ', "h"),
            Map.entry('ŋ', "ng"),
            Map.entry('ŧ', "t"),
            Map.entry('ə', "a"),
            Map.entry('ĸ', "k"));

    private static final Map<Character, String> GERMAN = Map.of('ä', "ae", 'ö', "oe", 'ü', "ue");
    private static final Map<Character, String> DANISH = Map.of('å', "aa", 'ø', "oe");

    private Slug() {}

    /**
     * The slug of a text.
     *
     * @param language the BCP 47 tag of the text's language; it decides how Cyrillic and some Latin letters are written
     * @return empty if the text has no letter and no digit
     */
    public static String of(String text, String language) {
        if (isAscii(text)) {
            return avoidDevice(cut(hyphenate(text.toLowerCase(Locale.ROOT), primary(language))));
        }
        // NFKC also folds full-width letters, ligatures and the presentation forms of Arabic.
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        letters = Normalizer.normalize(letters, Normalizer.Form.NFC);
        String roman = Romanisation.of(letters, primary(language)).applyTo(letters);
        String hyphened = hyphenate(roman, primary(language));
        return avoidDevice(cut(Normalizer.normalize(hyphened, Normalizer.Form.NFC)));
    }

    /** Whether an explicit slug can stand in an address as it is. */
    public static boolean isSafe(String slug) {
        return !slug.isEmpty()
                && slug.equals(Normalizer.normalize(slug, Normalizer.Form.NFC))
                && slug.equals(slug.toLowerCase(Locale.ROOT))
                && slug.equals(cut(slug))
                && slug.equals(avoidDevice(slug))
                && !slug.startsWith("-")
                && !slug.endsWith("-")
                && slug.codePoints().allMatch(letter -> letter == '-' || isKept(letter));
    }

    /**
     * Whether a file or folder of this name, with an ending that a host may need, can be made on every system: none of a
     * device, which Windows would open instead, and none that is too long.
     */
    public static boolean canBeFile(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES && stem.equals(avoidDevice(stem));
    }

    private static String primary(String language) {
        int hyphen = language.indexOf('-');
        return (hyphen < 0 ? language : language.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }

    private static String hyphenate(String text, String language) {
        var slug = new StringBuilder(text.length());
        boolean gap = false;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            if (isDropped(letter)) {
                continue;
            }
            if (!isKept(letter) || (slug.isEmpty() && isMark(letter))) {
                gap = true;
                continue;
            }
            if (gap && !slug.isEmpty()) {
                slug.append('-');
            }
            gap = false;
            fold(letter, language, slug);
        }
        return slug.toString();
    }

    private static boolean isKept(int letter) {
        return Character.isLetterOrDigit(letter) || isMark(letter);
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Apostrophes and invisible characters inside words: they vanish without parting the word. */
    private static boolean isDropped(int letter) {
        return switch (letter) {
            case '\'', '’', '‘', 'ʼ', 'ʻ', '´', '`', '\u00AD', '\u200D', '\u2060', '\uFEFF' -> true;
            default -> letter >= 0xFE00 && letter <= 0xFE0F;
        };
    }

    private static void fold(int letter, String language, StringBuilder slug) {
        if (letter < 0x80 || UnicodeScript.of(letter) != UnicodeScript.LATIN) {
            // An accent that Unicode has no single letter for stands alone after its Latin letter.
            boolean accent = letter >= 0x0300 && letter <= 0x036F;
            if (!accent || slug.isEmpty() || !isAscii(slug.charAt(slug.length() - 1))) {
                slug.appendCodePoint(letter);
            }
            return;
        }
        char single = (char) letter;
        String own = switch (language) {
            case "de" -> GERMAN.get(single);
            case "da", "nb", "nn", "no" -> DANISH.get(single);
            default -> null;
        };
        String replacement = own != null ? own : LATIN.get(single);
        if (replacement != null) {
            slug.append(replacement);
            return;
        }
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> !isMark(part))
                .forEach(slug::appendCodePoint);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAscii(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(char letter) {
        return letter < 0x80;
    }

    /** At most the longest slug; cut at a hyphen where the text before it is not too short. */
    private static String cut(String slug) {
        int end = 0;
        int bytes = 0;
        while (end < slug.length()) {
            int letter = slug.codePointAt(end);
            bytes += letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
            if (bytes > MOST_BYTES || end + Character.charCount(letter) > LONGEST) {
                int hyphen = slug.charAt(end) == '-' ? end : slug.lastIndexOf('-', end);
                return slug.substring(0, hyphen > end / 3 ? hyphen : end);
            }
            end += Character.charCount(letter);
        }
        return slug;
    }

    /** Windows opens a device instead of a file of such a name, whatever its ending. */
    private static String avoidDevice(String slug) {
        boolean numbered = slug.length() == 4
                && (slug.startsWith("com") || slug.startsWith("lpt"))
                && Character.isDigit(slug.charAt(3));
        return numbered || DEVICES.contains(slug) ? slug + "-x" : slug;
    }
}
