package press.broadsheet.read;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/** Named values whose names are checked. A field that is missing, or wrong and told, gives the default. */
final class Fields {
    /** A shorter name stands in longer ones by chance. */
    private static final int LEAST_TELLING = 5;

    private final Sheet sheet;
    private final Place place;
    private final String prefix;
    private final Map<String, Value> values = new LinkedHashMap<>();
    /** What fields that do not exist were perhaps meant to be. */
    private final Set<String> nearly = new HashSet<>();
    /** Fields that do not exist, as they were written. */
    private final Set<String> unknown = new HashSet<>();

    Fields(Sheet sheet, MappingNode map, String prefix, Vocabulary vocabulary) {
        this.sheet = sheet;
        this.place = sheet.placeOf(map);
        this.prefix = prefix;
        for (NodeTuple pair : map.getValue()) {
            take(pair, vocabulary);
        }
    }

    private Fields(Sheet sheet) {
        this.sheet = sheet;
        this.place = Place.in(sheet.file());
        this.prefix = "";
    }

    /** No fields at all. */
    static Fields none(Sheet sheet, Vocabulary vocabulary) {
        return new Fields(sheet);
    }

    private void take(NodeTuple pair, Vocabulary vocabulary) {
        var key = (ScalarNode) pair.getKeyNode();
        String word = key.getValue();
        Optional<String> field = vocabulary.fieldOf(word);
        if (field.isEmpty()) {
            unknown.add(word);
            tellUnknown(word, sheet.placeOf(key), vocabulary);
            // Only its letter case is wrong: what it says is read, so that its absence is not told, too.
            vocabulary.words().stream()
                    .filter(word::equalsIgnoreCase)
                    .findFirst()
                    .flatMap(vocabulary::fieldOf)
                    .ifPresent(
                            meant -> values.putIfAbsent(meant, new Value(pair.getValueNode(), sheet, fullName(word))));
            return;
        }
        if (vocabulary.unshown().contains(word)) {
            problems()
                    .add(
                            ContentFault.FIELD_NOT_SHOWN_YET,
                            sheet.placeOf(key),
                            "The field \"" + fullName(word) + "\" is understood, but this version does not show it.",
                            "Readers will not see it.");
        }
        var value = new Value(pair.getValueNode(), sheet, fullName(word));
        Value first = values.putIfAbsent(field.get(), value);
        if (first != null && !first.name().equals(value.name())) {
            problems()
                    .add(
                            ContentFault.DUPLICATE_FIELD,
                            sheet.placeOf(key),
                            "\"" + word + "\" says the same as \"" + first.name() + "\" in line "
                                    + first.place().line() + ".",
                            "Keep one of the two.");
        }
    }

    private void tellUnknown(String word, Place where, Vocabulary vocabulary) {
        Optional<String> nearest = Nearest.of(word, vocabulary.words()).or(() -> within(word, vocabulary));
        nearest.flatMap(vocabulary::fieldOf).ifPresent(nearly::add);
        String hint = nearest.map(near -> "Did you mean \"" + near + "\"?")
                .orElse(
                        vocabulary.fieldOf("params").isPresent()
                                ? "Fields of your own go below \"params:\"."
                                : "Known are: " + String.join(", ", vocabulary.words()) + ".");
        problems().add(ContentFault.UNKNOWN_FIELD, where, "There is no field \"" + fullName(word) + "\".", hint);
    }

