package press.broadsheet.make.host;

import press.broadsheet.news.Hosting;
import press.broadsheet.news.Redirect;
import press.broadsheet.news.Root;
import press.broadsheet.plan.Layout;
import press.broadsheet.text.Percent;

/** Rules for Apache 2.4, to be included in a {@code VirtualHost} that says where the published folder is. */
final class Apache {
    private static final String PACKED = "html|css|js|json|xml|svg|txt|webmanifest";

    private final Root root;
    private final Layout layout;
    private final ResponseHeaders headers;
    private final StringBuilder text = new StringBuilder();

    private Apache(Root root, Layout layout, ResponseHeaders headers) {
        this.root = root;
        this.layout = layout;
        this.headers = headers;
    }

    static String of(Root root, Layout layout, Hosting hosting, ResponseHeaders headers) {
        var rules = new Apache(root, layout, headers);
        rules.common();
        rules.types();
        rules.headers();
        rules.text.append("RewriteEngine On\n");
        layout.former().forEach(rules::former);
        hosting.compress().reversed().forEach(rules::packed);
        return rules.text.toString();
    }

    private void common() {
        text.append("""
                # Made by Broadsheet from content/; the next build makes it again. Include it in a VirtualHost that has "DocumentRoot".
                # It needs the modules alias, dir, headers, mime and rewrite.
                DirectoryIndex index.html
                AddDefaultCharset utf-8
                """);
        for (String folder : layout.missing()) {
            String page = quoted(root.basePath() + folder + "404.html");
            String rules = "ErrorDocument 404 " + page + "\nErrorDocument 410 " + page + "\n";
            if (folder.isEmpty()) {
                text.append(rules);
            } else {
                text.append("<Location ")
                        .append(quoted(root.basePath() + folder))
                        .append(">\n")
                        .append(rules)
                        .append("</Location>\n");
            }
        }
    }

    private void types() {
        MediaTypes.ENDINGS.forEach((endings, type) -> text.append("AddType ")
                .append(type)
                .append(" .")
                .append(endings.replace(" ", " ."))
                .append('\n'));
        text.append("AddCharset utf-8 .css .js .xml .svg .csv .vtt\n");
        MediaTypes.FEEDS.forEach((name, type) -> text.append("<FilesMatch \"^")
                .append(name.replace(".", "\\."))
                .append("(\\.gz|\\.br)?$\">\nForceType ")
                .append(type)
                .append("\n</FilesMatch>\n"));
    }

    private void headers() {
        headers.all()
                .forEach((name, value) -> text.append("Header always set ")
                        .append(name)
                        .append(' ')
                        .append(quoted(value.replace("%", "%%")))
                        .append('\n'));
        kept("", headers.pages());
        kept("assets/", headers.assets());
        kept("media/", headers.pictures());
    }

    /** Later ones win. Not with what is missing: it may be there in a moment. */
    private void kept(String folder, String value) {
        text.append("<Location ")
                .append(quoted(root.basePath() + folder))
                .append(">\nHeader set Cache-Control ")
                .append(quoted(value))
                .append(" \"expr=%{REQUEST_STATUS} -lt 400\"\n</Location>\n");
    }

    private void former(Layout.Former former) {
        String from = root.basePath() + former.from().substring(1);
        boolean slash = from.endsWith("/");
        String bare = slash ? from.substring(0, from.length() - 1) : from;
        String pattern = "^" + literal(bare) + (former.isFolder() ? "/?$" : "$");
        text.append("RewriteRule ").append(quoted(pattern)).append(' ');
        if (former.status() == Redirect.Status.GONE) {
            text.append("- [G]\n");
            if (former.hasPage()) {
                text.append("<LocationMatch ")
                        .append(quoted(pattern))
                        .append(">\nErrorDocument 410 ")
                        .append(quoted(root.basePath() + Percent.encode(former.file())))
                        .append("\n</LocationMatch>\n");
            }
        } else {
            // Dollar and percent would begin references to what was matched.
            String to = former.to().replace("%", "\\%").replace("$", "\\$");
            text.append(quoted(to))
                    .append(former.status() == Redirect.Status.MOVED ? " [R=301,NE,L]\n" : " [R=302,NE,L]\n");
        }
    }

    private void packed(Hosting.Coding coding) {
        text.append("RewriteCond \"%{HTTP:Accept-Encoding}\" \"\\b")
                .append(coding.token())
                .append("\\b\"\n")
                .append("RewriteCond \"%{DOCUMENT_ROOT}%{REQUEST_URI}")
                .append(coding.ending())
                .append("\" -f\n")
                .append("RewriteRule \"^(.+\\.(")
                .append(PACKED)
                .append("))$\" \"$1")
                .append(coding.ending())
                .append("\" [L]\n")
                .append("RemoveType ")
                .append(coding.ending())
                .append("\nAddEncoding ")
                .append(coding.token())
                .append(' ')
                .append(coding.ending())
                .append("\n<FilesMatch \"\\.(")
                .append(PACKED)
                .append(")\\")
                .append(coding.ending())
                .append("$\">\nHeader merge Vary Accept-Encoding\n</FilesMatch>\n");
    }

    /** Each character that means something in a regular expression means itself. */
    private static String literal(String text) {
        return text.replaceAll("[\\\\.\\[\\]{}()*+?^$|#-]", "\\\\$0");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
