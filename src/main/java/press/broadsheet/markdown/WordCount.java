package press.broadsheet.markdown;

/** Counts words as they go by. Chinese and Japanese, which set no spaces, count a word for two characters. */
final class WordCount {
    private static final byte GAP = 0;
    private static final byte LETTER = 1;

    /** What neither begins a word nor ends one. */
    private static final byte JOINT = 2;

    /** Added to one of these. */
    private static final byte STOP = 4;

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

    /**
     * How characters count, with those of a set for {@link #addUntil} to stop at.
     *
     * @param set of the first 128 characters those that are meant
     */
    static byte[] stoppingAt(boolean[] set) {
        byte[] kinds = KINDS.clone();
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] += set[c] ? STOP : 0;
        }
        return kinds;
    }

    /**
     * Adds part of a text, which most often is plain letters of the Latin alphabet, up to the first of some characters.
     *
     * @param kinds of {@link #stoppingAt}
     * @return where that is, before {@code to}; {@code to} if there is none
     */
    int addUntil(byte[] kinds, Letters letters, int from, int to) {
        char[] all = letters.all();
        // Without a branch at each end of a word, which no processor can foretell.
        int in = inWord ? 1 : 0;
        int begun = 0;
        int i = from;
        for (; i < to; i++) {
            char c = all[i];
            if (c < 128) {
                int kind = kinds[c];
                if (kind >= STOP) {
                    break;
                }
                int letter = kind & LETTER;
                begun += letter & ~in;
                in = letter | (in & kind >> 1);
            } else {
                inWord = in == 1;
                add(c);
                in = inWord ? 1 : 0;
            }
        }
        inWord = in == 1;
        words += begun;
        return i;
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
