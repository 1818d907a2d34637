package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template prints, as {@link Escaper} makes it safe, without the way through a filter: one page prints hundreds of
 * values, and for each of them Pebble would make a map of no arguments, and copy the text to look at it.
 */
final class Escaping extends UnaryExpression {
    private final int line;

    private Escaping(Expression<?> value, int line) {
        setChildExpression(value);
        this.line = line;
    }

    @Override
    public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
        Object value = getChildExpression().evaluate(self, context);
        if (value == null || value instanceof SafeString) {
            return value;
        }
        return value instanceof String text ? new Text(text) : Escaper.printable(value, self, line);
    }

    @Override
    public int getLineNumber() {
        return line;
    }

    /** A text that is escaped where it is written. */
    record Text(String unescaped) {
        /** The text escaped, for all who cannot escape it themselves. */
        @Override
        public String toString() {
            return Escaper.html(unescaped);
        }
    }

    /**
     * Puts itself in the place of the filter that Pebble puts around all that is printed. That filter does not know its line,
     * either, so that a fault in it would be told without one.
     */
    static final class InTemplate extends AbstractNodeVisitor {
        InTemplate(PebbleTemplateImpl template) {
            super(template);
        }

        @Override
        public void visit(PrintNode node) {
            if (node.getExpression() instanceof FilterExpression filtered) {
                filtered.setLineNumber(node.getLineNumber());
                if (isEscaping(filtered)) {
                    node.setExpression(new Escaping(filtered.getLeftExpression(), node.getLineNumber()));
                }
            }
        }

        private static boolean isEscaping(FilterExpression filtered) {
            return filtered.getRightExpression() instanceof FilterInvocationExpression filter
                    && filter.getFilterName().equals("escape")
                    && isNone(filter.getArgs().getNamedArgs())
                    && isNone(filter.getArgs().getPositionalArgs());
        }

        private static boolean isNone(@Nullable List<?> arguments) {
            return arguments == null || arguments.isEmpty();
        }
    }
}
