package press.broadsheet.text;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Writes a JSON text without white space. What it writes may stand inside an HTML script element: {@code <}, {@code >}
 * and {@code &} are escaped. Not thread-safe.
 */
public final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(1024);
    /** The closing brackets that are still owed. */
    private final StringBuilder owed = new StringBuilder();

    private boolean comma;
    /** The letters of the text at hand. */
    private char[] room = new char[256];

    /** Opens an object as a value. */
    public JsonWriter object() {
        return open('{', '}');
    }

    /** Opens an array as a value. */
    public JsonWriter array() {
        return open('[', ']');
    }

    /** Opens an object as a member. */
    public JsonWriter object(String name) {
        return name(name).object();
    }

    /** Opens an array as a member. */
    public JsonWriter array(String name) {
        return name(name).array();
    }

    /** Closes the object or array that was opened last. */
    public JsonWriter end() {
        int last = owed.length() - 1;
        out.append(owed.charAt(last));
        owed.setLength(last);
        comma = true;
        return this;
    }

    /** The name of the member whose value comes next. */
    public JsonWriter name(String name) {
        quote(name);
        out.append(':');
        comma = false;
        return this;
    }

    public JsonWriter value(String value) {
        quote(value);
        comma = true;
        return this;
    }

    /** A value that another writer has written. */
    public JsonWriter written(String json) {
        separate();
        out.append(json);
        comma = true;
        return this;
    }

    public JsonWriter value(long value) {
        separate();
        out.append(value);
        comma = true;
        return this;
    }

    public JsonWriter value(boolean value) {
        separate();
        out.append(value);
        comma = true;
        return this;
    }

    public JsonWriter member(String name, String value) {
        return name(name).value(value);
    }

    public JsonWriter member(String name, long value) {
        return name(name).value(value);
    }

    public JsonWriter member(String name, boolean value) {
        return name(name).value(value);
    }

    /** A member, or nothing at all if the text is empty. */
    public JsonWriter optional(String name, String value) {
        return value.isEmpty() ? this : member(name, value);
    }

    /** A member that is an array of texts, or nothing at all if there are none. */
    public JsonWriter optional(String name, Collection<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        array(name);
        values.forEach(this::value);
        return end();
    }

    /** The text in UTF-8. All objects and arrays must be closed. */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        if (!owed.isEmpty()) {
            throw new IllegalStateException("Not closed: " + owed);
        }
        return out.toString();
    }

    private JsonWriter open(char opening, char closing) {
        separate();
        out.append(opening);
        owed.append(closing);
        comma = false;
        return this;
    }

    private void separate() {
        if (comma) {
            out.append(',');
        }
    }

    private void quote(String text) {
        separate();
        out.append('"');
        int done = 0;
        int length = text.length();
        // An array is read faster where String.charAt is a call, as in machine code.
        char[] letters = letters(length);
        text.getChars(0, length, letters, 0);
        for (int i = 0; i < length; i++) {
            char c = letters[i];
            if (isPlain(c) || !(c < 128 || isSpecial(text, i))) {
                continue;
            }
            out.append(text, done, i);
            done = i + 1;
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> escape(c);
            }
        }
        out.append(text, done, text.length()).append('"');
    }

    private char[] letters(int length) {
        if (room.length < length) {
            room = new char[Math.max(length, 2 * room.length)];
        }
        return room;
    }

    /** Of ASCII, what needs no escape. */
    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
    }

    /** Line separators end a line of script for old browsers; half a surrogate pair has no UTF-8. */
    private static boolean isSpecial(String text, int i) {
        char c = text.charAt(i);
        return c == '\u2028' || c == '\u2029' || (Character.isSurrogate(c) && isLone(text, i));
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private void escape(char c) {
        out.append("\\u")
                .append(HEX.charAt(c >> 12))
                .append(HEX.charAt(c >> 8 & 15))
                .append(HEX.charAt(c >> 4 & 15))
                .append(HEX.charAt(c & 15));
    }
}
