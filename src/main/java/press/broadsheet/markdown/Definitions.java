package press.broadsheet.markdown;

import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;

/**
 * Tells footnotes and addresses of links to which nothing in a text refers. CommonMark shows nothing of them, so that a
 * speaker's words, {@code [Mayor]: Yes.}, would be gone without a trace. For one body; not thread-safe.
 */
final class Definitions {
    private final Sheet sheet;
    private final Set<Reference> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> labels = new HashSet<>();

    Definitions(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Notes that a link takes its address from there. */
    void use(Reference reference) {
        used.add(reference);
    }

    /** Tells what is left over; to be asked when the whole text is set. */
    void tellUnused(Document document, Footnotes footnotes) {
        if (sheet.text().contains("]:")) {
            look(document, footnotes);
        }
    }

    private void look(Node parent, Footnotes footnotes) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteBlock note) {
                boolean first = labels.add("^" + note.getText());
                if (footnotes.references(note) == 0) {
                    footnote("[^" + note.getText() + "]", first, note.getStartOffset());
                }
            } else if (node instanceof Reference reference) {
                boolean first = labels.add(Escaping.normalizeReference(reference.getReference(), true));
                if (!used.contains(reference)) {
                    address(reference, first);
                }
            }
            if (node instanceof Block) {
                look(node, footnotes);
            }
        }
    }

    private void footnote(String label, boolean first, int offset) {
        if (first) {
            sheet.tell(
                    TextFault.UNUSED_DEFINITION,
                    offset,
                    "Nothing in the text refers to the footnote " + label + ", so readers do not see it.",
                    "Write " + label + " where the note belongs, or take the note out.");
        } else {
            sheet.tell(
                    TextFault.UNUSED_DEFINITION,
                    offset,
                    "The footnote " + label + " stands here a second time; readers see only the first.",
                    "Give this one another name, also where the text refers to it.");
        }
    }

    private void address(Reference reference, boolean first) {
        String label = reference.getReference().toString();
        String address = reference.getUrl().toString();
        // A remark, as people write it who want one in Markdown: [//]: # (see the minutes).
        if (address.equals("#")
                || address.isEmpty()
                || label.toLowerCase(Locale.ROOT).equals("//")) {
            return;
        }
        if (!first) {
            sheet.tell(
                    TextFault.UNUSED_DEFINITION,
                    reference.getStartOffset(),
                    "The address of links called [" + label + "] stands here a second time; links lead to the first.",
                    "Take out the one that is wrong.");
            return;
        }
        sheet.tell(
                TextFault.UNUSED_DEFINITION,
                reference.getStartOffset(),
                "This line is taken for the address of links called [" + label
                        + "]; there is none, so readers do not see" + " it.",
                address.contains("://")
                        ? "Write [words][" + label + "] where the link belongs, or take the line out."
                        : "If it is text, put a backslash before the bracket: \\[" + label + "]: " + address);
    }
}
