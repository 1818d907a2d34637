package press.broadsheet.make.redirect;

import java.nio.charset.StandardCharsets;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.make.Maker;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;

/**
 * Makes a page that stands at an address which readers once had. It needs no template and no script: a plain host that
 * knows no redirects serves it, and every browser obeys it. Stateless.
 */
public final class RedirectMaker implements Maker<Output.Redirect> {
    @Override
    public byte[] make(Output.Redirect output, NewsDesk desk, Problems problems) {
        String to = escape(output.to());
        String absolute = escape(desk.root().absolute(output.to()));
        String title = escape(desk.nameplate().name());
        // What is only lent out for a while keeps its old address, so crawlers are not told to forget it.
        String lasting = output.lasting()
                ? "<link rel=\"canonical\" href=\"" + absolute + "\">\n<meta name=\"robots\" content=\"noindex\">\n"
                : "";
        // The absolute address is for crawlers; readers follow the other, which also works on a preview.
        return """
                <!doctype html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                %s<meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="0; url=%s">
                </head>
                <body>
                <p><a href="%s">%s</a></p>
                </body>
                </html>
                """.formatted(
                        escape(desk.language().tag()), desk.language().direction(), title, lasting, to, to, absolute)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
