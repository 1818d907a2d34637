package press.broadsheet.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in braces behind a container's name or a picture: {@code {by="A. Reporter" wide}}.
 *
 * @param values by name; of what is given twice the first
 * @param end behind the closing brace
 * @param twice the names that are given more than once, in order
 */
record Attributes(Map<String, String> values, int end, List<String> twice) {
    static final Attributes NONE = new Attributes(Map.of(), 0, List.of());

    /** Reads what begins with the brace at {@code at}; null if it is not closed before the line ends. A flag has the empty value. */
    static @Nullable Attributes read(String text, int at, int to) {
        var values = new LinkedHashMap<String, String>();
        var twice = new ArrayList<String>(0);
        int i = at + 1;
        while (true) {
            while (i < to && isBlank(text.charAt(i))) {
                i++;
            }
            if (i >= to || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return null;
            }
            if (text.charAt(i) == '}') {
                return new Attributes(values, i + 1, twice);
            }
            int nameEnd = nameEnd(text, i, to);
            if (nameEnd == i) {
                return null;
            }
            String name = text.substring(i, nameEnd);
            i = nameEnd;
            String value = "";
            if (i < to && text.charAt(i) == '=') {
                int end = valueEnd(text, i + 1, to);
                if (end < 0) {
                    return null;
                }
                value = unquote(text.substring(i + 1, end));
                i = end;
            }
            if (values.putIfAbsent(name, value) != null) {
                twice.add(name);
            }
        }
    }

    private static int nameEnd(String text, int from, int to) {
        int i = from;
        while (i < to && !isBlank(text.charAt(i)) && "=}{\"'\n\r".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static int valueEnd(String text, int from, int to) {
        if (from >= to) {
            return -1;
        }
        char mark = text.charAt(from);
        boolean quoted = mark == '"' || mark == '\'';
        for (int i = quoted ? from + 1 : from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return -1;
            }
            if (quoted && c == '\\') {
                i++;
            } else if (quoted ? c == mark : isBlank(c) || c == '}') {
                return quoted ? i + 1 : i;
            }
        }
        return -1;
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        String inner = quoted ? value.substring(1, value.length() - 1) : value;
        return inner.indexOf('\\') < 0
                ? inner
                : inner.replace("\\\"", "\"").replace("\\'", "'").replace("\\\\", "\\");
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }

    /** Whether it is given at all, be it as a flag; {@code key="no"} counts as not given. */
    boolean has(String name) {
        String value = values.get(name);
        return value != null && !value.equals("no") && !value.equals("false");
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }
}
