package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.ExtensionRegistry;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.ExtendsNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.ImportNode;
import io.pebbletemplates.pebble.node.IncludeNode;
import io.pebbletemplates.pebble.node.MacroNode;
import io.pebbletemplates.pebble.node.Node;
import io.pebbletemplates.pebble.node.SetNode;
import io.pebbletemplates.pebble.node.TestInvocationExpression;
import io.pebbletemplates.pebble.node.expression.ArrayExpression;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.ContextVariableExpression;
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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;

/**
 * Looks through a compiled template for what Pebble finds out only when it prints that very line: names of templates,
 * filters, tests and functions.
 */
final class TemplateCheck extends AbstractNodeVisitor {
    /** What Pebble gives to macros, too. */
    private static final Set<String> ALWAYS = Set.of("loop", "_context", "locale", "template");

    private final ExtensionRegistry known;
    private final NamedTemplates templates;
    private final List<Problem> problems = new ArrayList<>();
    private final Inheritance inheritance;
    private final Set<String> variables;
    private boolean imports;

    /** What the macro that is looked at can see; null outside of macros. */
    private @Nullable Set<String> own;

    /** @param variables every name that a variable can have here */
    TemplateCheck(
            PebbleTemplateImpl template,
            ExtensionRegistry known,
            NamedTemplates templates,
            Inheritance inheritance,
            Set<String> variables) {
        super(template);
        this.known = known;
        this.templates = templates;
        this.inheritance = inheritance;
        this.variables = variables;
    }

    List<Problem> problems() {
        getTemplate().getRootNode().accept(this);
        problems.addAll(inheritance.problems());
        return problems;
    }

    @Override
    public void visit(IncludeNode node) {
        checkTemplate(node.getIncludeExpression());
        super.visit(node);
    }

    @Override
    public void visit(ExtendsNode node) {
        checkTemplate(node.getParentExpression());
        super.visit(node);
    }

    @Override
    public void visit(MacroNode node) {
        Set<String> around = own;
        own = new TreeSet<>(ALWAYS);
        node.getArgs().getNamedArgs().forEach(argument -> own.add(argument.getName()));
        node.getBody().accept(this);
        own = around;
    }

    @Override
    public void visit(SetNode node) {
        super.visit(node);
        if (own != null) {
            own.add(node.getName());
        }
    }

    @Override
    public void visit(ForNode node) {
        if (own != null) {
            own.add(node.getIterationVariable());
        }
        super.visit(node);
    }

    @Override
    public void visit(ImportNode node) {
        imports = true;
        checkTemplate(node.getImportExpression());
        super.visit(node);
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
                        && !inheritance.mayGive(function.getFunctionName())
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
                boolean asks = both.getRightExpression() instanceof TestInvocationExpression test
                        && test.getTestName().equals("defined");
                if (!asks) {
                    both.getLeftExpression().accept(this);
                }
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
            case ContextVariableExpression variable -> check(variable);
            default -> {
                // Literals: nothing to look up.
            }
        }
    }

    private void check(ContextVariableExpression variable) {
        String name = variable.getName();
        Place place = Faults.at(getTemplate().getName(), variable.getLineNumber());
        if (!variables.contains(name)) {
            problems.add(Faults.unknownVariable(name, place, own == null ? Templates.VARIABLES : without(own, ALWAYS)));
        } else if (own != null && !own.contains(name)) {
            problems.add(Faults.notInMacro(name, place));
        }
    }

    private static Set<String> without(Set<String> names, Set<String> some) {
        var rest = new TreeSet<>(names);
        rest.removeAll(some);
        return rest;
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
