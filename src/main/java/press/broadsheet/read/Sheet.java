package press.broadsheet.read;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * A YAML text in a file, where its problems are told.
 *
 * @param linesBefore how many lines of the file stand before it
 */
record Sheet(Path file, int linesBefore, Problems problems) {
    /** The text's top node; empty if there is none or if it cannot be read, which is then told. */
    Optional<Value> read(String yaml) {
        String mended = QuoteMending.mayLose(yaml) ? mend(yaml) : yaml;
        try {
            return check(YamlTree.compose(mended));
        } catch (YamlEngineException refusal) {
            String again = mend(mended);
            if (again.equals(mended)) {
                tell(refusal, mended);
                return Optional.empty();
            }
            return readMended(again);
        }
    }

    /** A text that was mended is read on, so that its other faults are told in the same run. */
    private Optional<Value> readMended(String mended) {
        try {
            return check(YamlTree.compose(mended));
        } catch (YamlEngineException refusal) {
            tell(refusal, mended);
            return Optional.empty();
        }
    }

    private String mend(String yaml) {
        QuoteMending.Mended mended = QuoteMending.ofYaml(yaml);
        for (QuoteMending.Change change : mended.changes()) {
            Place place = new Place(file, linesBefore + change.line(), change.column());
            String hint = "Write it so:\n" + change.after().strip();
            if (change.reason() == QuoteMending.Reason.CUT) {
                problems.add(
                        ContentFault.TEXT_CUT_AT_HASH,
                        place,
                        "YAML takes what stands after \"#\" for a remark and cuts it off this text.",
                        hint);
            } else {
                problems.add(ContentFault.VALUE_NEEDS_QUOTES, place, reasonOf(change), hint);
            }
        }
        return mended.text();
    }

    private static String reasonOf(QuoteMending.Change change) {
        String value = change.before().substring(change.before().offsetByCodePoints(0, change.column() - 1));
        char first = value.charAt(0);
        if (first == '"' || first == '\'') {
            return "A text that begins with a quotation mark must stand in quotation marks as a whole.";
        }
        if (first == '[' && change.after().strip().endsWith("]")) {
            return "A text in a list that YAML takes for something else must stand in quotation marks.";
        }
        if (!Character.isLetterOrDigit(first) && "@`%&*!|>[]{}-?:,".indexOf(first) >= 0) {
            return "A text that begins with \"" + first + "\" must stand in quotation marks.";
        }
        return "A text that holds a colon must stand in quotation marks.";
    }

    private Optional<Value> check(Optional<Node> tree) {
        return tree.filter(this::checkKeys).map(node -> new Value(node, this, ""));
    }

    private boolean checkKeys(Node node) {
        boolean good = true;
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                good &= checkKeys(item);
            }
        } else if (node instanceof MappingNode map) {
            var seen = new HashMap<String, Node>();
            for (NodeTuple pair : map.getValue()) {
                good &= checkKey(pair.getKeyNode(), seen) && checkKeys(pair.getValueNode());
            }
        }
        return good;
    }

    private boolean checkKey(Node key, HashMap<String, Node> seen) {
        if (!(key instanceof ScalarNode scalar)) {
            problems.add(ContentFault.BROKEN_YAML, placeOf(key), "A field's name must be plain text.");
            return false;
        }
        Node first = seen.putIfAbsent(scalar.getValue(), key);
        if (first != null) {
            problems.add(
                    ContentFault.DUPLICATE_FIELD,
                    placeOf(key),
                    "The field \"" + scalar.getValue() + "\" stands here a second time; the first is in line "
                            + placeOf(first).line() + ".",
                    "Keep one of the two.");
        }
        return true;
    }

    private void tell(YamlEngineException refusal, String yaml) {
        if (refusal instanceof YamlTree.TooDeepException) {
            problems.add(
                    ContentFault.YAML_TOO_DEEP,
                    Place.in(file),
                    "Lists and fields stand too deep in one another: " + refusal.getMessage() + ".",
                    "Nothing in a paper needs that; write it flatter.");
        } else if (refusal instanceof YamlTree.BombException
                || String.valueOf(refusal.getMessage()).contains("Number of aliases")) {
            bomb(Place.in(file));
        } else if (refusal instanceof MarkedYamlEngineException marked) {
            YamlRefusal why = YamlRefusal.of(marked, yaml);
            Place place =
                    why.line() < 0 ? Place.in(file) : new Place(file, linesBefore + why.line() + 1, why.column() + 1);
            problems.add(ContentFault.BROKEN_YAML, place, why.message(), why.hint());
        } else {
            String reason =
                    String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
            problems.add(ContentFault.BROKEN_YAML, Place.in(file), "YAML cannot be read: " + reason + ".");
        }
    }

    private void bomb(Place place) {
        problems.add(
                ContentFault.YAML_BOMB,
                place,
                "This YAML repeats parts of itself (with & and *) until it is far larger than its text.",
                "Write the parts out.");
    }

    Place placeOf(Node node) {
        return node.getStartMark().map(this::placeOf).orElse(Place.in(file));
    }

    private Place placeOf(Mark mark) {
        return new Place(file, linesBefore + mark.getLine() + 1, mark.getColumn() + 1);
    }
}
