package press.broadsheet.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.ListNeed;
import press.broadsheet.desk.Need;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.PageNeed;
import press.broadsheet.edition.Difference;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Language;

/**
 * Which questions surely have the answers that they had, after a round in which nothing but articles was touched. Of the
 * kinds of which there are thousands it is said here what their answers are made of; all others, and those that come to be,
 * are asked again. Immutable, thread-safe.
 */
final class SameAnswers {
    private final Map<Language, Difference> editions = new HashMap<>();

    private final List<Difference> differences = new ArrayList<>();
    private final int size;

    /** The first edition's: most questions are of one. */
    private final Language most;

    private final @Nullable Difference ofMost;

    /** Whether what stands in other languages is part of no answer. */
    private final boolean alone;

    /** @param touched articles of which something else is known than was, or that came or went */
    SameAnswers(Newspaper before, Newspaper now, Set<Article.Id> touched) {
        this.size = now.editions().size();
        this.alone = now.editions().size() == 1 && before.editions().size() == 1;
        if (before.editions().size() == now.editions().size()) {
            for (int i = 0; i < now.editions().size(); i++) {
                var difference = Difference.between(
                        before.editions().get(i), now.editions().get(i), touched);
                if (!difference.isEverything()) {
                    differences.add(difference);
                    editions.put(now.editions().get(i).settings().language(), difference);
                }
            }
        }
        this.most = now.editions().getFirst().settings().language();
        this.ofMost = editions.get(most);
    }

    /** Whether it is known of every edition what is other in it. */
    boolean isComplete() {
        return differences.size() == size;
    }

    /** What is other in each edition, in their order; if {@link #isComplete}. */
    List<Difference> differences() {
        return differences;
    }

    /** Whether a question need not be asked again. What was made together is no question. */
    boolean has(Notebook.Entry entry) {
        if (!(entry instanceof Notebook.Entry.Asked asked)) {
            return true;
        }
        Difference difference = asked.language().equals(most) ? ofMost : editions.get(asked.language());
        return difference != null && isSame(asked.need(), difference);
    }

    private boolean isSame(Need<?> need, Difference difference) {
        // Not a switch: the first compiler makes little of one over types, and there are many questions.
        if (need instanceof PageNeed<?>) {
            return need instanceof PageNeed.OfAddress address
                    ? isSame(address.subject(), difference)
                    : need instanceof PageNeed.OfTranslations same && alone && isSame(same.subject(), difference);
        }
        if (need instanceof ListNeed<?>) {
            // The list, and how long its pages are, which is a setting.
            return (need instanceof ListNeed.OfListing listing && !difference.concerns(listing.id()))
                    || (need instanceof ListNeed.OfRun run
                            && !difference.concerns(run.page().listing()))
                    || (need instanceof ListNeed.OfLength length && !difference.concerns(length.id()))
                    || (need instanceof ListNeed.OfListingName name && !difference.concerns(name.id()));
        }
        // An article's card, its text, and what was read with them; of a reference also what has the name.
        return (need instanceof ArticleNeed.OfCard card && !difference.concerns(card.id()))
                || (need instanceof ArticleNeed.OfTarget target && !difference.concerns(target.reference()))
                || (need instanceof ArticleNeed.OfBody text && !difference.concerns(text.id()))
                || (need instanceof ArticleNeed.OfNeighbours beside && !difference.concernsNeighbours(beside.id()))
                || (need instanceof ArticleNeed.OfParts part && !difference.concernsParts(part.id()))
                || (need instanceof ArticleNeed.OfBreakingState && !difference.concernsBreaking())
                || (need instanceof ArticleNeed.OfArticle article && !difference.concerns(article.reference()))
                || (need instanceof ArticleNeed.OfReport report && !difference.concerns(report.id()))
                || (need instanceof ArticleNeed.OfEntries run
                        && !difference.concerns(run.page().article()));
    }

    /** Where an article stands follows from its card; whether a list has a page, from whether anything is in it. */
    private static boolean isSame(Subject subject, Difference difference) {
        return (subject instanceof Subject.Story story && !difference.concerns(story.article()))
                || (subject instanceof Subject.Listed listed && !difference.concerns(listed.listing()));
    }
}
