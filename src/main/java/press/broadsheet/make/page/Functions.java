package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Language;
import press.broadsheet.text.Plurals;

/**
 * The functions of templates. They ask the desk of the page that is being printed, so that what they asked is among the
 * page's needs; templates themselves never hold the desk.
 */
final class Functions {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\p{L}\\p{N}_-]+)}");

    private final Supplier<NewsDesk> desk;
    private final Supplier<Colours> colours;
    private final Predicate<String> hasTemplate;

    Functions(Supplier<NewsDesk> desk, Supplier<Colours> colours, Predicate<String> hasTemplate) {
        this.desk = desk;
        this.colours = colours;
        this.hasTemplate = hasTemplate;
    }

    Map<String, Function> all() {
        return Map.of(
                "hasAsset",
                        of(
                                List.of("name"),
                                (arguments, line, template) -> desk.get()
                                        .asset(text(arguments, "name"))
                                        .isPresent()),
                "t", of(List.of("key", "with"), this::word),
                "asset", of(List.of("name"), this::asset),
                "data", of(List.of("name"), this::data),
                "hasData",
                        of(
                                List.of("name"),
                                (arguments, line, template) ->
                                        desk.get().data(text(arguments, "name")).isPresent()),
                "colour",
                        of(
                                List.of("colour"),
                                (arguments, line, template) -> colours.get().classOf(text(arguments, "colour"))),
                "colours",
                        of(
                                List.of(),
                                (arguments, line, template) ->
                                        new SafeString(colours.get().mark())),
                "hasTemplate",
                        of(List.of("name"), (arguments, line, template) -> hasTemplate.test(text(arguments, "name"))));
    }

    /** {@code t("key")}, {@code t("key", 5)}, {@code t("key", {"name": value, "count": 5})}. */
    private String word(Map<String, Object> arguments, int line, String template) {
        String key = text(arguments, "key");
        Object with = arguments.get("with");
        Object count = with instanceof Map<?, ?> map ? map.get("count") : with;
        Language language = desk.get().language();
        String found = count instanceof Number number ? plural(key, number, language) : null;
        if (found == null) {
            found = desk.get().string(key).orElse(null);
        }
        if (found == null) {
            throw new Fault(
                    TemplateFault.MISSING_STRING,
                    "There is no \"" + key + "\" among the words of \"" + language.tag() + "\".",
                    desk.get().string(key + ".other").isPresent()
                            ? "It has one for each number: t(\"" + key + "\", 5)"
                            : "Mend its name, or add it to templates/strings/" + language.primary() + ".yaml.",
                    line,
                    template);
        }
        var given = new TreeMap<String, String>();
        if (with instanceof Map<?, ?> map) {
            map.forEach((name, value) -> given.put(String.valueOf(name), value == null ? "" : String.valueOf(value)));
        }
        if (count instanceof Number number) {
            given.put("count", inFigures(number, language));
        }
        return filled(key, found, given, line, template);
    }

    /** All placeholders at once: what stands in for one may look like another. */
    private static String filled(String key, String words, Map<String, String> given, int line, String template) {
        if (words.indexOf('{') < 0) {
            return words;
        }
        return PLACEHOLDER.matcher(words).replaceAll(placeholder -> {
            String name = placeholder.group(1);
            String value = given.get(name);
            if (value == null) {
                throw new Fault(
                        TemplateFault.WRONG_ARGUMENT,
                        "\"" + key + "\" wants {" + name + "}, and is given "
                                + (given.isEmpty() ? "nothing" : "{" + String.join("}, {", given.keySet()) + "}") + ": "
                                + words,
                        name.equals("count")
                                ? "Give it the number: t(\"" + key + "\", 5)"
                                : "Write t(\"" + key + "\", {\"" + name
                                        + "\": ...}), or mend the words in templates/strings/.",
                        line,
                        template);
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private @Nullable String plural(String key, Number number, Language language) {
        String category = Plurals.category(language.tag(), exact(number));
        return desk.get()
                .string(key + "." + category)
                .or(() -> desk.get().string(key + ".other"))
                .orElse(null);
    }

    /** With as many digits behind the point as were given: four and a half stars are not four. */
    private static String inFigures(Number number, Language language) {
        BigDecimal exact = exact(number);
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(Math.max(0, exact.scale()));
        format.setMaximumFractionDigits(Math.max(0, exact.scale()));
        return format.format(exact);
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof Double fraction && Double.isFinite(fraction)
                ? BigDecimal.valueOf(fraction).stripTrailingZeros()
                : BigDecimal.valueOf(number.longValue());
    }

    private String asset(Map<String, Object> arguments, int line, String template) {
        String name = text(arguments, "name");
        return desk.get()
                .asset(name)
                .orElseThrow(() -> new Fault(
                        TemplateFault.MISSING_ASSET,
                        "There is no file \"" + name + "\" in templates/assets/.",
                        name.startsWith("assets/")
                                ? "Names begin below assets/: \"" + name.substring("assets/".length()) + "\"."
                                : "Put it there, or mend the name.",
                        line,
                        template));
    }

    private Object data(Map<String, Object> arguments, int line, String template) {
        String name = text(arguments, "name");
        return desk.get()
                .data(name)
                .map(content -> Rows.of(content, name))
                .orElseThrow(() -> new Fault(
                        TemplateFault.MISSING_DATA,
                        "There is no file \"" + name + ".yaml\" or \"" + name + ".csv\" in content/data/.",
                        name.matches(".*\\.(yaml|yml|csv)")
                                ? "Leave the ending out: data(\"" + name.replaceAll("\\.[a-z]+$", "") + "\")"
                                : "Put it there, or mend the name. Where it may be missing, ask first:"
                                        + " {% if hasData(\"" + name + "\") %}.",
                        line,
                        template));
    }

    private static String text(Map<String, Object> arguments, String name) {
        return String.valueOf(arguments.getOrDefault(name, ""));
    }

    /** What a function does. */
    private interface Body {
        @Nullable
        Object call(Map<String, Object> arguments, int line, String template);
    }

    private static Function of(List<String> names, Body body) {
        return new Function() {
            @Override
            public List<String> getArgumentNames() {
                return names;
            }

            @Override
            public @Nullable Object execute(
                    Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
                return body.call(arguments, line, self.getName());
            }
        };
    }
}
