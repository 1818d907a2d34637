package press.broadsheet.make.host;

import press.broadsheet.news.Hosting;
import press.broadsheet.news.Redirect;
import press.broadsheet.news.Root;
import press.broadsheet.plan.Layout;

/** Rules for nginx, to be included in a {@code server} block that says where the published folder is. */
final class Nginx {
    private final Root root;
    private final Layout layout;
    private final Hosting hosting;
    private final ResponseHeaders headers;
    private final StringBuilder text = new StringBuilder();

    private Nginx(Root root, Layout layout, Hosting hosting, ResponseHeaders headers) {
        this.root = root;
        this.layout = layout;
        this.hosting = hosting;
        this.headers = headers;
    }

    static String of(Root root, Layout layout, Hosting hosting, ResponseHeaders headers) {
        var rules = new Nginx(root, layout, hosting, headers);
        rules.common();
        rules.types();
        rules.places();
        layout.former().forEach(rules::former);
        return rules.text.toString();
    }

    private void common() {
        text.append("""
                # Made by Broadsheet from content/; the next build makes it again. Include it in a server block that has "root".
                index index.html;
                charset utf-8;
                absolute_redirect off;
                server_tokens off;
                """);
        missing("", "");
        if (hosting.compress().contains(Hosting.Coding.GZIP)) {
            text.append("gzip_static on;\ngzip_vary on;\n");
        }
        if (hosting.compress().contains(Hosting.Coding.BROTLI)) {
            text.append("# Only with the module ngx_brotli (Debian: libnginx-mod-http-brotli-static):\n")
                    .append("# brotli_static on;\n");
        }
        // A header in a location takes away all that stand outside of it, so each location has them all.
        headers(headers.pages(), "");
    }

    private void headers(String kept, String indent) {
        headers.all()
                .forEach((name, value) -> text.append(indent)
                        .append("add_header ")
                        .append(name)
                        .append(' ')
                        .append(quoted(value))
                        .append(" always;\n"));
        // Not with what is missing: it may be there in a moment.
        text.append(indent)
                .append("add_header ")
                .append(ResponseHeaders.CACHE)
                .append(' ')
                .append(quoted(kept))
                .append(";\n");
    }

    private void types() {
        text.append("types {\n");
        MediaTypes.ENDINGS.forEach((endings, type) ->
                text.append("    ").append(type).append(' ').append(endings).append(";\n"));
        text.append("}\n");
        text.append("charset_types ")
                .append(String.join(" ", MediaTypes.OF_TEXT))
                .append(";\n");
        MediaTypes.FEEDS.forEach((name, type) -> text.append("location ~ /")
                .append(name.replace(".", "\\."))
                .append("$ { types { } default_type ")
                .append(type)
                .append("; }\n"));
    }

    private void places() {
        place("assets/", headers.assets());
        place("media/", headers.pictures());
        for (String folder : layout.missing()) {
            if (!folder.isEmpty()) {
                text.append("location ").append(path("/" + folder)).append(" {\n");
                missing(folder, "    ");
                text.append("}\n");
            }
        }
    }

    private void place(String folder, String kept) {
        text.append("location ^~ ").append(path("/" + folder)).append(" {\n");
        headers(kept, "    ");
        text.append("}\n");
    }

    private void missing(String folder, String indent) {
        text.append(indent)
                .append("error_page 404 410 ")
                .append(path("/" + folder + "404.html"))
                .append(";\n");
    }

    private void former(Layout.Former former) {
        former(former, former.from());
        if (former.isFolder()) {
            boolean slash = former.from().endsWith("/");
            former(former, slash ? former.from().substring(0, former.from().length() - 1) : former.from() + "/");
        }
    }

    private void former(Layout.Former former, String from) {
        text.append("location = ").append(path(from)).append(" { ");
        if (former.status() == Redirect.Status.GONE) {
            if (former.hasPage()) {
                text.append("error_page 410 ").append(path("/" + former.file())).append("; ");
            }
            text.append("return 410; }\n");
        } else {
            text.append("return ")
                    .append(former.status() == Redirect.Status.MOVED ? "301 " : "302 ")
                    .append(quoted(former.to().replace("$", "%24")))
                    .append("; }\n");
        }
    }

    /** nginx compares with the address decoded. */
    private String path(String fromRoot) {
        return quoted(root.basePath() + fromRoot.substring(1));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
