package press.broadsheet.read;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import press.broadsheet.text.Slug;

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

    /** Where a redirect leads: a root-relative address of this paper, or another site's over https; empty after telling. */
    static String destination(Value value) {
        String text = value.line();
        if (text.isEmpty()) {
            return "";
        }
        if (isRootRelative(text)) {
            return URI.create(text).toASCIIString();
        }
        Optional<URI> elsewhere = webAddress(text).filter(uri -> "https".equalsIgnoreCase(uri.getScheme()));
        if (elsewhere.isEmpty()) {
            value.tell(
                    ContentFault.BROKEN_ADDRESS,
                    "A redirect cannot lead to \"" + text + "\".",
                    "Write an address of this paper that begins with /, or another site's that begins with https://.");
        }
        return elsewhere.map(URI::toASCIIString).orElse("");
    }

    /**
     * Whether a page could have stood at an address of this paper, and one that sends readers on can stand there now; no
     * after telling.
     */
    static boolean isFormer(String address, Value where) {
        if (isRootRelative(address) && !address.equals("/") && !address.matches(".*(//|[?#:*%]).*")) {
            Optional<String> name = Arrays.stream(address.split("/"))
                    .filter(part -> !Slug.canBeFile(part))
                    .findFirst();
            name.ifPresent(part -> where.tell(
                    ContentFault.BROKEN_ADDRESS,
                    "Not every system can have a file at this old address, because of its part \"" + shortened(part)
                            + "\".",
                    "Take it out, and redirect the address where the paper is hosted if readers still come by it."));
            return name.isEmpty();
        }
        where.tell(
                ContentFault.BROKEN_ADDRESS,
                "An old address must be one of this paper, not \"" + address + "\".",
                address.indexOf('%') < 0
                        ? "Write it from the root, such as /2024/old-name/."
                        : "Write its letters as they are, not encoded with %.");
        return false;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
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
        if (text.chars().anyMatch(letter -> Character.isWhitespace(letter) || "<>\"'`{}|^".indexOf(letter) >= 0)) {
            return false;
        }
        try {
            return !new URI(text).isAbsolute();
        } catch (URISyntaxException broken) {
            return false;
        }
    }

    private static boolean isContact(String text) {
        return text.matches("mailto:[^\\s<>\"'?&]+@[^\\s<>\"'?&]+") || text.matches("tel:[+0-9()./-]+");
    }
}
