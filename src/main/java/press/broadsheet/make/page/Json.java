package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.text.JsonWriter;

/**
 * {@code value | json}: text, a number, true or false, or lists and maps of these as JSON, for scripts and structured data
 * of a theme's own. It is escaped like all that is printed, as an attribute needs it; inside a script element it is printed
 * with {@code | json | raw}, which is safe there, see {@link JsonWriter}.
 */
final class Json implements Filter {
    @Override
    public @Nullable List<String> getArgumentNames() {
        return null;
    }

    @Override
    public Object apply(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate template,
            EvaluationContext context,
            int line) {
        var json = new JsonWriter();
        write(input, json, template, line);
        return json.toString();
    }

    private static void write(@Nullable Object value, JsonWriter json, PebbleTemplate template, int line) {
        switch (value) {
            case null -> json.written("null");
            case Boolean truth -> json.value(truth);
            // JSON has no word for what a division by nothing gives.
            case Number number -> json.written(Double.isFinite(number.doubleValue()) ? number.toString() : "null");
            case SafeString finished -> json.value(finished.toString());
            case List<?> list -> {
                json.array();
                list.forEach(item -> write(item, json, template, line));
                json.end();
            }
            case Map<?, ?> map -> {
                json.object();
                map.forEach((name, item) -> {
                    json.name(String.valueOf(name));
                    write(item, json, template, line);
                });
                json.end();
            }
            default -> json.value(String.valueOf(Escaper.printable(value, template, line)));
        }
    }
}
