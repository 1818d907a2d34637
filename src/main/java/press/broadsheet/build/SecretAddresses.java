package press.broadsheet.build;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Release;
import press.broadsheet.news.Card;
import press.broadsheet.news.Status;

/**
 * Where articles stand that readers must not know of: the address alone, whose last part is made from the headline, would
 * tell them. Not those that have expired or were withdrawn, which readers have known.
 */
final class SecretAddresses {
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?i)(?:https?:)?//(?:[^/?#]*@)?([^/?#]*)(.*)", Pattern.DOTALL);

    private static final Pattern CLOSING = Pattern.compile("[.,;:!?…]+$");

    /** Where an address may begin within other text. */
    private static final Pattern BLANK = Pattern.compile("[\\s\"'<>()\\[\\]|]+");

    /** A host that was typed without its scheme. */
    private static final Pattern HOST = Pattern.compile("(?:[\\w-]+\\.)+\\p{L}[\\w-]*(?::\\d+)?/");

    private final List<URI> roots;
    /** In lower case, between slashes: disks and people forget capitals. */
    private final Set<String> folders = new HashSet<>();

    private final Set<String> aliases = new HashSet<>();

    /** @param roots where the paper is published: by its settings, and by this build */
    SecretAddresses(List<URI> roots) {
        this.roots = roots;
    }

    void add(Edition edition, Release release) {
        for (Release.HeldBack held : release.heldBack()) {
            Card card = held.card();
            boolean known = card.status() == Status.WITHDRAWN || held.isExpired();
            if (!known) {
                folders.add(key("/" + edition.addresses().folder(card)));
                card.naming().aliases().forEach(alias -> aliases.add(key(alias)));
            }
        }
    }

    boolean isEmpty() {
        return folders.isEmpty();
    }

    /** Whether an address leads to such an article, or to something that would stand below it. */
    boolean has(String address) {
        Optional<String> path = isEmpty() ? Optional.empty() : within(address);
        return path.isPresent()
                && (hasPath(path.get()) || hasPath(CLOSING.matcher(path.get()).replaceFirst("")));
    }

    private boolean hasPath(String path) {
        String key = key(path);
        if (aliases.contains(key)) {
            return true;
        }
        for (int end = key.length(); end > 0; end = key.lastIndexOf('/', end - 2) + 1) {
            if (folders.contains(key.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** The addresses that stand in some words, for fields that may hold anything. */
    static Stream<String> in(String words) {
        return words.indexOf('/') < 0
                ? Stream.empty()
                : BLANK.splitAsStream(words)
                        .map(word -> HOST.matcher(word).lookingAt() ? "//" + word : word)
                        .filter(word -> word.startsWith("/") || word.regionMatches(true, 0, "http", 0, 4));
    }

    /**
     * What an address names within this paper, from the paper's own root and not encoded; empty if it leads elsewhere.
     *
     * @param address from the paper's own root, or a whole one
     */
    Optional<String> within(String address) {
        var whole = ABSOLUTE.matcher(address);
        if (whole.matches()) {
            return roots.stream()
                    .filter(root -> host(whole.group(1)).equals(host(root.getRawAuthority())))
                    .filter(root -> decode(whole.group(2)).startsWith(root.getPath()))
                    .map(root -> decode(whole.group(2)).substring(root.getPath().length() - 1))
                    .findFirst();
        }
        return address.startsWith("/") ? Optional.of(decode(address)) : Optional.empty();
    }

    /** A host without what makes no other paper of it: capitals, a port, {@code www.}, a closing dot. */
    private static String host(String authority) {
        String host = authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        return host.replaceFirst("^www\\.", "").replaceFirst("\\.$", "");
    }

    /** The path of an address, as a browser would ask for it. */
    private static String decode(String address) {
        String path = address.split("[?#]", 2)[0];
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static String key(String path) {
        var parts = new ArrayDeque<String>();
        for (String part : path.toLowerCase(Locale.ROOT).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? "/" : "/" + String.join("/", parts) + "/";
    }
}
