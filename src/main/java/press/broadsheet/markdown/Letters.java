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

    String part(int from, int to) {
        return text.substring(from, to);
    }
}
