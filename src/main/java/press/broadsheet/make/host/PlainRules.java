package press.broadsheet.make.host;

import java.util.List;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Redirect;
import press.broadsheet.news.Root;
import press.broadsheet.plan.Layout;
import press.broadsheet.text.Percent;

/** {@code _headers} and {@code _redirects}, as Netlify and Cloudflare Pages read them. */
final class PlainRules {
    /** Cloudflare reads no more than 100 rules for headers; some are for more than pages. */
    private static final int MOST_FOLDERS = 90;

    private PlainRules() {}

    static String headers(Root root, Layout layout, ResponseHeaders headers) {
        String base = root.basePath();
        var text = new StringBuilder(base).append("*\n");
        headers.all().forEach((name, value) -> header(text, name, value));
        rule(text, base + "assets/*", headers.assets());
        rule(text, base + "media/*", headers.pictures());
        // Where several rules fit, hosts send all that they say: so none of these fits where another does.
        rule(text, base, headers.pages());
        if (layout.folders().size() <= MOST_FOLDERS) {
            layout.folders().forEach(folder -> rule(text, base + Percent.encode(folder) + "/*", headers.pages()));
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
    static String redirects(Root root, Layout layout, List<Hosting.Host> hosts) {
        boolean insist = hosts.contains(Hosting.Host.NETLIFY) && !hosts.contains(Hosting.Host.CLOUDFLARE);
        var text = new StringBuilder("# What became of addresses that readers once had. Made from content/.\n");
        for (Layout.Former former : layout.former()) {
            String from = fromRoot(root, former.from());
            switch (former.status()) {
                case MOVED -> redirect(text, from, former.to(), insist ? "301!" : "301");
                case TEMPORARY -> redirect(text, from, former.to(), insist ? "302!" : "302");
                case GONE -> {
                    if (insist) {
                        redirect(
                                text,
                                from,
                                fromRoot(root, "/" + (former.hasPage() ? former.file() : "404.html")),
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

    private static String fromRoot(Root root, String path) {
        return root.basePath() + Percent.encode(path.substring(1));
    }

    private static void redirect(StringBuilder text, String from, String to, String status) {
        text.append(from).append(' ').append(to).append(' ').append(status).append('\n');
    }
}
