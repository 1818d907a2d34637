package press.broadsheet.markdown;

/**
 * Reads running text whose marks can only mean one thing: words, emphasis that is neither nested nor doubtful, links whose
 * words and address are plain, links by name, short code. What could mean anything else makes it fail; then the parser
 * reads the text. Steps through the text token by token; for one reading, not thread-safe.
 */
final class SimpleLine {
    /** What {@link #next} found. */
    enum Token {
        /** Plain text from {@link #from} to {@link #to}. */
        TEXT,
        /** A line's end; the next line begins at {@link #to}. */
        BREAK,
        EMPHASIS,
        STRONG,
        /** Ends the emphasis that is open. */
        CLOSE,
        /** Words from {@link #from} to {@link #to}, address from {@link #addressFrom} to {@link #addressTo}. */
        LINK,
        /** A name and perhaps words from {@link #from} to {@link #to}. */
        STORY,
        /** A reference to the footnote whose label stands from {@link #from} to {@link #to}. */
        NOTE,
        /** Code from {@link #from} to {@link #to}. */
        CODE,
        END,
        /** The text is not simple. */
        FAILED
    }

    /** What brackets can be without knowing the whole text. */
    enum Brackets {
        /** The text gives addresses names, and so any could be a link. */
        UNKNOWN,
        LINKS,
        /** All footnotes are known, too. */
        LINKS_AND_NOTES
    }

    private static final int LONGEST_NAME = 400;
    /** Marks of Markdown; a plain text has none of them. */
    private static final boolean[] MARK = table("\\`*_[]<&~|!\t\0\n\r");

    /** What may stand in the words of a simple link, beside all that is no mark. */
    private static final boolean[] ADDRESS =
            table("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._/:?#=%+,@;~");

    /** Punctuation of which both we and the parser know that it is. */
    private static final boolean[] PUNCTUATION = table("!\"#%'(),-./:;?@[]{}");

    private final Letters source;
    private final int end;
    private final Brackets brackets;
    private int at;
    /** The mark of the emphasis that is open; 0 if none is. */
    private char open;

    private int openLength;

    int from;
    int to;
    int addressFrom;
    int addressTo;

    SimpleLine(Letters source, int start, int end, Brackets brackets) {
        this.source = source;
        this.at = start;
        this.end = end;
        this.brackets = brackets;
    }

