package press.broadsheet.build;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Hosting;
import press.broadsheet.plan.Output;

/**
 * What pages of the paper weigh.
 *
 * @param front the heaviest front, the paper's or that of a section; null if there is none
 * @param article the heaviest article; null if there is none
 * @param middleArticle the one that half of all are lighter than; null if there is none
 */
public record Weights(
        @Nullable PageWeight front,
        @Nullable PageWeight article,
        @Nullable PageWeight middleArticle) {
    /**
     * The same after a page was made again.
     *
     * @param before what it weighed
     * @param after what it weighs now
     * @return empty if that takes a look at all pages
     */
    Optional<Weights> with(Kind kind, PageWeight before, PageWeight after) {
        if (before.equals(after)) {
            return Optional.of(this);
        }
        return switch (kind) {
            case NEITHER -> Optional.of(this);
            case FRONT -> heaviest(front, before, after).map(heaviest -> new Weights(heaviest, article, middleArticle));
            case ARTICLE ->
                isStillInTheMiddle(before, after)
                        ? heaviest(article, before, after).map(heaviest -> new Weights(front, heaviest, middleArticle))
                        : Optional.empty();
        };
    }

    private static Optional<PageWeight> heaviest(@Nullable PageWeight known, PageWeight before, PageWeight after) {
        if (known == null || PageWeight.HEAVIEST.compare(after, known) <= 0) {
            return Optional.of(after);
        }
        return known.path().equals(before.path()) ? Optional.empty() : Optional.of(known);
    }

    private boolean isStillInTheMiddle(PageWeight before, PageWeight after) {
        return middleArticle != null
                && !middleArticle.path().equals(before.path())
                && PageWeight.HEAVIEST.compare(before, middleArticle) < 0
                        == PageWeight.HEAVIEST.compare(after, middleArticle) < 0;
    }

    /** What a page is to those who weigh. */
    enum Kind {
        FRONT,
        ARTICLE,
        NEITHER;

        /** Whether a page of this kind is heavier than the newsroom wants. */
        boolean isOver(Hosting.Budget budget, PageWeight page) {
            long most = switch (this) {
                case FRONT -> budget.front();
                case ARTICLE -> budget.article();
                case NEITHER -> 0;
            };
            return this != NEITHER
                    && ((most > 0 && page.total() > most)
                            || (budget.requests() > 0 && page.requests() > budget.requests()));
        }

        static Kind of(Output output) {
            if (!(output instanceof Output.Page page) || page.path().path().endsWith("404.html")) {
                return NEITHER;
            }
            if (page.subject() instanceof Subject.Front || page.template().equals("section")) {
                return FRONT;
            }
            return page.subject() instanceof Subject.Story ? ARTICLE : NEITHER;
        }
    }

    /** Of a paper that was not made. */
    public static final Weights NONE = new Weights(null, null, null);
}
