package press.broadsheet.publish;

import press.broadsheet.files.OutputPath;

/**
 * When a file is sent. What a page needs is there before the page, a page before the lists that name it, and the front
 * last; so a deployment that is cut off leaves no page whose style or picture is missing and no link that leads nowhere.
 */
public enum Stage {
    /** Styles, scripts, fonts, pictures: whatever pages load. */
    ASSET,
    /** Pages that lists lead to. */
    PAGE,
    /** What leads to pages: lists, feeds, sitemaps. */
    LIST,
    /** The front page. */
    FRONT;

    /**
     * What the name alone tells; for files of which nobody has said more.
     *
     * <p>A page below other folders may be an article or a list. Taking it for a page is safe: what is new is sent before what is
     * changed, so what it links to is there, and at worst as old as the page that it replaces.
     */
    public static Stage of(OutputPath path) {
        // What lies compressed beside a file goes with it.
        String name = path.path().replaceFirst("\\.(gz|br)$", "");
        if (name.equals("index.html")) {
            return FRONT;
        }
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            return name.matches("(.*/)?page/[0-9]+/index\\.html") ? LIST : PAGE;
        }
        String file = name.substring(name.lastIndexOf('/') + 1);
        // An open page of a live report that hears of something new asks for the page, which must have it by then.
        boolean crawled =
                file.endsWith(".xml") || file.endsWith(".txt") || file.startsWith("feed.") || file.equals("live.json");
        return crawled ? LIST : ASSET;
    }

    /** Whether readers can have the file's address: a page in HTML. */
    public static boolean isPage(OutputPath path) {
        return path.path().endsWith(".html") || path.path().endsWith(".htm");
    }
}
