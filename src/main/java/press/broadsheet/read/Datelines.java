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
    private static final String UNSAFE = "unsafe";
    private static final Vocabulary DATELINE = Vocabulary.of("city", "country", "style", UNSAFE);
    private static final Map<String, Boolean> STYLES = Map.of("capitals", true, "plain", false);
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*", Pattern.DOTALL);

    private Datelines() {}

    /** As readers see it; empty if there is none, or if it is not safe to tell. */
    static String read(Fields fields, Assignment assignment) {
        Value value = fields.value("dateline").orElse(null);
        if (value == null) {
            return "";
        }
        String dateline = !value.isText()
                ? cityAndCountry(value, assignment)
                // Somebody meant to keep the place back and knew not where to say so, which is told.
                : fields.hasUnknown(UNSAFE) ? "" : value.line();
        if (DIGIT.matcher(dateline).matches()) {
            value.tell(
                    ContentFault.DATE_IN_DATELINE,
                    "The dateline \"" + dateline + "\" holds a number.",
                    "Name the place alone; the paper prints the date itself.");
        }
        return assignment.line(dateline);
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
                assignment.book().text().citiesAlone());
    }

    /** Whatever is written there but a plain "false": somebody's safety does not hang on the spelling of a word. */
    private static boolean isUnsafe(Fields place) {
        boolean named = place.isNamed(UNSAFE) && place.flag(UNSAFE, true);
        return named || place.hasNearly(UNSAFE);
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
        if (city.isEmpty()) {
            return country;
        }
        String shown = capitals ? city.toUpperCase(locale) : city;
        String both = city + ", " + country;
        boolean needsNone = country.isEmpty()
                || country.equalsIgnoreCase(city)
                || alone.stream().anyMatch(known -> known.equalsIgnoreCase(both));
        return needsNone ? shown : shown + ", " + country;
    }

    /** Whether a name is that of the city that an article's dateline keeps back. */
    static boolean keepsBack(String name, Fields fields) {
        String city = keptBack(fields);
        return !city.isEmpty() && isNamed(city, name);
    }

    /** Tells where an article names the very city that its dateline keeps back. */
    static void checkUnsafe(Fields fields, String text, Assignment assignment) {
        String city = keptBack(fields);
        if (city.isEmpty()) {
            return;
        }
        var said = new StringBuilder(text);
        for (String field : List.of("headline", "seoHeadline", "shortHeadline", "kicker", "standfirst", "slug")) {
            said.append('\n').append(fields.line(field));
        }
        for (String field : List.of("tags", "keyPoints", "places", "organisations", "events")) {
            fields.items(field).forEach(item -> words(item, said));
        }
        fields.value("image").ifPresent(image -> words(image, said));
        said.append('\n').append(assignment.path().id().name());
        if (isNamed(city, said.toString())) {
            fields.value("dateline")
                    .ifPresent(value -> value.tell(
                            ContentFault.UNSAFE_PLACE_NAMED,
                            "The dateline keeps \"" + city + "\" back, but the article itself names it.",
                            "Take it out of the text, headlines, tags and file name, or say that the place is safe to"
                                    + " tell."));
        }
    }

    private static void words(Value value, StringBuilder said) {
        if (value.isText()) {
            said.append('\n').append(value.line());
        } else if (value.isMap()) {
            value.entries().values().forEach(part -> words(part, said));
        }
    }

    /** The city that is not safe to tell; empty if there is none. */
    private static String keptBack(Fields fields) {
        Value value = fields.value("dateline").orElse(null);
        if (value == null || !value.isMap()) {
            return "";
        }
        Map<String, Value> place = value.entries();
        Value unsafe = place.get(UNSAFE);
        Value city = place.get("city");
        boolean safe = unsafe == null || unsafe.line().matches("(?i)false|no");
        return safe || city == null ? "" : city.line();
    }

    private static boolean isNamed(String city, String text) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(city) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }
}
