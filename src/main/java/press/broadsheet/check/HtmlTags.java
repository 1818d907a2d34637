package press.broadsheet.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Walks through HTML tag by tag, as browsers see it: comments and the insides of scripts and styles are no tags. It
 * builds no tree and repairs nothing. For one page; not thread-safe.
 */
final class HtmlTags {
    /** Elements whose inside is text to a browser, whatever it holds. */
    private static final Set<String> RAW = Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed");

    private final String html;
    private int at;

    HtmlTags(String html) {
        this.html = html;
    }

    /** What is found, in order. */
    interface Listener {
        /** @param attributes by name in small letters; without value: empty */
        void opened(String element, Map<String, String> attributes);

        void closed(String element);

        /** Running text, with character references as they are written. */
        void text(String text);
    }

    void read(Listener listener) {
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                listener.text(html.substring(at));
                return;
            }
            if (open > at) {
                listener.text(html.substring(at, open));
            }
            at = open;
            tag(listener);
        }
    }

    private void tag(Listener listener) {
        if (html.startsWith("<!--", at)) {
            at = after("-->", at + 4);
        } else if (html.startsWith("<!", at) || html.startsWith("<?", at)) {
            at = after(">", at);
        } else if (html.startsWith("</", at)) {
            int end = nameEnd(at + 2);
            String name = html.substring(at + 2, end).toLowerCase(Locale.ROOT);
            at = after(">", end);
            listener.closed(name);
        } else if (at + 1 < html.length() && isLetter(html.charAt(at + 1))) {
            int end = nameEnd(at + 1);
            String name = html.substring(at + 1, end).toLowerCase(Locale.ROOT);
            at = end;
            Map<String, String> attributes = attributes();
            listener.opened(name, attributes);
            if (RAW.contains(name)) {
                skipRaw(name);
            }
        } else {
            listener.text("<");
            at++;
        }
    }

    private void skipRaw(String name) {
        int close = at;
        do {
            close = html.indexOf("</", close);
            if (close < 0) {
                at = html.length();
                return;
            }
            close += 2;
        } while (!html.regionMatches(true, close, name, 0, name.length()));
        at = close - 2;
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '>') {
                at++;
                break;
            }
            if (Character.isWhitespace(c) || c == '/') {
                at++;
                continue;
            }
            int start = at++;
            while (at < html.length() && "=>/ \t\r\n\f".indexOf(html.charAt(at)) < 0) {
                at++;
            }
            attributes.putIfAbsent(html.substring(start, at).toLowerCase(Locale.ROOT), value());
        }
        return attributes;
    }

    private String value() {
        int equals = skipBlanks(at);
        if (equals >= html.length() || html.charAt(equals) != '=') {
            return "";
        }
        int start = skipBlanks(equals + 1);
        if (start >= html.length()) {
            at = start;
            return "";
        }
        char quote = html.charAt(start);
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, start + 1);
            end = end < 0 ? html.length() : end;
            at = Math.min(html.length(), end + 1);
            return unescape(html.substring(start + 1, end));
        }
        int end = start;
        while (end < html.length() && "> \t\r\n\f".indexOf(html.charAt(end)) < 0) {
            end++;
        }
        at = end;
        return unescape(html.substring(start, end));
    }

    /** The few references that stand in addresses. */
    static String unescape(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&#x27;", "'")
                        .replace("&#43;", "+")
                        .replace("&#61;", "=")
                        .replace("&#64;", "@")
                        .replace("&#96;", "`")
                        .replace("&nbsp;", "\u00a0")
                        .replace("&amp;", "&");
    }

    private int skipBlanks(int from) {
        int end = from;
        while (end < html.length() && Character.isWhitespace(html.charAt(end))) {
            end++;
        }
        return end;
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < html.length() && ">/ \t\r\n\f".indexOf(html.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int after(String end, int from) {
        int found = html.indexOf(end, from);
        return found < 0 ? html.length() : found + end.length();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
