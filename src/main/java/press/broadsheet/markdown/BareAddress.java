package press.broadsheet.markdown;

/** An {@code https://} address that stands in running text without any mark around it. */
final class BareAddress {
    private BareAddress() {}

    /** Where the address begins whose colon stands at {@code colon}; -1 if there is none. */
    static int start(String text, int from, int colon, int to) {
        if (colon + 3 >= to || text.charAt(colon + 1) != '/' || text.charAt(colon + 2) != '/') {
            return -1;
        }
        int begin =
                endsWith(text, from, colon, "https") ? colon - 5 : endsWith(text, from, colon, "http") ? colon - 4 : -1;
        if (begin < 0 || (begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1)))) {
            return -1;
        }
        return Character.isLetterOrDigit(text.charAt(colon + 3)) ? begin : -1;
    }

    /** Where it ends: punctuation that closes the sentence, and a bracket that opens before it, are not part of it. */
    static int end(String text, int begin, int to) {
        int end = begin;
        int brackets = 0;
        while (end < to && !Character.isWhitespace(text.charAt(end)) && "<>\"«»“”`\\".indexOf(text.charAt(end)) < 0) {
            char c = text.charAt(end);
            if (c == ')' && --brackets < 0) {
                break;
            }
            if (c == '(') {
                brackets++;
            }
            end++;
        }
        while (end > begin && "?!.,:;*_~']".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean endsWith(String text, int from, int end, String scheme) {
        return end - scheme.length() >= from
                && text.regionMatches(true, end - scheme.length(), scheme, 0, scheme.length());
    }
}
