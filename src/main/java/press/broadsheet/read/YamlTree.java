package press.broadsheet.read;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Composes YAML into nodes with marks, within limits. Builds no objects: nothing in a file can name a Java class. */
final class YamlTree {
    /** How deep lists and fields may stand in one another. */
    private static final int DEEPEST = 40;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(20)
            .setAllowRecursiveKeys(false)
            .setCodePointLimit(TextFile.LARGEST)
            .setSchema(new CoreSchema())
            .setUseMarks(true)
            .build();

    private YamlTree() {}

    /**
     * The only document of a text; empty if it holds none.
     *
     * @throws YamlEngineException if it cannot be read, or is beyond the limits
     */
    static Optional<Node> compose(String yaml) {
        Node plain = PlainYaml.compose(yaml);
        return plain != null ? Optional.of(plain) : composeAny(yaml);
    }

    /** The same by the library alone. */
    static Optional<Node> composeAny(String yaml) {
        var reader = new StreamReader(SETTINGS, yaml);
        Optional<Node> tree =
                new Composer(SETTINGS, new ShallowParser(new ParserImpl(SETTINGS, reader))).getSingleNode();
        // Every node takes at least one character, so only aliases can make more nodes than there are characters.
        long most = yaml.length() + 1L;
        if (tree.isPresent() && count(tree.get(), 0, most) > most) {
            throw new BombException();
        }
        return tree;
    }

    /** Whether nothing, or YAML's word for nothing, stands there; quotation marks around nothing are nothing, too. */
    static boolean isNothing(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return false;
        }
        String text = scalar.getValue();
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        return text.isBlank() || (plain && (text.equals("~") || text.equals("null")));
    }

    /**
     * Follows every alias and so counts what the text really means.
     *
     * @throws TooDeepException if something holds itself, or is nested too deep by aliases
     * @return the nodes counted, or more than {@code most} as soon as there are more
     */
    private static long count(Node node, int depth, long most) {
        if (depth > DEEPEST) {
            throw new TooDeepException();
        }
        long nodes = 1;
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                nodes += nodes > most ? 0 : count(item, depth + 1, most - nodes);
            }
        } else if (node instanceof MappingNode map) {
            for (NodeTuple pair : map.getValue()) {
                nodes += nodes > most ? 0 : 1 + count(pair.getValueNode(), depth + 1, most - nodes);
            }
        }
        return nodes;
    }

    /** Tells that a text is nested too deep. */
    static final class TooDeepException extends YamlEngineException {
        private static final long serialVersionUID = 1;

        TooDeepException() {
            super("nested deeper than " + DEEPEST + " levels");
        }
    }

    /** Tells that a text means far more than it says. */
    static final class BombException extends YamlEngineException {
        private static final long serialVersionUID = 1;

        BombException() {
            super("repeats itself beyond measure");
        }
    }

    /** A parser that gives up before the composer, which calls itself for every level, runs out of stack. */
    private static final class ShallowParser implements Parser {
        private final Parser parser;
        private int depth;

        ShallowParser(Parser parser) {
            this.parser = parser;
        }

        @Override
        public boolean checkEvent(Event.ID choice) {
            return parser.checkEvent(choice);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public Event next() {
            Event event = parser.next();
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new TooDeepException();
            }
            return event;
        }
    }
}
