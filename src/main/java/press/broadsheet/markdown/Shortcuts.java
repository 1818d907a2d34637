package press.broadsheet.markdown;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text in which every block that can only mean one thing is stood in for by one character. Most of a newspaper's text is
 * such: plain paragraphs with a link or an emphasis here and there, headings, short lists, a picture. A parser that never
 * sees them has a fraction of the work, and none at all if nothing else is in the text. The stand-in is a paragraph, so
 * that all else in the text means what it meant. Immutable.
 *
 * <p>Passed over are blocks at the left edge, between blank lines, that hold only what {@link SimpleLine} can read. Texts
 * with fenced code, raw HTML blocks or carriage returns, and what stands in containers, are left as they are: there, a
 * block may be something else. So are lists next to anything that could belong to them.
 */
final class Shortcuts {
    /** Of the private use area; a text that has it is left as it is. */
    static final char STAND_IN = '\uE000';

    /** How many characters part a footnote's label from its text. */
    private static final int NOTE_MARK = 3;

    /** What a block is. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        BULLETS,
        NUMBERS,
        QUOTE,
        PICTURE,
        TABLE,
        /** A footnote. It is stood in for only if nothing is left for the parser. */
        NOTE
    }

    /** A footnote's text, by its place in the whole text. */
    record Note(int from, int to) {}

    private final String whole;
    private final Letters letters;
    private final StringBuilder text;
    /** For each block: where its stand-in is, where it begins and where it ends in the whole text. */
    private int[] blocks = new int[48];

    private Kind[] kinds = new Kind[16];

    private int count;
    private final Map<String, Note> notes = new HashMap<>();
    private SimpleLine.Brackets brackets = SimpleLine.Brackets.UNKNOWN;
    /** Whether something is left for the parser. */
    private boolean rest;

    private Shortcuts(String whole) {
        this.whole = whole;
        this.letters = new Letters(whole);
        this.text = new StringBuilder(whole.length() / 4 + 16);
    }

    static Shortcuts of(String whole) {
        if (!isOpen(whole)) {
            return none(whole);
        }
        if (definesReferences(whole)) {
            return of(whole, SimpleLine.Brackets.UNKNOWN);
        }
        if (whole.contains("[^")) {
            Shortcuts all = of(whole, SimpleLine.Brackets.LINKS_AND_NOTES);
            if (all.isAll() && all.knowsNotes()) {
                return all;
            }
        }
        return of(whole, SimpleLine.Brackets.LINKS);
    }

    private static Shortcuts of(String whole, SimpleLine.Brackets brackets) {
        var shortcuts = new Shortcuts(whole);
        shortcuts.brackets = brackets;
        shortcuts.shorten();
        return shortcuts;
    }

    /** Whether every footnote that the text refers to is among those found, and each of these is referred to. */
    private boolean knowsNotes() {
        var used = new HashSet<String>();
        for (int at = whole.indexOf("[^"); at >= 0; at = whole.indexOf("[^", at + 2)) {
            int end = SimpleLine.labelEnd(letters, at + 2, whole.length());
            String label = whole.substring(at + 2, end);
            Note note = notes.get(label);
            if (note == null) {
                return false;
            }
            if (note.from() != end + NOTE_MARK) {
                used.add(label);
            }
        }
        return used.size() == notes.size();
    }

    /** Nothing is passed over. */
    static Shortcuts none(String whole) {
        var shortcuts = new Shortcuts(whole);
        shortcuts.text.append(whole);
        shortcuts.rest = true;
        return shortcuts;
    }

    /** Whether every line means by itself what it means: nothing but containers reaches over blank lines. */
    private static boolean isOpen(String whole) {
        if (whole.indexOf(STAND_IN) >= 0 || whole.indexOf('\r') >= 0) {
            return false;
        }
        int length = whole.length();
        for (int start = 0; start < length; ) {
            int at = start;
            while (at < length && whole.charAt(at) == ' ') {
                at++;
            }
            char first = at < length ? whole.charAt(at) : '\n';
            if (first == '<' || first == '`' || first == '~') {
                return false;
            }
            int end = whole.indexOf('\n', at);
            start = end < 0 ? length : end + 1;
        }
        return true;
    }

    /** Whether an address is given a name somewhere: then any brackets may be a link to it. */
    private static boolean definesReferences(String whole) {
        for (int at = whole.indexOf("]:"); at >= 0; at = whole.indexOf("]:", at + 2)) {
            int open = whole.lastIndexOf('[', at);
            if (open < 0 || whole.charAt(open + 1) != '^') {
                return true;
            }
        }
        return false;
    }

    private void shorten() {
        int containers = 0;
        boolean afterBlank = true;
        boolean afterList = false;
        int start = 0;
        while (start < whole.length()) {
            int end = lineEnd(start);
            if (isBlank(start, end)) {
                afterBlank = true;
                append(start, end);
                start = end + 1;
                continue;
            }
            if (afterBlank && containers == 0) {
                int last = blockEnd(end);
                Kind kind = kind(start, end, last, afterList);
                if (kind != null) {
                    add(text.length(), start, last, kind);
                    text.append(STAND_IN);
                    append(last, last);
                    afterList = kind == Kind.BULLETS || kind == Kind.NUMBERS;
                    start = last + 1;
                    continue;
                }
            }
            rest = true;
            containers = Math.max(0, containers + container(start, end));
            // A list may go on below a blank line, and whatever is indented may belong to one.
            afterList |= isListLike(start);
            afterBlank = false;
            append(start, end);
            start = end + 1;
        }
    }

    /** Takes over a line with its end. */
    private void append(int start, int end) {
        text.append(whole, start, Math.min(end + 1, whole.length()));
    }

    /** The end of the last line before a blank one. */
    private int blockEnd(int firstEnd) {
        int end = firstEnd;
        while (end + 1 < whole.length()) {
            int next = lineEnd(end + 1);
            if (isBlank(end + 1, next)) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** What the lines up to the next blank one can only be; null if that is for the parser to say. */
    private @Nullable Kind kind(int start, int firstEnd, int end, boolean afterList) {
        char first = whole.charAt(start);
        if (whole.charAt(end - 1) == ' ') {
            return null;
        }
        return switch (first) {
            case '#' -> isHeading(start, firstEnd, end) ? Kind.HEADING : null;
            case '-', '*', '+' -> {
                if (start + 1 < firstEnd && whole.charAt(start + 1) == ' ') {
                    yield isList(start, end, 0, afterList) ? Kind.BULLETS : null;
                }
                yield first == '*' && isParagraph(start, firstEnd, end) ? Kind.PARAGRAPH : null;
            }
            case '>' -> isQuote(start, firstEnd, end) ? Kind.QUOTE : null;
            case '!' -> isPicture(start, end) ? Kind.PICTURE : null;
            case '|' -> SimpleTable.is(letters, start, end, brackets) ? Kind.TABLE : null;
            default -> {
                if (first == '[' && whole.startsWith("[^", start)) {
                    yield isNote(start, firstEnd, end) ? Kind.NOTE : null;
                }
                if (numberLength(start, firstEnd) > 0) {
                    yield isList(start, end, 1, afterList) ? Kind.NUMBERS : null;
                }
                yield isParagraph(start, firstEnd, end) ? Kind.PARAGRAPH : null;
            }
        };
    }

    private boolean isParagraph(int start, int firstEnd, int end) {
        int lineEnd = firstEnd;
        for (int line = start; ; line = lineEnd + 1, lineEnd = lineEnd(line)) {
            if (!beginsPlainly(line, lineEnd)) {
                return false;
            }
            if (lineEnd >= end) {
                return SimpleLine.is(letters, start, end, brackets);
            }
        }
    }

    private boolean isHeading(int start, int firstEnd, int end) {
        int text = start + marks(start, firstEnd) + 1;
        return firstEnd == end
                && text - start <= 7
                && text < end
                && whole.charAt(text - 1) == ' '
                && beginsPlainly(text, end)
                && whole.charAt(end - 1) != '#'
                && !hasNote(text, end)
                && SimpleLine.is(letters, text, end, brackets);
    }

    private boolean hasNote(int start, int end) {
        int note = whole.indexOf("[^", start);
        return note >= 0 && note < end;
    }

    /** A footnote of one line. What is indented below would belong to it. */
    private boolean isNote(int start, int firstEnd, int end) {
        int label = SimpleLine.labelEnd(letters, start + 2, firstEnd);
        int text = label + NOTE_MARK;
        boolean simple = brackets == SimpleLine.Brackets.LINKS_AND_NOTES
                && firstEnd == end
                && label > start + 2
                && text < end
                && whole.startsWith("]: ", label)
                && beginsPlainly(text, end)
                && !isGoingOn(end)
                && SimpleLine.is(letters, text, end, brackets);
        return simple && notes.putIfAbsent(whole.substring(start + 2, label), new Note(text, end)) == null;
    }

    /** How many signs of its first kind a line begins with. */
    private int marks(int start, int end) {
        int at = start;
        while (at < end && whole.charAt(at) == whole.charAt(start)) {
            at++;
        }
        return at - start;
    }

    /** A list in which each item is one line, and beside which there is nothing that could belong to it. */
    private boolean isList(int start, int end, int numbered, boolean afterList) {
        if (afterList || isGoingOn(end)) {
            return false;
        }
        char mark = markOf(start, end, numbered);
        for (int line = start; line < end; line = lineEnd(line) + 1) {
            int lineEnd = lineEnd(line);
            int marker = numbered == 1 ? numberLength(line, lineEnd) : 2;
            if (marker == 0 || line + marker >= lineEnd || markOf(line, lineEnd, numbered) != mark) {
                return false;
            }
            boolean spaced = whole.charAt(line + marker - 1) == ' ';
            if (!spaced
                    || !beginsPlainly(line + marker, lineEnd)
                    || whole.charAt(lineEnd - 1) == ' '
                    || !SimpleLine.is(letters, line + marker, lineEnd, brackets)) {
                return false;
            }
        }
        return true;
    }

    /** The sign that all items of one list have in common. */
    private char markOf(int line, int lineEnd, int numbered) {
        return whole.charAt(numbered == 1 ? line + Math.max(numberLength(line, lineEnd), 2) - 2 : line);
    }

    /** Whether the next text after a blank line is indented or begins an item, and so may belong to a list before it. */
    private boolean isGoingOn(int end) {
        int next = end + 1;
        while (next < whole.length() && isBlank(next, lineEnd(next))) {
            next = lineEnd(next) + 1;
        }
        return next < whole.length() && isListLike(next);
    }

    private boolean isListLike(int line) {
        char c = whole.charAt(line);
        int end = lineEnd(line);
        boolean bullet = (c == '-' || c == '+' || c == '*')
                && (line + 1 >= end || whole.charAt(line + 1) == ' ' || whole.charAt(line + 1) == '\t');
        return bullet || c == ' ' || c == '\t' || numberLength(line, end) > 0;
    }

    /** How long the number of an item is with its stop and one blank; 0 if the line begins no item. */
    private int numberLength(int start, int end) {
        int at = start;
        while (at < end && at < start + 9 && whole.charAt(at) >= '0' && whole.charAt(at) <= '9') {
            at++;
        }
        boolean item = at > start && at < end && (whole.charAt(at) == '.' || whole.charAt(at) == ')');
        return item && (at + 1 >= end || whole.charAt(at + 1) == ' ') ? at + 2 - start : 0;
    }

    /** A quotation whose every line is marked. */
    private boolean isQuote(int start, int firstEnd, int end) {
        int lineEnd = firstEnd;
        for (int line = start; ; line = lineEnd + 1, lineEnd = lineEnd(line)) {
            // A dash begins the line that says who is quoted.
            boolean marked = whole.startsWith("> ", line) && line + 2 < lineEnd && whole.charAt(line + 2) != '—';
            if (!marked
                    || !beginsPlainly(line + 2, lineEnd)
                    || whole.charAt(lineEnd - 1) == ' '
                    || !SimpleLine.is(letters, line + 2, lineEnd, brackets)) {
                return false;
            }
            if (lineEnd >= end) {
                return true;
            }
        }
    }

    /** A picture that stands alone: the words of a simple link behind an exclamation mark. */
    private boolean isPicture(int start, int end) {
        if (brackets == SimpleLine.Brackets.UNKNOWN || start + 1 >= end || whole.charAt(start + 1) != '[') {
            return false;
        }
        var line = new SimpleLine(letters, start + 1, end, brackets);
        return line.next() == SimpleLine.Token.LINK && line.next() == SimpleLine.Token.END;
    }

    /** Whether a line begins with nothing that could make it anything but running text. */
    private boolean beginsPlainly(int start, int end) {
        if (start >= end) {
            return false;
        }
        char first = whole.charAt(start);
        if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')) {
            return true;
        }
        if (first >= '0' && first <= '9') {
            return numberLength(start, end) == 0;
        }
        if (first == '*') {
            // A rule, or an item of a list.
            int marks = marks(start, end);
            return marks < 3 && start + marks < end && whole.charAt(start + marks) != ' ';
        }
        return "\"'(_[“«„「‘—".indexOf(first) >= 0
                ? first != '_' || marks(start, end) < 3
                : first >= 128 && Character.isLetter(first);
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

    private void add(int at, int from, int to, Kind kind) {
        if (count == kinds.length) {
            blocks = Arrays.copyOf(blocks, 2 * blocks.length);
            kinds = Arrays.copyOf(kinds, 2 * kinds.length);
        }
        blocks[3 * count] = at;
        blocks[3 * count + 1] = from;
        blocks[3 * count + 2] = to;
        kinds[count] = kind;
        count++;
    }

    /** What a parser sees. */
    String text() {
        return count == 0 ? whole : text.toString();
    }

    String whole() {
        return whole;
    }

    /** The whole text, to be looked through. */
    Letters letters() {
        return letters;
    }

    /** Whether nothing is left for a parser. */
    boolean isAll() {
        return !rest;
    }

    /** How many blocks are stood in for. */
    int count() {
        return count;
    }

    /** What the brackets of a simple text can be. */
    SimpleLine.Brackets brackets() {
        return brackets;
    }

    /** The footnote of a label that the text refers to. */
    Note note(String label) {
        return Objects.requireNonNull(notes.get(label));
    }

    /** Which block is stood in for at an offset of {@link #text}; -1 if none is. */
    int at(int offset) {
        int found = last(offset);
        return found >= 0 && blocks[3 * found] == offset ? found : -1;
    }

    Kind kind(int block) {
        return kinds[block];
    }

    int from(int block) {
        return blocks[3 * block + 1];
    }

    int to(int block) {
        return blocks[3 * block + 2];
    }

    /** The level of a heading: 1 to 6. */
    int level(int block) {
        return marks(from(block), to(block));
    }

    /** The least level of all headings that are stood in for; {@code none} if there are none. */
    int topLevel(int none) {
        int top = none;
        for (int block = 0; block < count; block++) {
            if (kind(block) == Kind.HEADING) {
                top = Math.min(top, level(block));
            }
        }
        return top;
    }

    /** Where an offset of {@link #text} is in the whole text. */
    int inWhole(int offset) {
        int before = last(offset);
        if (before < 0) {
            return offset;
        }
        return offset == blocks[3 * before] ? from(before) : offset - blocks[3 * before] - 1 + to(before);
    }

    /** The last block that is stood in for at or before an offset; -1 if none is. */
    private int last(int offset) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (blocks[3 * middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
