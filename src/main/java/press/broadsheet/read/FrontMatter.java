package press.broadsheet.read;

import java.nio.file.Path;
import java.util.Optional;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * A Markdown file, split.
 *
 * @param fields what stands between the two lines {@code ---}; without fields if there is nothing
 * @param present whether the file has front matter at all
 * @param text the rest
 * @param firstLine the line of the file in which the rest begins
 */
record FrontMatter(Fields fields, boolean present, String text, int firstLine) {

    /** Splits a file; empty after telling what is wrong with it. */
    static Optional<FrontMatter> read(byte[] bytes, Path file, Vocabulary vocabulary, Problems problems) {
        return TextFile.decode(bytes, file, problems).flatMap(text -> split(text, file, vocabulary, problems));
    }

    private static Optional<FrontMatter> split(String text, Path file, Vocabulary vocabulary, Problems problems) {
        Optional<Part> found = Part.find(text);
        if (found.isEmpty()) {
            if (Part.isOpened(text)) {
                problems.add(
                        ContentFault.FRONT_MATTER_NOT_CLOSED,
                        Place.in(file).atLine(1),
                        "The front matter that begins here has no end.",
                        "Put a line --- below its last field.");
                return Optional.empty();
            }
            if (Misopened.tell(text, file, problems)) {
                return Optional.empty();
            }
            var none = Fields.none(new Sheet(file, 0, problems), vocabulary);
            return Optional.of(new FrontMatter(none, false, text, 1));
        }
        Part part = found.get();
        var sheet = new Sheet(file, part.linesBefore(), problems);
        if (part.yaml().isBlank()) {
            return Optional.of(new FrontMatter(
                    Fields.none(sheet, vocabulary), true, text.substring(part.rest()), part.firstLine()));
        }
        return sheet.read(part.yaml())
                .flatMap(value -> value.fields(vocabulary))
                .map(fields -> new FrontMatter(fields, true, text.substring(part.rest()), part.firstLine()));
    }

    /**
     * Where the front matter stands in a file's text.
     *
     * @param start the first character of the YAML; {@code end} the one after its last
     * @param rest the first character after the closing line
     */
    record Part(String yaml, int start, int end, int rest, int linesBefore, int firstLine) {

        /** Knows byte order marks and both kinds of line end, so that a text can be mended without changing them. */
        static Optional<Part> find(String text) {
            if (!isOpened(text)) {
                return Optional.empty();
            }
            int start = text.indexOf('\n') + 1;
            int line = 2;
            for (int at = start; start > 0 && at <= text.length(); line++) {
                int newline = text.indexOf('\n', at);
                int end = newline < 0 ? text.length() : newline;
                String candidate = text.substring(at, end).stripTrailing();
                if (candidate.equals("---") || candidate.equals("...")) {
                    int rest = Math.min(end + 1, text.length());
                    return Optional.of(new Part(text.substring(start, at), start, at, rest, 1, line + 1));
                }
                if (newline < 0) {
                    break;
                }
                at = newline + 1;
            }
            return Optional.empty();
        }

        static boolean isOpened(String text) {
            int start = text.startsWith("\uFEFF") ? 1 : 0;
            int newline = text.indexOf('\n');
            return text.substring(start, newline < 0 ? text.length() : newline)
                    .stripTrailing()
                    .equals("---");
        }
    }
}
