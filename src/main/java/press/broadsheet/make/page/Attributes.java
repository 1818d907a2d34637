package press.broadsheet.make.page;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.MacroAttributeProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.view.OnDemand;
import press.broadsheet.view.SiteView;

/**
 * Answers {@code a.b} in templates. Only views, lists, maps and Pebble's own loop and macros have attributes; so a
 * template cannot reach the engine, whatever it is given. A key that a map does not have is nothing, not a fault: maps
 * hold what the newsroom chose to write. For {@linkplain Rows data files} somebody chose the names once and for all.
 */
final class Attributes implements AttributeResolver {
    private static final String VIEWS = SiteView.class.getPackageName();

    /** What other programs call it, and what it may be called here. */
    private static final Map<String, List<String>> SYNONYMS = Map.ofEntries(
            Map.entry("url", List.of("address")),
            Map.entry("href", List.of("address")),
            Map.entry("link", List.of("address")),
            Map.entry("permalink", List.of("address")),
            Map.entry("src", List.of("address")),
            Map.entry("title", List.of("headline", "name", "card.headline")),
            Map.entry("headline", List.of("title", "name", "card.headline")),
            Map.entry("text", List.of("name", "textHtml", "body")),
            Map.entry("date", List.of("published", "brief", "full", "card.published")),
            Map.entry("author", List.of("byline")),
            Map.entry("authors", List.of("byline", "people")),
            Map.entry("summary", List.of("standfirstHtml", "descriptionHtml", "description")),
            Map.entry("excerpt", List.of("standfirstHtml", "descriptionHtml")),
            Map.entry("description", List.of("standfirstHtml", "descriptionHtml")),
            Map.entry("standfirst", List.of("standfirstHtml")),
            Map.entry("image", List.of("picture", "portrait", "logo")),
            Map.entry("content", List.of("body", "text", "html")),
            Map.entry("caption", List.of("captionHtml")),
            Map.entry("articles", List.of("cards")),
            Map.entry("posts", List.of("cards")),
            Map.entry("items", List.of("cards", "slots")));

    private static final List<String> LOOP = List.of("index", "first", "last", "length", "revindex");

    /** Of the process, not of a theme: what reads a component is a class of its own, and stays as long as this one. */
    private static final ClassValue<Accessors> ACCESSORS = new ClassValue<>() {
        @Override
        protected Accessors computeValue(Class<?> type) {
            return isView(type) ? new Accessors(type) : Accessors.NONE;
        }
    };

    private static boolean isView(Class<?> type) {
        return type.getPackageName().equals(VIEWS);
    }

    @Override
    public ResolvedAttribute resolve(
            @Nullable Object instance,
            Object attribute,
            Object @Nullable [] arguments,
            @Nullable ArgumentsNode argumentNodes,
            EvaluationContextImpl context,
            String template,
            int line) {
        if (instance instanceof MacroAttributeProvider macros && argumentNodes != null) {
            return new ResolvedAttribute(macros.macro(context, String.valueOf(attribute), argumentNodes, false, line));
        }
        if (arguments != null) {
            throw new Fault(
                    TemplateFault.UNKNOWN_FUNCTION,
                    "\"" + attribute + "(...)\" is not a function: values have attributes only.",
                    "Write it without the brackets.",
                    line,
                    template);
        }
        return new ResolvedAttribute(
                switch (instance) {
                    case null -> null;
                    case Record view -> ofView(view, String.valueOf(attribute), template, line);
                    case Rows.Row row -> row.cell(String.valueOf(attribute), template, line);
                    case Map<?, ?> map -> map.get(attribute);
                    case List<?> list -> ofList(list, attribute, template, line);
                    case Map.Entry<?, ?> entry -> ofEntry(entry, attribute, template, line);
                    case ForNode.LoopVariables loop -> ofLoop(loop, String.valueOf(attribute), template, line);
                    default ->
                        throw unknown(
                                "Text, numbers and the like have no attributes; \"" + attribute + "\" was asked for.",
                                "",
                                line,
                                template);
                });
    }

    /** A view as messages call it. */
    static String called(Object view) {
        String name = view.getClass().getSimpleName();
        return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "An " : "A ") + name;
    }

    /** What a view has, in order. */
    static List<String> of(Object view) {
        return ACCESSORS.get(view.getClass()).names().stream().sorted().toList();
    }

    private @Nullable Object ofView(Record view, String name, String template, int line) {
        Accessors known = ACCESSORS.get(view.getClass());
        Accessors.Accessor accessor = known.find(name);
        if (accessor == null) {
            if (!isView(view.getClass())) {
                throw unknown("A " + view.getClass().getSimpleName() + " is not a view.", "", line, template);
            }
            throw unknown(
                    called(view) + " has no \"" + name + "\".",
                    SYNONYMS.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                            .filter(usual -> known.names().contains(usual.split("\\.", 2)[0]))
                            .findFirst()
                            .map(usual -> "Did you mean \"" + usual + "\"?")
                            .orElseGet(() -> Fault.hint(name, known.names())),
                    line,
                    template);
        }
        Object value = accessor.get(view);
        return value instanceof OnDemand<?> later ? later.get() : value;
    }

    private static @Nullable Object ofList(List<?> list, Object attribute, String template, int line) {
        if (attribute instanceof Number number) {
            int index = number.intValue();
            return index >= 0 && index < list.size() ? list.get(index) : null;
        }
        throw unknown(
                "A list has no \"" + attribute + "\".",
                "Go through it with {% for %}, or use list[0], list | length, list | first, list | last.",
                line,
                template);
    }

    private static @Nullable Object ofEntry(Map.Entry<?, ?> entry, Object attribute, String template, int line) {
        return switch (String.valueOf(attribute)) {
            case "key" -> entry.getKey();
            case "value" -> entry.getValue();
            default -> throw unknown("An entry has no \"" + attribute + "\".", "There is: key, value.", line, template);
        };
    }

    private static Object ofLoop(ForNode.LoopVariables loop, String name, String template, int line) {
        return switch (name) {
            case "index" -> loop.getIndex();
            case "first" -> loop.isFirst();
            case "last" -> loop.isLast();
            case "length" -> loop.getLength();
            case "revindex" -> loop.getRevindex();
            default -> throw unknown("A loop has no \"" + name + "\".", Fault.hint(name, LOOP), line, template);
        };
    }

    private static Fault unknown(String message, String hint, int line, String template) {
        return new Fault(TemplateFault.UNKNOWN_ATTRIBUTE, message, hint, line, template);
    }
}
