package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.IfNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.IfTokenParser;
import io.pebbletemplates.pebble.utils.Pair;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts as yes in {@code if}, {@code and}, {@code or}, {@code not}: everything but nothing, no, zero, the empty
 * text and the empty list. Pebble's own refuse nothing and lists when variables are strict, so that a designer would
 * have to write {@code is not null} and {@code is not empty} everywhere.
 */
final class Truth {
    private Truth() {}

    static boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case Number number -> number.doubleValue() != 0;
            case Collection<?> collection -> !collection.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> !value.toString().isEmpty();
        };
    }

    /** The tag {@code if}. */
    static final class If extends IfTokenParser {
        @Override
        public RenderableNode parse(Token token, Parser parser) {
            IfNode parsed = (IfNode) super.parse(token, parser);
            return new Choice(token.getLineNumber(), parsed);
        }
    }

    private static final class Choice extends IfNode {
        Choice(int line, IfNode parsed) {
            super(line, parsed.getConditionsWithBodies(), parsed.getElseBody());
        }

        @Override
        public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context) throws IOException {
            for (Pair<Expression<?>, BodyNode> branch : getConditionsWithBodies()) {
                if (of(branch.getLeft().evaluate(self, context))) {
                    branch.getRight().render(self, writer, context);
                    return;
                }
            }
            if (getElseBody() != null) {
                getElseBody().render(self, writer, context);
            }
        }

        @Override
        public void accept(NodeVisitor visitor) {
            visitor.visit(this);
        }
    }

    /** The operator {@code and}. */
    static final class And extends BinaryExpression<Boolean> {
        @Override
        public Boolean evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            return of(getLeftExpression().evaluate(self, context))
                    && of(getRightExpression().evaluate(self, context));
        }
    }

    /** The operator {@code or}. */
    static final class Or extends BinaryExpression<Boolean> {
        @Override
        public Boolean evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            return of(getLeftExpression().evaluate(self, context))
                    || of(getRightExpression().evaluate(self, context));
        }
    }

    /** The operator {@code not}. Public, since Pebble makes it by reflection. */
    public static final class Not extends UnaryExpression {
        @Override
        public Boolean evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            return !of(getChildExpression().evaluate(self, context));
        }
    }
}
