package press.broadsheet.make.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says where a template that cannot be read went wrong and what to write there. Pebble names what it stumbled over, which is
 * often the end of the file and seldom the mistake. For one template, of which it is known that Pebble refused it: what is
 * unusual here counts as the mistake.
 */
final class TemplateSyntax {
    /** @param line from 1 */
    record Finding(int line, String message, String hint) {}

    /** A tag or block that waits for its end. */
    private record Open(String name, int line) {}

    /** What stands between two marks. */
    private record Marked(String words, int end) {}

    private static final Pattern OPENING = Pattern.compile("\\{[{%#]");
    private static final Pattern NAME = Pattern.compile("^[-\\s]*(\\w+)\\s*(\\w*)");
    private static final List<String> BLOCKS = List.of("if", "for", "block", "macro", "filter", "embed", "verbatim");
    private static final TreeSet<String> TAGS = Stream.of(
                    BLOCKS.stream(),
                    BLOCKS.stream().map(name -> "end" + name),
                    Stream.of("else", "elseif", "extends", "include", "import", "set"))
            .flatMap(names -> names)
            .collect(Collectors.toCollection(TreeSet::new));

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Finding found;

    private TemplateSyntax(String text) {
        this.text = text;
    }

    /** The first mistake in how tags begin, end and stand in one another; empty if it lies within one. */
    static Optional<Finding> of(String text) {
        var syntax = new TemplateSyntax(text);
        syntax.read();
        return Optional.ofNullable(syntax.found);
    }

    private void read() {
        Matcher opening = OPENING.matcher(text);
        int at = 0;
        while (found == null && opening.find(at)) {
            int start = opening.start();
            if (text.charAt(start + 1) == '#') {
                at = text.indexOf("#}", start) + 2;
                if (at < 2) {
                    find(start, "This comment is not closed.", "Write #} where it ends.");
                }
            } else {
                Marked marked = marked(start, text.charAt(start + 1) == '{' ? "}}" : "%}");
                at = marked.end();
                if (found == null && text.charAt(start + 1) == '%') {
                    at = tag(marked, start);
                }
            }
        }
        Open last = open.peek();
        if (found == null && last != null) {
            found = new Finding(
                    last.line(),
                    "{% " + last.name() + " %} is not closed.",
                    "Write {% end" + last.name() + " %} where it ends.");
        }
    }

    /** What stands between the marks that begin at {@code start}, unless their end is not found. */
    private Marked marked(int start, String end) {
        int depth = 0;
        for (int at = start + 2; at < text.length(); at++) {
            char now = text.charAt(at);
            if (now == '"' || now == '\'') {
                at = afterText(at, end);
            } else if (depth == 0 && text.startsWith(end, at)) {
                return new Marked(text.substring(start + 2, at), at + 2);
            } else if (OPENING.matcher(text).region(at, text.length()).lookingAt()) {
                break;
            } else if (now == '{') {
                depth++;
            } else if (now == '}' && depth > 0) {
                depth--;
            } else if (now == '}') {
                String wrong = text.startsWith("}}", at) ? "}}" : text.charAt(at - 1) == '%' ? "%}" : "a single }";
                find(
                        start,
                        "This " + text.substring(start, start + 2) + " is closed by " + wrong + ".",
                        "Write " + end + " there: " + mended(start, at, end));
            }
            if (found != null) {
                return new Marked("", text.length());
            }
        }
        String mark = text.substring(start, start + 2);
        find(
                start,
                "This " + mark + " is not closed.",
                "Write " + end + " where it ends: " + mended(start, text.length(), end));
        return new Marked("", text.length());
    }

    /** How the tag was probably meant: up to the end of its line, or the first thing that can only be HTML. */
    private String mended(int start, int limit, String end) {
        String words = text.substring(start, limit).split("\\R|<|%?}|%$", 2)[0].strip();
        return words + " " + end;
    }

    /** The last character of a quoted text. */
    private int afterText(int start, String end) {
        char mark = text.charAt(start);
        for (int at = start + 1; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == mark) {
                return at;
            } else if (text.startsWith(end, at)) {
                break;
            }
        }
        find(start, "A text begins here with " + mark + " and does not end.", "Write " + mark + " where it ends.");
        return text.length();
    }

    /** Takes a tag in, and says where to read on. */
    private int tag(Marked marked, int start) {
        Matcher name = NAME.matcher(marked.words());
        if (!name.find()) {
            return marked.end();
        }
        String tag = name.group(1);
        if (!TAGS.contains(tag)) {
            find(start, "There is no tag \"" + tag + "\".", Fault.hint(tag, TAGS));
        } else if (tag.equals("else") && name.group(2).equals("if")) {
            find(start, "\"else\" takes no condition.", "Write it as one word: {% elseif ... %}.");
        } else if (tag.equals("verbatim")) {
            Matcher closed = Pattern.compile("\\{%-?\\s*endverbatim\\s*-?%}").matcher(text);
            if (closed.find(marked.end())) {
                return closed.end();
            }
            open.push(new Open(tag, line(start)));
            return text.length();
        } else if (BLOCKS.contains(tag)) {
            open.push(new Open(tag, line(start)));
        } else if (tag.startsWith("else")) {
            inner(tag, start);
        } else if (tag.startsWith("end")) {
            close(tag, start);
        }
        return marked.end();
    }

    private void inner(String tag, int start) {
        Open last = open.peek();
        boolean fits = last != null && (last.name().equals("if") || (last.name().equals("for") && tag.equals("else")));
        if (!fits) {
            find(
                    start,
                    "{% " + tag + " %} stands in no {% if %}"
                            + (last == null
                                    ? "."
                                    : ", but in the {% " + last.name() + " %} of line " + last.line() + "."),
                    last == null
                            ? "Write {% if ... %} where it begins."
                            : "Write {% end" + last.name() + " %} before it, if the one of line " + last.line()
                                    + " ends there.");
        }
    }

    private void close(String tag, int start) {
        Open last = open.poll();
        if (last == null) {
            String begun = tag.substring("end".length());
            find(
                    start,
                    "{% " + tag + " %} closes nothing.",
                    "Leave it out, or write {% " + begun + " ... %} where it begins.");
        } else if (!tag.equals("end" + last.name())) {
            find(
                    start,
                    "{% " + tag + " %} stands where the {% " + last.name() + " %} of line " + last.line()
                            + " is still open.",
                    "Write {% end" + last.name() + " %} first.");
        }
    }

    private void find(int at, String message, String hint) {
        if (found == null) {
            found = new Finding(line(at), message, hint);
        }
    }

    private int line(int at) {
        return 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }
}
