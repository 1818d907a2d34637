package press.broadsheet.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Version;

/**
 * What the paper has beside its cards.
 *
 * @param bodies the text of each published article; thread-safe
 * @param pictures by their paths below {@code content/}
 * @param assets published addresses of the theme's assets, by name
 * @param data the newsroom's data files, by name
 * @param templates digests of the templates' texts, by name with ending
 * @param hosting what the paper asks of its host
 * @param versions what readers had of an article before, oldest first; thread-safe
 */
public record Holdings(
        Function<Article.Id, Body> bodies,
        Map<String, NewsDesk.PublishedPicture> pictures,
        Map<String, String> assets,
        Map<String, Object> data,
        Map<String, String> templates,
        Hosting hosting,
        Function<Article.Id, List<Version>> versions) {

    /** Without earlier versions. */
    public Holdings(
            Function<Article.Id, Body> bodies,
            Map<String, NewsDesk.PublishedPicture> pictures,
            Map<String, String> assets,
            Map<String, Object> data,
            Map<String, String> templates,
            Hosting hosting) {
        this(bodies, pictures, assets, data, templates, hosting, id -> List.of());
    }

    /** Nothing at all. */
    public static final Holdings NONE =
            new Holdings(id -> Body.EMPTY, Map.of(), Map.of(), Map.of(), Map.of(), Hosting.USUAL);

    /** The same with other texts. */
    public Holdings with(Function<Article.Id, Body> texts) {
        return new Holdings(texts, pictures, assets, data, templates, hosting, versions);
    }

    static <T> List<T> slice(List<T> all, int from, int count) {
        int start = Math.clamp(from, 0, all.size());
        return all.subList(start, Math.clamp((long) start + count, start, all.size()));
    }
}
