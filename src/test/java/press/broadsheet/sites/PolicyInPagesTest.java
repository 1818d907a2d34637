package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.build.BuildReport;

/** Where a host sends no headers of ours, pages carry the content security policy themselves. */
class PolicyInPagesTest {
    private static final Pattern POLICY =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">");

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper(String settings) {
        return new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                %s
                -- content/world/river.md --
                ---
                headline: The river rises
                slug: river
                published: 2026-11-20
                ---
                Water.
                -- content/world/bridge.md --
                ---
                headline: The bridge
                published: 2026-11-21
                status: withdrawn
                ---
                Nobody.
                """.formatted(settings));
    }

    private static BuildReport built(SiteBuilder site) {
        BuildReport report = site.build();
        assertTrue(report.committed(), report.problems()::toString);
        return report;
    }

    /** The policies that a page carries, as a browser reads them. */
    private static List<String> policies(SiteBuilder site, String page) {
        Matcher found = POLICY.matcher(site.published(page));
        return found.results()
                .map(one -> one.group(1).replace("&#39;", "'").replaceAll("sha256-[A-Za-z0-9+/=]{44}", "sha256-X"))
                .toList();
    }

    private static final String USUAL = "default-src 'self'; script-src 'self'; style-src 'self' 'sha256-X'; "
            + "img-src 'self' data:; frame-src https:; object-src 'none'; base-uri 'none'; form-action 'self'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "targets: {www: {kind: s3, bucket: lantern-www}}",
                "targets: {a: {kind: folder, path: ../www}, b: {kind: git, repository: ../b.git}}",
                "hosting: {policyInPages: true}"
            })
    void everyPageCarriesItWherePagesGoToAHostWithoutHeaders(String settings) {
        SiteBuilder site = paper(settings);
        built(site);
        for (String page : List.of(
                "index.html",
                "404.html",
                "world/2026/11/20/river/index.html",
                "world/2026/11/21/the-bridge/index.html",
                "latest/index.html")) {
            assertEquals(List.of(USUAL), policies(site, page), page);
            String text = site.published(page);
            int at = text.indexOf("Content-Security-Policy");
            assertTrue(at > text.indexOf("<meta charset"), "Within the first bytes a page says how it is encoded");
            for (String loads : List.of("<style", "<link", "<script")) {
                assertTrue(at < text.indexOf(loads), "It rules only what stands below it: " + loads);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "targets: {www: {kind: folder, path: ../www}, b: {kind: sftp, host: h.example, path: /www}}",
                "{targets: {www: {kind: s3, bucket: lantern-www}}, hosting: {policyInPages: false}}",
                "{targets: {www: {kind: s3, bucket: lantern-www}}, hosting: {headers: {content-security-policy: }}}"
            })
    void noPageCarriesOneWhereTheHostSendsItOrNobodyWantsIt(String settings) {
        SiteBuilder site = paper(settings.startsWith("{") ? "" : settings);
        if (settings.startsWith("{")) {
            site.write(
                    "content/site.yaml",
                    "{name: L, url: \"https://lantern.example/\", sections: [world], " + settings.substring(1) + "\n");
        }
        built(site);
        assertEquals(List.of(), policies(site, "index.html"));
    }

    @Test
    void whatTheNewsroomAllowsOrWritesItselfStandsInPagesTooButForWhatOnlyHeadersMaySay() {
        SiteBuilder site = paper(
                "hosting: {policyInPages: true, allow: {script-src: https://stats.example, frame-ancestors: https://a.example}}");
        built(site);
        assertEquals(
                List.of(USUAL.replace("script-src 'self'", "script-src 'self' https://stats.example")),
                policies(site, "index.html"));
        paper(
                "hosting: {policyInPages: true, headers: {content-security-policy: \"frame-ancestors 'none'; default-src 'self' https:\"}}");
        built(site);
        assertEquals(List.of("default-src 'self' https:"), policies(site, "index.html"));
    }

    @Test
    void aScriptOfOnePageIsAllowedOnThatPageAndOnNoOther() {
        SiteBuilder site = paper("hosting: {policyInPages: true}")
                .write(
                        "templates/standing.peb",
                        "{% extends \"base.peb\" %}{% block scripts %}<script>let here = 1;</script>{% endblock %}")
                .write("content/pages/about.md", "---\nheadline: About\n---\nUs.\n");
        built(site);
        assertTrue(policies(site, "about/index.html").getFirst().contains("script-src 'self' 'sha256-X';"));
        assertEquals(List.of(USUAL), policies(site, "index.html"));
    }

    @Test
    void anotherKindOfTargetMakesThePagesAgainAndAnotherTargetOfThatKindDoesNot() {
        SiteBuilder site = paper("targets: {www: {kind: folder, path: ../www}}");
        built(site);
        paper("targets: {www: {kind: s3, bucket: lantern-www}}");
        BuildReport report = built(site);
        var pages = new TreeSet<String>();
        report.reasons().keySet().forEach(path -> pages.add(path.path()));
        assertTrue(pages.contains("index.html") && pages.contains("404.html"), pages.toString());
        assertFalse(pages.contains("feed.xml"), pages.toString());
        var rebuilt = SiteBuilder.tree(site.output());
        SiteBuilder.delete(site.folder().resolve(".broadsheet"));
        SiteBuilder.delete(site.output());
        built(site);
        assertEquals(rebuilt, SiteBuilder.tree(site.output()));
        paper("targets: {www: {kind: s3, bucket: other-www}}");
        assertEquals(0, built(site).reasons().size());
    }
}
