package press.broadsheet.text;

import java.text.Normalizer;
import java.util.Locale;

/** What of a name is left for a file system that knows no letter case. */
public final class LetterCase {
    private LetterCase() {}

    /**
     * Paths that a file system without letter case takes for one have one key. By way of the capital, because
     * several letters may share one: σ and ς, s and ſ, i and ı.
     */
    public static String fold(String path) {
        if (isAscii(path)) {
            return path.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAscii(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
