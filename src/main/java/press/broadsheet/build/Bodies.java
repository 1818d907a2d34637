package press.broadsheet.build;

import java.util.Map;
import java.util.function.Function;
import press.broadsheet.cache.BodyStore;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.text.Fingerprint;

/**
 * The texts of all articles, read when they are asked for and never held. Thread-safe.
 *
 * @param again typesets the text of an article whose kept one is lost or damaged
 */
record Bodies(BodyStore store, Map<Article.Id, Filed> articles, Function<Article.Id, Body> again) {
    /** The text; none of an article that is not there. */
    Body of(Article.Id id) {
        Filed filed = articles.get(id);
        BodyStore.Slot slot = filed == null ? null : filed.slot();
        return slot == null ? Body.EMPTY : store.read(slot).orElseGet(() -> again.apply(id));
    }

    Fingerprint print(Article.Id id) {
        Filed filed = articles.get(id);
        BodyStore.Slot slot = filed == null ? null : filed.slot();
        return slot == null ? Fingerprint.NONE : slot.print();
    }
}
