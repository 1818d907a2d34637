package press.broadsheet.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.ListNeed;
import press.broadsheet.desk.Need;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.PageNeed;
import press.broadsheet.edition.Difference;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.References;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Language;

/**
 * Which questions surely have the answers that they had, after a round in which nothing but articles was touched. Of the
 * kinds of which there are thousands it is said here what their answers are made of; all others, and those that come to be,
 * are asked again. Immutable, thread-safe.
 */
final class SameAnswers {
    /** What questions are about that ask of one article whether it is among the breaking news. */
    private static final Object BREAKING = new ListNeed.OfBreaking();

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

    /** Whether what stands in other languages is part of no answer. */
    boolean isAlone() {
        return alone;
    }

    /** What is other in each edition, in their order; if {@link #isComplete}. */
    List<Difference> differences() {
        return differences;
    }

    /** Whether it is known what is other in an edition. */
    boolean isKnown(Language language) {
        return editions.containsKey(language);
    }

    /** All in an edition that questions with other answers may be {@link #about}; if {@link #isKnown}. */
    Stream<Object> others(Language language) {
        Difference difference = Objects.requireNonNull(editions.get(language));
        return Stream.of(
                        difference.articles().stream(),
                        difference.besides().stream(),
                        difference.listings().stream(),
                        difference.listings().stream().map(Listing.Id::kind).distinct(),
                        difference.names().stream(),
                        difference.concernsBreaking() ? Stream.of(BREAKING) : Stream.empty())
                .flatMap(Function.identity());
    }

    /**
     * What must be other before a question has another answer: an article, a list, one of a kind of lists, a name that
     * references have, or what is breaking news.
     *
     * @param alone whether the paper has one edition
     * @return null if it is none of these
     */
    static @Nullable Object about(Need<?> need, boolean alone) {
        return switch (need) {
            case PageNeed<?> page ->
                switch (page) {
                    case PageNeed.OfAddress address -> about(address.subject());
                    case PageNeed.OfTranslations translations -> alone ? about(translations.subject()) : null;
                    default -> null;
                };
            case ListNeed<?> list ->
                switch (list) {
                    case ListNeed.OfListing listing -> listing.id();
                    case ListNeed.OfRun run -> run.page().listing();
                    case ListNeed.OfLength length -> length.id();
                    case ListNeed.OfNewest newest -> newest.id();
                    case ListNeed.OfListings listings -> listings.kind();
                    case ListNeed.OfListingName name -> name.id();
                    default -> null;
                };
            case ArticleNeed<?> article -> about(article);
            default -> null;
        };
    }

    private static @Nullable Object about(ArticleNeed<?> need) {
        return switch (need) {
            case ArticleNeed.OfCard card -> card.id();
            case ArticleNeed.OfBody text -> text.id();
            case ArticleNeed.OfReport report -> report.id();
            case ArticleNeed.OfEntries run -> run.page().article();
            case ArticleNeed.OfNeighbours beside -> beside.id();
            case ArticleNeed.OfParts part -> part.id();
            case ArticleNeed.OfTarget target -> References.nameIn(target.reference());
            case ArticleNeed.OfArticle article -> References.nameIn(article.reference());
            case ArticleNeed.OfBreakingState state -> BREAKING;
            default -> null;
        };
    }

    private static @Nullable Object about(Subject subject) {
        return subject instanceof Subject.Story story
                ? story.article()
                : subject instanceof Subject.Listed listed ? listed.listing() : null;
    }

    /** Whether a question need not be asked again. What was made together is no question. */
    boolean has(Notebook.Entry entry) {
        if (!(entry instanceof Notebook.Entry.Asked asked)) {
            return true;
        }
        Difference difference = asked.language().equals(most) ? ofMost : editions.get(asked.language());
        return difference != null && isSame(asked.need(), difference);
    }

    /** Of what is {@link #about} something that is other. */
    private boolean isSame(Need<?> need, Difference difference) {
        if (need instanceof PageNeed<?>) {
            return need instanceof PageNeed.OfAddress address
                    ? isSame(address.subject(), difference)
                    : need instanceof PageNeed.OfTranslations same && alone && isSame(same.subject(), difference);
        }
        if (need instanceof ListNeed<?>) {
            // How long pages are is a setting.
            return (need instanceof ListNeed.OfListing some
                            && !difference.concerns(some.id(), some.from(), some.count()))
                    || (need instanceof ListNeed.OfRun run && !difference.concerns(run.page()))
                    || (need instanceof ListNeed.OfLength length && !difference.concernsLength(length.id()))
                    || (need instanceof ListNeed.OfNewest newest && !difference.concerns(newest.id(), 0, 1))
                    || (need instanceof ListNeed.OfListings listings && !difference.concerns(listings.kind()))
                    || (need instanceof ListNeed.OfFront front && !difference.concernsFront(front.section()))
                    || (need instanceof ListNeed.OfListingName name && !difference.concernsName(name.id()));
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
                || (subject instanceof Subject.Listed listed && !difference.concernsPresence(listed.listing()));
    }
}
