package press.broadsheet.build;

import java.util.List;
import java.util.Set;
import press.broadsheet.edition.CardChange;
import press.broadsheet.news.Article;

/**
 * What is other in a newsroom after some articles were read again, and nothing else is.
 *
 * @param before it knew of it
 * @param now all that is known
 * @param ids of the articles that were changed, that came, and that went
 * @param cards that are others on each shelf
 */
record Reread(Newsroom before, Newsroom now, Set<Article.Id> ids, List<CardChange> cards) {}
