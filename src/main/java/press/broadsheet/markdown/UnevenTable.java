package press.broadsheet.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables whose rows do not fit together, and rows that were meant as a table and are none. By the specification of tables
 * (GitHub Flavored Markdown, 4.10) a row of dashes stands below the headings, with as many groups as there are columns; we set
 * what we can, and other programs would not.
 */
final class UnevenTable {
    /** Two lines at least that begin and end with a bar, with another one between. */
    private static final Pattern ROWS =
            Pattern.compile("(?m)^[ \\t]*\\|.*[^\\\\]\\|.*[^\\\\]\\|[ \\t]*\\R[ \\t]*(\\|.*\\|)[ \\t]*$");

    private UnevenTable() {}

    /** Tells the first row of a table that does not fit its headings. */
    static void tell(TableBlock table, Sheet sheet) {
        int headings = -1;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            Node row = part.getFirstChild();
            if (part instanceof TableHead && row != null) {
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

    /** Tells the first rows within a paragraph that were meant as a table. */
    static void tellWithin(Sheet sheet, int from, int to) {
        if (sheet.text().indexOf('|', from, to) < 0) {
            return;
        }
        Matcher rows = ROWS.matcher(sheet.text()).region(from, to);
        if (rows.find()) {
            sheet.tell(
                    TextFault.UNEVEN_TABLE,
                    rows.start(1),
                    "These rows are no table, because no row of dashes stands below the first: readers see the bars.",
                    "Write one below the headings: | --- | --- |");
        }
    }
}
