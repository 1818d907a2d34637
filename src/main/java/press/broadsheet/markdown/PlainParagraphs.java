package press.broadsheet.markdown;

import java.util.Arrays;

/**
 * A text in which every paragraph without any markup is stood in for by one character. Most of a newspaper's paragraphs
 * are such; a parser that never sees them has half the work. The stand-in is a paragraph too, so that all else in the
 * text means what it meant. Immutable.
 *
 * <p>Passed over are paragraphs at the left edge, between blank lines, whose lines all begin with a letter or an opening
 * mark and hold no character that Markdown gives a meaning to. Texts with fenced code, raw HTML blocks or carriage
 * returns, and what stands in containers, are left as they are: there, a paragraph may be something else.
 */
final class PlainParagraphs {
    /** Of the private use area; a text that has it is left as it is. */
    static final char STAND_IN = '\uE000';

    private static final boolean[] MARKUP = new boolean[128];

    static {
        for (char c : "\\`*_[]<>&~|!^\t\0".toCharArray()) {
            MARKUP[c] = true;
        }
    }

    private final String whole;
    private final StringBuilder text;
    /** For each paragraph: where its stand-in is, where it begins and where it ends in the whole text. */
    private int[] ranges = new int[48];

    private int count;

    private PlainParagraphs(String whole) {
        this.whole = whole;
        this.text = new StringBuilder(whole.length() / 2 + 16);
    }

    static PlainParagraphs of(String whole) {
        var paragraphs = new PlainParagraphs(whole);
        if (isOpen(whole)) {
            paragraphs.shorten();
        } else {
            paragraphs.text.append(whole);
        }
        return paragraphs;
    }

    /** No paragraph is passed over. */
    static PlainParagraphs none(String whole) {
        var paragraphs = new PlainParagraphs(whole);
        paragraphs.text.append(whole);
        return paragraphs;
    }

    /** Whether every line means by itself what it means: nothing but containers reaches over blank lines. */
    private static boolean isOpen(String whole) {
        if (whole.indexOf(STAND_IN) >= 0 || whole.indexOf('\r') >= 0) {
            return false;
        }
        for (int start = 0; start < whole.length(); start = whole.indexOf('\n', start) + 1) {
            int at = start;
            while (at < whole.length() && whole.charAt(at) == ' ') {
                at++;
            }
            char first = at < whole.length() ? whole.charAt(at) : '\n';
            if (first == '<' || first == '`' || first == '~') {
                return false;
            }
            if (whole.indexOf('\n', start) < 0) {
                break;
            }
        }
        return true;
    }

    private void shorten() {
        int containers = 0;
        boolean afterBlank = true;
        int start = 0;
        while (start < whole.length()) {
            int end = lineEnd(start);
            if (afterBlank && containers == 0) {
                int last = plainUntil(start, end);
                if (last > 0) {
                    add(text.length(), start, last);
                    text.append(STAND_IN);
                    start = last;
                    end = lineEnd(start);
                }
            }
            containers = Math.max(0, containers + container(start, end));
            afterBlank = isBlank(start, end);
            int next = Math.min(end + 1, whole.length());
            text.append(whole, start, next);
            start = next;
        }
    }

    /** The end of the last line of a plain paragraph that begins here; -1 if it is not plain. */
    private int plainUntil(int start, int firstEnd) {
        int end = firstEnd;
        int line = start;
        while (isPlain(line, end)) {
            int next = end + 1;
            if (next >= whole.length() || isBlank(next, lineEnd(next))) {
                return end;
            }
            line = next;
            end = lineEnd(next);
        }
        return -1;
    }

    private boolean isPlain(int start, int end) {
        if (start >= end || !beginsPlainly(start) || whole.charAt(end - 1) == ' ') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = whole.charAt(i);
            if (c < 128 && MARKUP[c]) {
                return false;
            }
        }
        return true;
    }

    /** A number may begin an item of a list, and any other sign something else. */
    private boolean beginsPlainly(int start) {
        char first = whole.charAt(start);
        return (first >= 'a' && first <= 'z')
                || (first >= 'A' && first <= 'Z')
                || first == '"'
                || first == '“'
                || first == '«'
                || first == '„'
                || first == '「'
                || (first >= 128 && Character.isLetter(first));
    }

    private int container(int start, int end) {
        int at = start;
        while (at < end && whole.charAt(at) == ' ') {
            at++;
        }
        if (!whole.startsWith(":::", at)) {
            return 0;
        }
        while (at < end && whole.charAt(at) == ':') {
            at++;
        }
        return isBlank(at, end) ? -1 : 1;
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = whole.charAt(i);
            if (c != ' ' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    private int lineEnd(int start) {
        int end = whole.indexOf('\n', start);
        return end < 0 ? whole.length() : end;
    }

    private void add(int at, int from, int to) {
        if (3 * count == ranges.length) {
            ranges = Arrays.copyOf(ranges, 2 * ranges.length);
        }
        ranges[3 * count] = at;
        ranges[3 * count + 1] = from;
        ranges[3 * count + 2] = to;
        count++;
    }

    /** What a parser sees. */
    String text() {
        return count == 0 ? whole : text.toString();
    }

    String whole() {
        return whole;
    }

    /** Which paragraph is stood in for at an offset of {@link #text}; -1 if none is. */
    int at(int offset) {
        int found = last(offset);
        return found >= 0 && ranges[3 * found] == offset ? found : -1;
    }

    int from(int paragraph) {
        return ranges[3 * paragraph + 1];
    }

    int to(int paragraph) {
        return ranges[3 * paragraph + 2];
    }

    /** Where an offset of {@link #text} is in the whole text. */
    int inWhole(int offset) {
        int before = last(offset);
        if (before < 0) {
            return offset;
        }
        return offset == ranges[3 * before] ? from(before) : offset - ranges[3 * before] - 1 + to(before);
    }

    /** The last paragraph that is stood in for at or before an offset; -1 if none is. */
    private int last(int offset) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (ranges[3 * middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
