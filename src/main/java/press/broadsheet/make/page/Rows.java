package press.broadsheet.make.page;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import press.broadsheet.text.Nearest;
import press.broadsheet.text.Table;

/**
 * What the newsroom keeps in a data file, as templates see it. A name that a row does not have is nothing if another row has
 * it; but a column that a table does not have, and a name that is nearly one that the file has, is misspelt. For one page; what
 * is never looked at costs nothing.
 */
final class Rows extends AbstractList<@Nullable Object> {
    private final List<?> rows;
    private final String file;
    private @Nullable Set<String> names;

    private Rows(List<?> rows, String file) {
        this.rows = rows;
        this.file = file;
    }

    /** @param file its name, for messages */
    static Object of(Object content, String file) {
        return switch (content) {
            case List<?> list -> new Rows(list, file);
            case Map<?, ?> map -> new Row(map, new Rows(List.of(map), file));
            default -> content;
        };
    }

    @Override
    public @Nullable Object get(int index) {
        Object row = rows.get(index);
        return row instanceof Map<?, ?> map ? new Row(map, this) : row == null ? null : of(row, file);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** Every name that some row has. */
    private Set<String> names() {
        Set<String> known = names;
        if (known == null) {
            known = new TreeSet<>();
            for (Object row : rows) {
                if (row instanceof Map<?, ?> map) {
                    for (Object name : map.keySet()) {
                        known.add(String.valueOf(name));
                    }
                }
            }
            names = known;
        }
        return known;
    }

    private boolean isMisspelt(String name) {
        return !names().contains(name)
                && (rows instanceof Table || Nearest.slip(name, names()).isPresent());
    }

    /** One row, or a map that stands alone. */
    static final class Row extends AbstractMap<String, @Nullable Object> {
        private final Map<?, ?> cells;
        private final Rows all;

        private Row(Map<?, ?> cells, Rows all) {
            this.cells = cells;
            this.all = all;
        }

        /** @throws Fault if the name is misspelt */
        @Nullable
        Object cell(String name, String template, int line) {
            Object cell = cells.get(name);
            if (cell == null && all.isMisspelt(name)) {
                throw new Fault(
                        TemplateFault.UNKNOWN_ATTRIBUTE,
                        "data(\"" + all.file + "\") has no \"" + name + "\".",
                        Fault.hint(name, all.names()),
                        line,
                        template);
            }
            return cell == null ? null : of(cell, all.file);
        }

        @Override
        public @Nullable Object get(Object name) {
            Object cell = cells.get(name);
            return cell == null ? null : of(cell, all.file);
        }

        @Override
        public boolean containsKey(Object name) {
            return cells.containsKey(name);
        }

        @Override
        public int size() {
            return cells.size();
        }

        @Override
        public Set<Map.Entry<String, @Nullable Object>> entrySet() {
            var entries = new LinkedHashMap<String, @Nullable Object>();
            cells.forEach((name, cell) -> entries.put(String.valueOf(name), cell == null ? null : of(cell, all.file)));
            return entries.entrySet();
        }
    }
}
