package press.broadsheet.markdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where a link or a picture leads, as the reporter wrote it. */
sealed interface Address {
    /** Anything that needs nothing of this paper: absolute, root-relative, or an anchor. {@code href} is percent-encoded. */
    record Web(String href) implements Address {}

    /** A path below {@code content/}, without a leading slash; may end in {@code #anchor}. */
    record Inside(String path) implements Address {}

    /** A path that climbs out of {@code content/}. */
    record Outside() implements Address {}

    /** An address with a scheme that could run something in a reader's browser, or that is none of a newspaper's. */
    record Unsafe(String scheme) implements Address {}

    /** Schemes that every site may link to. */
    Set<String> PLAIN_SCHEMES = Set.of(
            "http", "https", "mailto", "tel", "sms", "geo", "ftp", "ftps", "sftp", "irc", "ircs", "xmpp", "matrix",
            "news", "magnet", "webcal", "gemini", "sip", "sips", "ipfs", "git", "ssh");

    /** Schemes that not even a site that trusts raw HTML may link to. */
    Set<String> NEVER = Set.of(
            "javascript",
            "vbscript",
            "data",
            "file",
            "blob",
            "filesystem",
            "view-source",
            "jar",
            "livescript",
            "mocha",
            "about",
            "chrome",
            "resource",
            "ms-its",
            "mhtml",
            "x-javascript");

    /**
     * @param written with character references and backslashes resolved
     * @param folder the folder against which a relative path is resolved
     * @param anyScheme whether unusual schemes are allowed, so long as they run nothing
     */
    static Address of(String written, String folder, boolean anyScheme) {
        String scheme = scheme(written);
        if (!scheme.isEmpty()) {
            boolean safe = PLAIN_SCHEMES.contains(scheme) || (anyScheme && !NEVER.contains(scheme));
            return safe ? new Web(encode(written)) : new Unsafe(scheme);
        }
        if (written.isEmpty() || written.startsWith("/") || written.startsWith("#") || written.startsWith("?")) {
            return new Web(encode(written));
        }
        return inside(written, folder);
    }

    /** A picture's address: as a link's, but a path from the root means {@code content/}. */
    static Address ofPicture(String written, String folder) {
        String scheme = scheme(written);
        if (!scheme.isEmpty()) {
            return scheme.equals("http") || scheme.equals("https") ? new Web(encode(written)) : new Unsafe(scheme);
        }
        if (written.startsWith("//")) {
            return new Web("https:" + encode(written));
        }
        return written.startsWith("/") ? inside(written.substring(1), "") : inside(written, folder);
    }

    private static Address inside(String written, String folder) {
        String decoded = decode(written);
        String scheme = scheme(decoded);
        if (!scheme.isEmpty()) {
            return new Unsafe(scheme);
        }
        int hash = decoded.indexOf('#');
        String path = hash < 0 ? decoded : decoded.substring(0, hash);
        List<String> parts = new ArrayList<>();
        for (String part : (folder + "/" + path.replace('\\', '/')).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return new Outside();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return new Inside(String.join("/", parts) + (hash < 0 ? "" : decoded.substring(hash)));
    }

    /**
     * The scheme in lower case, as a browser would see it; empty if there is none. Browsers drop control characters and
     * blanks that hide a scheme, so they are dropped here, too: all of them, rather than the few that today's do.
     */
    static String scheme(String written) {
        var scheme = new StringBuilder();
        for (int i = 0; i < written.length() && scheme.length() < 40; i++) {
            char c = written.charAt(i);
            if (c == ':') {
                return scheme.toString().toLowerCase(Locale.ROOT);
            }
            boolean named = isLetter(c) || (!scheme.isEmpty() && (isDigit(c) || c == '+' || c == '-' || c == '.'));
            if (named) {
                scheme.append(c);
            } else if (!isHidden(c)) {
                return "";
            }
        }
        return "";
    }

    private static boolean isHidden(char c) {
        return c <= ' '
                || (c >= 0x7f && c <= 0xa0)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || c == 0xfffd;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Percent-encodes what may not stand in an address; what is encoded already stays as it is. */
    static String encode(String written) {
        StringBuilder encoded = null;
        for (int i = 0; i < written.length(); ) {
            int c = written.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean plain = (c < 128 && ALLOWED.get(c)) || (c == '%' && isEscape(written, i));
            if (!plain && encoded == null) {
                encoded = new StringBuilder(written.length() + 16).append(written, 0, i);
            }
            if (encoded != null) {
                if (plain) {
                    encoded.append((char) c);
                } else {
                    for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
                        encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
                    }
                }
            }
            i = next;
        }
        return encoded == null ? written : encoded.toString();
    }

    String HEX = "0123456789ABCDEF";

    java.util.BitSet ALLOWED = allowed();

    private static java.util.BitSet allowed() {
        var set = new java.util.BitSet(128);
        set.set('a', 'z' + 1);
        set.set('A', 'Z' + 1);
        set.set('0', '9' + 1);
        "-._~:/?#@!$&'()*+,;=".chars().forEach(set::set);
        return set;
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static String decode(String written) {
        if (written.indexOf('%') < 0) {
            return written;
        }
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
                decoded[length++] = (byte) (hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]));
                i += 2;
            } else {
                decoded[length++] = bytes[i];
            }
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8).replace('\0', '\ufffd');
    }

    private static int hex(byte b) {
        return b < 0 ? -1 : Character.digit((char) b, 16);
    }
}
