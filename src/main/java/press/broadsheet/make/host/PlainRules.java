package press.broadsheet.make.host;

import java.util.List;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Redirect;
import press.broadsheet.news.Site;
import press.broadsheet.plan.Layout;
import press.broadsheet.text.Percent;

/** {@code _headers} and {@code _redirects}, as Netlify and Cloudflare Pages read them. */
final class PlainRules {
    /** Cloudflare reads no more than 100 rules for headers; some are for more than pages. */
    private static final int MOST_FOLDERS = 90;

    private PlainRules() {}

    static String headers(Site site, Layout layout, ResponseHeaders headers) {
        String root = site.basePath();
        var text = new StringBuilder(root).append("*\n");
        headers.all().forEach((name, value) -> header(text, name, value));
        rule(text, root + "assets/*", headers.assets());
        rule(text, root + "media/*", headers.pictures());
        // Where several rules fit, hosts send all that they say: so none of these fits where another does.
        rule(text, root, headers.pages());
        if (layout.folders().size() <= MOST_FOLDERS) {
            layout.folders().forEach(folder -> rule(text, root + Percent.encode(folder) + "/*", headers.pages()));
        }
        return text.toString();
    }

    private static void rule(StringBuilder text, String path, String kept) {
        text.append(path).append('\n');
        header(text, ResponseHeaders.CACHE, kept);
    }

    private static void header(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append(": ").append(value).append('\n');
    }

    /**
     * Netlify serves a page where there is one, unless a rule insists, and can answer 404 but not 410. Cloudflare and
     * GitLab know no insisting and no 404, and pass over lines that they do not know; what is gone has a page there that
     * says so.
     */
    static String redirects(Site site, Layout layout, List<Hosting.Host> hosts) {
        boolean insist = hosts.contains(Hosting.Host.NETLIFY) && !hosts.contains(Hosting.Host.CLOUDFLARE);
        var text = new StringBuilder("# What became of addresses that readers once had. Made from content/.\n");
        for (Layout.Former former : layout.former()) {
            String from = fromRoot(site, former.from());
            switch (former.status()) {
                case MOVED -> redirect(text, from, former.to(), insist ? "301!" : "301");
                case TEMPORARY -> redirect(text, from, former.to(), insist ? "302!" : "302");
                case GONE -> {
                    if (insist) {
                        redirect(
                                text,
                                from,
                                fromRoot(site, "/" + (former.hasPage() ? former.file() : "404.html")),
                                "404!");
                    }
                }
            }
            if (former.isFolder() && !former.from().endsWith("/") && former.status() != Redirect.Status.GONE) {
                redirect(
                        text,
                        from + "/",
                        former.to(),
                        (former.status() == Redirect.Status.MOVED ? "301" : "302") + (insist ? "!" : ""));
            }
        }
        return text.toString();
    }

    private static String fromRoot(Site site, String path) {
        return site.basePath() + Percent.encode(path.substring(1));
    }

    private static void redirect(StringBuilder text, String from, String to, String status) {
        text.append(from).append(' ').append(to).append(' ').append(status).append('\n');
    }
}
