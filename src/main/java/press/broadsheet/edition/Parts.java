package press.broadsheet.edition;

import java.util.HashMap;
import java.util.Map;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.text.PatchedMap;

/**
 * What of an edition follows from its cards, and can be taken over where no card has to do with it that went or came. Each
 * part is made in two ways, which give the same: from all cards, and from the part before and what has changed.
 *
 * @param cards that are published, by id
 * @param order in which they are read
 * @param folders in which they stand
 */
record Parts(
        Map<Article.Id, Card> cards,
        Contributors contributors,
        Listings listings,
        References references,
        ReadingOrder order,
        Folders folders) {

    /** From nothing. */
    static Parts of(Basis basis, Release release) {
        var cards = new HashMap<Article.Id, Card>();
        release.published().forEach(card -> cards.put(card.id(), card));
        Contributors contributors =
                Contributors.of(basis.matter(), basis.settings().language(), release.published());
        Listings listings = Listings.of(
                release.published(), basis.settings().language(), basis.site().zone(), contributors::of);
        var references = new References(
                basis.settings().folder(), release.published(), basis.matter().pages(), release.unseen());
        return new Parts(
                cards,
                contributors,
                listings,
                references,
                ReadingOrder.of(listings, references, basis.matter()),
                Folders.of(basis, cards.values(), release));
    }

    /** From these, after some cards went and others came. */
    Parts after(CardChange change, Basis basis, Release release) {
        var come = new HashMap<Article.Id, Card>();
        change.come().forEach(card -> come.put(card.id(), card));
        Contributors nowContributors = contributors.after(change, release.published());
        Listings nowListings = listings.after(
                change,
                release.published(),
                basis.settings().language(),
                basis.site().zone(),
                nowContributors::of);
        References nowReferences = references.after(change, release.published(), release.unseen());
        return new Parts(
                PatchedMap.of(cards, come, change.goneIds()),
                nowContributors,
                nowListings,
                nowReferences,
                order.after(change, nowListings, nowReferences, basis.matter()),
                folders.after(change, release));
    }
}
