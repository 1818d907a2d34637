package press.broadsheet.build;

import java.util.List;
import java.util.Map;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.text.Fingerprint;

/**
 * The texts of all articles, read when they are asked for and never held. Thread-safe.
 *
 * @param reader typesets the text of an article whose kept one is lost or damaged
 */
record Bodies(SourceStore store, Map<Article.Id, Filed> articles, ArticleIntake reader) {
    /** The text; none of an article that is not there. */
    Body of(Article.Id id) {
        Filed filed = articles.get(id);
        SourceStore.Slot slot = filed == null ? null : filed.slot();
        if (filed == null || slot == null) {
            return Body.EMPTY;
        }
        return store.body(slot).orElseGet(() -> reader.again(filed.card()));
    }

    /** A live report's entries, newest first. */
    List<Filed.Entry> entries(Article.Id id) {
        Filed filed = articles.get(id);
        return filed == null ? List.of() : filed.entries();
    }

    Fingerprint print(Article.Id id) {
        Filed filed = articles.get(id);
        return filed == null ? Fingerprint.NONE : filed.textPrint();
    }
}
