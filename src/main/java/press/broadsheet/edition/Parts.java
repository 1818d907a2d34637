package press.broadsheet.edition;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
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
    static Parts of(Basis basis, Release release, Helping helping) {
        Supplier<Map<Article.Id, Card>> cards = helping.begin(() -> byId(release));
        Supplier<References> named = helping.begin(() -> new References(
                basis.settings().folder(), release.published(), basis.matter().pages(), release.unseen()));
        Supplier<Folders> folders = helping.begin(() -> Folders.of(basis, release));
        Contributors contributors =
                Contributors.of(basis.matter(), basis.settings().language(), release.published());
        Listings listings = Listings.of(
                release.published(), basis.settings().language(), basis.site().zone(), contributors::of);
        References references = named.get();
        return new Parts(
                cards.get(),
                contributors,
                listings,
                references,
                ReadingOrder.of(listings, references, basis.matter()),
                folders.get());
    }

    private static Map<Article.Id, Card> byId(Release release) {
        var cards = HashMap.<Article.Id, Card>newHashMap(release.published().size());
        release.published().forEach(card -> cards.put(card.id(), card));
        return cards;
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
