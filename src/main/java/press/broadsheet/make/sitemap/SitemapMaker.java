package press.broadsheet.make.sitemap;

import java.util.ArrayList;
import java.util.List;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Paging;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;
import press.broadsheet.make.Maker;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Root;
import press.broadsheet.plan.ForCrawlers;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Percent;
import press.broadsheet.text.XmlWriter;

/** Makes the parts of the sitemap, each for all editions together. Stateless. */
public final class SitemapMaker implements Maker<Output.Sitemap> {
    @Override
    public byte[] make(Output.Sitemap output, NewsDesk desk, Problems problems) {
        return switch (output.part()) {
            case Output.SitemapPart.Index index -> index(index.parts(), desk.root());
            case Output.SitemapPart.Month month -> month(month, desk);
            case Output.SitemapPart.Pages pages -> StandingPart.print(pages.number(), desk);
            case Output.SitemapPart.News news -> NewsPart.print(news.number(), desk);
        };
    }

    private static byte[] index(List<OutputPath> parts, Root root) {
        var xml = new XmlWriter();
        xml.open("sitemapindex", "xmlns", UrlSet.NAMESPACE).line();
        for (OutputPath part : parts) {
            xml.open("sitemap").element("loc", address(part, root)).close().line();
        }
        return xml.close().line().toBytes();
    }

    /** The absolute address of a published file. */
    static String address(OutputPath path, Root root) {
        return root.absolute(root.basePath() + Percent.encode(path.path()));
    }

    private static byte[] month(Output.SitemapPart.Month month, NewsDesk desk) {
        var urls = new UrlSet(month.number());
        var id = new Listing.Id(Listing.Kind.MONTH, month.month().replace('-', '/'));
        for (NewsDesk edition : desk.editions()) {
            for (Card card : edition.listing(id, 0, edition.length(id))) {
                if (ForCrawlers.isListed(card)) {
                    urls.article(card, pictures(card), edition);
                }
            }
        }
        // After all articles, which matter more.
        for (NewsDesk edition : desk.editions()) {
            for (Card card : edition.listing(id, 0, edition.length(id))) {
                if (ForCrawlers.isListed(card) && card.filing().genre() == Genre.LIVE) {
                    earlierEntries(card, edition, urls);
                }
            }
        }
        return urls.toBytes();
    }

    /** The numbered pages of a live report: what stands on them stands nowhere else, and never changes. */
    private static void earlierEntries(Card report, NewsDesk desk, UrlSet urls) {
        int pages = Paging.of(report.extent().entries(), desk.pageSize()).pages();
        for (int page = 1; page <= pages; page++) {
            urls.page(new Subject.Entries(report.id(), page), null, desk);
        }
    }

    private static List<String> pictures(Card card) {
        var pictures = new ArrayList<String>();
        if (card.picture() != null) {
            pictures.add(card.picture().source());
        }
        card.extent().pictures().stream()
                .filter(picture -> !pictures.contains(picture))
                .forEach(pictures::add);
        return pictures;
    }
}
