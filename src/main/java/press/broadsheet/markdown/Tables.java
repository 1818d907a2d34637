package press.broadsheet.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.Locale;

/** Sets a table, in a frame of its own that scrolls where it is too wide. */
record Tables(InlineSetter inline, Lines lines, Typesetting type) {
    void set(TableBlock table) {
        open(name(table));
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableHead) {
                part("thead", part);
            } else if (part instanceof TableBody && part.hasChildren()) {
                part("tbody", part);
            }
        }
        lines.add("</table>\n</div>\n");
    }

    private void open(String name) {
        lines.add("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\""
                + InlineSetter.attribute("aria-label", name) + ">\n<table>\n");
    }

    /** Sets a table that was not parsed. */
    void set(SimpleTable table) {
        List<String> headings = table.headings().stream().map(table::text).toList();
        List<String> alignments = table.alignments();
        open(String.join(", ", headings));
        lines.add("<thead>\n");
        row("th", table.headings(), alignments);
        lines.add("</thead>\n");
        List<List<SimpleTable.Cell>> rows = table.rows();
        if (!rows.isEmpty()) {
            lines.add("<tbody>\n");
            rows.forEach(row -> row("td", row, alignments));
            lines.add("</tbody>\n");
        }
        lines.add("</table>\n</div>\n");
    }

    private void row(String name, List<SimpleTable.Cell> cells, List<String> alignments) {
        lines.add("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            SimpleTable.Cell cell = cells.get(column);
            cell(name, alignments.get(column), () -> inline.simple(cell.from(), cell.to()));
        }
        lines.add("</tr>\n");
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
        cell(name, alignment == null ? "" : alignment.name().toLowerCase(Locale.ROOT), () -> inline.children(cell));
    }

    private void cell(String name, String alignment, Runnable setting) {
        lines.add("<" + name + (alignment.isEmpty() ? "" : " class=\"align-" + alignment + "\"") + ">");
        type.beginBlock();
        lines.beginBlock("", "");
        lines.touch();
        setting.run();
        lines.endBlock();
        lines.add("</" + name + ">");
    }
}