    /** The field whose name a longer one holds: {@code embargoUntil} means the embargo. */
    private static Optional<String> within(String word, Vocabulary vocabulary) {
        String whole = word.toLowerCase(Locale.ROOT);
        return vocabulary.words().stream()
                .filter(known -> known.length() >= LEAST_TELLING && whole.contains(known.toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(String::length));
    }

    private String fullName(String word) {
        return prefix.isEmpty() ? word : prefix + "." + word;
    }

    Problems problems() {
        return sheet.problems();
    }

    Sheet sheet() {
        return sheet;
    }

    /** Where the fields begin. */
    Place place() {
        return place;
    }

    /** Where a field's value stands; the beginning of the fields if it is not given. */
    Place place(String field) {
        Value value = values.get(field);
        return value == null ? place : value.place();
    }

    /** Whether a field that does not exist was perhaps meant to be this one. */
    boolean hasNearly(String field) {
        return nearly.contains(field);
    }

    /** A field's value; empty if it is not given or holds nothing. */
    Optional<Value> value(String field) {
        return Optional.ofNullable(values.get(field)).filter(value -> !value.isNothing());
    }

    /** Whether a field of that name is written down, although there is none. */
    boolean hasUnknown(String word) {
        return unknown.contains(word);
    }

    /** Whether a field is written down, perhaps without a value. */
    boolean isNamed(String field) {
        return values.containsKey(field);
    }

    boolean has(String field) {
        return value(field).isPresent();
    }

    /** Tells that a field says something that nobody will see; nothing if it is not given. */
    void tellWithoutEffect(String field, String why, String hint) {
        value(field)
                .ifPresent(value -> value.tell(
                        ContentFault.FIELD_WITHOUT_EFFECT, value.called() + " changes nothing: " + why, hint));
    }

    /** A text, perhaps of several lines; empty if not given. */
    String text(String field) {
        return value(field).map(Value::text).orElse("");
    }

    /** A text on one line; empty if not given. */
    String line(String field) {
        return value(field).map(Value::line).orElse("");
    }

    /** A text on one line that has to be given. */
    String required(String field) {
        String text = line(field);
        if (text.isEmpty() && !has(field)) {
            problems()
                    .add(
                            ContentFault.FIELD_MISSING,
                            place(field),
                            "The field \"" + fullName(field) + "\" is missing.",
                            "Add it: " + field + ": ...");
        }
        return text;
    }

    List<Value> items(String field) {
        return value(field).map(Value::items).orElse(List.of());
    }

    /** A list of texts without empty ones. */
    List<String> lines(String field) {
        return items(field).stream()
                .map(Value::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    Optional<Fields> fields(String field, Vocabulary vocabulary) {
        return value(field).flatMap(value -> value.fields(vocabulary));
    }

    boolean flag(String field, boolean otherwise) {
        return choice(field, otherwise, Map.of("true", true, "false", false, "yes", true, "no", false));
    }

    int number(String field, int least, int most, int otherwise) {
        Value value = value(field).orElse(null);
        if (value == null) {
            return otherwise;
        }
        String text = value.text();
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        if (value.isText()) {
            value.tell(
                    ContentFault.NUMBER_OUT_OF_RANGE,
                    value.called() + " must be a whole number from " + least + " to " + most + ", not \"" + text
                            + "\".",
                    "");
        }
        return otherwise;
    }

    /** One of several known words. */
    <T> T choice(String field, T otherwise, Map<String, T> known) {
        return value(field).map(value -> choiceOf(value, known)).orElse(otherwise);
    }

    /** One of several known words; null after telling that it is none of them. */
    static <T> @Nullable T choiceOf(Value value, Map<String, T> known) {
        String word = value.line();
        T chosen = known.get(word.toLowerCase(Locale.ROOT));
        if (chosen == null && !word.isEmpty()) {
            tellUnknownValue(value, word, known.keySet());
        }
        return chosen;
    }

    static void tellUnknownValue(Value value, String word, Collection<String> known) {
        String hint = Nearest.of(word, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElseGet(() -> "Known are: "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
        value.tell(ContentFault.UNKNOWN_VALUE, value.called() + " cannot be \"" + word + "\".", hint);
    }

    /** An absolute address of the web; empty if not given. */
    String address(String field) {
        return value(field).map(Addresses::absolute).orElse("");
    }

    /** The newsroom's own values, for templates. */
    Map<String, Object> objects(String field) {
        Map<String, Object> objects = new LinkedHashMap<>();
        value(field).ifPresent(value -> value.entries().forEach((key, item) -> objects.put(key, item.toObject())));
        return objects.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(objects);
    }
}
