package press.broadsheet.markdown;

/** Counts words as they go by. Chinese and Japanese, which set no spaces, count a word for two characters. */
final class WordCount {
    private int words;
    private int ideographs;
    private boolean inWord;

    void add(char c) {
        if (c < 128) {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                letter();
            } else if (c != '\'' && c != '-') {
                inWord = false;
            }
        } else if (isIdeograph(c)) {
            ideographs++;
            inWord = false;
        } else if (Character.isLetterOrDigit(c) || Character.isHighSurrogate(c)) {
            letter();
        } else if (c != '’' && !Character.isLowSurrogate(c) && !joins(c)) {
            inWord = false;
        }
    }

    /** Part of a text, which most often is plain letters of the Latin alphabet. */
    void add(Letters letters, int from, int to) {
        char[] all = letters.all();
        boolean in = inWord;
        int begun = 0;
        for (int i = from; i < to; i++) {
            char c = all[i];
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                begun += in ? 0 : 1;
                in = true;
            } else if (c == ' ') {
                in = false;
            } else {
                inWord = in;
                add(c);
                in = inWord;
            }
        }
        inWord = in;
        words += begun;
    }

    /** Words never reach from one block into the next. */
    void endBlock() {
        inWord = false;
    }

    int words() {
        return words + (ideographs + 1) / 2;
    }

    private void letter() {
        if (!inWord) {
            inWord = true;
            words++;
        }
    }

    private static boolean joins(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    /** Whether the character is of a script that sets no spaces between words. */
    static boolean isIdeograph(char c) {
        return c >= 0x3040
                && ((c <= 0x30ff)
                        || (c >= 0x31f0 && c <= 0x31ff)
                        || (c >= 0x3400 && c <= 0x4dbf)
                        || (c >= 0x4e00 && c <= 0x9fff)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xff66 && c <= 0xff9f)
                        || (c >= 0xd840 && c <= 0xd888));
    }
}
