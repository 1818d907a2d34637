package press.broadsheet.check;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How names are spelled in several ways: by those who transliterate them, and by slips of the finger. Vowels and
 * consonants that make another name are never taken for one.
 */
final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern TWICE = Pattern.compile("(\\p{L})\\1+");

    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> LETTERS =
            Map.of("ł", "l", "ø", "o", "đ", "d", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe", "ґ", "г");

    /** What is written for one sound, in the order in which it is replaced. */
    private static final List<Map.Entry<Pattern, String>> SOUNDS = List.of(
            Map.entry(Pattern.compile("^(?:ye|je)"), "e"),
            Map.entry(Pattern.compile("shch|sch"), "sh"),
            Map.entry(Pattern.compile("kh"), "h"),
            Map.entry(Pattern.compile("tz"), "ts"),
            Map.entry(Pattern.compile("ph"), "f"),
            Map.entry(Pattern.compile("ck"), "k"),
            Map.entry(Pattern.compile("ou"), "u"),
            Map.entry(Pattern.compile("x"), "ks"),
            Map.entry(Pattern.compile("w"), "v"),
            Map.entry(Pattern.compile("[yj]"), "i"),
            Map.entry(Pattern.compile("і"), "и"),
            Map.entry(Pattern.compile("ь"), ""),
            Map.entry(TWICE, "$1"),
            Map.entry(Pattern.compile("of$"), "ov"),
            Map.entry(Pattern.compile("ef$"), "ev"));

    private Spelling() {}

    /** The same for all spellings of one name: {@code zelenski} of Zelensky, Zelenskyy, Zelenskiy. */
    static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        for (var letter : LETTERS.entrySet()) {
            key = key.replace(letter.getKey(), letter.getValue());
        }
        key = MARKS.matcher(Normalizer.normalize(key, Normalizer.Form.NFD)).replaceAll("");
        key = NO_LETTERS.matcher(key).replaceAll("");
        for (var sound : SOUNDS) {
            key = sound.getKey().matcher(key).replaceAll(sound.getValue());
        }
        return key;
    }

    /** Whether one letter is missing, too many, another, or changed places with the next; not the last, which inflects. */
    static boolean isSlip(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        if (Math.min(a.length(), b.length()) < 6 || Math.abs(a.length() - b.length()) > 1 || a.equals(b)) {
            return false;
        }
        int head = 0;
        while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.length(), b.length()) - head
                && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        String left = a.substring(head, a.length() - tail);
        String right = b.substring(head, b.length() - tail);
        boolean isSwap = left.length() == 2
                && right.length() == 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
        boolean isPlural = (a.endsWith("sis") && b.endsWith("ses")) || (a.endsWith("ses") && b.endsWith("sis"));
        return tail > 0 && !isPlural && (Math.max(left.length(), right.length()) == 1 || isSwap);
    }
}
