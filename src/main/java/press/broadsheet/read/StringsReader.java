package press.broadsheet.read;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** Reads a theme's words in one language, {@code templates/strings/<lang>.yaml}. */
public final class StringsReader {
    private static final Set<String> PATTERNS = Set.of("full", "long", "brief", "time", "month", "year");

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
                .ifPresent(value -> {
                    flatten("", value, strings);
                    checkPatterns(value, problems);
                });
        return Collections.unmodifiableMap(strings);
    }

    /** Where each word stands, by key; what is wrong with the file is told by whoever reads the words. */
    public static Map<String, Place> places(Path file, byte[] bytes) {
        Map<String, Place> places = new LinkedHashMap<>();
        var untold = new Problems();
        TextFile.decode(bytes, file, untold)
                .flatMap(new Sheet(file, 0, untold)::read)
                .filter(Value::isMap)
                .ifPresent(value -> locate("", value, places));
        return Collections.unmodifiableMap(places);
    }

    private static void locate(String key, Value value, Map<String, Place> places) {
        if (value.isMap()) {
            value.entries().forEach((name, inner) -> locate(key.isEmpty() ? name : key + "." + name, inner, places));
        } else {
            places.put(key, value.place());
        }
    }

    private static void checkPatterns(Value words, Problems problems) {
        Value dates = words.isMap() ? words.entries().get("date") : null;
        if (dates == null || !dates.isMap()) {
            return;
        }
        for (Map.Entry<String, Value> pattern : dates.entries().entrySet()) {
            if (PATTERNS.contains(pattern.getKey()) && pattern.getValue().isText()) {
                if (!isPattern(pattern.getValue().text())) {
                    problems.add(
                            ContentFault.BROKEN_PATTERN,
                            pattern.getValue().place(),
                            "\"" + pattern.getValue().text()
                                    + "\" is no pattern for dates; the usual one takes its place.",
                            "d is the day, MMMM the month, uuuu the year, HH:mm the time; words stand between apostrophes: d MMMM 'at' HH:mm");
                }
            }
        }
    }

    private static boolean isPattern(String text) {
        try {
            return !DateTimeFormatter.ofPattern(text, Locale.ROOT).toString().isEmpty();
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private static void flatten(String key, Value value, Map<String, String> strings) {
        if (value.isMap() || key.isEmpty()) {
            value.entries().forEach((name, inner) -> flatten(key.isEmpty() ? name : key + "." + name, inner, strings));
        } else {
            strings.put(key, value.text());
        }
    }
}
