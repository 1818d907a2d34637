package press.broadsheet.markdown;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;

/** Finds who is quoted: the last line of a quotation, if it begins with a dash. */
final class Attribution {
    /** Names and what people are; whatever is longer is a point that somebody makes. */
    private static final int LONGEST = 80;

    private Attribution() {}

    /** The first node of that line in the last paragraph; null if there is none, or if it is all that the quotation has. */
    static @Nullable Node of(Node lastParagraph) {
        Node line = lastParagraph.getFirstChild();
        for (Node node = lastParagraph.getLastChild(); node != null; node = node.getPrevious()) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                line = node.getNext();
                break;
            }
        }
        if (line == null || (line.getPrevious() == null && lastParagraph.getPrevious() == null)) {
            return null;
        }
        return line instanceof Text && dash(line.getChars()) > 0 ? line : null;
    }

    /**
     * Likewise for whoever typed a hyphen for the dash, which Markdown takes for the mark of a list: the first node of a
     * list's only item, if that is short, ends a quotation and has words before it; null if it is anything else.
     */
    static @Nullable Node ofList(Node last) {
        Node item = last.getFirstChild();
        Node line = item == null ? null : item.getFirstChild();
        boolean single = last instanceof BulletList list
                && list.getOpeningMarker() == '-'
                && last.getPrevious() instanceof Paragraph
                && item != null
                && item.getNext() == null
                && line instanceof Paragraph
                && line.getNext() == null;
        if (!single || line == null) {
            return null;
        }
        String words = line.getChars().toString().strip();
        boolean isName = words.length() <= LONGEST
                && words.indexOf('\n') < 0
                && !words.isEmpty()
                && Character.isUpperCase(words.codePointAt(0))
                && ".!?".indexOf(words.charAt(words.length() - 1)) < 0;
        return isName ? line.getFirstChild() : null;
    }

    /** How long the dash at the start is, with the blanks behind it; 0 if there is none. */
    static int dash(CharSequence line) {
        int i = 0;
        if (line.length() > 2 && line.charAt(0) == '-' && line.charAt(1) == '-') {
            i = line.charAt(2) == '-' ? 3 : 2;
        } else if (!line.isEmpty() && (line.charAt(0) == '—' || line.charAt(0) == '–' || line.charAt(0) == '―')) {
            i = 1;
        }
        while (i > 0 && i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
