package press.broadsheet.publish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import press.broadsheet.files.OutputPath;
import press.broadsheet.text.Escape;
import press.broadsheet.text.Percent;

/**
 * What stands where a list stood of which nothing is left: it leads readers to the nearest page above.
 *
 * @param path where the list's page was
 * @param to a page of the site
 */
record Signpost(OutputPath path, OutputPath to) {
    private static final String PAGE = "index.html";

    /** For a page that is gone; empty if no page stands above it. */
    static Optional<Signpost> at(OutputPath gone, Set<OutputPath> pages) {
        if (!gone.path().endsWith("/" + PAGE)) {
            return Optional.empty();
        }
        String folder = gone.folder();
        while (!folder.isEmpty()) {
            folder = folder.substring(0, Math.max(folder.lastIndexOf('/'), 0));
            OutputPath above = OutputPath.page(folder);
            if (pages.contains(above)) {
                return Optional.of(new Signpost(gone, above));
            }
        }
        return Optional.empty();
    }

    /** Where it leads, as browsers need it. */
    String address(URI root) {
        return root.getRawPath() + Percent.encode(Guard.address(to).substring(1));
    }

    /** The page, for a host that is not told that it leads elsewhere. Names nothing that the list had. */
    byte[] bytes(URI root) {
        String address = Escape.attribute(address(root));
        String absolute = Escape.attribute(root.resolve(address(root)).toString());
        return """
                <!doctype html>
                <html>
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <link rel="canonical" href="%s">
                <meta name="robots" content="noindex">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="0; url=%s">
                </head>
                <body>
                <p><a href="%s">%s</a></p>
                </body>
                </html>
                """.formatted(absolute, absolute, address, address, absolute).getBytes(StandardCharsets.UTF_8);
    }
}
