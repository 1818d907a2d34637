package press.broadsheet.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Table;

/** Reads {@code data/*.yaml} and {@code data/*.csv} for templates. */
public final class DataReader {
    private DataReader() {}

    /**
     * Text, whole numbers ({@code Long}), decimal numbers ({@code Double}), booleans, lists and maps; a table is a
     * {@link Table}, whose rows are maps from the heading's names to text. Empty after telling why it cannot be read.
     *
     * @param path below {@code content/}: {@code data/results.csv}
     */
    public static Optional<Object> read(String path, byte[] bytes, Problems problems) {
        var file = new ContentPath(path);
        Optional<String> text = TextFile.decode(bytes, file.file(), problems);
        return path.endsWith(".csv")
                ? text.flatMap(table -> new Csv(table, file, problems).read())
                : text.flatMap(new Sheet(file.file(), 0, problems)::read).map(Value::toObject);
    }

    /** A table in the form of RFC 4180: commas between cells, quotation marks around cells that hold any. */
    private static final class Csv {
        private final String text;
        private final ContentPath file;
        private final Problems problems;
        private int at;
        private int line = 1;

        Csv(String text, ContentPath file, Problems problems) {
            this.text = text;
            this.file = file;
            this.problems = problems;
        }

        Optional<Object> read() {
            List<String> heading = List.of();
            List<Map<String, Object>> rows = new ArrayList<>();
            boolean good = true;
            while (at < text.length()) {
                int start = line;
                List<String> cells = row();
                if (cells.isEmpty()) {
                    return Optional.empty();
                }
                if (cells.size() == 1 && cells.getFirst().isBlank()) {
                    continue;
                }
                if (heading.isEmpty()) {
                    heading = cells;
                    good = isHeading(cells, start);
                } else if (cells.size() != heading.size()) {
                    tell(start, "The row has " + cells.size() + " cells, the heading " + heading.size() + ".");
                    good = false;
                } else {
                    rows.add(named(heading, cells));
                }
            }
            return good ? Optional.of(new Table(rows)) : Optional.empty();
        }

        /** Whether each column can be told from the others; no after telling. */
        private boolean isHeading(List<String> cells, int where) {
            if (cells.size() == 1 && cells.getFirst().indexOf(';') >= 0) {
                tell(where, "The cells are parted by semicolons.", "Save the table with commas between its cells.");
                return false;
            }
            var names = new HashSet<String>();
            for (String cell : cells) {
                if (!names.add(cell.strip())) {
                    tell(
                            where,
                            "Two columns are called \"" + cell.strip() + "\".",
                            "Give each a name of its own: a row can show only one of the two.");
                    return false;
                }
            }
            return true;
        }

        private static Map<String, Object> named(List<String> heading, List<String> cells) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int column = 0; column < heading.size(); column++) {
                row.put(heading.get(column).strip(), cells.get(column));
            }
            return Collections.unmodifiableMap(row);
        }

        /** Empty after telling that a quotation mark is not closed. */
        private List<String> row() {
            int start = line;
            var cells = new ArrayList<String>();
            var cell = new StringBuilder();
            boolean quoted = false;
            while (at < text.length()) {
                char letter = text.charAt(at++);
                if (letter == '\n') {
                    line++;
                }
                if (quoted) {
                    boolean doubled = letter == '"' && at < text.length() && text.charAt(at) == '"';
                    if (letter == '"' && !doubled) {
                        quoted = false;
                    } else {
                        cell.append(letter);
                        at += doubled ? 1 : 0;
                    }
                } else if (letter == '"' && cell.isEmpty()) {
                    quoted = true;
                } else if (letter == ',') {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else if (letter == '\n') {
                    break;
                } else {
                    cell.append(letter);
                }
            }
            if (quoted) {
                tell(
                        start,
                        "In the row that begins here, a quotation mark is not closed.",
                        "Put one at the end of the cell; within a cell write two for each.");
                return List.of();
            }
            cells.add(cell.toString());
            return cells;
        }

        private void tell(int where, String message) {
            tell(where, message, "");
        }

        private void tell(int where, String message, String hint) {
            problems.add(ContentFault.BROKEN_TABLE, Place.in(file.file()).atLine(where), message, hint);
        }
    }
}
