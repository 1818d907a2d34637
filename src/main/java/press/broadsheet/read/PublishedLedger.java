package press.broadsheet.read;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import press.broadsheet.news.Card;
import press.broadsheet.news.Version;
import press.broadsheet.text.Digest;
import press.broadsheet.text.Fingerprint;

/**
 * What readers last got of each article, in digests: {@code content/_history/published.tsv}. Small enough to be kept with
 * the articles; it says that a text was changed, and which of its passages are new, but not what it said before.
 *
 * @param entries by the path of the article
 */
public record PublishedLedger(SortedMap<String, Entry> entries) {
    /** Where the newsroom's own record lies, below {@code content/}; its underscore keeps it out of the paper. */
    public static final String FOLDER = "_history/";

    public static final String PATH = FOLDER + "published.tsv";
    private static final String HEADING =
            "# What readers last got, written by broadsheet. Keep it with the articles.\n";
    private static final int DIGITS = 12;

    /**
     * One article.
     *
     * @param source digest of the file's bytes: while it is the same, nothing was changed
     * @param modified the last change that the article told readers of
     * @param corrections how many it had; {@code updates} likewise
     * @param headline its digest
     * @param passages their digests
     */
    public record Entry(
            String source, Instant modified, int corrections, int updates, String headline, List<String> passages) {

        public static Entry of(Card card, Version version, Fingerprint source) {
            return new Entry(
                    digest(source),
                    card.timing().modified(),
                    card.apparatus().corrections().size(),
                    card.apparatus().updates().size(),
                    digest(version.headline()),
                    version.passages().stream().map(PublishedLedger::digest).toList());
        }

        /** Whether the article tells readers of a change since. */
        public boolean isToldBy(Card card) {
            return card.timing().modified().isAfter(modified)
                    || card.apparatus().corrections().size() > corrections
                    || card.apparatus().updates().size() > updates;
        }
    }

    /** Lines that cannot be read are left out: of such an article nothing is known. */
    public static PublishedLedger read(byte[] bytes) {
        var entries = new TreeMap<String, Entry>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] parts = line.split("\t", -1);
            try {
                if (parts.length == 7) {
                    List<String> passages = parts[6].isEmpty() ? List.of() : List.of(parts[6].split(" ", -1));
                    entries.put(
                            parts[0],
                            new Entry(
                                    parts[1],
                                    Instant.parse(parts[2]),
                                    Integer.parseInt(parts[3]),
                                    Integer.parseInt(parts[4]),
                                    parts[5],
                                    passages));
                }
            } catch (DateTimeException | NumberFormatException unknown) {
                // As if it had never been published.
            }
        });
        return new PublishedLedger(entries);
    }

    public byte[] print() {
        var text = new StringBuilder(HEADING);
        entries.forEach((article, entry) -> text.append(String.join(
                        "\t",
                        article,
                        entry.source(),
                        entry.modified().toString(),
                        Integer.toString(entry.corrections()),
                        Integer.toString(entry.updates()),
                        entry.headline(),
                        String.join(" ", entry.passages())))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of a passage or headline. */
    public static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** Of a file's bytes; goes by the program's own fingerprints, and so holds until it has others. */
    public static String digest(Fingerprint print) {
        return print.toString().substring(0, DIGITS);
    }
}
