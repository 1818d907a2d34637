package press.broadsheet.read;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Checks addresses that the newsroom types. None of them may run as a script. */
final class Addresses {
    private Addresses() {}

    /** An absolute {@code http} or {@code https} address; empty after telling that it is none. */
    static String absolute(Value value) {
        String text = value.line();
        if (text.isEmpty()) {
            return "";
        }
        Optional<URI> uri = webAddress(text);
        if (uri.isEmpty()) {
            value.tell(
                    ContentFault.BROKEN_ADDRESS,
                    value.called() + " must be an absolute address, not \"" + text + "\".",
                    "Write it with https:// at its start.");
        }
        return uri.map(URI::toASCIIString).orElse("");
    }

    /** An address of the web, of mail or telephone, or a root-relative one of this paper; empty after telling. */
    static String linkable(Value value) {
        String text = value.line();
        if (text.isEmpty() || isRootRelative(text) || isContact(text)) {
            return text;
        }
        Optional<URI> uri = webAddress(text);
        if (uri.isEmpty()) {
            value.tell(
                    ContentFault.BROKEN_ADDRESS,
                    value.called() + " must be an absolute address or one of this paper that begins with /, not \""
                            + text + "\".",
                    "");
        }
        return uri.map(URI::toASCIIString).orElse("");
    }

    static Optional<URI> webAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            boolean named = uri.getHost() != null || uri.getAuthority() != null;
            return web && named && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    /** Whether it leads from this paper's root to a place in it, and not out again. */
    static boolean isRootRelative(String text) {
        if (!text.startsWith("/") || text.startsWith("//") || text.indexOf('\\') >= 0) {
            return false;
        }
        for (String part : text.split("[/?#]", -1)) {
            if (part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return text.chars().noneMatch(letter -> Character.isWhitespace(letter) || "<>\"'`{}|^".indexOf(letter) >= 0);
    }

    private static boolean isContact(String text) {
        return text.matches("mailto:[^\\s<>\"'?&]+@[^\\s<>\"'?&]+") || text.matches("tel:[+0-9()./-]+");
    }
}
