package press.broadsheet.make.asset;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A style sheet's text: its comments and its {@code url(...)} references. */
final class StyleSheet {
    /** Comments and strings are matched first, so that nothing inside them is taken for a reference. */
    private static final Pattern TOKEN = Pattern.compile("(?<comment>/\\*[\\s\\S]*?\\*/)"
            + "|(?i:url)\\(\\s*(?<quote>[\"']?)(?<address>[^\"'()\\s]*)\\k<quote>\\s*\\)"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\[\\s\\S])*\"|'(?:[^'\\\\]|\\\\[\\s\\S])*')");

    private StyleSheet() {}

    /**
     * The sheet with the addresses under which its files are published, and without comments, except those that begin
     * with {@code /*!}: notices of licences. White space is left alone: compression on the wire makes it cheap.
     *
     * @param name of the sheet below the theme's assets
     * @param address of an asset by name
     */
    static String withAddresses(String css, String name, Function<String, Optional<String>> address) {
        Matcher tokens = TOKEN.matcher(css);
        var result = new StringBuilder(css.length());
        int end = 0;
        while (tokens.find()) {
            result.append(css, end, tokens.start());
            result.append(replacement(tokens, name, address));
            end = tokens.end();
        }
        return result.append(css, end, css.length()).toString();
    }

    private static String replacement(Matcher token, String name, Function<String, Optional<String>> address) {
        String all = token.group();
        if (token.group("comment") != null) {
            // A space, because a comment parts two words.
            return all.startsWith("/*!") ? all : " ";
        }
        String reference = token.group("address");
        if (reference == null || isElsewhere(reference)) {
            return all;
        }
        int cut = cut(reference);
        String tail = reference.substring(cut);
        return resolve(name, reference.substring(0, cut))
                .flatMap(address)
                .map(found -> "url(\"" + found + tail + "\")")
                .orElse(all);
    }

    /** Absolute, embedded, or a fragment of the page itself. */
    private static boolean isElsewhere(String reference) {
        return reference.isEmpty()
                || reference.startsWith("/")
                || reference.startsWith("#")
                || reference.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    }

    private static int cut(String reference) {
        for (int i = 0; i < reference.length(); i++) {
            if (reference.charAt(i) == '?' || reference.charAt(i) == '#') {
                return i;
            }
        }
        return reference.length();
    }

    /** The name that a reference means, seen from the sheet; empty if it leads out of the assets. */
    private static Optional<String> resolve(String sheet, String reference) {
        var parts = new ArrayDeque<String>();
        int slash = sheet.lastIndexOf('/');
        String whole = slash < 0 ? reference : sheet.substring(0, slash) + "/" + reference;
        for (String part : whole.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
