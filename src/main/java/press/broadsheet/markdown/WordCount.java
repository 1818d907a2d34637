package press.broadsheet.markdown;

/** Counts words as they go by. Chinese and Japanese, which set no spaces, count a word for two characters. */
final class WordCount {
    private static final byte GAP = 0;
    private static final byte LETTER = 1;

    /** What neither begins a word nor ends one. */
    private static final byte JOINT = 2;

    /** Of the first 128 characters. */
    private static final byte[] KINDS = new byte[128];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            KINDS[c] = isLetter ? LETTER : c == '\'' || c == '-' ? JOINT : GAP;
        }
    }

    private int words;
    private int ideographs;
    private boolean inWord;

    void add(char c) {
        if (c < 128) {
            if (KINDS[c] == LETTER) {
                letter();
            } else if (KINDS[c] == GAP) {
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
        byte[] kinds = KINDS;
        boolean in = inWord;
        int begun = 0;
        for (int i = from; i < to; i++) {
            char c = all[i];
            if (c >= 128) {
                inWord = in;
                add(c);
                in = inWord;
            } else if (kinds[c] == LETTER) {
                begun += in ? 0 : 1;
                in = true;
            } else if (kinds[c] == GAP) {
                in = false;
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
