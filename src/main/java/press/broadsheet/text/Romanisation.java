package press.broadsheet.text;

import java.util.HashMap;
import java.util.Map;

/**
 * How a language's Cyrillic letters are written in Latin ones. Texts are in lower case. Letters of other scripts stay.
 *
 * @param letters each letter's Latin form; empty for one that is dropped
 * @param atStart forms that a letter has at the beginning of a word
 */
record Romanisation(Map<Character, String> letters, Map<Character, String> atStart) {
    private static final String COMMON = "а=a б=b в=v г=g ґ=g д=d е=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s"
            + " т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ъ= ы=y э=e ю=yu я=ya ё=yo є=ie і=i ї=i ў=u"
            + " ј=j љ=lj њ=nj ђ=dj ћ=c џ=dz ѓ=gj ќ=kj ѕ=dz ѐ=e ѝ=i"
            + " ә=a ғ=g қ=q ң=n ө=o ұ=u ү=u һ=h ӣ=i ӯ=u ҳ=h ҷ=j";

    /** The resolution No. 55 of the Cabinet of Ministers of Ukraine, 27 January 2010. */
    private static final Romanisation UKRAINIAN = with("г=h и=y ю=iu я=ia ы=y", "є=ye ї=yi й=y ю=yu я=ya");

    private static final Romanisation RUSSIAN = with("й=y", "");
    private static final Romanisation BELARUSIAN = with("г=h й=i ю=iu я=ia ё=io", "й=y ю=yu я=ya ё=yo е=ye");
    private static final Romanisation BULGARIAN = with("й=y щ=sht х=h ъ=a ь=y", "");
    private static final Romanisation SOUTH_SLAVIC = with("ж=z х=h ц=c ч=c ш=s", "");

    /** The table for a text: the language's own, or the one that its letters betray. */
    static Romanisation of(String text, String language) {
        return switch (language) {
            case "uk" -> UKRAINIAN;
            case "ru", "kk", "ky", "tg", "mn" -> RUSSIAN;
            case "be" -> BELARUSIAN;
            case "bg" -> BULGARIAN;
            case "sr", "mk", "bs" -> SOUTH_SLAVIC;
            default -> text.chars().anyMatch(letter -> "ыэёъ".indexOf(letter) >= 0) ? RUSSIAN : UKRAINIAN;
        };
    }

    private static Romanisation with(String own, String first) {
        var letters = new HashMap<>(table(COMMON));
        letters.putAll(table(own));
        return new Romanisation(Map.copyOf(letters), table(first));
    }

    private static Map<Character, String> table(String pairs) {
        var table = new HashMap<Character, String>();
        for (String pair : pairs.isEmpty() ? new String[0] : pairs.split(" ", -1)) {
            table.put(pair.charAt(0), pair.substring(2));
        }
        return Map.copyOf(table);
    }

    String applyTo(String text) {
        if (!hasCyrillic(text)) {
            return text;
        }
        var roman = new StringBuilder(text.length() + 16);
        boolean wordBegins = true;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            String written = wordBegins ? atStart.getOrDefault(letter, letters.get(letter)) : letters.get(letter);
            if (written == null) {
                roman.append(letter);
            } else if (letter == 'г' && written.equals("h") && at > 0 && text.charAt(at - 1) == 'з') {
                // зг is zgh, so that it is not read as ж, which is zh.
                roman.append("gh");
            } else {
                roman.append(written);
            }
            wordBegins = !isOfWord(letter);
        }
        return roman.toString();
    }

    private static boolean hasCyrillic(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= '\u0400' && text.charAt(at) <= '\u052F') {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || "'’ʼ‘`\u00AD".indexOf(letter) >= 0;
    }
}
