package press.broadsheet.read;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.broadsheet.news.Version;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * A version of an article as the newsroom's ledger keeps it, one file each: a few lines of heading, an empty line, then
 * one passage a line. Plain enough to be read, and to be compared by any other program.
 */
public final class VersionFile {
    private static final String SINCE = "since: ";
    private static final String DAY = " (day)";
    private static final String HEADLINE = "headline: ";
    private static final String STANDFIRST = "standfirst: ";

    private VersionFile() {}

    /** Where the versions of an article lie, below {@code content/}; counted from 1. */
    public static String path(String article, int number) {
        return PublishedLedger.FOLDER + article + "/" + number + ".txt";
    }

    public static byte[] print(Version version) {
        var text = new StringBuilder();
        text.append(SINCE)
                .append(version.since())
                .append(version.dayOnly() ? DAY : "")
                .append('\n');
        text.append(HEADLINE).append(version.headline()).append('\n');
        text.append(STANDFIRST).append(version.standfirst()).append("\n\n");
        version.passages().forEach(passage -> text.append(passage).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Empty after telling that the file is not one of these. */
    public static Optional<Version> read(byte[] bytes, Place place, Problems problems) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        try {
            String since = after(SINCE, lines.get(0));
            boolean dayOnly = since.endsWith(DAY);
            var passages = new ArrayList<String>();
            lines.stream().skip(3).filter(line -> !line.isBlank()).forEach(passages::add);
            return Optional.of(new Version(
                    Instant.parse(dayOnly ? since.substring(0, since.length() - DAY.length()) : since),
                    dayOnly,
                    after(HEADLINE, lines.get(1)),
                    after(STANDFIRST, lines.get(2)),
                    List.copyOf(passages)));
        } catch (IndexOutOfBoundsException | DateTimeException damaged) {
            problems.add(
                    ContentFault.BROKEN_VERSION,
                    place,
                    "This is no version of an article as \"broadsheet record\" writes it.",
                    "Bring the file back as it was, or delete it with those that have higher numbers.");
            return Optional.empty();
        }
    }

    private static String after(String label, String line) {
        if (!line.startsWith(label.stripTrailing())) {
            throw new IndexOutOfBoundsException(label);
        }
        return line.length() < label.length() ? "" : line.substring(label.length());
    }
}
