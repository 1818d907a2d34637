package press.broadsheet.text;

/** What finished HTML says, without its tags: for machines and for lists that quote a text. */
public final class PlainWords {
    private PlainWords() {}

    /** The words, with single blanks between them; blocks and lines never run into one another. */
    public static String of(String html) {
        var plain = new StringBuilder(html.length());
        for (int i = 0; i < html.length(); ) {
            char c = html.charAt(i);
            if (c == '<') {
                int end = html.indexOf('>', i);
                blank(breaks(html, i + 1), plain);
                i = end < 0 ? html.length() : end + 1;
            } else if (c == '&') {
                i = reference(html, i, plain);
            } else {
                blank(Character.isWhitespace(c), plain);
                if (!Character.isWhitespace(c)) {
                    plain.append(c);
                }
                i++;
            }
        }
        return plain.toString().strip();
    }

    private static void blank(boolean wanted, StringBuilder plain) {
        if (wanted && !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }

    /** Whether a tag begins or ends a block or a line. */
    private static boolean breaks(String html, int at) {
        int start = html.startsWith("/", at) ? at + 1 : at;
        int end = start;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return switch (html.substring(start, end)) {
            case "a",
                    "abbr",
                    "b",
                    "bdi",
                    "bdo",
                    "cite",
                    "code",
                    "data",
                    "del",
                    "dfn",
                    "em",
                    "i",
                    "ins",
                    "kbd",
                    "mark",
                    "q",
                    "s",
                    "samp",
                    "small",
                    "span",
                    "strong",
                    "sub",
                    "sup",
                    "time",
                    "u",
                    "var",
                    "wbr" -> false;
            default -> true;
        };
    }

    /** Appends what a character reference stands for; one that is not known stands for itself. */
    private static int reference(String html, int at, StringBuilder plain) {
        int end = html.indexOf(';', at);
        String name = end < 0 || end - at > 10 ? "" : html.substring(at + 1, end);
        int character = switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "nbsp" -> '\u00a0';
            default -> number(name);
        };
        if (character < 0) {
            plain.append('&');
            return at + 1;
        }
        plain.appendCodePoint(character);
        return end + 1;
    }

    private static int number(String name) {
        if (name.matches("#[0-9]{1,7}")) {
            return valid(Integer.parseInt(name.substring(1)));
        }
        return name.matches("#[xX][0-9a-fA-F]{1,6}") ? valid(Integer.parseInt(name.substring(2), 16)) : -1;
    }

    private static int valid(int character) {
        return Character.isValidCodePoint(character) && character > 0 ? character : -1;
    }
}
