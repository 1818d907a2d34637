package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.sites.SiteBuilder;

/**
 * Canaries in everything that is nobody else's business: none of them is in what a build makes; and if one gets there in
 * some way, the deployment stops. And who is told after one that did not.
 */
class PrivacyTest {
    private static final Map<String, String> CANARIES = Map.of(
            "draft", "the mayor secretly keeps seven green canaries in town hall",
            "embargo", "minister resigns tomorrow over nine yellow canaries and parrots",
            "later", "the harbour will be sold for eleven white canaries only",
            "note", "ring the source again before four red canaries are named");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter err = new StringWriter();
    private SiteBuilder site = new SiteBuilder(folder);

    @BeforeEach
    void aPaperWithSecrets() {
        site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                targets:
                  here: {kind: folder, path: ../www, grace: 0}
                -- content/world/river.md --
                ---
                headline: The river rises
                published: 2026-11-23T08:00:00Z
                note: %s
                ---
                Water stood in the streets of the old town until the evening came.
                -- content/world/draft.md --
                ---
                headline: Unfinished business of the council
                published: 2026-11-23T08:00:00Z
                status: draft
                ---
                It is said that *%s*, as of now.

                Water stood in the streets of the old town until the evening came.
                -- content/world/embargo.md --
                ---
                headline: A resignation that nobody expects
                published: 2026-11-23T08:00:00Z
                embargo: 2026-12-01T08:00:00Z
                ---
                A %s.
                -- content/world/later.md --
                ---
                headline: The sale of the harbour
                published: 2026-12-01T08:00:00Z
                ---
                It seems that %s.
                -- content/.env --
                SECRET
                -- content/world/river.md~ --
                An older version
                -- content/world/.river.md.swp --
                A swap file
                """.formatted(
                        CANARIES.get("note"), CANARIES.get("draft"), CANARIES.get("embargo"), CANARIES.get("later")));
    }

    private int deploy(String... more) {
        err.getBuffer().setLength(0);
        var args =
                new ArrayList<>(List.of("deploy", "--site", site.folder().toString(), "--now", "2026-11-24T12:00:00Z"));
        args.addAll(List.of(more));
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                Console.Terminal.NONE,
                Map.of(),
                Path.of(System.getProperty("broadsheet.home", "")));
        return Main.run(console, args.toArray(new String[0]));
    }

    @Test
    void noCanaryIsInWhatABuildMakes() {
        assertEquals(Exit.GOOD, deploy(), err.toString());
        SiteBuilder.tree(site.output()).forEach((path, bytes) -> {
            CANARIES.values().forEach(canary -> assertFalse(bytes.contains(canary.substring(4, 30)), path));
            assertFalse(bytes.contains("canaries"), path);
            assertFalse(bytes.contains("resignation"), path);
            assertFalse(path.contains("resignation") || path.endsWith("~") || path.contains("/."), path);
        });
    }

    @Test
    void eachCanaryThatGetsIntoAFileIsFound() {
        for (String canary : CANARIES.keySet()) {
            site.build();
            site.write(
                    "public/latest/index.html",
                    "<p>Readers hear: <b>"
                            + CANARIES.get(canary).replace(" ", " ").replace("the ", "The&#32;") + "</b>.");
            assertEquals(Exit.PROBLEMS, deploy("--no-build"), canary);
            assertTrue(err.toString().contains("private-file"), err.toString());
            assertTrue(err.toString().contains("latest/index.html"), err.toString());
            assertFalse(Files.exists(folder.resolve("www")), canary);
        }
    }

    @Test
    void aCanaryInAnAttributeOrAFeedIsFoundToo() {
        site.build();
        site.write("public/index.html", "<meta name=description content=\"" + CANARIES.get("embargo") + "\">");
        assertEquals(Exit.PROBLEMS, deploy("--no-build"));
        assertTrue(err.toString().contains("content/world/embargo.md, which is held back"), err.toString());
        site.build();
        site.write("public/feed.json", "{\"a\": \"" + CANARIES.get("later") + "\"}");
        assertEquals(Exit.PROBLEMS, deploy("--no-build"));
        assertTrue(err.toString().contains("content/world/later.md"), err.toString());
    }

    @Test
    void theAddressOfAPieceUnderEmbargoIsFound() {
        site.build();
        site.write(
                "public/sitemap.xml",
                "<loc>https://lantern.example/world/2026/11/23/a-resignation-that-nobody-expects/</loc>");
        assertEquals(Exit.PROBLEMS, deploy("--no-build"));
        assertTrue(err.toString().contains("sitemap.xml"), err.toString());
    }

    @Test
    void aDraftThatRepeatsAPublishedPieceHoldsNobodyUp() {
        assertEquals(Exit.GOOD, deploy(), err.toString());
    }

    @Test
    void hiddenFilesAndWhatEditorsLeaveAreFound() throws IOException {
        for (String canary : List.of(".env", "world/index.html~", ".broadsheet/ledger", "a.swp")) {
            SiteBuilder.delete(site.folder().resolve(".broadsheet"));
            SiteBuilder.delete(site.output());
            site.build();
            Path list;
            try (var files = Files.list(site.folder().resolve(".broadsheet"))) {
                list = files.filter(file -> file.getFileName().toString().startsWith("manifest-"))
                        .findFirst()
                        .orElseThrow();
            }
            // As if a build had made it.
            site.write("public/" + canary, "x");
            List<String> lines = new ArrayList<>(Files.readAllLines(list));
            lines.set(2, Integer.toString(Integer.parseInt(lines.get(2)) + 1));
            lines.add(3, canary);
            Files.write(list, lines);
            assertEquals(Exit.PROBLEMS, deploy("--no-build"), canary);
            assertTrue(err.toString().contains("private-file"), err.toString());
        }
    }

    @Test
    void anAliasKeepsAnAddressAlive() {
        assertEquals(Exit.GOOD, deploy(), err.toString());
        site.write("content/world/river.md", """
                ---
                headline: The river falls
                published: 2026-11-23T08:00:00Z
                ---
                It went.
                """);
        assertEquals(Exit.PROBLEMS, deploy());
        assertTrue(err.toString().contains("/world/2026/11/23/the-river-rises/: {status: 410}"), err.toString());
        site.write("content/world/river.md", """
                ---
                headline: The river falls
                published: 2026-11-23T08:00:00Z
                aliases: [/world/2026/11/23/the-river-rises/]
                ---
                It went.
                """);
        assertEquals(Exit.GOOD, deploy(), err.toString());
    }

    @Test
    void aWithdrawnArticleMayGo() {
        // Another piece of that day, so that its lists stay.
        site.write(
                "content/world/bridge.md",
                "---\nheadline: The bridge opens\npublished: 2026-11-23\n---\nNobody fell in.\n");
        assertEquals(Exit.GOOD, deploy(), err.toString());
        site.write("content/world/river.md", """
                ---
                headline: The river rises
                published: 2026-11-23T08:00:00Z
                status: withdrawn
                ---
                Water stood in the streets of the old town until the evening came.
                """);
        assertEquals(Exit.GOOD, deploy(), err.toString());
    }

    // Who is told.

    @Test
    void afterADeploymentTheHubAndSearchEnginesAreTold() throws IOException {
        var told = new CopyOnWriteArrayList<String>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                told.add(exchange.getRequestURI() + " " + body);
                exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/broken") ? 500 : 202, -1);
            }
        });
        server.start();
        try {
            String here = "http://127.0.0.1:" + server.getAddress().getPort();
            String settings = """
                    name: The Lantern
                    url: https://lantern.example/
                    sections: [world]
                    hosting: {webSub: %1$s/%2$s, indexNow: lantern-1887-key, indexNowService: %1$s/indexnow}
                    targets:
                      here: {kind: folder, path: ../www, grace: 0}
                    """;
            site.write("content/site.yaml", settings.formatted(here, "hub"));
            site.build();
            assertEquals(List.of(), told, "a build tells nobody");
            assertEquals("lantern-1887-key\n", site.published("lantern-1887-key.txt"));
            assertTrue(site.published("atom.xml").contains("<link rel=\"hub\" href=\"" + here + "/hub\""));
            assertTrue(site.published("feed.xml").contains("<atom:link href=\"" + here + "/hub\" rel=\"hub\""));
            assertTrue(site.published("feed.json").contains("\"hubs\":[{\"type\":\"WebSub\",\"url\":\"" + here));
            assertEquals(Exit.GOOD, deploy("--dry-run"));
            assertEquals(List.of(), told, "a rehearsal tells nobody");

            assertEquals(Exit.GOOD, deploy(), err.toString());
            assertEquals(2, told.size(), told.toString());
            String hub = URLDecoder.decode(told.get(0), StandardCharsets.UTF_8);
            assertTrue(hub.startsWith("/hub hub.mode=publish&hub.url=https://lantern.example/"), hub);
            assertTrue(hub.contains("hub.url=https://lantern.example/world/feed.xml"), hub);
            assertTrue(
                    told.get(1)
                            .startsWith("/indexnow {\"host\":\"lantern.example\",\"key\":\"lantern-1887-key\","
                                    + "\"keyLocation\":\"https://lantern.example/lantern-1887-key.txt\",\"urlList\":["),
                    told.get(1));
            assertTrue(told.get(1).contains("\"https://lantern.example/world/2026/11/23/the-river-rises/\""));

            told.clear();
            assertEquals(Exit.GOOD, deploy());
            assertEquals(List.of(), told, "nothing has changed");

            site.write("content/site.yaml", settings.formatted(here, "broken"));
            assertEquals(Exit.GOOD, deploy());
            assertTrue(err.toString().contains("/broken answered 500"), err.toString());
        } finally {
            server.stop(0);
        }
    }
}
