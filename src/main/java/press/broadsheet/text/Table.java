package press.broadsheet.text;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;

/**
 * The rows of a table that the newsroom keeps, each with all of its columns by name, in order. To whoever does not ask, a list
 * like any other. Immutable.
 */
public final class Table extends AbstractList<Map<String, Object>> {
    private final List<Map<String, Object>> rows;

    /** @param rows immutable */
    public Table(List<Map<String, Object>> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public Map<String, Object> get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
