package press.broadsheet.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Front matter as nearly everybody writes it: fields one below the other; each a text that fits on its line, plain or in
 * quotation marks, or a list of such texts, or fields again. Composed without tokens and events, which took most of the
 * time that reading an article takes. Gives up on everything that is in the least out of the ordinary, and never refuses
 * anything: that is for the library, whose nodes these equal in their values, styles, tags and marks, but for the end marks
 * of names, lists and fields, which nobody asks for.
 */
final class PlainYaml {
    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

    /** With what anything begins in YAML's core schema that is no text. */
    private static final String NOT_SURELY_TEXT = "tTfFnN.+-~0123456789";

    /** Marks need the text only to show it. */
    private static final int[] NO_TEXT = {};

    private static final int DEEPEST = 8;

    /** YAML wants names to be short; far shorter than this. */
    private static final int LONGEST_NAME = 100;

    private static final int END = -1;

    private final String yaml;
    private final char[] letters;
    private int at;
    private int line;
    private int lineStart;

    /** In which the line begins at whose first letter the reading stands; {@link #END} behind the last one. */
    private int column;

    private PlainYaml(String yaml) {
        this.yaml = yaml;
        this.letters = yaml.toCharArray();
    }

    /** The tree of a text; null if the text is not that plain. */
    static @Nullable Node compose(String yaml) {
        var plain = new PlainYaml(yaml);
        if (!plain.isOrdinary()) {
            return null;
        }
        plain.findLine();
        return plain.column == 0 ? plain.fields(0, 0) : null;
    }

    /** Whether there is no letter with which YAML, or the library's counting of columns, has anything special in mind. */
    private boolean isOrdinary() {
        for (char c : letters) {
            boolean ascii = (c >= ' ' && c < 0x7f) || c == '\n';
            boolean other = c > 0xa0 && c < Character.MIN_SURROGATE && c != '\u2028' && c != '\u2029';
            if (!ascii && !other) {
                return false;
            }
        }
        return true;
    }

    /** From the end of a line, or from the beginning of all, to the next line that holds something. */
    private void nextLine() {
        at++;
        line++;
        lineStart = at;
        findLine();
    }

    private void findLine() {
        while (at < letters.length) {
            if (letters[at] == '\n') {
                line++;
                lineStart = at + 1;
            } else if (letters[at] != ' ') {
                column = at - lineStart;
                return;
            }
            at++;
        }
        column = END;
    }

    private boolean isLineEnd() {
        return at >= letters.length || letters[at] == '\n';
    }

    private void skipSpaces() {
        while (at < letters.length && letters[at] == ' ') {
            at++;
        }
    }

    /** Fields that all begin in this column, the first of them here. */
    private @Nullable Node fields(int indent, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        Optional<Mark> start = mark();
        List<NodeTuple> pairs = new ArrayList<>();
        while (column == indent) {
            Node name = name();
            Node value = name == null ? null : value(indent, depth);
            if (name == null || value == null) {
                return null;
            }
            pairs.add(new NodeTuple(name, value));
        }
        // What is indented in between is the library's to judge.
        return column > indent ? null : new MappingNode(Tag.MAP, true, pairs, FlowStyle.BLOCK, start, start);
    }

