package press.broadsheet.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes an XML 1.0 document in UTF-8, without white space of its own making. Escapes what must be, and drops characters
 * that XML cannot hold at all. Names and namespaces are the caller's: they are written as given. Not thread-safe.
 */
public final class XmlWriter {
    private final StringBuilder out = new StringBuilder(4096).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes as name, value, name, value. */
    public XmlWriter open(String name, String... attributes) {
        start(name, attributes).append('>');
        open.push(name);
        return this;
    }

    /** Closes the element that was opened last. */
    public XmlWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds a text only. */
    public XmlWriter element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** As {@link #element}, but nothing at all if the text is empty. */
    public XmlWriter optional(String name, String text, String... attributes) {
        return text.isEmpty() ? this : element(name, text, attributes);
    }

    /** An element that holds nothing. */
    public XmlWriter empty(String name, String... attributes) {
        start(name, attributes).append("/>");
        return this;
    }

    /** A text, escaped. */
    public XmlWriter text(String text) {
        escape(text, out);
        return this;
    }

    /** A long text that holds markup of another kind, kept readable: a CDATA section, or two where it holds an end mark. */
    public XmlWriter verbatim(String text) {
        out.append("<![CDATA[");
        int from = 0;
        for (int end = text.indexOf("]]>"); end >= 0; end = text.indexOf("]]>", from)) {
            legal(text, from, end + 2, out);
            out.append("]]><![CDATA[");
            from = end + 2;
        }
        legal(text, from, text.length(), out);
        out.append("]]>");
        return this;
    }

    /** A line break between elements, for people who look. */
    public XmlWriter line() {
        out.append('\n');
        return this;
    }

    /** How many characters stand there so far. */
    public int length() {
        return out.length();
    }

    /** The document. All elements must be closed. */
    public byte[] toBytes() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not closed: " + open.peek());
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder start(String name, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("An attribute of " + name + " has no value");
        }
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], out);
            out.append('"');
        }
        return out;
    }

    /** All five, also in texts: a sitemap's addresses want it, and it is one rule less to know. */
    private static void escape(String text, StringBuilder out) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&apos;";
                // As they are, a parser would turn them into other white space.
                case '\r' -> "&#13;";
                default -> "";
            };
            if (!escaped.isEmpty()) {
                legal(text, done, i, out);
                out.append(escaped);
                done = i + 1;
            }
        }
        legal(text, done, text.length(), out);
    }

    /** Appends what XML can hold of a part of a text. */
    private static void legal(String text, int from, int to, StringBuilder out) {
        int done = from;
        for (int i = from; i < to; i++) {
            if (!isLegal(text, i)) {
                out.append(text, done, i);
                done = i + 1;
            }
        }
        out.append(text, done, to);
    }

    /** Whether XML can hold a character, which half of a pair alone is not (XML 1.0, 2.2). */
    private static boolean isLegal(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        if (!Character.isSurrogate(c)) {
            return c < 0xFFFE;
        }
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
