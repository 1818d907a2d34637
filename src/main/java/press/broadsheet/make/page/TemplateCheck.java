package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.ExtensionRegistry;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.ExtendsNode;
import io.pebbletemplates.pebble.node.ImportNode;
import io.pebbletemplates.pebble.node.IncludeNode;
import io.pebbletemplates.pebble.node.MacroNode;
import io.pebbletemplates.pebble.node.Node;
import io.pebbletemplates.pebble.node.TestInvocationExpression;
import io.pebbletemplates.pebble.node.expression.ArrayExpression;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.FunctionOrMacroInvocationExpression;
import io.pebbletemplates.pebble.node.expression.GetAttributeExpression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.node.expression.MapExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import press.broadsheet.problem.Problem;

/**
 * Looks through a compiled template for what Pebble finds out only when it prints that very line: names of templates,
 * filters, tests and functions.
 */
final class TemplateCheck extends AbstractNodeVisitor {
    private final ExtensionRegistry known;
    private final NamedTemplates templates;
    private final List<Problem> problems = new ArrayList<>();
    private boolean imports;

    TemplateCheck(PebbleTemplateImpl template, ExtensionRegistry known, NamedTemplates templates) {
        super(template);
        this.known = known;
        this.templates = templates;
    }

    List<Problem> problems() {
        getTemplate().getRootNode().accept(this);
        return problems;
    }

    @Override
    public void visit(IncludeNode node) {
        checkTemplate(node.getIncludeExpression());
        super.visit(node);
    }

    @Override
    public void visit(ExtendsNode node) {
        // Macros and blocks of the parent are known here, too.
        imports = true;
        checkTemplate(node.getParentExpression());
        super.visit(node);
    }

    @Override
    public void visit(ImportNode node) {
        imports = true;
        checkTemplate(node.getImportExpression());
        super.visit(node);
    }

    @Override
    public void visit(MacroNode node) {
        node.getBody().accept(this);
    }

    @Override
    public void visit(Node node) {
        switch (node) {
            case FilterInvocationExpression filter -> {
                if (known.getFilter(filter.getFilterName()) == null) {
                    unknown("filter", filter.getFilterName(), Dialect.Names.FILTERS, filter.getLineNumber());
                }
                visitArguments(filter.getArgs());
            }
            case TestInvocationExpression test -> {
                if (known.getTest(test.getTestName()) == null) {
                    unknown("test", test.getTestName(), Dialect.Names.TESTS, test.getLineNumber());
                }
                visitArguments(test.getArgs());
            }
            case FunctionOrMacroInvocationExpression function -> {
                if (known.getFunction(function.getFunctionName()) == null
                        && !imports
                        && !getTemplate().hasMacro(function.getFunctionName())) {
                    unknown(
                            "function or macro",
                            function.getFunctionName(),
                            Dialect.Names.FUNCTIONS,
                            function.getLineNumber());
                }
                visitArguments(function.getArguments());
            }
            case BinaryExpression<?> both -> {
                both.getLeftExpression().accept(this);
                both.getRightExpression().accept(this);
            }
            case UnaryExpression one -> one.getChildExpression().accept(this);
            case TernaryExpression choice -> {
                choice.getExpression1().accept(this);
                choice.getExpression2().accept(this);
                choice.getExpression3().accept(this);
            }
            case GetAttributeExpression attribute -> {
                attribute.getNode().accept(this);
                attribute.getAttributeNameExpression().accept(this);
            }
            case MapExpression map -> map.getEntries().values().forEach(value -> value.accept(this));
            case ArrayExpression array -> array.getValues().forEach(value -> value.accept(this));
            default -> {
                // Literals and variables: nothing to look up.
            }
        }
    }

    private void visitArguments(ArgumentsNode arguments) {
        if (arguments != null) {
            arguments.accept(this);
        }
    }

    private void checkTemplate(Expression<?> name) {
        if (name instanceof LiteralStringExpression literal && !templates.resourceExists(literal.getValue())) {
            try {
                templates.createCacheKey(literal.getValue());
            } catch (Fault missing) {
                problems.add(new Problem(
                        missing.code,
                        Faults.at(getTemplate().getName(), literal.getLineNumber()),
                        missing.getPebbleMessage(),
                        missing.hint));
            }
        }
    }

    private void unknown(String kind, String name, Set<String> there, int line) {
        problems.add(Faults.unknown(kind, name, there, Faults.at(getTemplate().getName(), line)));
    }
}
