package press.broadsheet.markdown;

import press.broadsheet.text.Escape;

/**
 * Sets running text: escapes it, gives it the quotation marks, dashes and apostrophes of its language, makes links of
 * bare addresses, counts its words, and keeps it as plain text for whoever listens. Knows nothing of Markdown but the
 * backslash. For one body; not thread-safe.
 */
final class Typesetting {
    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final byte[] SPECIAL;

    static {
        var special = new boolean[128];
        for (char c : "&<>\"'\\-.:\0".toCharArray()) {
            special[c] = true;
        }
        SPECIAL = WordCount.stoppingAt(special);
    }

    private final QuotationMarks marks;
    private final boolean smart;
    private final WordCount words;
    private final StringBuilder plain = new StringBuilder(512);
    private boolean listening;
    /** The character before, as far as the eye can see; a blank at the start of a block. */
    private char before = ' ';

    private int depth;
    private boolean single;

    Typesetting(QuotationMarks marks, boolean smart, WordCount words) {
        this.marks = marks;
        this.smart = smart;
        this.words = words;
    }

    /** Forgets open quotation marks: a new block begins. */
    void beginBlock() {
        before = ' ';
        depth = 0;
        single = false;
        words.endBlock();
    }

    /** From now on plain text is kept, until {@link #heard()} is asked. */
    void listen() {
        plain.setLength(0);
        listening = true;
    }

    String heard() {
        listening = false;
        return plain.toString().strip();
    }

    char before() {
        return before;
    }

    /** Sets running text; {@code linked} if it stands in a link already. */
    void text(Letters letters, int from, int to, boolean linked, StringBuilder html) {
        String source = letters.text();
        int run = from;
        int i = from;
        while (i < to) {
            i = words.addUntil(SPECIAL, letters, i, to);
            if (i == to) {
                break;
            }
            char c = letters.at(i);
            if (c == ':' && !linked) {
                int begin = BareAddress.start(source, run, i, to);
                if (begin >= 0) {
                    plainRun(source, run, begin, html);
                    run = address(source, begin, to, html);
                    i = run;
                    continue;
                }
            }
            boolean lone = (c == '-' || c == '.') && !(i + 1 < to && letters.at(i + 1) == c);
            if (lone || c == ':' || (!smart && (c == '-' || c == '.' || c == '\'' || c == '"'))) {
                words.add(c);
                i++;
                continue;
            }
            plainRun(source, run, i, html);
            run = special(source, i, to, html);
            i = run;
        }
        plainRun(source, run, to, html);
    }

    /**
     * A plain text with the marks of its language. A backslash stays one and an address is no link: there is no markup in it.
     */
    String line(String text) {
        var unused = new StringBuilder();
        listen();
        int run = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean pair = i + 1 < text.length() && text.charAt(i + 1) == c;
            if (c == '"' || c == '\'' || (pair && (c == '-' || c == '.'))) {
                plainRun(text, run, i, unused);
                run = special(text, i, text.length(), unused);
                i = run;
            } else {
                i++;
            }
        }
        plainRun(text, run, text.length(), unused);
        return heard();
    }

    /** Sets text as it is: code, character references, what stood behind a backslash. */
    void literal(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            words.add(text.charAt(i));
        }
        Escape.text(text, 0, text.length(), html);
        keep(text, 0, text.length());
    }

    /** A line break or another gap that plain text shows as a blank. */
    void space() {
        words.add(' ');
        keep(" ", 0, 1);
    }

    private int special(String source, int at, int to, StringBuilder html) {
        char c = source.charAt(at);
        switch (c) {
            case '\\' -> {
                boolean escapes = at + 1 < to && ESCAPABLE.indexOf(source.charAt(at + 1)) >= 0;
                literal(escapes ? source.substring(at + 1, at + 2) : "\\", html);
                return at + (escapes ? 2 : 1);
            }
            case '-' -> {
                return dashes(source, at, to, html);
            }
            case '.' -> {
                boolean ellipsis = at + 2 < to && source.charAt(at + 1) == '.' && source.charAt(at + 2) == '.';
                literal(ellipsis ? "…" : ".", html);
                return at + (ellipsis ? 3 : 1);
            }
            case '"' -> {
                if (smart) {
                    literal(doubleMark(at + 1 < to ? source.charAt(at + 1) : ' '), html);
                    return at + 1;
                }
            }
            case '\'' -> {
                if (smart) {
                    literal(singleMark(source, at, to), html);
                    return at + 1;
                }
            }
            case '\0' -> {
                literal("\ufffd", html);
                return at + 1;
            }
            default -> {}
        }
        literal(source.substring(at, at + 1), html);
        return at + 1;
    }

    private int dashes(String source, int at, int to, StringBuilder html) {
        int end = at;
        while (end < to && source.charAt(end) == '-') {
            end++;
        }
        literal(end - at == 2 ? "–" : end - at == 3 ? "—" : source.substring(at, end), html);
        return end;
    }

    private String doubleMark(char next) {
        boolean opens = gapBefore() ? !isGap(next) || depth == 0 : marks.dense() && depth == 0;
        if (opens) {
            depth++;
            return depth % 2 == 1 ? marks.open() : marks.innerOpen();
        }
        boolean inner = depth > 0 && depth % 2 == 0;
        depth = Math.max(0, depth - 1);
        return inner ? marks.innerClose() : marks.close();
    }

    private String singleMark(String source, int at, int to) {
        char next = at + 1 < to ? source.charAt(at + 1) : ' ';
        if (gapBefore() && !isGap(next) && closesLater(source, at + 1, to)) {
            single = true;
            return marks.innerOpen();
        }
        if (single && !Character.isLetterOrDigit(next)) {
            single = false;
            return marks.innerClose();
        }
        return "’";
    }

    /** Whether a single mark further on could close a quotation: it follows a letter or a stop, and no letter follows it. */
    private static boolean closesLater(String source, int from, int to) {
        int limit = Math.min(to, from + 400);
        for (int i = source.indexOf('\'', from); i > from && i < limit; i = source.indexOf('\'', i + 1)) {
            boolean letterFollows = i + 1 < to && Character.isLetterOrDigit(source.charAt(i + 1));
            if (!letterFollows && !Character.isWhitespace(source.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean gapBefore() {
        return isGap(before) || "([{<«“‘„‚‹「『—–-/".indexOf(before) >= 0;
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private int address(String source, int begin, int to, StringBuilder html) {
        int end = BareAddress.end(source, begin, to);
        String address = source.substring(begin, end);
        html.append("<a href=\"");
        Escape.attribute(Address.encode(address), html);
        html.append("\">");
        literal(address, html);
        html.append("</a>");
        return end;
    }

    private void plainRun(String source, int from, int to, StringBuilder html) {
        if (to > from) {
            html.append(source, from, to);
            keep(source, from, to);
        }
    }

    private void keep(String text, int from, int to) {
        if (to > from) {
            before = text.charAt(to - 1);
            if (listening) {
                plain.append(text, from, to);
            }
        }
    }
}
