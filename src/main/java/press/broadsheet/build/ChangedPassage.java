package press.broadsheet.build;

import java.util.List;
import press.broadsheet.text.Edits;

/**
 * A passage that was changed, for whoever must say whether it matters: shown where it was changed.
 *
 * @param before what readers had; empty if nobody knows it
 * @param after what it says now
 */
record ChangedPassage(String before, String after) {
    private static final int LONGEST = 90;

    /** So much of what was not changed stands before the change. */
    private static final int AHEAD = 40;

    /** In words that complete "but ...". */
    String words() {
        if (before.isEmpty()) {
            return "the text now says \"" + quote(after, 0) + "\"";
        }
        int same = 0;
        List<Edits.Run<String>> runs = Edits.inText(before, after);
        if (!runs.isEmpty() && runs.getFirst().fate() == Edits.Fate.KEPT) {
            same = String.join("", runs.getFirst().items()).length();
        }
        return "the text now says \"" + quote(after, same) + "\" where readers had \"" + quote(before, same) + "\"";
    }

    /** Some words around a place. */
    private static String quote(String text, int place) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int from = place <= AHEAD ? 0 : text.lastIndexOf(' ', place - AHEAD / 2) + 1;
        String rest = text.substring(from);
        String head = from == 0 ? "" : "… ";
        if (rest.length() <= LONGEST) {
            return head + rest;
        }
        int space = rest.lastIndexOf(' ', LONGEST);
        return head + rest.substring(0, space > 0 ? space : LONGEST) + " …";
    }
}
