package press.broadsheet.make.asset;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.problem.Place;

/** A style sheet's text: its comments, and its references to files, {@code url(...)} and {@code @import "..."}. */
public final class StyleSheet {
    /** Is told of a reference to a file that there is not. */
    @FunctionalInterface
    interface Missing {
        /** @param at where it stands in the sheet, in characters from 0 */
        void tell(String reference, int at);
    }

    /** Comments and strings are matched first, so that nothing inside them is taken for a reference. */
    private static final Pattern TOKEN = Pattern.compile("(?<comment>/\\*[\\s\\S]*?\\*/)"
            + "|(?i:@import)\\s+(?<mark>[\"'])(?<imported>[^\"'\\s]+)\\k<mark>"
            + "|(?i:url)\\(\\s*(?<quote>[\"']?)(?<address>[^\"'()\\s]*)\\k<quote>\\s*\\)"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\[\\s\\S])*\"|'(?:[^'\\\\]|\\\\[\\s\\S])*')");

    /** Where assets are published; but each with a digest in its name, so that nobody can write its address. */
    private static final String UNDIGESTED = "/assets/";

    private StyleSheet() {}

    /**
     * The sheet with the addresses under which its files are published, and without comments, except those that begin
     * with {@code /*!}: notices of licences. White space is left alone: compression on the wire makes it cheap.
     *
     * @param name of the sheet below the theme's assets
     * @param address of an asset by name
     */
    public static String withAddresses(String css, String name, Function<String, Optional<String>> address) {
        return withAddresses(css, name, address, (reference, at) -> {});
    }

    /** The same, and tells which files there are not; their references stay as they are. */
    static String withAddresses(String css, String name, Function<String, Optional<String>> address, Missing missing) {
        Matcher tokens = TOKEN.matcher(css);
        var result = new StringBuilder(css.length());
        int end = 0;
        while (tokens.find()) {
            result.append(css, end, tokens.start());
            result.append(replacement(tokens, name, address, missing));
            end = tokens.end();
        }
        return result.append(css, end, css.length()).toString();
    }

    /**
     * A place in a sheet, as a person is told.
     *
     * @param name of the sheet below the theme's assets
     * @param at in characters from 0
     */
    public static Place place(String name, String css, int at) {
        int line = 1
                + (int) css.substring(0, at)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
        int column = at - css.lastIndexOf('\n', at - 1);
        return new Place(Path.of("templates", "assets", name), line, column);
    }

    private static String replacement(
            Matcher token, String name, Function<String, Optional<String>> address, Missing missing) {
        String all = token.group();
        if (token.group("comment") != null) {
            // A space, because a comment parts two words.
            return all.startsWith("/*!") ? all : " ";
        }
        String imported = token.group("imported");
        String reference = imported == null ? token.group("address") : imported;
        if (reference == null || (isElsewhere(reference) && !reference.startsWith(UNDIGESTED))) {
            return all;
        }
        int cut = cut(reference);
        Optional<String> found = isElsewhere(reference)
                ? Optional.empty()
                : resolve(name, reference.substring(0, cut)).flatMap(address);
        if (found.isEmpty()) {
            missing.tell(reference, token.start(imported == null ? "address" : "imported"));
            return all;
        }
        return (imported == null ? "" : "@import ") + "url(\"" + found.get() + reference.substring(cut) + "\")";
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
