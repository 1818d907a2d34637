package press.broadsheet.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Looks through finished pages in one pass over their bytes, without a tree. Remembers what many pages hold alike, so that
 * its digest is computed once. Thread-safe.
 */
public final class PageScan {
    /** Types whose scripts run; all others are data (HTML, "prepare the script element"). */
    private static final Set<String> RUNNING =
            Set.of("", "module", "text/javascript", "application/javascript", "text/ecmascript", "importmap");

    private static final int MOST_REMEMBERED = 32;

    private final List<Remembered> remembered = new CopyOnWriteArrayList<>();

    private static final class Remembered {
        private final byte[] text;
        private final String name;

        Remembered(byte[] text, String name) {
            this.text = text;
            this.name = name;
        }
    }

    public PageParts of(byte[] html) {
        return new Page(html).scan();
    }

    private String nameOf(byte[] html, int from, int to) {
        for (Remembered known : remembered) {
            if (Arrays.equals(known.text, 0, known.text.length, html, from, to)) {
                return known.name;
            }
        }
        byte[] text = Arrays.copyOfRange(html, from, to);
        var known = new Remembered(text, "'sha256-" + sha256(text) + "'");
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.add(known);
        }
        return known.name;
    }

    /** Browsers read line ends as one character before they compare. */
    private static String sha256(byte[] text) {
        byte[] read = new String(text, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .getBytes(StandardCharsets.ISO_8859_1);
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(read));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** One page, from its beginning to its end. */
    private final class Page {
        private final byte[] html;
        private final Set<String> scripts = new LinkedHashSet<>();
        private final Set<String> styles = new LinkedHashSet<>();
        private final Set<String> loads = new LinkedHashSet<>();
        private int at;
        private int valueEnd;

        Page(byte[] html) {
            this.html = html;
        }

        PageParts scan() {
            for (int tag = nextTag(0); tag < html.length; tag = nextTag(at)) {
                at = tag + 1;
                open();
            }
            return new PageParts(List.copyOf(scripts), List.copyOf(styles), List.copyOf(loads));
        }

        /** By far the most of the time goes here, and so into as few steps as can be. */
        private int nextTag(int from) {
            byte[] bytes = html;
            int next = from;
            while (next < bytes.length && bytes[next] != '<') {
                next++;
            }
            return next;
        }

        private void open() {
            switch (at < html.length ? html[at] | 0x20 : 0) {
                case '!' -> {
                    if (begins("!--")) {
                        at = end("-->", at + 1);
                    }
                }
                case 's' -> {
                    if (isElement("script")) {
                        script(attributes("src", "type"));
                    } else if (isElement("style")) {
                        attributes();
                        int from = at;
                        styles.add(nameOf(html, from, skip("</style")));
                    }
                }
                case 'l' -> {
                    if (isElement("link")) {
                        link(attributes("rel", "href"));
                    }
                }
                case 'i' -> {
                    if (isElement("img")) {
                        load(attributes("src").getOrDefault("src", ""));
                    }
                }
                default -> {
                    // Nothing that loads, runs or styles.
                }
            }
        }

        private void script(Map<String, String> attributes) {
            int from = at;
            int to = skip("</script");
            if (attributes.containsKey("src")) {
                load(attributes.getOrDefault("src", ""));
            } else if (RUNNING.contains(attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT))) {
                scripts.add(nameOf(html, from, to));
            }
        }

        private void link(Map<String, String> attributes) {
            String rel = attributes.getOrDefault("rel", "").toLowerCase(Locale.ROOT);
            if (Arrays.asList(rel.split("\\s+")).contains("stylesheet")) {
                load(attributes.getOrDefault("href", ""));
            }
        }

        private void load(String address) {
            if (!address.isEmpty() && !address.startsWith("data:")) {
                loads.add(address);
            }
        }

        /** Goes to what ends a text, and gives where that is. */
        private int skip(String ending) {
            int to = end(ending, at) - ending.length();
            at = Math.max(at, to);
            return at;
        }

        private boolean isElement(String name) {
            int after = at + name.length();
            return begins(name)
                    && (after >= html.length || html[after] <= ' ' || html[after] == '>' || html[after] == '/');
        }

        private boolean begins(String word) {
            return begins(word, at);
        }

        private boolean begins(String word, int from) {
            if (from + word.length() > html.length) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                byte b = html[from + i];
                if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != word.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        /** Behind a word, which is in small letters; at the end if it does not come. */
        private int end(String word, int from) {
            byte[] bytes = html;
            char first = word.charAt(0);
            int last = bytes.length - word.length();
            for (int i = from; i <= last; i++) {
                if (bytes[i] == first && begins(word, i)) {
                    return i + word.length();
                }
            }
            return bytes.length + word.length();
        }

        /** The wanted ones of the tag that is being read; goes behind it. Of the others nothing is made. */
        private Map<String, String> attributes(String... wanted) {
            while (at < html.length && isInName(html[at])) {
                at++;
            }
            Map<String, String> found = new HashMap<>(4);
            while (at < html.length && html[at] != '>') {
                if (isInName(html[at])) {
                    String name = wanted(wanted, at, nameEnd());
                    int from = value();
                    if (!name.isEmpty()) {
                        found.putIfAbsent(name, text(from, valueEnd));
                    }
                } else {
                    at++;
                }
            }
            at = Math.min(at + 1, html.length);
            return found;
        }

        private String wanted(String[] wanted, int from, int to) {
            for (String name : wanted) {
                if (name.length() == to - from && begins(name, from)) {
                    return name;
                }
            }
            return "";
        }

        private int nameEnd() {
            while (at < html.length && isInName(html[at])) {
                at++;
            }
            return at;
        }

        /** Where the value of the attribute begins whose name was read; it ends at {@link #valueEnd}, and is empty if there is none. */
        private int value() {
            valueEnd = at;
            int look = blanks(at);
            if (look >= html.length || html[look] != '=') {
                return at;
            }
            at = blanks(look + 1);
            valueEnd = at;
            if (at >= html.length) {
                return at;
            }
            byte quote = html[at];
            boolean quoted = quote == '"' || quote == '\'';
            int from = quoted ? ++at : at;
            while (at < html.length && (quoted ? html[at] != quote : html[at] > ' ' && html[at] != '>')) {
                at++;
            }
            valueEnd = at;
            at += quoted ? 1 : 0;
            return from;
        }

        private int blanks(int from) {
            int next = from;
            while (next < html.length && html[next] <= ' ' && html[next] >= 0) {
                next++;
            }
            return next;
        }

        private String text(int from, int to) {
            return new String(html, from, to - from, StandardCharsets.UTF_8).replace("&amp;", "&");
        }

        private static boolean isInName(byte b) {
            boolean parts = b == '>' || b == '/' || b == '=' || b == '"' || b == '\'';
            return b < 0 || (b > ' ' && !parts);
        }
    }
}
