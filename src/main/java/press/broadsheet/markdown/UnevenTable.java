package press.broadsheet.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;

/**
 * Tables whose rows do not fit together, and rows that were meant as a table and are none. By the specification of tables
 * (GitHub Flavored Markdown, 4.10) a row of dashes stands below the headings, with as many groups as there are columns; we set
 * what we can, and other programs would not.
 */
final class UnevenTable {
    private UnevenTable() {}

    /** Tells the first row of a table that does not fit its headings. */
    static void tell(TableBlock table, Sheet sheet) {
        int headings = -1;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            Node row = part.getFirstChild();
            if (headings < 0 && row != null) {
                // Of a table without headings the row of dashes comes first.
                headings = cells(row);
            } else if (part instanceof TableSeparator && row != null && headings < 0) {
                // A table without a row of headings.
                headings = cells(row);
            } else if (part instanceof TableSeparator && row != null && cells(row) != headings) {
                sheet.tell(
                        TextFault.UNEVEN_TABLE,
                        row.getStartOffset(),
                        "This row of dashes is for " + columns(cells(row)) + ", and the row above has "
                                + columns(headings) + ".",
                        "Write a group of dashes for each heading: |" + " --- |".repeat(headings));
                return;
            } else if (part instanceof TableBody && isTold(row, headings, sheet)) {
                return;
            }
        }
    }

    private static boolean isTold(@Nullable Node first, int headings, Sheet sheet) {
        for (Node row = first; row != null; row = row.getNext()) {
            if (row instanceof TableRow && cells(row) > headings) {
                sheet.tell(
                        TextFault.UNEVEN_TABLE,
                        row.getStartOffset(),
                        "This row has " + columns(cells(row)) + ", and the table has " + columns(headings) + ".",
                        "Give each column a heading, if only an empty one. A bar within a cell is written \\|.");
                return true;
            }
        }
        return false;
    }

    private static int cells(Node row) {
        int cells = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells += cell instanceof TableCell ? 1 : 0;
        }
        return cells;
    }

    private static String columns(int number) {
        return number + (number == 1 ? " column" : " columns");
    }

    /** Tells the first rows within a paragraph that were meant as a table: two lines of several cells, one below the other. */
    static void tellWithin(Sheet sheet, int from, int to) {
        String text = sheet.text();
        if (text.indexOf('|', from, to) < 0) {
            return;
        }
        boolean begun = false;
        for (int start = from; start < to; ) {
            int newline = text.indexOf('\n', start, to);
            int end = newline < 0 ? to : newline;
            String line = text.substring(start, end);
            if (begun && isBetweenBars(line.strip())) {
                sheet.tell(
                        TextFault.UNEVEN_TABLE,
                        start + line.indexOf('|'),
                        "These rows are no table, because no row of dashes stands below the first: readers see the bars.",
                        "Write one below the headings: | --- | --- |");
                return;
            }
            begun = isBetweenBars(line.strip()) && hasCells(line.strip());
            start = end + 1;
        }
    }

    private static boolean isBetweenBars(String line) {
        return line.length() > 2 && line.charAt(0) == '|' && line.endsWith("|") && !line.endsWith("\\|");
    }

    /** Whether another bar stands between the first and the last that is not meant as one. */
    private static boolean hasCells(String line) {
        for (int at = 1; at < line.length() - 1; at++) {
            if (line.charAt(at) == '|' && line.charAt(at - 1) != '\\') {
                return true;
            }
        }
        return false;
    }
}
