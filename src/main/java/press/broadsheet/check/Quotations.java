package press.broadsheet.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import press.broadsheet.news.Language;

/**
 * What is quoted in a text, by double quotation marks of any kind.
 *
 * @param spans outer quotations, in order
 * @param unclosed where quotations begin that do not end; {@code unopened} where some end that did not begin
 * @param marks every mark, in order
 */
record Quotations(List<Span> spans, List<Integer> unclosed, List<Integer> unopened, List<Mark> marks) {
    /** Languages in which the right-hand mark opens as well: ”so”. */
    private static final Set<String> ALIKE = Set.of("sv", "fi");
    /** Languages in which guillemets point at what is said: »so«. */
    private static final Set<String> POINTING = Set.of("da", "de", "cs", "sl", "hr", "pl", "sr");

    /** From the opening mark to the closing one, both included. */
    record Span(int from, int to, char open, char close) {
        /** Whether a typographic mark is answered by a straight one, or the other way round. */
        boolean isMismatched() {
            return (open == '"') != (close == '"');
        }
    }

    /** A mark at an offset; whether it opens; how deep it stands, from 0. */
    record Mark(int at, char mark, boolean opens, int depth) {}

    private record Open(int at, char mark) {}

    static Quotations of(String text, Language language) {
        var spans = new ArrayList<Span>();
        var unopened = new ArrayList<Integer>();
        var marks = new ArrayList<Mark>();
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\"“”„‟«»「」『』＂".indexOf(c) < 0) {
                continue;
            }
            Open last = open.peekLast();
            if (c == '"' && last != null && last.mark() != '"' && hasStraight(open) && i > 0 && !isGap(text, i - 1)) {
                // What began within the straight marks was not closed; the straight mark closes all of it.
                while (open.getLast().mark() != '"') {
                    open.removeLast();
                }
                last = open.peekLast();
            }
            boolean inches = c == '"' && i > 0 && Character.isDigit(text.charAt(i - 1));
            boolean answers = c == '"' && last != null && isAtEnd(text, i);
            if (last != null && (answers || closes(last.mark(), c))) {
                open.removeLast();
                marks.add(new Mark(i, c, false, open.size()));
                if (open.isEmpty()) {
                    spans.add(new Span(last.at(), i + 1, last.mark(), c));
                }
            } else if (!inches && opens(c, language) && !(c == '"' && open.isEmpty() && isAtEnd(text, i))) {
                marks.add(new Mark(i, c, true, open.size()));
                open.addLast(new Open(i, c));
            } else if (!inches) {
                marks.add(new Mark(i, c, false, 0));
                unopened.add(i);
            }
        }
        return new Quotations(
                List.copyOf(spans), open.stream().map(Open::at).toList(), List.copyOf(unopened), List.copyOf(marks));
    }

    boolean isBalanced() {
        return unclosed.isEmpty() && unopened.isEmpty();
    }

    private static boolean hasStraight(Deque<Open> open) {
        return open.stream().anyMatch(one -> one.mark() == '"');
    }

    /** Whether a straight mark stands behind a word and before none, so that it can only close. */
    private static boolean isAtEnd(String text, int at) {
        return at > 0
                && !isGap(text, at - 1)
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static boolean isGap(String text, int at) {
        return Character.isWhitespace(text.charAt(at));
    }

    /** A pair need not be the language's own: quoting a foreign text, people keep its marks. */
    private static boolean closes(char opened, char c) {
        return switch (opened) {
            case '"' -> c == '"' || c == '”';
            case '＂' -> c == '＂';
            case '„' -> c == '“' || c == '”' || c == '‟';
            case '“', '‟' -> c == '”';
            case '”' -> c == '”';
            case '«' -> c == '»';
            case '»' -> c == '«' || c == '»';
            case '「' -> c == '」';
            case '『' -> c == '』';
            default -> false;
        };
    }

    private static boolean opens(char c, Language language) {
        return switch (c) {
            case '"', '＂', '„', '“', '‟', '«', '「', '『' -> true;
            case '”' -> ALIKE.contains(language.primary());
            case '»' -> ALIKE.contains(language.primary()) || POINTING.contains(language.primary());
            default -> false;
        };
    }
}
