package press.broadsheet.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.broadsheet.problem.Place;

/**
 * The line that a problem is about, as far as it fits.
 *
 * @param line its number, from 1
 * @param text the line, or the part of it around the column
 * @param caret the character of {@code text} that the problem is about, from 0; -1 for the whole line
 */
public record Excerpt(int line, String text, int caret) {
    private static final int WIDEST = 110;
    private static final long LARGEST_FILE = 4 << 20;

    /** Finds excerpts, and reads each file once. Not thread-safe. */
    public static final class Finder {
        private final Path site;
        private final Map<Path, List<String>> files = new HashMap<>();

        public Finder(Path site) {
            this.site = site;
        }

        /** Empty if the place is a whole file, or there is no such line. */
        public Optional<Excerpt> find(Place place) {
            List<String> lines = files.computeIfAbsent(place.file(), this::read);
            if (place.line() < 1 || place.line() > lines.size()) {
                return Optional.empty();
            }
            String line = lines.get(place.line() - 1);
            int start = Math.max(0, Math.min(place.column() - 1 - WIDEST / 2, line.length() - WIDEST));
            String shown = line.substring(start, Math.min(line.length(), start + WIDEST));
            int caret = place.column() - 1 - start;
            return Optional.of(
                    new Excerpt(place.line(), shown, place.column() > 0 && caret <= shown.length() ? caret : -1));
        }

        private List<String> read(Path file) {
            Path path = site.resolve(file);
            try {
                if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_FILE) {
                    return List.of();
                }
                // A file that is not UTF-8 is itself a problem; its excerpt is shown as well as can be.
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                        .toString()
                        .lines()
                        .toList();
            } catch (IOException e) {
                return List.of();
            }
        }
    }
}
