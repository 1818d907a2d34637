package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.publish.GitHost;
import press.broadsheet.publish.ObjectHost;
import press.broadsheet.publish.SecureHost;
import press.broadsheet.publish.Wire;
import press.broadsheet.sites.SiteBuilder;

/** The recipes of {@code deploying.md}, as they stand there, with a server of this machine in place of the reader's. */
class DeployRecipesTest {
    private static final Path GUIDE =
            Path.of(System.getProperty("broadsheet.home", "")).resolve("src/docs/deploying.md");
    private static final String RIVER = "world/2026/11/23/the-river-rises/index.html";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private SiteBuilder site = new SiteBuilder(folder);
    private String minute = "00";

    @BeforeEach
    void aSmallPaper() {
        site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/world/river.md --
                ---
                headline: The river rises
                published: 2026-11-23T08:00:00Z
                ---
                Water stood in the streets.
                """);
    }

    /** Gives the paper the recipe below a heading of the guide, with other words in it. */
    private void follow(String heading, Map<String, String> here) throws IOException {
        String guide = Files.readString(GUIDE);
        int section = guide.indexOf("\n" + heading + "\n");
        assertTrue(section > 0, "The guide has no heading " + heading);
        int begin = guide.indexOf("```yaml\n", section) + "```yaml\n".length();
        String recipe = guide.substring(begin, guide.indexOf("```", begin));
        for (Map.Entry<String, String> word : here.entrySet()) {
            assertTrue(recipe.contains(word.getKey()), "The recipe has no " + word.getKey() + ":\n" + recipe);
            recipe = recipe.replace(word.getKey(), word.getValue());
        }
        site.write(
                "content/site.yaml", "name: The Lantern\nurl: https://lantern.example/\nsections: [world]\n" + recipe);
    }

    private int deploy(String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var args = new ArrayList<>(
                List.of("deploy", "--site", site.folder().toString(), "--now", "2026-11-24T12:" + minute + ":00Z"));
        args.addAll(List.of(more));
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                Console.Terminal.NONE,
                environment,
                Path.of(System.getProperty("broadsheet.home", "")));
        return Main.run(console, args.toArray(new String[0]));
    }

    private void change(String text) {
        minute = Integer.toString(Integer.parseInt(minute) + 10);
        site.write(
                "content/world/river.md",
                "---\nheadline: The river rises\npublished: 2026-11-23T08:00:00Z\n---\n" + text + "\n");
    }

    @Test
    void aFolder() throws IOException {
        follow("## Targets", Map.of("/srv/www/lantern", "../www"));
        assertEquals(Exit.GOOD, deploy(), err.toString());
        assertTrue(Files.readString(folder.resolve("www").resolve(RIVER)).contains("Water stood"));
    }

    @Test
    void aHostOverSsh() throws Exception {
        try (var host = new SecureHost(folder);
                Wire wire = Wire.to(host.port())) {
            host.makeKnown(wire.port());
            environment.put("HOME", host.home.toString());
            follow("### `sftp`", Map.of("host: www.lantern.example", "host: 127.0.0.1\n    port: " + wire.port()));
            assertEquals(Exit.GOOD, deploy(), err.toString());
            Path river = host.root.resolve("srv/www/lantern").resolve(RIVER);
            assertTrue(Files.readString(river).contains("Water stood"));
            change("It falls.");
            assertEquals(Exit.GOOD, deploy(), err.toString());
            assertTrue(out.toString().contains(" 0 added, "), out.toString());
            assertTrue(Files.readString(river).contains("It falls."));
            assertEquals(Exit.GOOD, deploy("--rollback"), err.toString());
            assertTrue(out.toString().contains("see the deployment of 2026-11-24T12:00:00Z again."), out.toString());
            assertTrue(Files.readString(river).contains("Water stood"));
        }
    }

    @Test
    void aHostWhoseWireIsCutIsToldWithWhatWasSentAndTheNextDeploymentCompletesIt() throws Exception {
        try (var host = new SecureHost(folder);
                Wire wire = Wire.to(host.port())) {
            host.makeKnown(wire.port());
            environment.put("HOME", host.home.toString());
            follow("### `sftp`", Map.of("host: www.lantern.example", "host: 127.0.0.1\n    port: " + wire.port()));
            wire.cutAfter(450_000);
            assertEquals(Exit.NOT_DEPLOYED, deploy());
            assertTrue(
                    err.toString().matches("(?s)Sent: [1-9]\\d*\\. Not sent: [1-9]\\d*\\. Removed: 0\\..*"),
                    err.toString());
            assertTrue(err.toString().contains("  not sent 404.html\n"), err.toString());
            assertTrue(err.toString().contains("deployment-failed"), err.toString());
            assertTrue(err.toString().contains("Deploy again: it goes on where it ended."), err.toString());
            assertTrue(err.toString().contains("Readers have what was sent; all else is as it was.\n"), err.toString());
            // Caches must forget what was sent, and nothing else.
            var changes =
                    new ObjectMapper().readTree(Files.readAllBytes(site.folder().resolve(".broadsheet/changes.json")));
            Matcher sent = Pattern.compile("Sent: (\\d+)").matcher(err.toString());
            assertTrue(sent.find());
            assertEquals(Integer.parseInt(sent.group(1)), changes.get("added").size());
            wire.mend();
            assertEquals(Exit.GOOD, deploy(), err.toString());
            assertTrue(Files.exists(host.root.resolve("srv/www/lantern/index.html")));
        }
    }

    @Test
    void aBranchOfARepository() throws Exception {
        try (var git = new GitHost(folder.resolve("site.git"));
                var host = new SecureHost(folder)) {
            git.serveOn(host);
            host.makeKnown(host.port());
            environment.put("HOME", host.home.toString());
            follow(
                    "### `git`",
                    Map.of(
                            "git@github.com:lantern/lantern.github.io.git",
                            "ssh://editor@127.0.0.1:" + host.port() + "/site.git"));
            assertEquals(Exit.GOOD, deploy(), err.toString());
            assertTrue(git.files("gh-pages").getOrDefault(RIVER, "").contains("Water stood"));
            assertEquals("www.lantern.example\n", git.files("gh-pages").get("CNAME"));
            change("It falls.");
            assertEquals(Exit.GOOD, deploy(), err.toString());
            assertTrue(
                    git.head("gh-pages")
                            .getFullMessage()
                            .startsWith(
                                    "Publish \"The river rises\"\n\n- The river rises (/world/2026/11/23/the-river-rises/)"),
                    git.head("gh-pages").getFullMessage());
            assertEquals(Exit.GOOD, deploy("--rollback"), err.toString());
            assertTrue(git.files("gh-pages").getOrDefault(RIVER, "").contains("Water stood"));
            assertFalse(out.toString().contains("  taken back: "), out.toString());
            change("It falls.");
            String river = Files.readString(site.folder().resolve("content/world/river.md"));
            site.write("content/world/river.md", river.replace("---\nIt", "status: withdrawn\n---\nIt"));
            assertEquals(Exit.GOOD, deploy(), err.toString());
            assertTrue(
                    out.toString()
                            .contains(
                                    "taken back: whoever can read the repository still finds it in the history of gh-pages."),
                    out.toString());
            assertEquals(
                    "Publish a notice of withdrawal\n\n- notice of withdrawal (/world/2026/11/23/the-river-rises/)",
                    git.head("gh-pages")
                            .getFullMessage()
                            .lines()
                            .limit(3)
                            .collect(java.util.stream.Collectors.joining("\n")));
        }
    }

    @Test
    void whatIsMissingToReachTheTargetIsToldBeforeThePaperIsBuilt() throws IOException {
        environment.put("HOME", folder.toString());
        follow("### `s3`", Map.of());
        assertEquals(Exit.NOT_DEPLOYED, deploy());
        assertTrue(err.toString().contains("There are no credentials for s3://lantern-www/"), err.toString());
        assertFalse(Files.exists(site.output()), "Somebody waited for that");
    }

    @Test
    void aBucket() throws Exception {
        try (var store = new ObjectHost()) {
            environment.putAll(Map.of("AWS_ACCESS_KEY_ID", ObjectHost.KEY, "AWS_SECRET_ACCESS_KEY", ObjectHost.SECRET));
            follow(
                    "### `s3`",
                    Map.of(
                            "bucket: lantern-www",
                            "bucket: " + ObjectHost.BUCKET + "\n    endpoint: http://127.0.0.1:" + store.port()));
            assertEquals(Exit.GOOD, deploy(), err.toString());
            assertTrue(store.objects().getOrDefault(RIVER, "").contains("Water stood"));
            change("It falls.");
            assertEquals(Exit.GOOD, deploy(), err.toString());
            assertTrue(store.objects().getOrDefault(RIVER, "").contains("It falls."));
            assertEquals(Exit.GOOD, deploy("--rollback"), err.toString());
            assertTrue(store.objects().getOrDefault(RIVER, "").contains("Water stood"));
            assertFalse((out.toString() + err).contains(ObjectHost.SECRET));
        }
    }

    @Test
    void aBucketServesThePaperAsOtherHostsDoAsFarAsItCan() throws Exception {
        try (var store = new ObjectHost();
                Wire wire = Wire.toHttp(store.port())) {
            environment.putAll(Map.of("AWS_ACCESS_KEY_ID", ObjectHost.KEY, "AWS_SECRET_ACCESS_KEY", ObjectHost.SECRET));
            follow(
                    "### `s3`",
                    Map.of(
                            "bucket: lantern-www",
                            "bucket: " + ObjectHost.BUCKET + "\n    endpoint: http://127.0.0.1:" + wire.port()));
            site.write("content/world/error.md", """
                            ---
                            headline: An error
                            published: 2026-11-22T08:00:00Z
                            ---
                            It was so.
                            """)
                    .write("content/world/slander.md", """
                            ---
                            headline: A slander
                            published: 2026-11-22T09:00:00Z
                            ---
                            He did it.
                            """)
                    .write("content/redirects.yaml", """
                            /old/: /world/
                            /lent/: {to: /world/, status: 302}
                            """);
            assertEquals(Exit.GOOD, deploy(), err.toString());
            String slander = "world/2026/11/22/a-slander/index.html";
            assertTrue(store.objects().containsKey(slander));
            assertEquals("text/html; charset=utf-8 | public, max-age=60", store.served(RIVER));
            assertEquals("text/html; charset=utf-8 | no-cache", store.served("404.html"));
            assertEquals("application/rss+xml; charset=utf-8 | public, max-age=60", store.served("feed.xml"));
            assertEquals("application/manifest+json | public, max-age=60", store.served("manifest.webmanifest"));
            String theme = store.objects().keySet().stream()
                    .filter(key -> key.startsWith("assets/") && key.endsWith(".css"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("text/css; charset=utf-8 | public, max-age=31536000, immutable", store.served(theme));
            assertEquals(List.of("old/index.html /world/"), redirects(wire));

            Files.delete(site.folder().resolve("content/world/slander.md"));
            site.write("content/redirects.yaml", """
                    /old/: /
                    /lent/: {to: /world/, status: 302}
                    /world/2026/11/22/a-slander/: {status: 410}
                    """).write("content/world/error.md", """
                    ---
                    headline: An error
                    published: 2026-11-22T08:00:00Z
                    status: withdrawn
                    reason: It was not so.
                    ---
                    It was so.
                    """);
            minute = "10";
            assertEquals(Exit.GOOD, deploy(), err.toString());
            String error = "world/2026/11/22/an-error/index.html";
            assertTrue(out.toString().contains("taken back: an object store cannot say 410"), out.toString());
            assertFalse(store.objects().containsKey(slander), "The store cannot say that it is gone while it is there");
            assertTrue(store.objects().getOrDefault(error, "").contains("It was not so."));
            assertTrue(store.objects().getOrDefault(error, "").contains("content=\"noindex"));
            assertEquals("text/html; charset=utf-8 | no-store", store.served(error));
            // The day has no article any more, so it leads to the month, for hosts that are told and for browsers.
            String day = "archive/2026/11/22/index.html";
            assertTrue(store.objects().getOrDefault(day, "").contains("url=/archive/2026/11/\""));
            assertEquals(
                    List.of(day + " /archive/2026/11/", "old/index.html /", "old/index.html /world/"), redirects(wire));
            minute = "20";
            assertEquals(Exit.GOOD, deploy(), err.toString());
            assertTrue(out.toString().contains("nothing has changed; nothing was sent."), out.toString());
        }
    }

    /** What was said to lead where, by name: several are sent at the same time. */
    private static List<String> redirects(Wire wire) {
        var found = new ArrayList<String>();
        for (String head : wire.heads()) {
            head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-amz-website-redirect-location: "))
                    .forEach(line -> found.add(head.substring(
                                    head.indexOf("/lantern-www/") + "/lantern-www/".length(), head.indexOf(" HTTP"))
                            + line.substring(line.indexOf(' '))));
        }
        return found.stream()
                .filter(line -> !line.startsWith(".broadsheet/"))
                .sorted()
                .toList();
    }
}