    private static boolean[] table(String characters) {
        var table = new boolean[128];
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] = true;
        }
        return table;
    }

    /** Whether the whole text is simple. */
    static boolean is(Letters source, int start, int end, Brackets brackets) {
        var line = new SimpleLine(source, start, end, brackets);
        Token token = line.next();
        while (token != Token.END && token != Token.FAILED) {
            token = line.next();
        }
        return token == Token.END;
    }

    /** Whether a text has no marks at all. */
    static boolean isPlain(Letters source, int start, int end) {
        return source.next(MARK, start, end) == end;
    }

    private static boolean isMark(char c) {
        return c < 128 && MARK[c];
    }

    Token next() {
        if (at >= end) {
            return open == 0 ? Token.END : Token.FAILED;
        }
        char c = source.at(at);
        if (!isMark(c) || isHarmless(c)) {
            return text();
        }
        return switch (c) {
            case '\n' -> lineBreak();
            case '*', '_' -> emphasis(c);
            case '[' -> link();
            case '`' -> code();
            default -> Token.FAILED;
        };
    }

    private Token text() {
        from = at;
        at = source.next(MARK, at, end);
        while (at < end && isHarmless(source.at(at))) {
            at = source.next(MARK, at + 1, end);
        }
        to = at;
        return Token.TEXT;
    }

    /** An exclamation mark that begins no picture, an ampersand that begins no character reference. */
    private boolean isHarmless(char c) {
        return (c == '!' && !(at + 1 < end && source.at(at + 1) == '['))
                || (c == '&' && at + 1 < end && source.at(at + 1) == ' ');
    }

    private Token lineBreak() {
        if (source.at(at - 1) == ' ') {
            return Token.FAILED;
        }
        to = ++at;
        return Token.BREAK;
    }

    private Token emphasis(char mark) {
        int start = at;
        while (at < end && source.at(at) == mark) {
            at++;
        }
        int length = at - start;
        char before = start == 0 ? '\n' : source.at(start - 1);
        char after = at < end ? source.at(at) : '\n';
        int left = kind(before);
        int right = kind(after);
        if (length > 2 || left == UNKNOWN || right == UNKNOWN) {
            return Token.FAILED;
        }
        boolean opens = right != BLANK && (right == LETTER || left != LETTER);
        boolean closes = left != BLANK && (left == LETTER || right != LETTER);
        if (opens == closes) {
            return Token.FAILED;
        }
        if (opens) {
            if (open != 0) {
                return Token.FAILED;
            }
            open = mark;
            openLength = length;
            return length == 1 ? Token.EMPHASIS : Token.STRONG;
        }
        if (open != mark || openLength != length) {
            return Token.FAILED;
        }
        open = 0;
        return Token.CLOSE;
    }

    private static final int UNKNOWN = 0;
    private static final int BLANK = 1;
    private static final int MARKS = 2;
    private static final int LETTER = 3;

    /** The character's class, where ours and the parser's are surely the same. */
    private static int kind(char c) {
        if (c == ' ' || c == '\n') {
            return BLANK;
        }
        if (c < 128) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            return letter ? LETTER : PUNCTUATION[c] ? MARKS : UNKNOWN;
        }
        return Character.isLetterOrDigit(c) ? LETTER : "“”„‘’«»—–…".indexOf(c) >= 0 ? MARKS : UNKNOWN;
    }

    private Token link() {
        if (brackets == Brackets.UNKNOWN || at + 1 >= end) {
            return Token.FAILED;
        }
        return switch (source.at(at + 1)) {
            case '[' -> storyLink();
            case '^' -> note();
            default -> plainLink();
        };
    }

    private Token plainLink() {
        int close = source.next(MARK, at + 1, end);
        boolean words = close > at + 1 && close + 2 < end && source.at(close) == ']';
        if (!words || source.at(close + 1) != '(') {
            return Token.FAILED;
        }
        int last = close + 2;
        while (last < end && source.at(last) < 128 && ADDRESS[source.at(last)]) {
            last++;
        }
        if (last == close + 2 || last >= end || source.at(last) != ')') {
            return Token.FAILED;
        }
        from = at + 1;
        to = close;
        addressFrom = close + 2;
        addressTo = last;
        at = last + 1;
        return Token.LINK;
    }

    private Token storyLink() {
        int close = at + 2;
        int limit = Math.min(end - 1, close + LONGEST_NAME);
        while (close < limit && "[]\n\r\\`<&".indexOf(source.at(close)) < 0) {
            close++;
        }
        if (close >= limit || source.at(close) != ']' || source.at(close + 1) != ']') {
            return Token.FAILED;
        }
        from = at + 2;
        to = close;
        at = close + 2;
        int bar = source.next('|', from, to);
        return source.part(from, bar >= 0 ? bar : to).isBlank() ? Token.FAILED : Token.STORY;
    }

    private Token note() {
        int close = labelEnd(source, at + 2, end);
        boolean known = brackets == Brackets.LINKS_AND_NOTES && close > at + 2 && close < end;
        if (!known || source.at(close) != ']' || (close + 1 < end && "([:".indexOf(source.at(close + 1)) >= 0)) {
            return Token.FAILED;
        }
        from = at + 2;
        to = close;
        at = close + 1;
        return Token.NOTE;
    }

    /** Where the label of a footnote ends, of which letter case cannot matter. */
    static int labelEnd(Letters source, int start, int end) {
        int at = start;
        while (at < end
                && ((source.at(at) >= '0' && source.at(at) <= '9') || (source.at(at) >= 'a' && source.at(at) <= 'z'))) {
            at++;
        }
        return at;
    }

    private Token code() {
        int close = at + 1;
        while (close < end && source.at(close) != '`' && source.at(close) != '\n') {
            close++;
        }
        boolean single = close > at + 1
                && close < end
                && source.at(close) == '`'
                && !(close + 1 < end && source.at(close + 1) == '`');
        if (!single) {
            return Token.FAILED;
        }
        from = at + 1;
        to = close;
        at = close + 1;
        return Token.CODE;
    }
}
