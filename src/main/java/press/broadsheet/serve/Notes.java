package press.broadsheet.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import press.broadsheet.files.Excerpt;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.text.JsonWriter;

/** What the script in a page asks for: how the page looks now, and what is wrong. */
record Notes(Path site, Preview preview) {
    /** More than these nobody reads in a browser; the terminal has them all. */
    private static final int MOST = 20;

    /** @param path of the page that asks */
    String of(Round round, String path) throws IOException {
        var json = new JsonWriter().object().member("revision", round.revision());
        Optional<String> page = path.startsWith("/") ? preview.page(path) : Optional.empty();
        Dressing.Look look = Dressing.Look.of(page.orElse(""));
        json.member("print", page.isPresent() ? look.print() : "");
        json.array("styles");
        for (String style : look.styles()) {
            json.object()
                    .member("address", style)
                    .member("print", printOf(style, path))
                    .end();
        }
        json.end();
        json.member("shown", round.report().committed());
        json.member("moment", round.chosen() ? round.moment().toString() : "");
        json.member("errors", round.errors().size());
        json.array("problems");
        var excerpts = new Excerpt.Finder(site);
        for (Problem problem : round.errors().stream().limit(MOST).toList()) {
            json.object()
                    .member("code", problem.code().id())
                    .member("place", problem.place().toString())
                    .member("message", problem.message())
                    .member("hint", problem.hint());
            excerpts.find(problem.place())
                    .ifPresent(excerpt -> json.member("line", excerpt.line())
                            .member("text", excerpt.text())
                            .member("caret", excerpt.caret()));
            json.end();
        }
        return json.end().end().toString();
    }

    /** Of a style sheet's bytes, so that one that keeps its address is seen to have changed. */
    private String printOf(String address, String page) throws IOException {
        try {
            var uri = java.net
                    .URI
                    .create("http://preview" + press.broadsheet.text.Percent.encode(page))
                    .resolve(address);
            if (!"preview".equals(uri.getHost()) || uri.getPath().isEmpty()) {
                return "";
            }
            Optional<Path> file = preview.find(uri.getPath().substring(1));
            return file.isPresent()
                    ? Fingerprint.of(java.nio.file.Files.readAllBytes(file.get()))
                            .toString()
                    : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
