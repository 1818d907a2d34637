package press.broadsheet.read;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import press.broadsheet.problem.Problems;

/** Reads a theme's words in one language, {@code templates/strings/<lang>.yaml}. */
public final class StringsReader {
    private StringsReader() {}

    /**
     * The words by key. Fields within fields have their names joined by dots: {@code minutes.one}.
     *
     * @param file relative to the site folder, for problems
     */
    public static Map<String, String> read(Path file, byte[] bytes, Problems problems) {
        Map<String, String> strings = new LinkedHashMap<>();
        TextFile.decode(bytes, file, problems)
                .flatMap(new Sheet(file, 0, problems)::read)
                .ifPresent(value -> flatten("", value, strings));
        return Collections.unmodifiableMap(strings);
    }

    private static void flatten(String key, Value value, Map<String, String> strings) {
        if (value.isMap() || key.isEmpty()) {
            value.entries().forEach((name, inner) -> flatten(key.isEmpty() ? name : key + "." + name, inner, strings));
        } else {
            strings.put(key, value.text());
        }
    }
}
