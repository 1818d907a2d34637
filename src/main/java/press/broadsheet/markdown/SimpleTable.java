package press.broadsheet.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that can only mean one thing: bars at both ends of each line, as many filled cells in each row, headings without
 * marks. Immutable.
 */
final class SimpleTable {
    /** Where a cell's text begins and ends. */
    record Cell(int from, int to) {}

    private static final int LEAST_DASHES = 3;

    private final Letters source;
    private final int start;
    private final int end;

    SimpleTable(Letters source, int start, int end) {
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** Whether lines are such a table. */
    static boolean is(Letters source, int start, int end, SimpleLine.Brackets brackets) {
        return new SimpleTable(source, start, end).is(brackets);
    }

    private boolean is(SimpleLine.Brackets brackets) {
        int head = lineEnd(start);
        if (head + 1 >= end) {
            return false;
        }
        int rule = lineEnd(head + 1);
        List<Cell> headings = cells(start, head);
        if (headings.isEmpty() || !isRule(cells(head + 1, rule), headings.size())) {
            return false;
        }
        for (Cell heading : headings) {
            if (!SimpleLine.isPlain(source, heading.from(), heading.to())) {
                return false;
            }
        }
        for (int line = rule + 1; line < end; line = lineEnd(line) + 1) {
            List<Cell> row = cells(line, lineEnd(line));
            if (row.size() != headings.size()) {
                return false;
            }
            for (Cell cell : row) {
                if (!SimpleLine.is(source, cell.from(), cell.to(), brackets)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isRule(List<Cell> cells, int columns) {
        if (cells.size() != columns) {
            return false;
        }
        for (Cell cell : cells) {
            int from = cell.from() + (source.at(cell.from()) == ':' ? 1 : 0);
            int to = cell.to() - (source.at(cell.to() - 1) == ':' ? 1 : 0);
            if (to - from < LEAST_DASHES) {
                return false;
            }
            for (int i = from; i < to; i++) {
                if (source.at(i) != '-') {
                    return false;
                }
            }
        }
        return true;
    }

    /** The cells of a line; none if it is not of the simple kind. */
    private List<Cell> cells(int line, int lineEnd) {
        var cells = new ArrayList<Cell>();
        if (line >= lineEnd || source.at(line) != '|' || source.at(lineEnd - 1) != '|') {
            return cells;
        }
        for (int bar = line; bar < lineEnd - 1; ) {
            int next = source.next('|', bar + 1, lineEnd);
            int from = bar + 1;
            int to = next;
            while (from < to && source.at(from) == ' ') {
                from++;
            }
            while (to > from && source.at(to - 1) == ' ') {
                to--;
            }
            if (from == to || source.next('\\', from, to) >= 0) {
                return List.of();
            }
            cells.add(new Cell(from, to));
            bar = next;
        }
        return cells;
    }

    List<Cell> headings() {
        return cells(start, lineEnd(start));
    }

    /** How each column is set: {@code left}, {@code center}, {@code right}, or empty. */
    List<String> alignments() {
        int rule = lineEnd(start) + 1;
        return cells(rule, lineEnd(rule)).stream()
                .map(cell -> {
                    boolean left = source.at(cell.from()) == ':';
                    boolean right = source.at(cell.to() - 1) == ':';
                    return left ? right ? "center" : "left" : right ? "right" : "";
                })
                .toList();
    }

    List<List<Cell>> rows() {
        var rows = new ArrayList<List<Cell>>();
        for (int line = lineEnd(lineEnd(start) + 1) + 1; line < end; line = lineEnd(line) + 1) {
            rows.add(cells(line, lineEnd(line)));
        }
        return rows;
    }

    String text(Cell cell) {
        return source.part(cell.from(), cell.to());
    }

    private int lineEnd(int line) {
        int found = source.next('\n', line, end);
        return found < 0 ? end : found;
    }
}
