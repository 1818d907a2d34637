package press.broadsheet.problem;

import java.nio.file.Path;

/**
 * Where in the newsroom's or designer's files something stands.
 *
 * @param file the file, relative to the site folder, for example {@code content/world/river.md}
 * @param line the line, from 1; 0 means the whole file
 * @param column the column in characters, from 1; 0 means the whole line
 */
public record Place(Path file, int line, int column) implements Comparable<Place> {

    /** The whole file. */
    public static Place in(Path file) {
        return new Place(file, 0, 0);
    }

    /** A line of the same file. */
    public Place atLine(int newLine) {
        return new Place(file, newLine, 0);
    }

    @Override
    public int compareTo(Place other) {
        // By text, not by Path: the order must not depend on the file system.
        int byFile = toText(file).compareTo(toText(other.file));
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** As a person reads it and an editor opens it: {@code content/world/river.md:4:10}. */
    @Override
    public String toString() {
        return toText(file) + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    }

    private static String toText(Path path) {
        return path.toString().replace('\\', '/');
    }
}
