package press.broadsheet.make.sitemap;

import java.util.ArrayList;
import java.util.List;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Paging;
import press.broadsheet.edition.Subject;

/** The part of the sitemap that names what is not an article: fronts, standing pages, lists. */
final class StandingPart {
    private StandingPart() {}

    /** @param number of the file, from 1 */
    static byte[] print(int number, NewsDesk desk) {
        var urls = new UrlSet(number);
        List<NewsDesk> editions = desk.editions();
        for (NewsDesk edition : editions) {
            urls.page(new Subject.Front(), edition.newest(Listing.Id.LATEST).orElse(null), edition);
        }
        for (NewsDesk edition : editions) {
            edition.standingPages().stream()
                    .filter(page -> !page.noindex())
                    .forEach(page -> urls.page(new Subject.Standing(page.id()), null, edition));
        }
        for (NewsDesk edition : editions) {
            for (Listing.Id list : lists(edition)) {
                urls.page(Subject.Listed.root(list), edition.newest(list).orElse(null), edition);
            }
            for (var kind : Subject.Overview.Kind.values()) {
                urls.page(new Subject.Overview(kind), null, edition);
            }
        }
        // Last: crawlers find them from the lists' roots, too.
        for (NewsDesk edition : editions) {
            for (Listing.Id list : lists(edition)) {
                numbered(list, edition, urls);
            }
        }
        return urls.toBytes();
    }

    private static void numbered(Listing.Id list, NewsDesk desk, UrlSet urls) {
        int pages = Paging.of(desk.length(list), desk.pageSize()).pages();
        for (int page = 1; page <= pages; page++) {
            urls.page(new Subject.Listed(list, page), null, desk);
        }
    }

    /** All lists that may have a page, the most wanted first. */
    private static List<Listing.Id> lists(NewsDesk desk) {
        var lists = new ArrayList<>(desk.listings(Listing.Kind.SECTION));
        lists.add(Listing.Id.LATEST);
        lists.add(Listing.Id.CORRECTIONS);
        desk.stories().forEach(story -> lists.add(new Listing.Id(Listing.Kind.STORY, story)));
        desk.authors().stream()
                .map(author ->
                        new Listing.Id(Listing.Kind.CONTRIBUTOR, author.id().value()))
                .forEach(lists::add);
        for (var kind : List.of(
                Listing.Kind.TAG,
                Listing.Kind.PERSON,
                Listing.Kind.ORGANISATION,
                Listing.Kind.PLACE,
                Listing.Kind.EVENT,
                Listing.Kind.YEAR,
                Listing.Kind.MONTH,
                Listing.Kind.DAY)) {
            lists.addAll(desk.listings(kind));
        }
        return lists;
    }
}
