package press.broadsheet.cli;

import org.jspecify.annotations.Nullable;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.PageWeight;
import press.broadsheet.build.Weights;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.JsonWriter;

/** The report of a build for other programs. */
final class ReportJson {
    private ReportJson() {}

    static String of(BuildReport report) {
        var json = new JsonWriter();
        json.object();
        json.member("filesRead", report.filesRead());
        json.member("published", report.published());
        json.member("broken", report.broken());
        json.member("other", report.other());
        json.array("heldBack");
        for (BuildReport.HeldBack held : report.heldBack()) {
            json.object();
            json.member("path", held.path());
            json.member("reason", held.reason());
            json.end();
        }
        json.end();
        json.member("planned", report.planned());
        json.member("written", report.written());
        json.member("unchanged", report.unchanged());
        json.member("removed", report.removed());
        json.member("committed", report.committed());
        json.member(
                "nextChange",
                report.nextChange().map(java.time.Instant::toString).orElse(""));
        json.member("milliseconds", report.time().toMillis());
        json.member("made", report.reasons().size());
        weights(report.weights(), json);
        json.array("problems");
        for (Problem problem : report.problems()) {
            json.object();
            json.member("code", problem.code().id());
            json.member("severity", problem.code().severity().name().toLowerCase(java.util.Locale.ROOT));
            json.member("file", problem.place().file().toString().replace('\\', '/'));
            json.member("line", problem.place().line());
            json.member("column", problem.place().column());
            json.member("message", problem.message());
            json.member("hint", problem.hint());
            json.end();
        }
        json.end();
        json.end();
        return json.toString();
    }

    /** The heaviest of each kind, in bytes as files; of articles also the middle one. */
    private static void weights(Weights weights, JsonWriter json) {
        json.object("weights");
        page("front", weights.front(), json);
        page("article", weights.article(), json);
        page("middleArticle", weights.middleArticle(), json);
        json.end();
    }

    private static void page(String name, @Nullable PageWeight page, JsonWriter json) {
        if (page == null) {
            return;
        }
        json.object(name);
        json.member("path", page.path().path());
        json.member("total", page.total());
        json.member("html", page.html());
        json.member("css", page.css());
        json.member("scripts", page.scripts());
        json.member("pictures", page.pictures());
        json.member("requests", page.requests());
        json.end();
    }
}
