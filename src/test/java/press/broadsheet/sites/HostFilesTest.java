package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Digest;

/** What a build makes for hosts, caches and other programs, and when it makes it again. */
class HostFilesTest {
    private static final String STORY = "world/2026/11/23/the-river-rises/index.html";

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper(String settings) {
        return new SiteBuilder(folder)
                .write("content/site.yaml", """
                        name: The Hosted Times
                        url: https://hosted.example/
                        sections: [world]
                        """ + settings)
                .write("""
                        -- content/redirects.yaml --
                        /old/: /world/
                        /lent: {to: https://elsewhere.example/x, status: 302}
                        /gone/: {status: 410}
                        -- content/world/river.md --
                        ---
                        headline: The river rises
                        published: 2026-11-23T08:00:00Z
                        ---
                        Water stood in the streets.
                        """);
    }

    private static BuildReport built(SiteBuilder site) {
        BuildReport report = site.build();
        assertTrue(report.committed(), report.problems()::toString);
        return report;
    }

    private static List<String> made(BuildReport report) {
        return report.reasons().keySet().stream()
                .map(path -> path.path())
                .sorted()
                .toList();
    }

    @Test
    void headersComeFromOneSourceWithStrongDefaults() {
        SiteBuilder site = paper("");
        built(site);
        String headers = site.published("_headers").replaceAll("sha256-[A-Za-z0-9+/=]{44}", "sha256-X");
        assertEquals("""
                /*
                  Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self' 'sha256-X'; img-src 'self' data:; frame-src https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'
                  Referrer-Policy: strict-origin-when-cross-origin
                  X-Content-Type-Options: nosniff
                  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
                /assets/*
                  Cache-Control: public, max-age=31536000, immutable
                /media/*
                  Cache-Control: public, max-age=86400
                /
                  Cache-Control: public, max-age=60
                """, headers.substring(0, headers.indexOf("/archive/*")));
        assertTrue(headers.contains("/world/*\n  Cache-Control: public, max-age=60\n"), headers);
    }

    @Test
    void theNewsroomMayChangeEachHeaderAndAllowMore() {
        SiteBuilder site = paper("""
                hosting:
                  headers: {referrer-policy: no-referrer, Permissions-Policy: , X-Own: "a, b"}
                  allow: {script-src: [https://stats.example], connect-src: https://stats.example, object-src: ["'self'"]}
                  cache: {pages: 0, pictures: 7d, assets: 1h}
                """);
        built(site);
        String headers = site.published("_headers");
        assertTrue(headers.contains("script-src 'self' https://stats.example;"), headers);
        assertTrue(headers.contains("connect-src 'self' https://stats.example"), headers);
        assertTrue(headers.contains("object-src 'self';"), headers);
        assertTrue(headers.contains("  referrer-policy: no-referrer\n  X-Own: a, b\n"), headers);
        assertFalse(headers.contains("Permissions-Policy"), headers);
        assertTrue(headers.contains("/\n  Cache-Control: no-cache\n"), headers);
        assertTrue(headers.contains("/media/*\n  Cache-Control: public, max-age=604800\n"), headers);
    }

    @Test
    void redirectsAreWrittenSoThatEachHostUnderstandsThem() {
        SiteBuilder site = paper("");
        built(site);
        assertEquals("""
                # What became of addresses that readers once had. Made from content/.
                /old/ /world/ 301
                /lent https://elsewhere.example/x 302
                /lent/ https://elsewhere.example/x 302
                """, site.published("_redirects"));
        paper("hosting: {hosts: [netlify]}\n");
        built(site);
        assertEquals("""
                # What became of addresses that readers once had. Made from content/.
                /old/ /world/ 301!
                /lent https://elsewhere.example/x 302!
                /lent/ https://elsewhere.example/x 302!
                /gone/ /gone/index.html 404!
                """, site.published("_redirects"));
    }

    @Test
    void thePathOfThePaperStandsInAllRules() {
        SiteBuilder site =
                paper("").write("content/site.yaml", "name: L\nurl: https://h.example/paper/\nsections: [world]\n");
        built(site);
        assertTrue(site.published("_redirects").contains("/paper/old/ /paper/world/ 301\n"));
        assertTrue(site.published("_headers").contains("/paper/assets/*\n"));
    }

