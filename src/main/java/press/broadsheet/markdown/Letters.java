package press.broadsheet.markdown;

/**
 * A text beside its characters in an array. Parts of it are copied from the text; what looks at one character after the
 * other looks into the array, since {@link String#charAt} is a call where the compiler inlines little, as that does which
 * makes machine code of the app. Immutable.
 */
final class Letters {
    private final String text;
    private final char[] all;

    Letters(String text) {
        this.text = text;
        this.all = text.toCharArray();
    }

    String text() {
        return text;
    }

    int length() {
        return all.length;
    }

    /** The characters; nobody changes them. */
    char[] all() {
        return all;
    }

    char at(int index) {
        return all[index];
    }

    /** Where a character comes next, before {@code to}; -1 if it does not. */
    int next(char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (all[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Where a character of a set comes next, before {@code to}; {@code to} if none does.
     *
     * @param set of the first 128 characters those that are meant
     */
    int next(boolean[] set, int from, int to) {
        char[] letters = all;
        int i = from;
        while (i < to) {
            char c = letters[i];
            if (c < 128 && set[c]) {
                break;
            }
            i++;
        }
        return i;
    }

    String part(int from, int to) {
        return text.substring(from, to);
    }
}