    /** A field's name and its colon. */
    private @Nullable Node name() {
        Optional<Mark> start = mark();
        int from = at;
        if (at >= letters.length || !isLetter(letters[at])) {
            return null;
        }
        while (at < letters.length && isOfName(letters[at])) {
            at++;
        }
        if (at >= letters.length || letters[at] != ':' || at - from > LONGEST_NAME) {
            return null;
        }
        Node name = text(yaml.substring(from, at), ScalarStyle.PLAIN, start, start);
        at++;
        return isLineEnd() || letters[at] == ' ' ? name : null;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isOfName(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** What stands behind a colon, or below it; then the next line is reached. */
    private @Nullable Node value(int indent, int depth) {
        Optional<Mark> behindColon = mark();
        skipSpaces();
        if (isLineEnd()) {
            nextLine();
            if (isItem() && column >= indent) {
                return items(column, depth + 1);
            }
            return column > indent ? fields(column, depth + 1) : text("", ScalarStyle.PLAIN, behindColon, behindColon);
        }
        Node value = onLine(false, depth);
        return endsLine(indent) ? value : null;
    }

    /** Whether nothing more stands on the line, nor on the next one any more of the same. */
    private boolean endsLine(int indent) {
        skipSpaces();
        if (!isLineEnd()) {
            return false;
        }
        nextLine();
        return column <= indent;
    }

    private boolean isItem() {
        return column != END && letters[at] == '-' && at + 1 < letters.length && letters[at + 1] == ' ';
    }

    /** Items one below the other, with hyphens in this column. */
    private @Nullable Node items(int indent, int depth) {
        Optional<Mark> start = mark();
        List<Node> items = new ArrayList<>();
        while (column == indent && isItem()) {
            at++;
            skipSpaces();
            Node item = isLineEnd() ? null : item(indent, depth);
            if (item == null) {
                return null;
            }
            items.add(item);
        }
        return new SequenceNode(Tag.SEQ, true, items, FlowStyle.BLOCK, start, start);
    }

    /** What stands behind a hyphen; then the next line is reached. */
    private @Nullable Node item(int indent, int depth) {
        if (isName()) {
            column = at - lineStart;
            return fields(column, depth + 1);
        }
        Node item = onLine(false, depth);
        return endsLine(indent) ? item : null;
    }

    private boolean isName() {
        int end = at;
        while (end < letters.length && isOfName(letters[end])) {
            end++;
        }
        return end > at
                && end < letters.length
                && letters[end] == ':'
                && (end + 1 == letters.length || letters[end + 1] <= ' ');
    }

    /** What begins and ends on the line. */
    private @Nullable Node onLine(boolean within, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        return switch (letters[at]) {
            case '[' -> list(depth + 1);
            case '{' -> map(depth + 1);
            case '"' -> quoted(ScalarStyle.DOUBLE_QUOTED);
            case '\'' -> quoted(ScalarStyle.SINGLE_QUOTED);
            default -> plain(within);
        };
    }

    /** Items in brackets. */
    private @Nullable Node list(int depth) {
        Optional<Mark> start = mark();
        List<Node> items = new ArrayList<>();
        do {
            at++;
            skipSpaces();
            Node item = isLineEnd() ? null : onLine(true, depth);
            if (item == null) {
                return null;
            }
            items.add(item);
            skipSpaces();
        } while (isHere(','));
        if (!isHere(']')) {
            return null;
        }
        at++;
        return new SequenceNode(Tag.SEQ, true, items, FlowStyle.FLOW, start, start);
    }

    /** Fields in braces. */
    private @Nullable Node map(int depth) {
        Optional<Mark> start = mark();
        List<NodeTuple> pairs = new ArrayList<>();
        do {
            at++;
            skipSpaces();
            Node name = name();
            skipSpaces();
            Node value = name == null || isLineEnd() ? null : onLine(true, depth);
            if (name == null || value == null) {
                return null;
            }
            pairs.add(new NodeTuple(name, value));
            skipSpaces();
        } while (isHere(','));
        if (!isHere('}')) {
            return null;
        }
        at++;
        return new MappingNode(Tag.MAP, true, pairs, FlowStyle.FLOW, start, start);
    }

    private boolean isHere(char wanted) {
        return at < letters.length && letters[at] == wanted;
    }

    /** A text in quotation marks in which nothing stands for anything else. */
    private @Nullable Node quoted(ScalarStyle style) {
        char mark = letters[at];
        Optional<Mark> start = mark();
        int from = ++at;
        while (!isLineEnd() && letters[at] != mark && letters[at] != '\\') {
            at++;
        }
        if (!isHere(mark)) {
            return null;
        }
        String text = yaml.substring(from, at);
        at++;
        // Two of them stand for one.
        return isHere(mark) ? null : text(text, style, start, mark());
    }

    /** @param within brackets or braces */
    private @Nullable Node plain(boolean within) {
        if (!mayBegin(letters[at])) {
            return null;
        }
        Optional<Mark> start = mark();
        int from = at;
        int end = at;
        while (!isLineEnd() && !(within && isSeparator(letters[at]))) {
            char c = letters[at];
            boolean isRemark = c == '#' && letters[at - 1] == ' ';
            boolean isField = c == ':' && !isWithinWord(at + 1, within);
            if (isRemark || isField || (within && (c == '[' || c == '{'))) {
                return null;
            }
            at++;
            end = c == ' ' ? end : at;
        }
        at = end;
        return text(yaml.substring(from, end), ScalarStyle.PLAIN, start, mark());
    }

    /** Whether what stands behind a colon makes it a part of the text, as in times and addresses. */
    private boolean isWithinWord(int next, boolean within) {
        return next < letters.length
                && letters[next] > ' '
                && (!within || letters[next] == '/' || (isOfName(letters[next]) && letters[next] != '-'));
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ']' || c == '}';
    }

    private static boolean mayBegin(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '(' || c > 0xa0;
    }

    private Optional<Mark> mark() {
        return Optional.of(new Mark("reader", at, line, at - lineStart, NO_TEXT, 0));
    }

    private static Node text(String text, ScalarStyle style, Optional<Mark> start, Optional<Mark> end) {
        boolean isText = style != ScalarStyle.PLAIN
                || (!text.isEmpty()
                        && (NOT_SURELY_TEXT.indexOf(text.charAt(0)) < 0
                                // As in a day with its time; nothing else than a text has any.
                                || text.indexOf(':') >= 0
                                || text.indexOf(' ') >= 0));
        return new ScalarNode(isText ? Tag.STR : RESOLVER.resolve(text, true), true, text, style, start, end);
    }
}
