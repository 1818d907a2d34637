package press.broadsheet.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text begins. Where front matter gives no headline, the text's first heading is it, and is taken out of the text;
 * where there is no front matter at all, its first line is.
 *
 * @param headline the headline found in the text; empty if none was looked for, or none found
 * @param headlineLine where it stands
 * @param text the rest
 * @param firstLine the line of the file in which the rest begins
 */
record Opening(String headline, int headlineLine, String text, int firstLine) {
    private static final Pattern HEADING = Pattern.compile(" {0,3}#[ \\t]+(.*?)(?:[ \\t]+#+)?[ \\t]*");

    static Opening of(FrontMatter matter, boolean hasHeadline) {
        String text = matter.text();
        var none = new Opening("", 0, text, matter.firstLine());
        if (hasHeadline || text.isBlank()) {
            return none;
        }
        String[] lines = text.split("\n", -1);
        int at = 0;
        while (lines[at].isBlank()) {
            at++;
        }
        Matcher heading = HEADING.matcher(lines[at]);
        if (heading.matches()) {
            return taken(heading.group(1), lines, at, 1, matter.firstLine());
        }
        if (at + 1 < lines.length && lines[at + 1].matches(" {0,3}=+[ \\t]*")) {
            return taken(lines[at].strip(), lines, at, 2, matter.firstLine());
        }
        return matter.present() ? none : taken(lines[at].strip(), lines, at, 1, matter.firstLine());
    }

    private static Opening taken(String headline, String[] lines, int at, int count, int firstLine) {
        var rest = new StringBuilder();
        for (int line = at + count; line < lines.length; line++) {
            rest.append(lines[line]).append(line + 1 < lines.length ? "\n" : "");
        }
        return new Opening(headline, firstLine + at, rest.toString(), firstLine + at + count);
    }
}
