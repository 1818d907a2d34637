package press.broadsheet.view;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;

/**
 * The newsroom's own settings as one page reads them: each is asked for when the template names it, so that a page is made
 * again only for those that it shows. Unmodifiable; for one page.
 */
final class Params extends AbstractMap<String, Object> {
    private final NewsDesk desk;

    Params(NewsDesk desk) {
        this.desk = desk;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name instanceof String text ? desk.param(text).orElse(null) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    /** Whoever goes through all depends on all. */
    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return desk.params().entrySet();
    }
}
