package press.broadsheet.read;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import press.broadsheet.problem.Problems;

/** Texts that nobody reads, because their names do not end as those of articles do. */
public final class UnreadFile {
    private static final String WORD_PROCESSOR =
            "Save it as plain text in UTF-8, with a name that ends in .md or .txt.";

    private static final String TABLE =
            "Save it as CSV: commas between cells, in UTF-8, with a name that ends in .csv.";

    /** By the endings of names in lower case: what to do. Empty if another ending is all that it takes. */
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("md", ""),
            Map.entry("markdown", ""),
            Map.entry("mdown", ""),
            Map.entry("mkd", ""),
            Map.entry("mdx", ""),
            Map.entry("txt", ""),
            Map.entry("text", ""),
            Map.entry("yml", ""),
            Map.entry("yaml", ""),
            Map.entry("json", ""),
            Map.entry("tsv", TABLE),
            Map.entry("xls", TABLE),
            Map.entry("xlsx", TABLE),
            Map.entry("ods", TABLE),
            Map.entry("doc", WORD_PROCESSOR),
            Map.entry("docx", WORD_PROCESSOR),
            Map.entry("odt", WORD_PROCESSOR),
            Map.entry("rtf", WORD_PROCESSOR),
            Map.entry("pages", WORD_PROCESSOR));

    /** What only {@code data/} could mean. */
    private static final Set<String> FIGURES = Set.of("json", "tsv", "xls", "xlsx", "ods");

    private UnreadFile() {}

    /**
     * Tells of a file if somebody meant it to be read.
     *
     * @param path below {@code content/}, of a file that is of no known kind
     */
    public static void tell(String path, Problems problems) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1);
        String lower = ending.toLowerCase(Locale.ROOT);
        String what = dot < 1 ? null : ENDINGS.get(lower);
        boolean inData = ("/" + path).contains("/data/");
        if (what == null || (FIGURES.contains(lower) && !inData)) {
            return;
        }
        String usual = usual(lower);
        String renamed = name.substring(0, dot + 1) + (ending.equals("txt") ? "md" : usual);
        boolean isNote = inData && !usual.equals("yaml") && !FIGURES.contains(lower);
        if (renamed.equals(name) || isNote) {
            return;
        }
        problems.add(
                ContentFault.UNREAD_FILE,
                new ContentPath(path).place(),
                "Nothing reads this file: its name ends in ." + ending + ".",
                what.isEmpty() ? "Rename it: " + renamed : what);
    }

    /** How articles, wire texts or settings end. A wire text is read wherever people and pages do not stand. */
    private static String usual(String ending) {
        return ending.startsWith("y") || ending.equals("json") ? "yaml" : ending.startsWith("t") ? "txt" : "md";
    }
}
