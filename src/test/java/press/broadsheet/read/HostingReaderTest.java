package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import press.broadsheet.news.Hosting;
import press.broadsheet.problem.Problems;

class HostingReaderTest {
    private static final String NEEDED = "name: L\nurl: https://l.example/\n";

    private static Hosting read(String yaml) {
        return HostingReader.read((NEEDED + yaml).getBytes(StandardCharsets.UTF_8));
    }

    /** What a build tells. */
    private static String told(String yaml) {
        var problems = new Problems();
        new SiteReader(text -> Fixture.TYPESETTERS)
                .read((NEEDED + yaml).getBytes(StandardCharsets.UTF_8), Map.of(), problems);
        return problems.inOrder().stream()
                .map(one -> one.place().line() + ":" + one.place().column() + " "
                        + one.code().id())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whoSaysNothingHasStrongDefaults() {
        assertEquals(Hosting.USUAL, read(""));
        assertEquals(Hosting.USUAL, read("hosting:\n"));
        assertEquals(Hosting.USUAL, read("targets: [wrong\n"));
    }

    @Test
    void everySettingIsRead() {
        Hosting hosting = read("""
                hosting:
                  hosts: [apache, nginx]
                  headers: {X-Own: "a: b", Referrer-Policy: }
                  allow: {img-src: [https://a.example, "blob:"]}
                  cache: {pages: 30s, pictures: 2h, assets: 10d}
                  compress: brotli
                  checksums: true
                  webSub: https://hub.example/
                  indexNow: abcdefgh-1
                budget: {article: 600 kB, front: 1.5 MB, requests: 40}
                """);
        assertEquals(List.of(Hosting.Host.NGINX, Hosting.Host.APACHE), hosting.hosts());
        assertEquals(Map.of("X-Own", "a: b", "Referrer-Policy", ""), hosting.headers());
        assertEquals(Map.of("img-src", List.of("https://a.example", "blob:")), hosting.allow());
        assertEquals(new Hosting.Cache(30, 7200, 864_000), hosting.cache());
        assertEquals(List.of(Hosting.Coding.BROTLI), hosting.compress());
        assertEquals(true, hosting.checksums());
        assertEquals(new Hosting.Pings("https://hub.example/", "abcdefgh-1", ""), hosting.pings());
        assertEquals(600_000, hosting.budget().article());
        assertEquals(1_500_000, hosting.budget().front());
        assertEquals(40, hosting.budget().requests());
        assertEquals(
                List.of("article", "front", "requests"),
                hosting.budget().place().keySet().stream().sorted().toList());
        assertEquals(List.of(), read("hosting: {hosts: []}\n").hosts());
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertEquals(
                List.of(
                        "3:19 unknown-value",
                        "3:11 unknown-field",
                        "3:19 unknown-field",
                        "3:26 broken-duration",
                        "3:21 unknown-value",
                        "3:19 broken-address",
                        "3:19 unknown-value"),
                List.of(
                        told("hosting: {hosts: [netlfy]}\n"),
                        told("hosting: {hsots: [nginx]}\n"),
                        told("hosting: {allow: {scriptsrc: x}}\n"),
                        told("hosting: {cache: {pages: soon}}\n"),
                        told("hosting: {indexNow: short}\n"),
                        told("hosting: {webSub: hub}\n"),
                        told("budget: {article: heavy}\n")));
    }

    /** A header or a source that could begin another one must not reach any host. */
    @Test
    void noHeaderCanBeginAnother() {
        for (String wrong :
                List.of("{\"X Y\": a}", "{X: \"a\\nSet-Cookie: b\\u00e9\"}", "{X: $http_cookie}", "{\"X:\": a}")) {
            assertEquals(
                    "unknown-value", told("hosting: {headers: " + wrong + "}\n").replaceAll(".* ", ""), wrong);
        }
        for (String wrong : List.of("\"a; script-src *\"", "\"a b\"", "\"a,b\"", "\"$x\"")) {
            assertEquals(
                    "unknown-value",
                    told("hosting: {allow: {img-src: [" + wrong + "]}}\n").replaceAll(".* ", ""),
                    wrong);
        }
    }
}
