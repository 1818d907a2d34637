package press.broadsheet.make.page;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.NodeVisitorFactory;
import io.pebbletemplates.pebble.extension.core.CoreExtension;
import io.pebbletemplates.pebble.operator.Associativity;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.operator.BinaryOperatorImpl;
import io.pebbletemplates.pebble.operator.BinaryOperatorType;
import io.pebbletemplates.pebble.operator.UnaryOperator;
import io.pebbletemplates.pebble.operator.UnaryOperatorImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What templates can say beyond, and other than, Pebble's own language. */
final class Dialect extends AbstractExtension {
    /**
     * Tags that are taken away: caches, threads and other ways of escaping would make a page depend on something else
     * than what it is given; {@code from} changes the template that it stands in.
     */
    static final List<String> NO_TAGS = List.of("autoescape", "cache", "flush", "from", "parallel");

    /** Filters that are taken away: they print by the machine's zone or language. Views hold finished dates. */
    static final List<String> NO_FILTERS = List.of("date", "numberformat", "format");

    static final List<String> NO_FUNCTIONS = List.of("i18n");

    private final Map<String, Function> functions;

    Dialect(Map<String, Function> functions) {
        this.functions = functions;
    }

    @Override
    public Map<String, Function> getFunctions() {
        return functions;
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of("escape", new Escaper(), "json", new Json(), "raw", Escaper.RAW);
    }

    @Override
    public List<TokenParser> getTokenParsers() {
        return List.of(new Truth.If(), new Include());
    }

    @Override
    public List<BinaryOperator> getBinaryOperators() {
        return List.of(
                new BinaryOperatorImpl("or", 10, Truth.Or::new, BinaryOperatorType.NORMAL, Associativity.LEFT),
                new BinaryOperatorImpl("and", 15, Truth.And::new, BinaryOperatorType.NORMAL, Associativity.LEFT));
    }

    @Override
    public List<UnaryOperator> getUnaryOperators() {
        return List.of(new UnaryOperatorImpl("not", 500, Truth.Not.class));
    }

    @Override
    public List<NodeVisitorFactory> getNodeVisitors() {
        return List.of(template -> new Escaping.InTemplate((PebbleTemplateImpl) template));
    }

    @Override
    public List<AttributeResolver> getAttributeResolver() {
        return List.of(new Attributes());
    }

    /** All that templates may use, by name. Nobody asks before a name is unknown. */
    static final class Names {
        private static final CoreExtension PEBBLE = new CoreExtension();

        static final Set<String> FILTERS = names(PEBBLE.getFilters().keySet(), NO_FILTERS, "escape", "json", "raw");
        static final Set<String> TESTS = names(PEBBLE.getTests().keySet(), List.of());
        static final Set<String> FUNCTIONS = names(
                PEBBLE.getFunctions().keySet(),
                NO_FUNCTIONS,
                "asset",
                "block",
                "colour",
                "colours",
                "data",
                "hasAsset",
                "hasData",
                "hasTemplate",
                "parent",
                "t");

        private Names() {}

        private static Set<String> names(Set<String> pebble, List<String> without, String... more) {
            var all = new TreeSet<>(pebble);
            without.forEach(all::remove);
            all.addAll(List.of(more));
            return all;
        }
    }
}
