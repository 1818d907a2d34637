package press.broadsheet.build;

import java.util.Optional;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.files.SourceTree;
import press.broadsheet.make.asset.AssetMaker;
import press.broadsheet.make.feed.FeedMaker;
import press.broadsheet.make.host.HostFileMaker;
import press.broadsheet.make.live.LiveFileMaker;
import press.broadsheet.make.page.PageMaker;
import press.broadsheet.make.redirect.RedirectMaker;
import press.broadsheet.make.sitemap.NoticeMaker;
import press.broadsheet.make.sitemap.SitemapMaker;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.view.Views;

/** Sends each output to its maker. Thread-safe. */
final class Press {
    private final PageMaker pages;
    private final FeedMaker feeds;
    private final AssetMaker assets;
    private final LiveFileMaker liveFiles;
    private final SitemapMaker sitemaps = new SitemapMaker();
    private final NoticeMaker notices = new NoticeMaker();
    private final RedirectMaker redirects = new RedirectMaker();
    private final HostFileMaker hostFiles = new HostFileMaker();

    private Press(PageMaker pages, FeedMaker feeds, LiveFileMaker liveFiles, AssetMaker assets) {
        this.pages = pages;
        this.feeds = feeds;
        this.liveFiles = liveFiles;
        this.assets = assets;
    }

    /**
     * One for pages that look as a theme says.
     *
     * @param content the newsroom's pictures
     */
    static Press of(Theme theme, SourceTree content) {
        var views = new Views();
        return new Press(
                new PageMaker(theme.templates(), views),
                new FeedMaker(views::entry),
                new LiveFileMaker(views),
                new AssetMaker(content::read, (name, told) -> theme.asset(name)));
    }

    /**
     * The bytes of an output; empty, with the problem told, if it cannot be made.
     *
     * @param desk of the output's edition
     */
    Optional<byte[]> make(Output output, NewsDesk desk, Problems problems) {
        byte[] bytes = bytes(output, desk, problems);
        return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    }

    private byte[] bytes(Output output, NewsDesk desk, Problems problems) {
        return switch (output) {
            case Output.Page page -> pages.make(page, desk, problems);
            case Output.Feed feed -> feeds.make(feed, desk, problems);
            case Output.LiveFile live -> liveFiles.make(live, desk, problems);
            case Output.Sitemap sitemap -> sitemaps.make(sitemap, desk, problems);
            case Output.Notice notice -> notices.make(notice, desk, problems);
            case Output.Asset asset -> assets.make(asset, desk, problems);
            case Output.Redirect redirect -> redirects.make(redirect, desk, problems);
            case Output.HostFile hostFile -> hostFiles.make(hostFile, desk, problems);
        };
    }
}
