package press.broadsheet.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Why YAML cannot be read, in our own words: YAML's are meant for those who write parsers.
 *
 * @param line from 0, in the YAML text; -1 if it is not known
 * @param column from 0
 * @param hint empty if there is nothing to add
 */
record YamlRefusal(int line, int column, String message, String hint) {
    private static final String NO_FIELD = "could not find expected ':'";
    /** A field whose colon has no space behind it; an address has none either. */
    private static final Pattern TOO_CLOSE =
            Pattern.compile("^(\\s*(?:- +)*)(\\p{L}[\\p{L}\\p{N}_-]*):([^\\s/].*?)\\s*$");

    /** @param yaml the text that was refused */
    static YamlRefusal of(MarkedYamlEngineException refusal, String yaml) {
        String problem = String.valueOf(refusal.getProblem());
        Optional<Mark> here = refusal.getProblemMark();
        // What YAML was reading when it gave up: there it began to go wrong.
        Optional<Mark> start = refusal.getContextMark().or(() -> here);
        if (problem.startsWith(NO_FIELD)) {
            return tooClose(line(start), yaml)
                    .orElseGet(() -> at(
                            start,
                            "This line is no field: no name stands at its start with a colon and a space behind it.",
                            "If it carries on the text above, begin it with two spaces; if the fields end here, put a line of"
                                    + " three hyphens above it."));
        }
        if (problem.contains("mapping values are not allowed")) {
            return tooClose(line(here) - 1, yaml)
                    .orElseGet(() -> at(
                            here,
                            "A colon followed by a space stands where YAML expects none.",
                            "If it belongs to a text, put the whole text in quotation marks; if a field begins here, begin its"
                                    + " line where the other fields begin theirs."));
        }
        YamlRefusal known = known(problem, here, start);
        return known == null ? at(here, "YAML cannot be read here: " + problem + ".", "") : known;
    }

    private static @Nullable YamlRefusal known(String problem, Optional<Mark> here, Optional<Mark> start) {
        if (problem.contains("(TAB)")) {
            return at(
                    here,
                    "A tab stands here, and YAML takes only spaces at the beginning of a line.",
                    "Put two spaces in its place, or none if the field does not belong to the one above.");
        }
        if (problem.startsWith("expected ',' or ']'")) {
            return at(
                    start,
                    "The list that begins here with [ is not closed, or something in it is not separated.",
                    "Put a comma between its items and ] behind the last; an item with a colon needs quotation marks.");
        }
        if (problem.startsWith("expected ',' or '}'")) {
            return at(
                    start,
                    "The fields that begin here with { are not closed, or two of them are not separated.",
                    "Put a comma between them and } behind the last; a text with a colon needs quotation marks.");
        }
        if (problem.startsWith("expected <block end>") || problem.startsWith("expected '<document start>'")) {
            return at(
                    here,
                    "This line is indented in another way than those that it belongs to.",
                    "Begin it exactly below the first of them, with as many spaces.");
        }
        if (problem.startsWith("found unknown escape character")) {
            return at(
                    here,
                    "Between double quotation marks, YAML takes \\ and the letter behind it for a sign of its own.",
                    "Write / in paths; elsewhere put the text in single quotation marks.");
        }
        if (problem.startsWith("unexpected character found")) {
            return at(
                    start,
                    "A word that begins with * or & has a meaning of its own in YAML.",
                    "Begin an item of a list with a hyphen: - ...; put a text that begins so in quotation marks.");
        }
        return null;
    }

    /** If the line is a field but for the space behind its colon. */
    private static Optional<YamlRefusal> tooClose(int line, String yaml) {
        List<String> lines = yaml.lines().toList();
        if (line < 0 || line >= lines.size()) {
            return Optional.empty();
        }
        Matcher field = TOO_CLOSE.matcher(lines.get(line));
        if (!field.matches()) {
            return Optional.empty();
        }
        String name = field.group(2);
        return Optional.of(new YamlRefusal(
                line,
                lines.get(line).codePointCount(0, field.start(3)),
                "The space behind the colon of \"" + name + "\" is missing, so that it is no field.",
                "Write it so:\n" + name + ": " + field.group(3)));
    }

    private static YamlRefusal at(Optional<Mark> mark, String message, String hint) {
        return new YamlRefusal(line(mark), mark.map(Mark::getColumn).orElse(0), message, hint);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(-1);
    }
}
