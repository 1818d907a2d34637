package press.broadsheet.make.asset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a style sheet calls by names of its own, its custom properties ({@code --paper}), and what in it is never closed. One
 * walk over the text by the rules of CSS Syntax Level 3, as far as they matter for that: comments, strings, addresses, escapes
 * and blocks. Immutable.
 *
 * @param given where a property is given a value, in the order of the sheet
 * @param asked where {@code var(--name)} asks for one and says nothing to fall back on
 * @param mentioned all other names: those with something to fall back on, those in conditions and transitions
 * @param faults what is not closed, or closes nothing
 */
public record StyleScan(List<Name> given, List<Name> asked, List<String> mentioned, List<Fault> faults) {
    /**
     * @param text with its two hyphens
     * @param at where it stands, in characters from 0
     */
    public record Name(String text, int at) {}

    /**
     * @param mark that opens something which is never closed: <code>{</code>, {@code (}, {@code [}, a quotation mark or the
     *     beginning of a comment; or one that closes nothing
     * @param at where it stands, in characters from 0
     */
    public record Fault(String mark, int at) {
        /** Whether the mark closes what nothing has opened. */
        public boolean isStray() {
            return mark.equals("}") || mark.equals(")") || mark.equals("]");
        }
    }

    /** @param css the sheet's text, also one that is broken */
    public static StyleScan of(String css) {
        var walk = new Walk(css);
        walk.run();
        return new StyleScan(
                List.copyOf(walk.given),
                List.copyOf(walk.asked),
                List.copyOf(walk.mentioned),
                List.copyOf(walk.faults));
    }

    private static final class Walk {
        private final String css;
        private final List<Name> given = new ArrayList<>();
        private final List<Name> asked = new ArrayList<>();
        private final List<String> mentioned = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        /** Where blocks began that are open, the innermost first. */
        private final ArrayDeque<Integer> open = new ArrayDeque<>();

        /** How far those rules are indented that begin in a line of their own, by where their block begins. */
        private final Map<Integer, String> indents = new HashMap<>();
        /** Where the blocks of at-rules begin. */
        private final Set<Integer> conditions = new HashSet<>();
        /** Blocks of rules within which another begins as if they were closed. */
        private final Set<Integer> likelyForgotten = new LinkedHashSet<>();

        private int at;
        /** Where the present rule or declaration begins; -1 before its first sign. */
        private int begin = -1;
        /** The sign before this place that is neither space nor comment; 0 at the beginning. */
        private char last;

        Walk(String css) {
            this.css = css;
        }

        void run() {
            while (at < css.length()) {
                step(css.charAt(at));
            }
            (isExplained() ? List.copyOf(likelyForgotten) : List.copyOf(open).reversed()).forEach(this::unclosed);
        }

        /**
         * A brace that is missing within a block leaves the block open, far above or below. Who indents shows where it is
         * missing; that is believed if it explains all that is open.
         */
        private boolean isExplained() {
            var left = open.descendingIterator();
            for (int forgotten : likelyForgotten) {
                if (!left.hasNext()) {
                    return false;
                }
                int opened = left.next();
                if (css.charAt(opened) != '{' || forgotten < opened) {
                    return false;
                }
            }
            return !left.hasNext();
        }

        private void step(char c) {
            if (begin < 0 && !Character.isWhitespace(c) && !css.startsWith("/*", at)) {
                begin = at;
            }
            switch (c) {
                case '/' -> {
                    if (css.startsWith("/*", at)) {
                        comment();
                    } else {
                        pass(c);
                    }
                }
                case '"', '\'' -> string(c);
                case '{' -> {
                    rule();
                    open.push(at);
                    pass(c);
                    begin = -1;
                }
                case '(', '[' -> {
                    open.push(at);
                    pass(c);
                }
                case ';' -> {
                    pass(c);
                    begin = -1;
                }
                case '}', ')', ']' -> close(c);
                case ' ', '\t', '\n', '\r', '\f' -> at++;
                default -> {
                    if (isName(c)) {
                        word();
                    } else {
                        pass(c);
                    }
                }
            }
        }

        /** A rule's block begins here: if the rule around it is not indented less, that one was probably not meant to go on. */
        private void rule() {
            String indent = css.substring(css.lastIndexOf('\n', begin) + 1, begin);
            if (!indent.isBlank()) {
                return;
            }
            Integer around = open.peek();
            boolean isWithinAnother = around != null && isIndented(around) && css.charAt(begin) != '&';
            if (isWithinAnother && indents.getOrDefault(around, "").startsWith(indent)) {
                likelyForgotten.add(around);
            }
            indents.put(at, indent);
            if (css.charAt(begin) == '@') {
                conditions.add(at);
            }
        }

