package press.broadsheet.build;

import java.util.List;
import java.util.Map;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.problem.Problem;

/**
 * All that was read in {@code content/}. Immutable, thread-safe.
 *
 * @param shelves one for each edition, the default first
 * @param articles all that could be read
 * @param problems of each article, told only if the article matters to readers
 * @param data by file name without ending
 * @param counts how the files add up
 */
record Newsroom(
        Site site,
        List<Shelf> shelves,
        Map<Article.Id, Article> articles,
        Map<Article.Id, List<Problem>> problems,
        Map<String, Object> data,
        Counts counts) {

    /** What one edition has. */
    record Shelf(Site.EditionSettings settings, StandingMatter matter, List<Card> cards) {}

    /** @param texts all text files; {@code broken} articles that could not be read; {@code other} not articles */
    record Counts(int texts, int broken, int other) {}

    Body body(Article.Id id) {
        Article article = articles.get(id);
        return article == null ? Body.EMPTY : article.body();
    }

    List<Problem> problemsOf(Article.Id id) {
        return problems.getOrDefault(id, List.of());
    }
}
