package press.broadsheet.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * What nobody outside may read, and whether a finished file holds it: runs of words of texts that are held back, of notes
 * among colleagues, and their addresses. It trusts nobody who made the files: it reads them as a stranger would.
 */
public final class Confidential {
    /** So many words in a row are not found in two texts by accident. */
    private static final int RUN = 6;

    /** Of these, so many must be words and not numbers: dates and times stand in many places. */
    private static final int WORDS = 4;

    private static final Set<String> READABLE = Set.of("html", "htm", "xml", "json", "txt", "webmanifest", "md", "csv");

    private final Map<Long, Secret> runs = new HashMap<>();
    private final Published published;

    /**
     * Something secret.
     *
     * @param what in words that complete "words of ...": {@code content/x.md, which is held back (draft)}
     * @param text its words; may be empty
     * @param address where it would stand, from the server's root; empty if nowhere
     */
    public record Secret(String what, String text, String address) {}

    /** All texts that readers may have, given one after another; asked only if something was found. */
    public interface Published {
        void each(Consumer<String> text) throws IOException;
    }

    public Confidential(Collection<Secret> secrets, Published published) {
        this.published = published;
        for (Secret secret : secrets) {
            new Words((hash, window) -> runs.putIfAbsent(hash, secret), false).read(secret.text());
            if (!secret.address().isEmpty()) {
                new Words((hash, window) -> runs.putIfAbsent(hash, secret), true).read(secret.address());
            }
        }
    }

    /**
     * Tells which files hold something of it.
     *
     * @throws IOException if a file cannot be read
     */
    public void check(FinishedSite site, Collection<OutputPath> paths, Problems problems) throws IOException {
        if (runs.isEmpty()) {
            return;
        }
        var found = new ArrayList<Found>();
        for (OutputPath path : paths) {
            if (isReadable(path)) {
                check(path, site.file(path), found);
            }
        }
        if (found.isEmpty()) {
            return;
        }
        var known = known(found);
        var told = new HashSet<String>();
        for (Found one : found) {
            if (!known.contains(one.hash) && told.add(one.path + " " + one.secret.what())) {
                problems.add(
                        DeployFault.PRIVATE_FILE,
                        Place.in(Path.of(one.path.path())),
                        "This file holds words of " + one.secret.what() + ": \"" + one.words + "\".",
                        "Nothing was sent. Take the words out of what shows them, or let that be published.");
            }
        }
    }

    private record Found(OutputPath path, Secret secret, long hash, String words) {}

    private void check(OutputPath path, Path file, List<Found> found) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        var seen = new LinkedHashSet<String>();
        new Words(
                        (hash, window) -> {
                            Secret secret = runs.get(hash);
                            boolean isAddress =
                                    secret != null && !secret.address().isEmpty() && text.contains(secret.address());
                            if (secret != null
                                    && (isAddress || enoughWords(window.text()))
                                    && seen.add(secret.what())) {
                                found.add(new Found(path, secret, hash, window.text()));
                            }
                        },
                        true)
                .read(text);
    }

    private static boolean enoughWords(String run) {
        int words = 0;
        for (String word : run.split(" ", -1)) {
            words += word.chars().anyMatch(Character::isLetter) && word.length() > 1 ? 1 : 0;
        }
        return words >= WORDS || run.codePoints().anyMatch(Character::isIdeographic);
    }

    /** What readers may have anyway: a draft that repeats a published piece is no secret as far as it does. */
    private Set<Long> known(List<Found> found) throws IOException {
        var asked = new HashSet<Long>();
        found.forEach(one -> asked.add(one.hash));
        var known = new HashSet<Long>();
        published.each(text -> new Words(
                        (hash, window) -> {
                            if (asked.contains(hash)) {
                                known.add(hash);
                            }
                        },
                        true)
                .read(text));
        return known;
    }

    private static boolean isReadable(OutputPath path) {
        String name = path.path();
        return READABLE.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * The runs of words in a text. Signs, markup and letter case do not count; what stands inside a tag is a text of its
     * own, so that emphasis does not tear a sentence and no attribute is passed over.
     */
    private static final class Words {
        private final Listener listener;
        private final boolean numbers;
        private final Window outside = new Window();
        private final Window inside = new Window();

        /** @param numbers whether runs count that are mostly numbers */
        Words(Listener listener, boolean numbers) {
            this.listener = listener;
            this.numbers = numbers;
        }

        /** Is told of each run. */
        private interface Listener {
            /** @param window has its words, until the next run */
            void run(long hash, Window window);
        }

        /** The last words of a text. */
        private static final class Window {
            private final String[] words = new String[RUN];
            private int count;

            /** Whether there is a run now. */
            boolean add(String word) {
                words[count++ % RUN] = word;
                return count >= RUN;
            }

            long hash() {
                long hash = 1125899906842597L;
                for (int i = 0; i < RUN; i++) {
                    hash = hash * 0x100000001b3L + words[(count + i) % RUN].hashCode();
                    hash ^= hash >>> 29;
                }
                return hash;
            }

            String text() {
                var text = new StringBuilder();
                for (int i = 0; i < RUN; i++) {
                    text.append(i == 0 ? "" : " ").append(words[(count + i) % RUN]);
                }
                return text.toString();
            }

            void clear() {
                count = 0;
            }
        }

        private void add(String word, Window window) {
            if (window.add(word) && (numbers || enoughWords(window.text()))) {
                listener.run(window.hash(), window);
            }
        }

        void read(String text) {
            Window window = outside;
            int start = -1;
            for (int at = 0; at <= text.length(); ) {
                int c = at < text.length() ? text.codePointAt(at) : ' ';
                boolean ideograph = Character.isIdeographic(c) || isKana(c);
                boolean letter = !ideograph && (Character.isLetterOrDigit(c) || c == 0xad);
                if (!letter && start >= 0) {
                    add(text.substring(start, at).replace("\u00ad", "").toLowerCase(Locale.ROOT), window);
                    start = -1;
                }
                if (letter && start < 0) {
                    start = at;
                } else if (ideograph) {
                    add(Character.toString(c), window);
                } else if (c == '<') {
                    window = inside;
                    window.clear();
                } else if (c == '>') {
                    window = outside;
                } else if (c == '&') {
                    at = entityEnd(text, at);
                }
                at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 1;
            }
        }

        private static boolean isKana(int c) {
            return c >= 0x3040 && c <= 0x30ff;
        }

        /** The last character of a character reference; where it begins if it is none. */
        private static int entityEnd(String text, int at) {
            int end = text.indexOf(';', at);
            return end > at && end - at < 10 && text.substring(at + 1, end).matches("#?[0-9A-Za-z]+") ? end : at;
        }
    }
}
