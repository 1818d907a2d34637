package press.broadsheet.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;

/** Something that a YAML text says, and where. Asking for what it is not tells a problem. */
final class Value {
    private static final int LONGEST_QUOTED = 60;

    private final Node node;
    private final Sheet sheet;
    private final String name;
    /** Whether it stands where a list was due. */
    private final boolean only;

    /** @param name the field as messages call it; empty for the whole text */
    Value(Node node, Sheet sheet, String name) {
        this(node, sheet, name, false);
    }

    private Value(Node node, Sheet sheet, String name, boolean only) {
        this.node = node;
        this.sheet = sheet;
        this.name = name;
        this.only = only;
    }

    Place place() {
        return sheet.placeOf(node);
    }

    String name() {
        return name;
    }

    boolean isNothing() {
        return YamlTree.isNothing(node);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Text as typed, without space at its ends; a number or a date counts as text. Empty if it is none. */
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            tellWrongType("a text");
            return "";
        }
        if (isNothing()) {
            return "";
        }
        String text = scalar.getValue().strip();
        int control = TextFile.firstControl(text);
        if (control >= 0) {
            sheet.problems()
                    .add(
                            ContentFault.CONTROL_CHARACTER,
                            place(),
                            called() + " holds the control character " + TextFile.codeOf(text.charAt(control))
                                    + ", which no reader can be shown.",
                            "Delete it.");
            return "";
        }
        return text;
    }

    /** Text on one line. */
    String line() {
        String text = text();
        return text.indexOf('\n') < 0 && text.indexOf('\t') < 0 ? text : text.replaceAll("\\s+", " ");
    }

    /** The items of a list; a single value is a list of one. */
    List<Value> items() {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .filter(item -> !YamlTree.isNothing(item))
                    .map(item -> new Value(item, sheet, name))
                    .toList();
        }
        if (isNothing()) {
            return List.of();
        }
        if (node instanceof ScalarNode scalar && isOverLines(scalar)) {
            tell(
                    ContentFault.LIST_WITHOUT_HYPHENS,
                    called() + " is one text, \""
                            + shortened(scalar.getValue().strip().replaceAll("\\s+", " "))
                            + "\": its lines do not begin with hyphens.",
                    "Begin each line with a hyphen and a blank, or write them on one: [one, two]");
        }
        return List.of(new Value(node, sheet, name, true));
    }

    /** Whether a text stands on several lines, which YAML joins. */
    private static boolean isOverLines(ScalarNode scalar) {
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return scalar.getScalarStyle() == ScalarStyle.LITERAL
                    && scalar.getValue().strip().indexOf('\n') >= 0;
        }
        return scalar.getStartMark().isPresent()
                && scalar.getEndMark().isPresent()
                && scalar.getStartMark().get().getLine()
                        < scalar.getEndMark().get().getLine();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "...";
    }

    /** Its fields; empty after telling that it has none. */
    Optional<Fields> fields(Vocabulary vocabulary) {
        if (node instanceof MappingNode map && only && isListOfFields(map, vocabulary)) {
            String first = vocabulary.names().values().iterator().next();
            String key = ((ScalarNode) map.getValue().getFirst().getKeyNode()).getValue();
            tell(
                    ContentFault.WRONG_TYPE,
                    called() + " must be a list, not fields with names of their own.",
                    "Begin each item with a hyphen: - {" + first + ": " + key + ", ...}");
            return Optional.empty();
        }
        if (node instanceof MappingNode map) {
            return Optional.of(new Fields(sheet, map, name, vocabulary));
        }
        sheet.problems()
                .add(
                        ContentFault.WRONG_TYPE,
                        place(),
                        called() + " must be fields with values, not a " + (isText() ? "text" : "list") + ".",
                        "Its fields are: "
                                + vocabulary.names().values().stream()
                                        .distinct()
                                        .filter(field -> !vocabulary.unshown().contains(field))
                                        .map(field -> field + ": ...")
                                        .collect(Collectors.joining(", ", "{", "}")));
        return Optional.empty();
    }

    /** Whether somebody wrote {@code world: {name: World}} where {@code - {id: world, name: World}} is due. */
    private static boolean isListOfFields(MappingNode map, Vocabulary vocabulary) {
        return !map.getValue().isEmpty()
                && map.getValue().stream()
                        .allMatch(pair -> vocabulary
                                        .fieldOf(((ScalarNode) pair.getKeyNode()).getValue())
                                        .isEmpty()
                                && (pair.getValueNode() instanceof MappingNode
                                        || YamlTree.isNothing(pair.getValueNode())));
    }

    /** Its fields, whatever their names, in order. */
    Map<String, Value> entries() {
        if (!(node instanceof MappingNode map)) {
            if (!isNothing()) {
                tellWrongType("fields with values");
            }
            return Map.of();
        }
        var entries = new LinkedHashMap<String, Value>();
        for (NodeTuple pair : map.getValue()) {
            String key = ((ScalarNode) pair.getKeyNode()).getValue();
            entries.putIfAbsent(key, new Value(pair.getValueNode(), sheet, name.isEmpty() ? key : name + "." + key));
        }
        return entries;
    }

    /** The same as text, whole numbers, decimal numbers, booleans, lists and maps, for templates. Nothing is empty text. */
    Object toObject() {
        if (node instanceof SequenceNode list) {
            List<Object> items = new ArrayList<>();
            list.getValue().forEach(item -> items.add(new Value(item, sheet, name).toObject()));
            return Collections.unmodifiableList(items);
        }
        if (node instanceof MappingNode) {
            Map<String, Object> map = new LinkedHashMap<>();
            entries().forEach((key, value) -> map.put(key, value.toObject()));
            return Collections.unmodifiableMap(map);
        }
        String text = text();
        boolean plain = ((ScalarNode) node).getScalarStyle() == ScalarStyle.PLAIN;
        if (plain && node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        return plain && (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) ? number(text) : text;
    }

    /**
     * A number that templates print just as it was typed: {@code 12.50} keeps its zero. What would lose a sign, as {@code
     * 01234} or {@code +380...} would, is no quantity and stays text.
     */
    private static Object number(String text) {
        if (text.matches("0|-?[1-9][0-9]{0,17}")) {
            return Long.valueOf(text);
        }
        if (text.matches("-?(?:0|[1-9][0-9]{0,17})\\.[0-9]{1,18}")) {
            return new BigDecimal(text);
        }
        return text.matches("-?[0-9.]+[eE][-+]?[0-9]+") ? Double.valueOf(text) : text;
    }

    void tell(Problem.Code fault, String message, String hint) {
        sheet.problems().add(fault, place(), message, hint);
    }

    void tellWrongType(String wanted) {
        String given =
                node instanceof SequenceNode ? "a list" : node instanceof MappingNode ? "fields with values" : "a text";
        String hint = node instanceof MappingNode && wanted.equals("a text")
                ? "If it is a text with a colon, put it in quotation marks."
                : "";
        tell(ContentFault.WRONG_TYPE, called() + " must be " + wanted + ", not " + given + ".", hint);
    }

    /** How messages call it. */
    String called() {
        return name.isEmpty() ? "The file" : "\"" + name + "\"";
    }
}
