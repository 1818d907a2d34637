package press.broadsheet.build;

import org.jspecify.annotations.Nullable;

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
    /** Of a paper that was not made. */
    public static final Weights NONE = new Weights(null, null, null);
}
