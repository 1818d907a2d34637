package press.broadsheet.make.page;

import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.node.AbstractRenderableNode;
import io.pebbletemplates.pebble.node.BlockNode;
import io.pebbletemplates.pebble.node.ExtendsNode;
import io.pebbletemplates.pebble.node.ImportNode;
import io.pebbletemplates.pebble.node.MacroNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.RootNode;
import io.pebbletemplates.pebble.node.SetNode;
import io.pebbletemplates.pebble.node.TextNode;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Problem;

/**
 * What a template that extends another says where nobody prints it. Pebble passes over a block that no ancestor has, and
 * over whatever stands outside of blocks, without a word: a page would be empty because of one letter.
 */
final class Inheritance {
    private final PebbleTemplateImpl template;
    private final List<PebbleTemplateImpl> ancestors = new ArrayList<>();
    private final boolean extending;
    /** Whether all ancestors are known; not if one is named by an expression, is missing, or cannot be read. */
    private boolean whole = true;

    /** @param compiled gives a template by name; empty if there is none that can be read */
    Inheritance(PebbleTemplateImpl template, Function<String, Optional<PebbleTemplateImpl>> compiled) {
        this.template = template;
        ExtendsNode next = parentOf(template);
        this.extending = next != null;
        while (next != null && whole) {
            PebbleTemplateImpl parent = next.getParentExpression() instanceof LiteralStringExpression literal
                    ? compiled.apply(literal.getValue()).orElse(null)
                    : null;
            if (parent == null || ancestors.contains(parent)) {
                whole = false;
            } else {
                ancestors.add(parent);
                next = parentOf(parent);
            }
        }
    }

    private static @Nullable ExtendsNode parentOf(PebbleTemplateImpl template) {
        for (RenderableNode node : children(template)) {
            if (node instanceof ExtendsNode parent) {
                return parent;
            }
        }
        return null;
    }

    private static List<RenderableNode> children(PebbleTemplateImpl template) {
        return template.getRootNode() instanceof RootNode root ? root.getBody().getChildren() : List.of();
    }

    /** Whether an ancestor could give a macro of this name. */
    boolean mayGive(String macro) {
        return !whole
                || ancestors.stream()
                        .anyMatch(ancestor -> ancestor.hasMacro(macro)
                                || children(ancestor).stream().anyMatch(ImportNode.class::isInstance));
    }

    /** What is lost; nothing for a template that extends none. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (extending) {
            tellOutside(problems);
            if (whole) {
                tellBlocks(problems);
            }
        }
        return problems;
    }

    private void tellOutside(List<Problem> problems) {
        for (RenderableNode node : children(template)) {
            int line = lineOutside(node);
            if (line > 0) {
                problems.add(new Problem(
                        TemplateFault.OUTSIDE_BLOCKS,
                        Faults.at(template.getName(), line),
                        "This stands outside of blocks, and is not printed: the template extends another.",
                        "Put it into a block: {% block main %} ... {% endblock %}"));
                return;
            }
        }
    }

    /** The line of what is not printed; 0 for what has its effect, or none to have. */
    private static int lineOutside(RenderableNode node) {
        return switch (node) {
            case ExtendsNode ignored -> 0;
            case ImportNode ignored -> 0;
            case SetNode ignored -> 0;
            case MacroNode ignored -> 0;
            case BlockNode ignored -> 0;
            case TextNode text -> {
                // Pebble counts the line in which a text ends.
                String words = new String(text.getData()).stripLeading();
                int lines = (int) words.chars().filter(c -> c == '\n').count();
                yield words.isEmpty() ? 0 : text.getLineNumber() - lines;
            }
            case Include.Placed include -> include.line();
            case AbstractRenderableNode other -> other.getLineNumber();
            default -> 0;
        };
    }

    private void tellBlocks(List<Problem> problems) {
        var there = new TreeSet<String>();
        ancestors.forEach(ancestor -> there.addAll(blocks(ancestor)));
        for (RenderableNode node : children(template)) {
            if (node instanceof BlockNode block && !there.contains(block.getName())) {
                problems.add(new Problem(
                        TemplateFault.UNKNOWN_BLOCK,
                        Faults.at(template.getName(), block.getLineNumber()),
                        "\"" + ancestors.getFirst().getName() + "\" has no block \"" + block.getName()
                                + "\", so what stands in it is not printed.",
                        Fault.hint(block.getName(), there)));
            }
        }
    }

    private static Set<String> blocks(PebbleTemplateImpl template) {
        var names = new TreeSet<String>();
        template.getRootNode().accept(new AbstractNodeVisitor(template) {
            @Override
            public void visit(BlockNode block) {
                names.add(block.getName());
                super.visit(block);
            }
        });
        return names;
    }
}
