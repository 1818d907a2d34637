package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.node.IncludeNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.IncludeTokenParser;
import java.io.IOException;
import java.io.Writer;

/** The tag {@code include}: Pebble's own, but a template that is missing is told with the line that asked for it. */
final class Include extends IncludeTokenParser {
    @Override
    public RenderableNode parse(Token token, Parser parser) {
        return new Placed((IncludeNode) super.parse(token, parser), token.getLineNumber());
    }

    record Placed(IncludeNode include, int line) implements RenderableNode {
        @Override
        public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context) throws IOException {
            try {
                include.render(self, writer, context);
            } catch (Fault fault) {
                if (fault.getFileName().isEmpty()) {
                    throw new Fault(fault.code, fault.getPebbleMessage(), fault.hint, line, self.getName());
                }
                throw fault;
            }
        }

        @Override
        public void accept(NodeVisitor visitor) {
            visitor.visit(include);
        }
    }
}
