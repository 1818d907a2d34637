package press.broadsheet.markdown;

import java.util.Set;
import java.util.TreeSet;
import press.broadsheet.text.Nearest;

/** Names that reporters may give, and the nearest to one that they may not. */
final class Names {
    private static final String STRAIGHT =
            "Put values in straight quotation marks, as on a typewriter: {by=\"Ada King\"}";

    private Names() {}

    /** Tells every attribute that is not among the known. */
    static void check(Attributes attributes, Set<String> known, String owner, Sheet sheet, int offset) {
        for (String name : attributes.values().keySet()) {
            if (!known.contains(name)) {
                sheet.tell(
                        TextFault.UNKNOWN_MARK_ATTRIBUTE,
                        offset,
                        owner + " has no attribute \"" + name + "\".",
                        hint(name, known, attributes.get(name).isEmpty()));
            }
        }
    }

    /** Tells every attribute that is given twice: only the first counts, and nobody knows which was meant. */
    static void checkTwice(Attributes attributes, Sheet sheet, int offset) {
        for (String name : attributes.twice()) {
            sheet.tell(
                    TextFault.SAME_ATTRIBUTE_TWICE,
                    offset,
                    "The attribute \"" + name + "\" is given twice; only " + name + "=\"" + attributes.get(name)
                            + "\" would count.",
                    "Keep one of the two.");
        }
    }

    private static String hint(String name, Set<String> known, boolean bare) {
        if (name.matches(".*[“”„«»‘’].*")) {
            return STRAIGHT;
        }
        if (name.endsWith(",")) {
            return "Take out the comma; blanks stand between attributes.";
        }
        // The second word of a value without quotation marks.
        return bare && Character.isUpperCase(name.codePointAt(0))
                ? "Put values of several words in quotation marks: {by=\"Ada King\"}"
                : didYouMean(name, known);
    }

    static String didYouMean(String name, Set<String> known) {
        return Nearest.of(name, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElseGet(() -> "Known are: " + String.join(", ", new TreeSet<>(known)) + ".");
    }
}
