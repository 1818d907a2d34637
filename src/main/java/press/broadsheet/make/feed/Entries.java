package press.broadsheet.make.feed;

import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Article;
import press.broadsheet.view.EntryView;

/** Knows how feeds show an article. Thread-safe. */
@FunctionalInterface
public interface Entries {
    /** The article as feeds carry it, as the desk's edition sees it. */
    EntryView entry(Article.Id id, NewsDesk desk);
}
