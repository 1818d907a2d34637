package press.broadsheet.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that are indented by four blanks and more. Markdown takes them for code, or for more of the line above; what looks like
 * an item of a list or like a sentence was not meant so. Code that looks like code is left alone.
 */
final class Indented {
    private static final String MARK = "(?:[-*+•]|\\d{1,2}[.)])[ \\t]+(?![a-z_]+:(?:\\s|$))";
    private static final Pattern ITEM = Pattern.compile(MARK + "[\\p{L}\\p{N}\"“«„'‘(\\[*_].*");
    private static final Pattern ITEM_WITHIN = Pattern.compile("\\n(?: {4,}| {0,3}\\t[ \\t]*)(?=" + MARK + "\\p{L})");

    /** At least five words and the end of a sentence, and no sign that only code has. */
    private static final Pattern SENTENCE =
            Pattern.compile("[\"“«„'‘]?\\p{Lu}[^{}<>=;|\\\\$`\\[\\]]*(?: [^{}<>=;|\\\\$`\\[\\] ]+){4,}[.!?…][\"”»’']?");

    private static final String HINT =
            "Indent an item of a list within another by as much as the words of the other one are: two"
                    + " blanks for \"- \". Do not indent anything else. Code stands between two lines of three backticks: ```";

    private Indented() {}

    /** Tells a block of code whose lines were hardly meant as code. */
    static void tellCode(String code, Sheet sheet, int offset) {
        String first = code.strip().lines().findFirst().orElse("").strip();
        boolean item = ITEM.matcher(first).matches();
        if (item || SENTENCE.matcher(first).matches()) {
            sheet.tell(
                    TextFault.INDENTED_TOO_FAR,
                    offset,
                    (item ? "This item of a list is" : "These words are") + " indented so far that readers see code.",
                    HINT);
        }
    }

    /** Tells the first item of a list within a paragraph of one, where a reader sees its mark between the words. */
    static void tellWithin(Sheet sheet, int from, int to) {
        Matcher within = ITEM_WITHIN.matcher(sheet.text()).region(from, to);
        if (within.find()) {
            sheet.tell(
                    TextFault.INDENTED_TOO_FAR,
                    within.end(),
                    "This item of a list is indented so far that it is a part of the line above.",
                    HINT);
        }
    }
}
