package press.broadsheet.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.make.asset.AssetMaker;
import press.broadsheet.make.feed.FeedMaker;
import press.broadsheet.make.page.PageMaker;
import press.broadsheet.make.redirect.RedirectMaker;
import press.broadsheet.make.sitemap.NoticeMaker;
import press.broadsheet.make.sitemap.SitemapMaker;
import press.broadsheet.news.Language;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;

/** Sends each output to its maker, with the desk of its edition. Thread-safe. */
final class Press {
    private final PageMaker pages;
    private final FeedMaker feeds;
    private final AssetMaker assets;
    private final SitemapMaker sitemaps = new SitemapMaker();
    private final NoticeMaker notices = new NoticeMaker();
    private final RedirectMaker redirects = new RedirectMaker();
    private final NewsDesk first;
    private final Map<Language, NewsDesk> desks = new HashMap<>();

    /** @param desks one for each edition, the default first */
    Press(PageMaker pages, FeedMaker feeds, AssetMaker assets, List<NewsDesk> desks) {
        this.pages = pages;
        this.feeds = feeds;
        this.assets = assets;
        this.first = desks.getFirst();
        desks.forEach(desk -> this.desks.put(desk.language(), desk));
    }

    /** The bytes of an output; empty, with the problem told, if it cannot be made. */
    Optional<byte[]> make(Output output, Problems problems) {
        byte[] bytes = bytes(output, problems);
        return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    }

    private byte[] bytes(Output output, Problems problems) {
        return switch (output) {
            case Output.Page page -> pages.make(page, desk(page.language()), problems);
            case Output.Feed feed -> feeds.make(feed, desk(feed.language()), problems);
            case Output.Sitemap sitemap -> sitemaps.make(sitemap, first, problems);
            case Output.Notice notice -> notices.make(notice, desk(notice.language()), problems);
            case Output.Asset asset -> assets.make(asset, first, problems);
            case Output.Redirect redirect -> redirects.make(redirect, first, problems);
        };
    }

    private NewsDesk desk(Language language) {
        return desks.getOrDefault(language, first);
    }
}
