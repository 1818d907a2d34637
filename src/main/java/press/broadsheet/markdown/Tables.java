package press.broadsheet.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;

/** Sets a table, in a frame of its own that scrolls where it is too wide. */
record Tables(InlineSetter inline, Lines lines, Typesetting type) {
    void set(TableBlock table) {
        lines.add("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\""
                + InlineSetter.attribute("aria-label", name(table)) + ">\n<table>\n");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableHead) {
                part("thead", part);
            } else if (part instanceof TableBody && part.hasChildren()) {
                part("tbody", part);
            }
        }
        lines.add("</table>\n</div>\n");
    }

    /** A table has no name of its own: what its columns are called says best what it is, in any language. */
    private static String name(TableBlock table) {
        Node head = table.getFirstChild();
        Node row = head == null ? null : head.getFirstChild();
        var name = new StringBuilder();
        for (Node cell = row == null ? null : row.getFirstChild(); cell != null; cell = cell.getNext()) {
            String text = PlainText.of(cell);
            name.append(name.isEmpty() || text.isEmpty() ? "" : ", ").append(text);
        }
        return name.isEmpty() ? "—" : name.toString();
    }

    private void part(String name, Node part) {
        lines.add("<" + name + ">\n");
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
            if (row instanceof TableRow) {
                lines.add("<tr>");
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell tableCell) {
                        cell(tableCell);
                    }
                }
                lines.add("</tr>\n");
            }
        }
        lines.add("</" + name + ">\n");
    }

    private void cell(TableCell cell) {
        // An empty heading, as above the names of a table's rows, heads nothing that could be read out.
        String name = cell.isHeader() && !cell.getText().isBlank() ? "th" : "td";
        var alignment = cell.getAlignment();
        String align =
                alignment == null ? "" : " class=\"align-" + alignment.name().toLowerCase(Locale.ROOT) + "\"";
        lines.add("<" + name + align + ">");
        type.beginBlock();
        lines.beginBlock("", "");
        lines.touch();
        inline.children(cell);
        lines.endBlock();
        lines.add("</" + name + ">");
    }
}
