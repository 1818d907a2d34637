package press.broadsheet.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;

/** What a node says, without any markup: for alternative texts. */
final class PlainText {
    private PlainText() {}

    static String of(Node parent) {
        var plain = new StringBuilder();
        append(parent, plain);
        return plain.toString().strip();
    }

    private static void append(Node parent, StringBuilder plain) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> plain.append(text.getChars().unescape());
                case HtmlEntity entity -> plain.append(entity.getChars().unescape());
                case Code code -> plain.append(code.getText());
                case SoftLineBreak ignored -> plain.append(' ');
                case HardLineBreak ignored -> plain.append(' ');
                case HtmlInlineBase ignored -> {}
                case StoryLink link -> plain.append(link.words().isEmpty() ? link.target() : link.words());
                default -> append(node, plain);
            }
        }
    }
}
