package press.broadsheet.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import press.broadsheet.news.Language;

/**
 * Reads and prints datelines: the city, in capitals, then its country; a city that needs none stands alone. The dash
 * after it is the theme's. A place that is not safe to tell never leaves this class.
 */
final class Datelines {
    private static final Vocabulary DATELINE = Vocabulary.of("city", "country", "style", "unsafe");
    private static final Map<String, Boolean> STYLES = Map.of("capitals", true, "plain", false);
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*", Pattern.DOTALL);

    private Datelines() {}

    /** As readers see it; empty if there is none, or if it is not safe to tell. */
    static String read(Fields fields, Assignment assignment) {
        Value value = fields.value("dateline").orElse(null);
        if (value == null) {
            return "";
        }
        String dateline = value.isText() ? value.line() : cityAndCountry(value, assignment);
        if (DIGIT.matcher(dateline).matches()) {
            value.tell(
                    ContentFault.DATE_IN_DATELINE,
                    "The dateline \"" + dateline + "\" holds a number.",
                    "Name the place alone; the paper prints the date itself.");
        }
        return dateline;
    }

    private static String cityAndCountry(Value value, Assignment assignment) {
        Fields place = value.fields(DATELINE).orElse(null);
        if (place == null || isUnsafe(place)) {
            return "";
        }
        return print(
                place.required("city"),
                place.line("country"),
                place.choice("style", true, STYLES),
                assignment.language(),
                assignment.site().text().citiesAlone());
    }

    /** Whatever is written there but a plain "false": somebody's safety does not hang on the spelling of "true". */
    private static boolean isUnsafe(Fields place) {
        return place.has("unsafe") && place.flag("unsafe", true);
    }

    /**
     * A dateline as it is printed.
     *
     * @param country or state; empty if the city needs none
     * @param capitals whether the city stands in capitals
     * @param alone cities that are known without their country, each as {@code City, Country}
     */
    static String print(String city, String country, boolean capitals, Language language, List<String> alone) {
        Locale locale = language.locale();
        String shown = capitals ? city.toUpperCase(locale) : city;
        String both = city + ", " + country;
        boolean needsNone = country.isEmpty()
                || country.equalsIgnoreCase(city)
                || alone.stream().anyMatch(known -> known.equalsIgnoreCase(both));
        return needsNone ? shown : shown + ", " + country;
    }

    /** Tells where an article names the very city that its dateline keeps back. */
    static void checkUnsafe(Fields fields, String text, Assignment assignment) {
        Value value = fields.value("dateline").orElse(null);
        if (value == null || !value.isMap()) {
            return;
        }
        Map<String, Value> place = value.entries();
        Value unsafe = place.get("unsafe");
        Value named = place.get("city");
        if (unsafe == null || named == null || List.of("false", "no").contains(unsafe.line())) {
            return;
        }
        String city = named.line();
        var said = new StringBuilder(text);
        for (String field : List.of("headline", "seoHeadline", "shortHeadline", "kicker", "standfirst", "slug")) {
            said.append('\n').append(fields.line(field));
        }
        for (String field : List.of("tags", "keyPoints")) {
            fields.items(field).stream()
                    .filter(Value::isText)
                    .forEach(item -> said.append('\n').append(item.line()));
        }
        said.append('\n').append(assignment.path().id().name());
        Pattern whole = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(city) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        if (!city.isEmpty() && whole.matcher(said).find()) {
            value.tell(
                    ContentFault.UNSAFE_PLACE_NAMED,
                    "The dateline keeps \"" + city + "\" back, but the article itself names it.",
                    "Take it out of the text, headlines, tags and file name, or say that the place is safe to tell.");
        }
    }
}
