package press.broadsheet.plan;

import java.util.ArrayList;
import java.util.List;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Paging;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;

/** How many sitemaps it takes to name all pages of a paper: the makers of these count in the same way. Pure. */
final class SitemapParts {
    /** In so many lists an article never stands. Where even they fit into one part, nobody need count. */
    private static final int LISTS_OF_ARTICLE = 60;

    private SitemapParts() {}

    /** Those of fronts, standing pages and lists; one at least. */
    static int ofPages(Newspaper paper) {
        long atMost = 0;
        for (Edition edition : paper.editions()) {
            atMost += 100L + edition.matter().pages().size() + roots(edition);
            atMost += (long) edition.cards().size()
                    * LISTS_OF_ARTICLE
                    / edition.site().lists().pageSize();
        }
        return atMost <= ForCrawlers.MOST_ADDRESSES
                ? 1
                : parts(paper.editions().stream().mapToLong(SitemapParts::pages).sum());
    }

    /** Those of the articles of a month, as {@code 2026-11}; one at least. */
    static int ofMonth(Newspaper paper, String month) {
        var id = new Listing.Id(Listing.Kind.MONTH, month.replace('-', '/'));
        // A report's earlier pages are fewer than what it would take to tell of all that is read in a month.
        boolean isLarge = paper.editions().stream()
                        .mapToInt(edition -> edition.listing(id).size())
                        .sum()
                > ForCrawlers.MOST_ADDRESSES / 4;
        return isLarge
                ? parts(paper.editions().stream()
                        .flatMapToLong(edition -> edition.listing(id).cards().stream()
                                .filter(ForCrawlers::isListed)
                                .mapToLong(card -> 1L + entryPages(card, edition)))
                        .sum())
                : 1;
    }

    private static int entryPages(Card card, Edition edition) {
        return card.filing().genre() == Genre.LIVE ? edition.entryPages(card).pages() : 0;
    }

    private static int parts(long addresses) {
        return (int) Math.max(1, Math.ceilDiv(addresses, (long) ForCrawlers.MOST_ADDRESSES));
    }

    private static long roots(Edition edition) {
        long roots = edition.authors().size() + (long) edition.storyIds().size();
        for (Listing.Kind kind : Listing.Kind.values()) {
            roots += edition.listings(kind).size();
        }
        return roots;
    }

    private static long pages(Edition edition) {
        long pages = 1
                + edition.matter().pages().stream()
                        .filter(page -> !page.noindex())
                        .count();
        for (var kind : Subject.Overview.Kind.values()) {
            pages += edition.folder(new Subject.Overview(kind)).isPresent() ? 1 : 0;
        }
        int pageSize = edition.site().lists().pageSize();
        for (Listing.Id list : lists(edition)) {
            if (edition.folder(Subject.Listed.root(list)).isPresent()) {
                pages += 1 + Paging.of(edition.listing(list).size(), pageSize).pages();
            }
        }
        return pages;
    }

    /** All that may have a page of their own. */
    private static List<Listing.Id> lists(Edition edition) {
        var lists = new ArrayList<Listing.Id>(List.of(Listing.Id.LATEST, Listing.Id.CORRECTIONS));
        for (Listing.Kind kind : Listing.Kind.values()) {
            switch (kind) {
                case LATEST, CORRECTIONS -> {}
                case STORY -> edition.storyIds().forEach(story -> lists.add(new Listing.Id(kind, story)));
                case CONTRIBUTOR -> {
                    for (Author.Id author : edition.authors()) {
                        lists.add(new Listing.Id(kind, author.value()));
                    }
                }
                default -> lists.addAll(edition.listings(kind));
            }
        }
        return lists;
    }
}
