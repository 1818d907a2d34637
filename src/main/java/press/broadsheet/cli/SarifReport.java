package press.broadsheet.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import press.broadsheet.files.Excerpt;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Digest;
import press.broadsheet.text.JsonWriter;
import press.broadsheet.text.Percent;

/**
 * Problems as SARIF 2.1.0 (OASIS), which code hosts show beside the lines they are about. Files are named from the folder
 * that the command runs in, which is the repository's on a machine that checks.
 */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Path site;
    private final Excerpt.Finder excerpts;

    SarifReport(Path site) {
        this.site = site;
        this.excerpts = new Excerpt.Finder(site);
    }

    /** One run, whose results are in the order given. */
    String of(List<Problem> problems) {
        List<String> codes = List.copyOf(new TreeSet<>(
                problems.stream().map(problem -> problem.code().id()).toList()));
        var json = new JsonWriter();
        json.object().member("$schema", SCHEMA).member("version", "2.1.0").array("runs");
        json.object();
        json.object("tool").object("driver");
        json.member("name", "Broadsheet");
        String version = Main.class.getPackage().getImplementationVersion();
        json.member("version", version == null ? "development" : version);
        rules(codes, problems, json);
        json.end().end();
        json.member("columnKind", "utf16CodeUnits");
        json.array("invocations")
                .object()
                .member("executionSuccessful", true)
                .end()
                .end();
        json.array("results");
        Map<String, Integer> seen = new HashMap<>();
        problems.forEach(problem -> result(problem, codes, seen, json));
        json.end();
        json.end();
        json.end().end();
        return json.toString();
    }

    private static void rules(List<String> codes, List<Problem> problems, JsonWriter json) {
        var guide = ProblemGuide.load();
        json.array("rules");
        for (String code : codes) {
            json.object().member("id", code);
            guide.summary(code)
                    .ifPresent(text ->
                            json.object("shortDescription").member("text", text).end());
            guide.section(code)
                    .ifPresent(text -> json.object("help")
                            .member("text", text)
                            .member("markdown", text)
                            .end());
            Problem.Severity severity = problems.stream()
                    .filter(problem -> problem.code().id().equals(code))
                    .map(problem -> problem.code().severity())
                    .findFirst()
                    .orElse(Problem.Severity.WARNING);
            json.object("defaultConfiguration").member("level", level(severity)).end();
            json.end();
        }
        json.end();
    }

    private void result(Problem problem, List<String> codes, Map<String, Integer> seen, JsonWriter json) {
        Place place = problem.place();
        json.object();
        json.member("ruleId", problem.code().id());
        json.member("ruleIndex", codes.indexOf(problem.code().id()));
        json.member("level", level(problem.code().severity()));
        json.object("message").member("text", text(problem)).end();
        String line = excerpts.find(new Place(place.file(), place.line(), 0))
                .map(Excerpt::text)
                .orElse("");
        location(place, line, json);
        // The same finding keeps its fingerprint when lines above it come and go.
        String print = problem.code().id() + "\n" + place.file().toString().replace('\\', '/') + "\n" + line.strip()
                + "\n" + problem.message();
        int again = seen.merge(print, 1, Integer::sum);
        String digest = Digest.of((print + "\n" + again).getBytes(StandardCharsets.UTF_8));
        json.object("partialFingerprints")
                .member("broadsheet/v1", digest.substring(0, 32))
                .end();
        json.end();
    }

    private void location(Place place, String line, JsonWriter json) {
        json.array("locations").object().object("physicalLocation");
        json.object("artifactLocation").member("uri", uri(place.file())).end();
        if (place.line() > 0) {
            json.object("region").member("startLine", place.line());
            if (place.column() > 0) {
                json.member("startColumn", place.column());
            }
            if (!line.isEmpty()) {
                json.object("snippet").member("text", line).end();
            }
            json.end();
        }
        json.end().end().end();
    }

    private static String text(Problem problem) {
        return problem.hint().isEmpty() ? problem.message() : problem.message() + "\n" + problem.hint();
    }

    private static String level(Problem.Severity severity) {
        return switch (severity) {
            case NOTE -> "note";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    /** Relative to the folder that the command runs in, if the paper lies in it. */
    private String uri(Path file) {
        Path folder = site.normalize();
        boolean below = !folder.isAbsolute()
                && !folder.startsWith("..")
                && !folder.toString().isEmpty();
        var parts = new ArrayList<String>();
        (below ? folder.resolve(file) : file).forEach(part -> parts.add(part.toString()));
        return Percent.encode(String.join("/", parts));
    }
}
