package press.broadsheet.read;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * Front matter that begins in another way than it must: below empty lines, with hyphens that a word processor joined to a
 * dash, with two or four of them, or as other programs have it. Readers would see it as text.
 */
final class Misopened {
    /** A line of marks, below it soon a field that every article has. */
    private static final Pattern START = Pattern.compile(
            "\\A\uFEFF?(\\s*?)([-–—―+=*_~;{]{1,6})[ \\t]*\\R(?:.*\\R){0,6}?[\"' \\t]*(?i:headline|title|published|date)[\"']?[ \\t]*([:=])");

    private Misopened() {}

    /** Whether that is what stands there, and was told. */
    static boolean tell(String text, Path file, Problems problems) {
        Matcher start = START.matcher(text);
        if (!start.find()) {
            return false;
        }
        int line = 1 + (int) start.group(1).chars().filter(c -> c == '\n').count();
        String marks = start.group(2);
        boolean isYaml = start.group(3).equals(":") && !marks.startsWith("{");
        problems.add(
                ContentFault.FRONT_MATTER_NOT_OPENED,
                Place.in(file).atLine(line),
                marks.equals("---")
                        ? "The front matter begins in line " + line + ", below lines that are empty."
                        : "This looks like front matter, but it begins with \"" + marks + "\".",
                isYaml
                        ? "Begin the file with a line of three hyphens, ---, and put another such line below the fields."
                        : "Write fields as YAML, field: value, between two lines of three hyphens: ---.");
        return true;
    }
}
