package press.broadsheet.text;

/** Makes text safe to stand in HTML: between tags, or as the value of an attribute in double or single quotation marks. */
public final class Escape {
    private Escape() {}

    /** Text that stands between tags. Gives back the same string if nothing in it needs escaping. */
    public static String text(String plain) {
        int first = firstSpecial(plain, 0, plain.length(), false);
        if (first < 0) {
            return plain;
        }
        var html = new StringBuilder(plain.length() + 16);
        text(plain, 0, plain.length(), html);
        return html.toString();
    }

    /** A value that stands in quotation marks in a tag. Gives back the same string if nothing in it needs escaping. */
    public static String attribute(String plain) {
        int first = firstSpecial(plain, 0, plain.length(), true);
        if (first < 0) {
            return plain;
        }
        var html = new StringBuilder(plain.length() + 16);
        append(plain, 0, plain.length(), true, html);
        return html.toString();
    }

    /** Appends a part of a text, safe to stand between tags. */
    public static void text(String plain, int from, int to, StringBuilder html) {
        append(plain, from, to, false, html);
    }

    /** Appends a value, safe to stand in quotation marks in a tag. */
    public static void attribute(String plain, StringBuilder html) {
        append(plain, 0, plain.length(), true, html);
    }

    private static void append(String plain, int from, int to, boolean quotes, StringBuilder html) {
        int done = from;
        for (int i = firstSpecial(plain, from, to, quotes); i >= 0; i = firstSpecial(plain, done, to, quotes)) {
            html.append(plain, done, i).append(reference(plain.charAt(i)));
            done = i + 1;
        }
        html.append(plain, done, to);
    }

    private static int firstSpecial(String plain, int from, int to, boolean quotes) {
        for (int i = from; i < to; i++) {
            char c = plain.charAt(i);
            // Everything special stands at or below '>': one comparison settles most characters.
            if (c <= '>' && (c == '&' || c == '<' || c == '>' || (quotes && (c == '"' || c == '\'')))) {
                return i;
            }
        }
        return -1;
    }

    private static String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "&#39;";
        };
    }
}
