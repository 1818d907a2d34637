package press.broadsheet.publish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import press.broadsheet.files.OutputPath;

/**
 * How the files of a site are to be served, as the build has written it down for all hosts alike: the same that an include for a
 * server says, file by file. Immutable.
 */
public final class Serving {
    /** What a file is. */
    static final String TYPE = "Content-Type";

    /** How long browsers and caches may keep it (RFC 9111). */
    static final String KEPT = "Cache-Control";

    /** Where its address leads for good. */
    public static final String LEADS = "Location";

    private static final String VERSION = "broadsheet serving 1";
    private static final String UNKNOWN = "application/octet-stream";
    private static final Pattern LOCATION = Pattern.compile("/(?!/).*|https?://.+");
    private static final String BRIEFLY = "no-store";

    /** What a host that is told nothing goes by. */
    public static final Serving NONE = new Serving();

    private final Map<String, String> endings = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();
    private final Map<String, String> moved = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> notices = new HashSet<>();
    private final Set<String> lists = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private URI root = URI.create("/");

    private Serving() {}

    /** What a build wrote; empty if it is damaged, cut off or of another version. */
    public static Optional<Serving> read(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.size() < 2
                || !lines.getFirst().equals(VERSION)
                || !lines.getLast().equals("end")) {
            return Optional.empty();
        }
        var serving = new Serving();
        try {
            lines.subList(1, lines.size() - 1).forEach(serving::take);
            return Optional.of(serving);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private void take(String line) {
        int word = line.indexOf(' ');
        int colon = line.indexOf(": ", Math.max(word, 0));
        if (word < 0 || colon < 0) {
            throw new IllegalArgumentException(line);
        }
        String about = line.substring(word + 1, colon);
        String value = line.substring(colon + 2);
        switch (line.substring(0, word)) {
            case "root" -> root = URI.create(value);
            case "ending" -> endings.put(about, value);
            case "name" -> names.put(about, value);
            case "kept" -> kept.put(about, value);
            case "moved" -> location(value).ifPresent(to -> moved.put(about, to));
            case "gone" -> gone.add(about);
            case "notice" -> notices.add(about);
            case "list" -> lists.add(about);
            case "ended" -> ended.add(about);
            default -> {
                // For people who set up a host, or for a later version.
            }
        }
    }

    /** What hosts that are told file by file understand: from their own root, or whole; of anything else the page itself knows. */
    private static Optional<String> location(String to) {
        try {
            String ascii = URI.create(to).toASCIIString();
            return LOCATION.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** The paper's address, with a closing slash. */
    URI root() {
        return root;
    }

    /** Whether it is a page that comes and goes with what it lists. */
    boolean isList(OutputPath path) {
        return lists.contains(path.path());
    }

    /**
     * Whether nothing stands there any more but a page that says no more than that: a host that answers what is missing with 404
     * does better without it. So are the files that lie compressed beside it.
     */
    boolean isGone(OutputPath path) {
        return gone.contains(path.path()) || gone.contains(uncompressed(path.path()));
    }

    /** Whether what stands there is no more than a notice of withdrawal. */
    boolean isNotice(OutputPath page) {
        return notices.contains(page.path());
    }

    /** Whether somebody has taken back what stood there, with a notice or without one. */
    boolean isTakenBack(OutputPath page) {
        return gone.contains(page.path()) || notices.contains(page.path());
    }

    /** Whether the newsroom said that what stood there is for readers no longer: it goes at once, and nobody need be asked. */
    boolean isEnded(OutputPath path) {
        String name = path.path();
        if (ended.contains(name) || ended.contains(uncompressed(name))) {
            return true;
        }
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            if (ended.contains(name.substring(0, slash + 1))) {
                return true;
            }
        }
        return false;
    }

    private static String uncompressed(String path) {
        return path.endsWith(".gz") || path.endsWith(".br") ? path.substring(0, path.length() - ".gz".length()) : path;
    }

    /** What goes with a file, by name: {@link #TYPE}, {@link #KEPT} and, if it leads elsewhere, {@link #LEADS}. */
    SortedMap<String, String> headers(OutputPath path) {
        var headers = new TreeMap<String, String>();
        headers.put(TYPE, type(path.path()));
        // A notice may be mended or taken back at any time, and no cache may say otherwise.
        String keep = notices.contains(path.path()) ? BRIEFLY : kept(path.path());
        if (!keep.isEmpty()) {
            headers.put(KEPT, keep);
        }
        String to = moved.get(path.path());
        if (to != null) {
            headers.put(LEADS, to);
        }
        return headers;
    }

    private String type(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String named = names.get(name);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return named == null ? endings.getOrDefault(ending, UNKNOWN) : named;
    }

    /** What is said of the file itself, otherwise of the nearest folder above it of which anything is said. */
    private String kept(String path) {
        String known = kept.get(path);
        for (int slash = path.lastIndexOf('/'); slash > 0 && known == null; slash = path.lastIndexOf('/', slash - 1)) {
            known = kept.get(path.substring(0, slash + 1));
        }
        return known == null ? kept.getOrDefault("", "") : known;
    }
}
