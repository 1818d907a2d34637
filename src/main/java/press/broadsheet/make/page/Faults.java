package press.broadsheet.make.page;

import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.ParserException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;

/** Turns what Pebble throws into problems that a designer understands. */
final class Faults {
    private static final Pattern UNKNOWN =
            Pattern.compile("(Filter|Test|Function or Macro) \\[(.*)] does not exist\\.");
    private static final Pattern ARGUMENT = Pattern.compile("The following named argument does not exist: (.*)");

    private Faults() {}

    /**
     * @param asked the template that was to be printed, in case the fault does not say where it happened
     * @param given the names that templates give one another
     */
    static Problem problem(Throwable thrown, String asked, Map<String, Object> values, Set<String> given) {
        if (thrown instanceof StackOverflowError) {
            return new Problem(
                    TemplateFault.TEMPLATE_FAILED,
                    at(asked, 0),
                    "This template includes itself without end, or is nested too deeply.");
        }
        PebbleException fault = innermost(thrown);
        if (fault == null) {
            return new Problem(
                    TemplateFault.TEMPLATE_FAILED,
                    at(asked, 0),
                    "Printing failed: " + thrown.getClass().getSimpleName() + ": " + oneLine(thrown.getMessage()));
        }
        String file = fault.getFileName() == null || fault.getFileName().isEmpty() ? asked : fault.getFileName();
        Place place = at(file, fault.getLineNumber() == null ? 0 : fault.getLineNumber());
        return switch (fault) {
            case Fault ours -> new Problem(ours.code, place, ours.getPebbleMessage(), ours.hint);
            case RootAttributeNotFoundException root -> unknownVariable(root, place, values, given);
            case AttributeNotFoundException attribute ->
                new Problem(
                        TemplateFault.UNKNOWN_ATTRIBUTE,
                        place,
                        "There is no \"" + attribute.getAttributeName() + "\".");
            case ParserException syntax -> {
                ExpressionFault told = ExpressionFault.of(oneLine(syntax.getPebbleMessage()));
                yield new Problem(TemplateFault.BROKEN_TEMPLATE, place, told.message(), told.hint());
            }
            default -> other(fault, place);
        };
    }

    private static Problem unknownVariable(
            RootAttributeNotFoundException root, Place place, Map<String, Object> values, Set<String> given) {
        String name = root.getAttributeName();
        // Pebble throws the same for a variable that is not there and for one that is nothing.
        boolean isNothing = !root.getPebbleMessage().startsWith("Root attribute") || values.containsKey(name);
        if (isNothing) {
            boolean isVariable = root.getPebbleMessage().startsWith("Root attribute");
            return new Problem(
                    TemplateFault.ATTRIBUTE_OF_NOTHING,
                    place,
                    isVariable
                            ? "\"" + name + "\" is nothing here, so it has no attributes."
                            : "\"" + name + "\" is asked of nothing here.",
                    isVariable
                            ? "Ask first whether it is there: {% if " + name
                                    + " %} ... {% endif %}, in a condition {% if " + name + " and ... %}."
                            : "Ask first whether it is there: {% if x %}{{ x." + name + " }}{% endif %}.");
        }
        return given.contains(name)
                ? new Problem(
                        TemplateFault.UNKNOWN_VARIABLE,
                        place,
                        "This template is not given \"" + name + "\" here.",
                        "What includes it gives it; look there: {% include \"" + name(place) + "\" with {\"" + name
                                + "\": ...} %}")
                : unknownVariable(name, place, values.keySet());
    }

    /** The same whether it is found when the template is read or when it is printed, so that it is told once. */
    static Problem unknownVariable(String name, Place place, Collection<String> there) {
        return new Problem(
                TemplateFault.UNKNOWN_VARIABLE,
                place,
                "There is no variable \"" + name + "\" here, or it is nothing.",
                Fault.hint(name, there));
    }

    /** Printing finds it as well, and takes it for a variable that is nothing. */
    static Problem notInMacro(String name, Place place) {
        return new Problem(
                TemplateFault.UNKNOWN_VARIABLE,
                place,
                "A macro sees only its arguments, and \"" + name + "\" is none of this one's.",
                "Give it what it needs: {% macro m(..., " + name + ") %} and m(..., " + name
                        + "). Or make it a part: what {% include %} prints sees all that the page sees.");
    }

    private static Problem other(PebbleException fault, Place place) {
        String message = oneLine(fault.getPebbleMessage());
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            String name = unknown.group(2);
            return switch (unknown.group(1)) {
                case "Filter" -> unknown("filter", name, Dialect.Names.FILTERS, place);
                case "Test" -> unknown("test", name, Dialect.Names.TESTS, place);
                default -> unknown("function or macro", name, Dialect.Names.FUNCTIONS, place);
            };
        }
        Matcher argument = ARGUMENT.matcher(message);
        if (argument.matches()) {
            String name = argument.group(1);
            return new Problem(
                    TemplateFault.WRONG_ARGUMENT,
                    place,
                    "No argument of what is called here has the name \"" + name + "\".",
                    "What a word of the theme wants stands in braces: t(\"...\", {\"" + name
                            + "\": ...}). A macro names its arguments where it is defined.");
        }
        Throwable cause = fault.getCause();
        String why = cause == null || cause.getMessage() == null ? "" : ": " + oneLine(cause.getMessage());
        return new Problem(TemplateFault.TEMPLATE_FAILED, place, message + why);
    }

    /** @param there the names that there are of that kind */
    static Problem unknown(String kind, String name, Set<String> there, Place place) {
        return new Problem(
                TemplateFault.UNKNOWN_FUNCTION,
                place,
                "There is no " + kind + " \"" + name + "\".",
                Fault.hint(name, there));
    }

    /** Pebble wraps faults of conditions and comparisons; the innermost of its own kind says what happened. */
    private static @Nullable PebbleException innermost(Throwable thrown) {
        PebbleException found = null;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof PebbleException pebble) {
                found = pebble;
            }
        }
        return found;
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "" : message.replaceAll("\\s*\\R\\s*", " ").strip();
    }

    /** The template in which a place is, as it is named below {@code templates/}. */
    static String name(Place place) {
        return Path.of("templates").relativize(place.file()).toString().replace('\\', '/');
    }

    static Place at(String template, int line) {
        return new Place(Path.of("templates", NamedTemplates.normalise(template)), Math.max(line, 0), 0);
    }
}
