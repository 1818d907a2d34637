package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.broadsheet.build.BuildReport;

/**
 * What readers are sent by a real nginx and a real Apache that know nothing but the rules which the build made for them.
 * Where one of them is not installed, its tests skip, loudly.
 */
class ServersTest {
    private static final String STORY = "/world/2026/11/23/the-river-rises/";
    private static final Path NGINX_BROTLI = Path.of("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    private static final Path APACHE_MODULES = Path.of("/usr/lib/apache2/modules");

    private static final Map<String, Server> SERVERS = new TreeMap<>();
    private static SiteBuilder site = new SiteBuilder(Path.of(""));

    @BeforeAll
    static void serve() throws Exception {
        // Not in a temporary folder of JUnit's: those are closed to the user that a server becomes.
        Path folder = Path.of("target", "servers").toAbsolutePath();
        SiteBuilder.delete(folder);
        site = new SiteBuilder(folder.resolve("paper")).write("""
                -- content/site.yaml --
                name: The Served Times
                url: https://served.example/
                sections: [world]
                editions: [{language: uk, name: Часопис, sections: [{id: world, name: Світ}]}]
                hosting:
                  compress: [gzip, brotli]
                  headers: {X-Frame-Options: DENY, Permissions-Policy: }
                -- content/redirects.yaml --
                /old/: /world/
                /bare: /world/
                /page.html: /world/
                /lent/: {to: /world/, status: 302}
                /price-10$/: /world/?a=1&b=%20c#part
                /gone/: {status: 410}
                /старе/: /world/
                -- content/uk/redirects.yaml --
                /uk/gone/: {status: 410}
                -- content/world/river.md --
                ---
                headline: The river rises
                published: 2026-11-23T08:00:00Z
                aliases: [/former/river/]
                ---
                Water stood in the streets.
                -- content/world/withdrawn.md --
                ---
                headline: What never was
                published: 2026-11-22T08:00:00Z
                status: withdrawn
                ---
                It was not so.
                """);
        BuildReport report = site.build();
        assertTrue(report.committed(), report.problems()::toString);
        Path rules = site.folder().resolve(".broadsheet/host");
        Optional<Path> nginx = Server.installed("nginx");
        if (nginx.isPresent()) {
            Path own = rules.resolve("nginx.conf");
            String module = "";
            if (Files.exists(NGINX_BROTLI)) {
                module = "load_module " + NGINX_BROTLI + ";";
                own = Files.writeString(
                        folder.resolve("with-brotli.conf"),
                        Files.readString(own).replace("# brotli_static on;", "brotli_static on;"));
            }
            SERVERS.put("nginx", Server.nginx(nginx.get(), folder.resolve("nginx"), site.output(), own, module));
        }
        Optional<Path> apache = Server.installed("apache2", "httpd");
        if (apache.isPresent() && Files.isDirectory(APACHE_MODULES)) {
            SERVERS.put(
                    "apache",
                    Server.apache(
                            apache.get(),
                            APACHE_MODULES,
                            folder.resolve("apache"),
                            site.output(),
                            rules.resolve("apache.conf")));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (Server server : SERVERS.values()) {
            server.close();
        }
    }

    static Stream<String> servers() {
        return Stream.of("nginx", "apache");
    }

    private static Server server(String name) {
        Server server = SERVERS.get(name);
        if (server == null) {
            String message = "SKIPPED: no " + name + " on this machine, so its rules were not tried";
            System.err.println(message);
            assumeTrue(false, message);
        }
        return java.util.Objects.requireNonNull(server);
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(" | ", response.headers().allValues(name));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void formerAddressesLeadOn(String name) throws Exception {
        Server server = server(name);
        Map<String, String> leads = Map.of(
                "/old/", "301 /world/",
                "/old", "301 /world/",
                "/bare", "301 /world/",
                "/bare/", "301 /world/",
                "/page.html", "301 /world/",
                "/lent/", "302 /world/",
                "/price-10$/", "301 /world/?a=1&b=%20c#part",
                "/%D1%81%D1%82%D0%B0%D1%80%D0%B5/", "301 /world/",
                "/former/river/", "301 " + STORY);
        var wrong = new ArrayList<String>();
        for (String from : new TreeMap<>(leads).keySet()) {
            HttpResponse<String> answer = server.get(from);
            String to = header(answer, "Location").replaceFirst("^http://[^/]*", "");
            if (!(answer.statusCode() + " " + to).equals(leads.get(from))) {
                wrong.add(from + " gives " + answer.statusCode() + " " + to);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(404, server.get("/old/elsewhere/").statusCode());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsGoneIsSaidToBeGoneInTheReadersLanguage(String name) throws Exception {
        Server server = server(name);
        assertEquals(410, server.get("/gone/").statusCode());
        assertEquals(410, server.get("/gone").statusCode());
        assertEquals(site.published("404.html"), server.get("/gone/").body());
        assertEquals(site.published("uk/404.html"), server.get("/uk/gone/").body());
        assertEquals(410, server.get("/uk/gone/").statusCode());
        assertEquals(410, server.get("/world/2026/11/22/what-never-was/").statusCode());
        assertFalse(server.get("/world/2026/11/22/what-never-was/").body().contains("It was not so"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsMissingHasThePageOfItsEdition(String name) throws Exception {
        Server server = server(name);
        HttpResponse<String> missing = server.get("/nothing/here/");
        assertEquals(404, missing.statusCode());
        assertEquals(site.published("404.html"), missing.body());
        assertEquals("", header(missing, "Cache-Control"));
        assertTrue(header(missing, "Content-Security-Policy").contains("default-src 'self'"));
        assertEquals(site.published("uk/404.html"), server.get("/uk/nothing/").body());
        assertEquals(404, server.get("/uk/nothing/").statusCode());
        assertEquals("", header(server.get("/assets/css/none.css"), "Cache-Control"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyFileHasItsType(String name) throws Exception {
        Server server = server(name);
        var types = new TreeMap<String, String>();
        for (String path : List.of(
                "/",
                STORY,
                "/feed.xml",
                "/atom.xml",
                "/feed.json",
                "/uk/feed.xml",
                "/sitemap.xml",
                "/robots.txt",
                "/manifest.webmanifest",
                asset("css"),
                asset("js"),
                asset("woff2"),
                asset("svg"))) {
            HttpResponse<byte[]> answer = server.bytes(path, "Accept", "*/*");
            assertEquals(200, answer.statusCode(), path);
            assertEquals("nosniff", header(answer, "X-Content-Type-Options"), path);
            types.put(
                    path.replaceAll(".*\\.", "").startsWith("/") ? path : path.replaceAll("\\.[0-9a-f]{10}", ""),
                    header(answer, "Content-Type")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace("; ", ";"));
        }
        assertEquals("text/html;charset=utf-8", types.get("/"));
        assertEquals("text/html;charset=utf-8", types.get(STORY));
        assertEquals("application/rss+xml", bare(types, "/feed.xml"));
        assertEquals("application/rss+xml", bare(types, "/uk/feed.xml"));
        assertEquals("application/atom+xml", bare(types, "/atom.xml"));
        assertEquals("application/feed+json", bare(types, "/feed.json"));
        assertEquals("application/xml", bare(types, "/sitemap.xml"));
        assertEquals("text/plain;charset=utf-8", types.get("/robots.txt"));
        assertEquals("application/manifest+json", bare(types, "/manifest.webmanifest"));
        assertEquals("text/css;charset=utf-8", types.get("/assets/css/paper.css"));
        assertEquals("text/javascript;charset=utf-8", types.get("/assets/js/paper.js"));
        assertTrue(types.containsValue("font/woff2"), types.toString());
    }

    /** Whether a character set is named where none is needed is the server's business. */
    private static String bare(Map<String, String> types, String path) {
        return types.getOrDefault(path, "").replace(";charset=utf-8", "");
    }

    /** The address of some asset with an ending. */
    private static String asset(String ending) throws Exception {
        try (var files = Files.walk(site.output().resolve("assets"))) {
            return files.filter(file -> file.toString().endsWith("." + ending))
                    .map(file -> "/" + site.output().relativize(file))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void assetsAreKeptForAYearAndPagesForAMinute(String name) throws Exception {
        Server server = server(name);
        assertEquals("public, max-age=31536000, immutable", header(server.get(asset("css")), "Cache-Control"));
        assertEquals("public, max-age=60", header(server.get("/"), "Cache-Control"));
        assertEquals("public, max-age=60", header(server.get(STORY), "Cache-Control"));
        assertEquals("public, max-age=60", header(server.get("/feed.xml"), "Cache-Control"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void eachHeaderComesOnceWithEveryFile(String name) throws Exception {
        Server server = server(name);
        for (String path : List.of("/", STORY, asset("css"), "/nothing/", "/gone/", "/feed.xml", "/uk/")) {
            HttpResponse<String> answer = server.get(path);
            for (String header : List.of("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options")) {
                assertEquals(1, answer.headers().allValues(header).size(), path + " " + header);
            }
            assertEquals("DENY", header(answer, "X-Frame-Options"), path);
            assertEquals("", header(answer, "Permissions-Policy"), path);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsCompressedIsSentToThoseWhoCanReadIt(String name) throws Exception {
        Server server = server(name);
        for (String path : List.of("/index.html", "/", STORY, asset("css"), "/feed.xml")) {
            byte[] plain = server.bytes(path, "Accept-Encoding", "identity").body();
            HttpResponse<byte[]> gzip = server.bytes(path, "Accept-Encoding", "gzip");
            assertEquals("gzip", header(gzip, "Content-Encoding"), path);
            assertEquals("Accept-Encoding", header(gzip, "Vary"), path);
            assertEquals(
                    header(server.bytes(path, "Accept-Encoding", "identity"), "Content-Type"),
                    header(gzip, "Content-Type"),
                    path);
            assertTrue(gzip.body().length < plain.length);
            assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes());
            if (name.equals("apache") || Files.exists(NGINX_BROTLI)) {
                Brotli4jLoader.ensureAvailability();
                HttpResponse<byte[]> brotli = server.bytes(path, "Accept-Encoding", "gzip, br");
                assertEquals("br", header(brotli, "Content-Encoding"), path);
                assertArrayEquals(plain, Decoder.decompress(brotli.body()).getDecompressedData());
            }
        }
    }

    @Test
    void rulesForServersAreNotAmongWhatIsServed() throws Exception {
        try (var files = Files.walk(site.output())) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".conf")).toList());
        }
    }
}
