package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.EscapeFilter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes printed values safe in HTML text and quoted attributes. Pebble puts it around everything that is printed. It
 * lets pass what needs no escaping without copying it, and refuses what is not text, so that no template shows the
 * inside of a view by mistake.
 */
final class Escaper extends EscapeFilter {
    private static final boolean[] SPECIAL = new boolean['>' + 1];

    static {
        for (char c : "&<>\"'\0".toCharArray()) {
            SPECIAL[c] = true;
        }
    }

    /** {@code value | raw}: for the finished HTML of views, whose names end in Html. */
    static final Filter RAW = new Filter() {
        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public @Nullable Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate template,
                EvaluationContext context,
                int line) {
            return input == null || input instanceof SafeString
                    ? input
                    : new SafeString(printable(input, template, line).toString());
        }
    };

    @Override
    public @Nullable Object apply(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate template,
            EvaluationContext context,
            int line) {
        if (input == null || input instanceof SafeString) {
            return input;
        }
        if (input instanceof String string) {
            if (arguments.get("strategy") != null) {
                throw new Fault(
                        TemplateFault.UNKNOWN_FUNCTION,
                        "There is no way of escaping but HTML's.",
                        "Leave it out: what is printed is escaped.",
                        line,
                        template.getName());
            }
            return new SafeString(html(string));
        }
        return printable(input, template, line);
    }

    /** What may be printed as it is, whatever it stands in: text, numbers, true and false. */
    static Object printable(Object input, PebbleTemplate template, int line) {
        if (input instanceof String || input instanceof Number || input instanceof Boolean) {
            return input;
        }
        boolean isView = input instanceof Record;
        throw new Fault(
                TemplateFault.NOT_PRINTABLE,
                (isView ? Attributes.called(input) : "A list or map") + " cannot be printed.",
                isView
                        ? "Print one of its attributes: " + String.join(", ", Attributes.of(input)) + "."
                        : "Go through it with {% for %}, or print one of its attributes.",
                line,
                template.getName());
    }

    static String html(String text) {
        // An array is read faster where String.charAt is a call, as in machine code.
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (isSpecial(letters[i])) {
                return escapeFrom(i, letters);
            }
        }
        return text;
    }

    private static String escapeFrom(int first, char[] letters) {
        var escaped = new StringBuilder(letters.length + 16).append(letters, 0, first);
        for (int i = first; i < letters.length; i++) {
            char c = letters[i];
            String replacement = replacement(c);
            if (replacement == null) {
                escaped.append(c);
            } else {
                escaped.append(replacement);
            }
        }
        return escaped.toString();
    }

    /** Whether something else is written for it. */
    static boolean isSpecial(char c) {
        return c <= '>' && SPECIAL[c];
    }

    private static @Nullable String replacement(char c) {
        if (!isSpecial(c)) {
            return null;
        }
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            // HTML has no place for it, not even escaped.
            case '\0' -> "\uFFFD";
            default -> null;
        };
    }
}
