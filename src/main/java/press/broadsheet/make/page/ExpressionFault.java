package press.broadsheet.make.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Pebble says of an expression that it cannot read, in words of the designer's.
 *
 * @param message what is
 * @param hint what to do; empty if nobody can know
 */
record ExpressionFault(String message, String hint) {
    private static final Pattern UNEXPECTED = Pattern.compile(
            "Unexpected (?:token of value |token \"\\w+\" of value |character |)[\"\\[](.*?)[\"\\]](?: and type .*)?");
    private static final Pattern UNCLOSED = Pattern.compile("Unclosed \"([])}])\"");

    /** What other languages write, and what stands for it here. */
    private static final Map<String, String> OTHER_LANGUAGES = Map.of(
            "=", "Two things are compared by ==. A variable gets its value by {% set x = ... %}.",
            "&", "Write \"and\".",
            "|", "Write \"or\".",
            "!", "Write \"not\".",
            "of", "Write {% for x in list %}.");

    static ExpressionFault of(String pebble) {
        Matcher unclosed = UNCLOSED.matcher(pebble);
        if (unclosed.matches()) {
            return new ExpressionFault(
                    "A bracket is opened and not closed.", "Write " + unclosed.group(1) + " where it ends.");
        }
        Matcher unexpected = UNEXPECTED.matcher(pebble);
        if (!unexpected.matches()) {
            return new ExpressionFault(pebble, "");
        }
        String what = unexpected.group(1);
        if (what.equals("}}") || what.equals("%}")) {
            return new ExpressionFault("Something is missing before " + what + ".", "");
        }
        return new ExpressionFault("\"" + what + "\" is not expected here.", OTHER_LANGUAGES.getOrDefault(what, ""));
    }
}
