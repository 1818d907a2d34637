package press.broadsheet.edition;

import java.util.List;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;

/** A front whose slots are filled for one moment. No article stands twice on it. */
public record ComposedFront(List<FilledSlot> slots) {

    /** A slot with at least one item; slots that stay empty are left out. */
    public record FilledSlot(FrontPage.Slot slot, List<Item> items) {}

    /**
     * An article in a slot.
     *
     * @param kicker as this front shows it; likewise {@code headline}
     * @param boost 0 to 3
     */
    public record Item(
            Card card, String kicker, String headline, boolean hidePicture, int boost, List<Card> supporting) {}
}
