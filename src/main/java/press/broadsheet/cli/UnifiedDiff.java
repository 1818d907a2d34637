package press.broadsheet.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Shows two texts of equally many lines as a unified diff: what mending leaves always is such. */
record UnifiedDiff(PrintWriter out, Colours colours) {
    private static final int CONTEXT = 3;

    /** @param name of the file, with {@code /} */
    void print(String name, String before, String after) {
        List<String> old = List.of(before.split("\n", -1));
        List<String> now = List.of(after.split("\n", -1));
        if (old.size() != now.size()) {
            throw new IllegalArgumentException("Mending adds and removes no lines");
        }
        out.println(colours.bold("--- a/" + name));
        out.println(colours.bold("+++ b/" + name));
        int last = before.endsWith("\n") ? old.size() - 1 : old.size();
        int line = 0;
        while (line < last) {
            if (old.get(line).equals(now.get(line))) {
                line++;
                continue;
            }
            int end = endOfHunk(old, now, line, last);
            hunk(old, now, Math.max(0, line - CONTEXT), end);
            line = end;
        }
    }

    /** Changes that stand near one another are shown together. */
    private static int endOfHunk(List<String> old, List<String> now, int first, int last) {
        int end = first + 1;
        for (int line = first; line < last && line < end + 2 * CONTEXT; line++) {
            if (!old.get(line).equals(now.get(line))) {
                end = line + 1;
            }
        }
        return Math.min(last, end + CONTEXT);
    }

    private void hunk(List<String> old, List<String> now, int from, int to) {
        String range = (from + 1) + "," + (to - from);
        out.println("@@ -" + range + " +" + range + " @@");
        int line = from;
        while (line < to) {
            if (old.get(line).equals(now.get(line))) {
                out.println(" " + shown(old.get(line)));
                line++;
                continue;
            }
            var added = new ArrayList<String>();
            while (line < to && !old.get(line).equals(now.get(line))) {
                out.println(colours.red("-" + shown(old.get(line))));
                added.add(shown(now.get(line)));
                line++;
            }
            added.forEach(text -> out.println(colours.green("+" + text)));
        }
    }

    /** A line as a person sees it: a carriage return at its end is no part of it. */
    private static String shown(String line) {
        return Plain.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
}