    @Test
    void onlyTheHostsThatAreNamedAreToldAnything() throws IOException {
        SiteBuilder site = paper("");
        built(site);
        assertTrue(Files.exists(folder.resolve(".broadsheet/host/nginx.conf")));
        assertTrue(Files.exists(folder.resolve(".broadsheet/host/apache.conf")));
        paper("hosting: {hosts: [nginx]}\n");
        built(site);
        assertTrue(Files.exists(folder.resolve(".broadsheet/host/nginx.conf")));
        assertFalse(Files.exists(folder.resolve(".broadsheet/host/apache.conf")));
        assertFalse(Files.exists(site.output().resolve("_headers")));
        assertFalse(Files.exists(site.output().resolve("_redirects")));
    }

    private Path serving() throws IOException {
        try (var state = Files.list(folder.resolve(".broadsheet"))) {
            return state.filter(file -> file.getFileName().toString().startsWith("serving-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aDeploymentReadsHowEachFileIsServedWhateverTheHosts() throws IOException {
        SiteBuilder site = paper("hosting: {hosts: [], cache: {pages: 5m}}\n").write("content/world/error.md", """
                ---
                headline: An error
                published: 2026-11-22T08:00:00Z
                status: withdrawn
                ---
                It was not so.
                """);
        built(site);
        List<String> rules = Files.readAllLines(serving());
        assertEquals("broadsheet serving 1", rules.getFirst());
        assertEquals("end", rules.getLast());
        for (String rule : List.of(
                "root : https://hosted.example/",
                "header X-Content-Type-Options: nosniff",
                "ending html: text/html; charset=utf-8",
                "ending htm: text/html; charset=utf-8",
                "ending css: text/css; charset=utf-8",
                "ending jpeg: image/jpeg",
                "name feed.xml: application/rss+xml; charset=utf-8",
                "name feed.json: application/feed+json",
                "kept : public, max-age=300",
                "kept assets/: public, max-age=31536000, immutable",
                "kept media/: public, max-age=86400",
                "kept 404.html: no-cache",
                "moved old/index.html: /world/",
                "gone gone/index.html: ",
                "notice world/2026/11/22/an-error/index.html: ",
                "list archive/2026/11/23/index.html: ",
                "list archive/2026/index.html: ",
                "list archive/index.html: ")) {
            assertTrue(rules.contains(rule), rule + "\n" + String.join("\n", rules));
        }
        for (String other : List.of("moved lent", "list index", "list world/index", "list latest/index", "list 404")) {
            assertTrue(rules.stream().noneMatch(rule -> rule.startsWith(other)), other);
        }
    }

    @Test
    void aWithdrawnArticleIsGoneAndOneThatNobodyHadIsNotMentioned() throws IOException {
        SiteBuilder site = paper("");
        site.write("content/world/gone.md", """
                ---
                headline: What never was
                published: 2026-11-22T08:00:00Z
                status: withdrawn
                ---
                It was not so.
                """).write("content/world/later.md", """
                ---
                headline: What never came
                published: 2026-12-22T08:00:00Z
                status: withdrawn
                ---
                Nobody read it.
                """);
        built(site);
        String rules = Files.readString(folder.resolve(".broadsheet/host/nginx.conf"));
        assertTrue(rules.contains("location = \"/world/2026/11/22/what-never-was/\" { error_page 410"), rules);
        assertFalse(rules.contains("what-never-came"), rules);
        assertFalse(site.published("world/2026/11/22/what-never-was/index.html").contains("It was not so"));
    }

    @Test
    void thePolicyFollowsTheThemeAndNothingElseIsMadeForIt() {
        SiteBuilder site = paper("");
        built(site);
        String before = site.published("_headers");
        assertEquals(List.of(), made(built(site)));

        site.write("templates/parts/fonts.peb", "p{color:red}");
        assertTrue(made(built(site)).contains("_headers"));
        assertNotEquals(before, site.published("_headers"));

        site.write("content/redirects.yaml", "/old/: /world/\n");
        assertEquals(List.of("_headers", "_redirects"), made(built(site)));

        paper("hosting: {cache: {pages: 5m}}\n").write("templates/parts/fonts.peb", "p{color:red}");
        built(site);
        assertTrue(site.published("_headers").contains("max-age=300"));
    }

    @Test
    void aScriptThatTheThemeHasInItsPagesIsAllowedToRun() {
        SiteBuilder site = paper("").write("templates/parts/fonts.peb", "</style><script>alert(1)</script><style>");
        built(site);
        // openssl dgst -sha256 -binary of alert(1), in base64.
        assertTrue(
                site.published("_headers")
                        .contains("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
                site.published("_headers"));
    }

    private JsonNode changes() throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(".broadsheet/changes.json")));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void everyBuildSaysWhatItChanged() throws IOException {
        SiteBuilder site = paper("hosting: {compress: gzip}\n");
        built(site);
        assertTrue(texts(changes().get("added")).contains(STORY));
        assertTrue(texts(changes().get("purge")).contains("https://hosted.example/world/2026/11/23/the-river-rises/"));
        assertTrue(texts(changes().get("purge")).stream().noneMatch(address -> address.endsWith(".gz")));

        built(site);
        for (String kind : List.of("added", "changed", "removed", "purge")) {
            assertEquals(List.of(), texts(changes().get(kind)), kind);
        }

        site.write("content/world/river.md", """
                ---
                headline: The river falls
                published: 2026-11-23T08:00:00Z
                ---
                It went.
                """);
        built(site);
        assertEquals(
                List.of(
                        "world/2026/11/23/the-river-falls/index.html",
                        "world/2026/11/23/the-river-falls/index.html.gz"),
                texts(changes().get("added")));
        assertTrue(texts(changes().get("changed")).contains("index.html"));
        assertEquals(List.of(STORY, STORY + ".gz"), texts(changes().get("removed")));
        assertFalse(Files.exists(site.output().resolve("changes.json")));
    }

    @Test
    void aPreviewAndAFailedBuildTellNobodyAnything() throws IOException {
        SiteBuilder site = paper("hosting: {compress: gzip, checksums: true}\n");
        BuildOptions usual = site.options();
        SiteBuilder.build(new BuildOptions(
                usual.site(),
                usual.home(),
                OutputFolder.preview(folder, "8080"),
                null,
                usual.now(),
                false,
                false,
                false,
                false,
                false,
                2));
        assertFalse(Files.exists(folder.resolve(".broadsheet/changes.json")));
        assertFalse(Files.exists(folder.resolve(".broadsheet/host")));
        assertTrue(Files.exists(OutputFolder.preview(folder, "8080").resolve("index.html")));
        assertFalse(Files.exists(OutputFolder.preview(folder, "8080").resolve("index.html.gz")));
        site.write("content/world/river.md", "---\nheadline: [\n---\n");
        assertFalse(site.build().committed());
        assertFalse(Files.exists(folder.resolve(".broadsheet/changes.json")));
    }

    @Test
    void compressedFilesLieBesideTheirOwnAndAreMadeAgainOnlyWithThem() throws IOException {
        SiteBuilder site = paper("hosting: {compress: [gzip, brotli]}\n");
        built(site);
        byte[] plain = Files.readAllBytes(site.output().resolve(STORY));
        byte[] packed = Files.readAllBytes(site.output().resolve(STORY + ".gz"));
        assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
        assertTrue(Files.size(site.output().resolve(STORY + ".br")) < packed.length);
        assertFalse(Files.exists(site.output().resolve("_headers.gz")));
        try (var files = Files.walk(site.output())) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().matches(".*\\.(png|woff2|gz)\\.(gz|br)"))
                            .toList());
        }

