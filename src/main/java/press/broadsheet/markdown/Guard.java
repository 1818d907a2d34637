package press.broadsheet.markdown;

import java.util.Optional;

/**
 * Looks a text over before the parser does: a parser cannot be stopped from outside, so what it would take too long
 * over, or would sink too deep in, is turned away here. What slips through meets {@link Meter}.
 */
final class Guard {
    /** Sixty thousand words: a short book. */
    private static final int LONGEST = 400_000;

    private static final int MOST_LINES = 20_000;

    private static final int DEEPEST = 40;
    private static final int WIDEST_INDENT = 160;
    /** More of one mark in a row than any rule or fence has. */
    private static final int LONGEST_RUN = 1000;
    /** The parser's work on brackets and emphasis grows with the square of their number in a paragraph. */
    private static final long MOST_WORK = 50_000_000;

    private final String text;
    private long work;
    private long marks;
    private int containers;
    /** Whether the line begins an item of a list, and whether with a bullet, which ends any paragraph. */
    private boolean item;

    private boolean bullet;

    private Guard(String text) {
        this.text = text;
    }

    /** Why the text is turned away, if it is. */
    static Optional<Refusal> refuse(Sheet sheet) {
        String text = sheet.shortcuts().whole();
        if (text.length() > LONGEST) {
            return Optional.of(new Refusal(
                    TextFault.TEXT_TOO_LONG,
                    0,
                    "The text has " + text.length() + " characters; at most " + LONGEST + " can be set."));
        }
        try {
            countLines(text);
            new Guard(sheet.text()).lines();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private static void countLines(String text) {
        int lines = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (++lines > MOST_LINES) {
                throw new Refusal(TextFault.TEXT_TOO_LONG, end, "The text has more than " + MOST_LINES + " lines.");
            }
        }
    }

    private void lines() {
        int start = 0;
        int lines = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            line(start, end);
            start = end + 1;
            if (++lines > MOST_LINES) {
                throw new Refusal(TextFault.TEXT_TOO_LONG, end, "The text has more than " + MOST_LINES + " lines.");
            }
        }
        endParagraph(text.length());
    }

    private void line(int start, int end) {
        int content = prefix(start, end);
        if (item ? bullet && content < end : content == end) {
            endParagraph(start);
        }
        char last = 0;
        int run = 0;
        boolean rule = true;
        for (int i = content; i < end; i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\t';
            run = c == last ? run + 1 : 1;
            last = c;
            if (c < '0' || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 128)) {
                rule &= blank || c == '*' || c == '-' || c == '_';
                marks += "[]*_~`<!&\\".indexOf(c) >= 0 ? 1 : 0;
                if (run > LONGEST_RUN && !blank) {
                    throw new Refusal(
                            TextFault.TEXT_TOO_DEEP,
                            i,
                            "More than " + LONGEST_RUN + " marks \"" + c + "\" stand in a row.");
                }
            } else {
                rule = false;
            }
        }
        if (rule && end - content > LONGEST_RUN) {
            throw new Refusal(
                    TextFault.TEXT_TOO_DEEP,
                    content,
                    "A line of more than " + LONGEST_RUN + " characters holds nothing but marks.");
        }
        container(content, end);
    }

    /** Where a line's own text begins, behind the marks of quotes and lists. */
    private int prefix(int start, int end) {
        int depth = 0;
        item = false;
        bullet = false;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t') {
                i++;
            } else if (c == '>' || isMarker(i, end)) {
                depth++;
                item |= c != '>';
                bullet |= c == '-' || c == '*' || c == '+';
                i += Character.isDigit(c) ? text.indexOf(' ', i) - i : 1;
            } else {
                break;
            }
        }
        boolean deepList = depth > 0 && i - start > WIDEST_INDENT;
        if (depth > DEEPEST || deepList) {
            throw new Refusal(
                    TextFault.TEXT_TOO_DEEP,
                    start,
                    "Quotes or lists stand in one another more than " + DEEPEST + " deep.");
        }
        return i;
    }

    private boolean isMarker(int at, int end) {
        char c = text.charAt(at);
        if (c == '-' || c == '*' || c == '+') {
            return at + 1 < end && (text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '\t');
        }
        int i = at;
        while (i < end && i < at + 9 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i > at && i + 1 < end && (text.charAt(i) == '.' || text.charAt(i) == ')') && text.charAt(i + 1) == ' ';
    }

    private void container(int content, int end) {
        if (!text.startsWith(":::", content)) {
            return;
        }
        int i = content;
        while (i < end && text.charAt(i) == ':') {
            i++;
        }
        containers = text.substring(i, end).isBlank() ? Math.max(0, containers - 1) : containers + 1;
        if (containers > DEEPEST) {
            throw new Refusal(
                    TextFault.TEXT_TOO_DEEP,
                    content,
                    "Containers stand in one another more than " + DEEPEST + " deep.");
        }
    }

    private void endParagraph(int at) {
        work += marks * marks;
        marks = 0;
        if (work > MOST_WORK) {
            throw new Refusal(
                    TextFault.TEXT_TOO_SLOW, at, "Thousands of brackets or other marks stand in one paragraph.");
        }
    }
}