        /** Whether the rule of an open block is one that shows by its indentation what it stands in. */
        private boolean isIndented(int opened) {
            String own = indents.get(opened);
            if (own == null || conditions.contains(opened)) {
                return false;
            }
            Integer around = open.stream().skip(1).findFirst().orElse(null);
            if (around == null) {
                return true;
            }
            String outer = indents.get(around);
            return outer != null && own.length() > outer.length() && own.startsWith(outer);
        }

        private void pass(char c) {
            last = c;
            at++;
        }

        private void comment() {
            int end = css.indexOf("*/", at + 2);
            if (end < 0) {
                faults.add(new Fault("/*", at));
                // All else is inside of it, and what is open there may be closed in it.
                open.clear();
                at = css.length();
            } else {
                at = end + 2;
            }
        }

        private void string(char mark) {
            int start = at;
            for (at++; at < css.length(); at++) {
                char c = css.charAt(at);
                if (c == '\\') {
                    at++;
                } else if (c == mark) {
                    pass(mark);
                    return;
                } else if (c == '\n') {
                    break;
                }
            }
            faults.add(new Fault(String.valueOf(mark), start));
            closeRules(start);
            last = mark;
        }

        /** Up to here, where nothing is read: whoever forgets to close a text closes the rule behind it, and one slip is told once. */
        private void closeRules(int from) {
            for (int i = from; i < Math.min(at, css.length()); i++) {
                if (css.charAt(i) == '}' && !open.isEmpty() && css.charAt(open.peek()) == '{') {
                    open.pop();
                }
            }
        }

        private void close(char c) {
            char opening = c == '}' ? '{' : c == ')' ? '(' : '[';
            // A bracket reaches to its end, over all braces; whoever closes the rule has forgotten the bracket.
            while (c == '}' && !open.isEmpty() && css.charAt(open.peek()) != '{') {
                unclosed(open.pop());
            }
            if (!open.isEmpty() && css.charAt(open.peek()) == opening) {
                open.pop();
            } else {
                faults.add(new Fault(String.valueOf(c), at));
            }
            pass(c);
            begin = c == '}' ? -1 : begin;
        }

        private void unclosed(int opened) {
            faults.add(new Fault(String.valueOf(css.charAt(opened)), opened));
        }

        private void word() {
            int start = at;
            while (at < css.length() && isName(css.charAt(at))) {
                at += css.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(at, css.length());
            if (at - start > 2 && css.startsWith("--", start)) {
                property(new Name(css.substring(start, at), start));
            } else if (at - start == 3 && css.regionMatches(true, start, "url(", 0, 4)) {
                address();
            }
            last = 'a';
        }

        /** An address without quotation marks: in it, nothing else means anything. */
        private void address() {
            int opened = at;
            int begin = space(at + 1);
            if (begin < css.length() && (css.charAt(begin) == '"' || css.charAt(begin) == '\'')) {
                return;
            }
            int end = css.indexOf(')', begin);
            int line = css.indexOf('\n', begin);
            if (end < 0 || (line >= 0 && line < end)) {
                unclosed(opened);
                at = line < 0 ? css.length() : line;
                closeRules(opened);
            } else {
                at = end + 1;
            }
        }

        private void property(Name name) {
            int next = space(at);
            char after = next < css.length() ? css.charAt(next) : 0;
            boolean begins = last == 0 || last == '{' || last == '}' || last == ';';
            if ((begins && after == ':') || isRegistered(name)) {
                given.add(name);
            } else if (after == ')' && last == '(' && isAsking()) {
                asked.add(name);
            } else {
                mentioned.add(name.text());
            }
        }

        private boolean isAsking() {
            Integer bracket = open.peek();
            return bracket != null && bracket >= 3 && css.regionMatches(true, bracket - 3, "var", 0, 3);
        }

        /** {@code @property --name} declares one. */
        private boolean isRegistered(Name name) {
            return css.substring(Math.max(0, name.at() - 40), name.at())
                    .stripTrailing()
                    .toLowerCase(Locale.ROOT)
                    .endsWith("@property");
        }

        /** The next place that is neither space nor comment. */
        private int space(int from) {
            int next = from;
            while (next < css.length()) {
                if (Character.isWhitespace(css.charAt(next))) {
                    next++;
                } else if (css.startsWith("/*", next) && css.indexOf("*/", next + 2) >= 0) {
                    next = css.indexOf("*/", next + 2) + 2;
                } else {
                    break;
                }
            }
            return next;
        }

        private static boolean isName(char c) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '\\'
                    || c >= 0x80;
        }
    }
}
