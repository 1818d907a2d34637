package press.broadsheet.text;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of paths (RFC 3986 section 2). */
public final class Percent {
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /** The path with all but unreserved characters and {@code /} encoded as UTF-8. */
    public static String encode(String path) {
        int plain = 0;
        while (plain < path.length() && isPlain(path.charAt(plain))) {
            plain++;
        }
        if (plain == path.length()) {
            return path;
        }
        var encoded = new StringBuilder(path.length() * 2);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            int value = b & 0xff;
            if (isPlain(value)) {
                encoded.append((char) value);
            } else {
                encoded.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~'
                || c == '/';
    }
}