        // Another clean build gives the same bytes.
        SiteBuilder.delete(folder.resolve(".broadsheet"));
        SiteBuilder.delete(site.output());
        built(site);
        assertArrayEquals(packed, Files.readAllBytes(site.output().resolve(STORY + ".gz")));

        Path story = site.output().resolve(STORY + ".gz");
        Path front = site.output().resolve("index.html.gz");
        FileTime old = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));
        for (Path file : List.of(story, front)) {
            Files.setLastModifiedTime(file, old);
        }
        site.write("content/pages/about.md", "---\nheadline: About us\n---\nWe are.\n");
        site.write("content/front.yaml", "slots:\n  - {name: top, layout: lead, limit: 1, backfill: {}}\n");
        built(site);
        assertEquals(old, Files.getLastModifiedTime(story), "made again for nothing");
        assertNotEquals(old, Files.getLastModifiedTime(front));

        // One that somebody has deleted or damaged comes back, and all go when nobody wants them.
        Files.delete(story);
        built(site);
        assertArrayEquals(packed, Files.readAllBytes(story));
        paper("");
        built(site);
        assertFalse(Files.exists(story));
    }

    @Test
    void whatIsCompressedCanBeAskedForLater() throws IOException {
        SiteBuilder site = paper("");
        built(site);
        paper("hosting: {compress: gzip, checksums: true}\n");
        built(site);
        assertTrue(Files.exists(site.output().resolve(STORY + ".gz")));
        assertTrue(site.published("SHA256SUMS").contains(STORY));
    }

    @Test
    void checksumsAreThoseOfTheFilesAndStayTrue() throws IOException {
        SiteBuilder site = paper("hosting: {checksums: true}\n");
        built(site);
        checkSums(site);
        site.write("content/world/bridge.md", """
                ---
                headline: The bridge opens
                published: 2026-11-22T08:00:00Z
                ---
                Nobody fell in.
                """);
        built(site);
        checkSums(site);
        Files.delete(site.output().resolve("SHA256SUMS"));
        built(site);
        checkSums(site);
    }

    private static void checkSums(SiteBuilder site) throws IOException {
        var listed = new TreeSet<String>();
        for (String line : site.published("SHA256SUMS").lines().toList()) {
            String path = line.substring(66);
            listed.add(path);
            assertEquals(
                    line.substring(0, 64),
                    Digest.of(Files.readAllBytes(site.output().resolve(path))),
                    path);
        }
        var there = new TreeSet<>(SiteBuilder.tree(site.output()).keySet());
        there.remove("SHA256SUMS");
        assertEquals(there, listed);
    }

    /** Whoever loses what the last build saw gets it back, without making a page. */
    @Test
    void lostImprintsAreSeenAgain() throws IOException {
        SiteBuilder site = paper("");
        built(site);
        String before = site.published("_headers");
        try (var files = Files.newDirectoryStream(folder.resolve(".broadsheet"), "imprints-*")) {
            for (Path file : files) {
                Files.write(file, "damaged".getBytes(StandardCharsets.UTF_8));
            }
        }
        assertEquals(List.of(), made(built(site)));
        assertEquals(before, site.published("_headers"));
    }

    @Test
    void pagesAreWeighedWithAllThatTheyLoad() throws IOException {
        SiteBuilder site = paper("budget: {front: 1 MB}\n");
        BuildReport report = built(site);
        var article = java.util.Objects.requireNonNull(report.weights().article());
        assertEquals(Files.size(site.output().resolve(STORY)), article.html());
        assertTrue(article.css() > 1000 && article.scripts() > 100, article::toString);
        assertEquals(3, article.requests());
        assertEquals(List.of(), report.problems());
        // A build that makes nothing knows the same.
        assertEquals(report.weights(), built(site).weights());
    }

    @Test
    void whatIsOverTheBudgetIsToldWithTheBudgetsPlace() {
        SiteBuilder site = paper("budget:\n  article: 1 kB\n  requests: 2\n");
        List<Problem> told = site.build().problems();
        assertEquals(
                List.of("over-budget", "over-budget"),
                told.stream().map(one -> one.code().id()).toList());
        assertEquals(5, told.getFirst().place().line());
        assertTrue(told.getFirst().message().contains(STORY), told.getFirst()::toString);
        assertTrue(told.getLast().message().contains("3 files"), told.getLast()::toString);
    }
}
