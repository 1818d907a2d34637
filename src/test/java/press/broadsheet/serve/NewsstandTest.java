package press.broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.Memory;
import press.broadsheet.build.Progress;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.sites.SiteBuilder;

/** The whole preview of a small paper, asked as browsers and others ask. */
class NewsstandTest {
    private static final String RIVER = "content/world/river.md";
    private static final String ADDRESS = "world/2026/11/20/river/";

    @TempDir
    private Path site = Path.of("");

    private final LinkedBlockingQueue<Round> rounds = new LinkedBlockingQueue<>();
    private final AtomicReference<Instant> clock = new AtomicReference<>(SiteBuilder.NOON);
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Newsstand stand;
    private String base = "";
    private int port;

    @BeforeEach
    void open() throws Exception {
        new SiteBuilder(site).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                -- content/world/_section.md --
                ---
                title: World
                ---
                """);
        river("The river rises", "The first text.");
        write("content/world/soon.md", "Soon", "2026-12-01T00:00:00Z", "Later.");
        var place = Newsstand.Place.find("localhost", 0, 0);
        base = place.address();
        port = place.port();
        Path folder = OutputFolder.preview(site, "test");
        Memory memory = Memory.lasting();
        Rebuild rebuild = (now, keepGoing, touched) -> new Build(
                        new BuildOptions(
                                site,
                                Path.of(System.getProperty("broadsheet.home", "")),
                                folder,
                                URI.create(base),
                                now,
                                false,
                                false,
                                false,
                                keepGoing,
                                false,
                                2),
                        Progress.NONE,
                        memory)
                .run(touched);
        stand = Newsstand.open(
                place,
                new Newsstand.Paper(site, folder, rebuild, clock::get, ZoneOffset.UTC),
                new Newsstand.Listener() {
                    @Override
                    public void made(Round round) {
                        rounds.add(round);
                    }

                    @Override
                    public void failed(Exception fault) {
                        throw new IllegalStateException(fault);
                    }
                });
        round();
    }

    @Test
    void whatIsScheduledAppearsAtItsInstantWithoutASave() throws Exception {
        Instant soon = Instant.parse("2026-12-01T00:00:00Z");
        clock.set(soon.minusMillis(50));
        river("The river falls", "Another text.");
        assertEquals(1, round().report().published());
        clock.set(soon);
        Round round = round();
        assertEquals(soon, round.moment());
        assertEquals(2, round.report().published());
    }

    @AfterEach
    void close() throws IOException {
        if (stand != null) {
            stand.close();
        }
    }

    private void river(String headline, String text) {
        write(RIVER, headline, "2026-11-20T08:00:00Z", text);
    }

    private void write(String path, String headline, String published, String text) {
        new SiteBuilder(site)
                .write(
                        path,
                        "---\nheadline: " + headline + "\npublished: " + published + "\nslug: "
                                + path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')) + "\n---\n" + text
                                + "\n");
    }

    private Round round() throws InterruptedException {
        Round round = rounds.poll(30, TimeUnit.SECONDS);
        assertTrue(round != null, "No round was made");
        return java.util.Objects.requireNonNull(round);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> asOf(String form, String origin) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + "_desk/as-of"))
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The first line of the answer to a request as it is written. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void aSaveIsMadeAndShown() throws Exception {
        assertTrue(get(ADDRESS).body().contains("The first text."));
        river("The river rises", "The second text.");
        assertTrue(round().report().committed());
        assertTrue(get(ADDRESS).body().contains("The second text."));
    }

    @Test
    void theLastWholePaperStaysUntilAFaultIsMended() throws Exception {
        new SiteBuilder(site).write(RIVER, "---\nheadline: The river\nsectoin: x\n---\nBroken.\n");
        Round broken = round();
        assertFalse(broken.report().committed());
        assertTrue(get(ADDRESS).body().contains("The first text."));
        String notes = get("_desk/notes?path=/" + ADDRESS).body();
        assertTrue(notes.contains("content/world/river.md:3") && notes.contains("sectoin: x"), notes);
        assertTrue(get("_desk/?state=broken").body().contains("sectoin"));
        river("The river rises", "Mended.");
        round();
        assertTrue(get(ADDRESS).body().contains("Mended."));
        assertTrue(get("_desk/notes?path=/").body().contains("\"problems\":[]"));
    }

    @Test
    void onlyPagesAsSentHaveTheScript() throws Exception {
        assertTrue(get("").body().contains("/_desk/preview.js"));
        assertFalse(SiteBuilder.tree(OutputFolder.preview(site, "test")).values().stream()
                .anyMatch(file -> file.contains("_desk/")));
    }

    @Test
    void foreignNamesAreRefused() throws Exception {
        for (String name :
                new String[] {"attacker.example", "attacker.example:" + port, "localhost.attacker.example"}) {
            assertEquals("HTTP/1.1 403 Forbidden", raw("GET / HTTP/1.1\r\nHost: " + name + "\r\n\r\n"));
        }
        for (String name : new String[] {"localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port, "LOCALHOST"}) {
            assertEquals("HTTP/1.1 200 OK", raw("GET / HTTP/1.1\r\nHost: " + name + "\r\n\r\n"));
        }
    }

    @Test
    void encodedWaysOutLeadNowhere() throws Exception {
        for (String path : new String[] {
            "/..%2f..%2fcontent/site.yaml", "/%2e%2e/%2e%2e/content/site.yaml", "/..%5c..%5clock", "/%00", "/../lock"
        }) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(answer.matches("HTTP/1.1 40[04] .*"), path + ": " + answer);
        }
    }

    @Test
    void onlyReadingIsAllowedAndHeadsHaveNoBody() throws Exception {
        assertEquals("HTTP/1.1 405 Method Not Allowed", raw("DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        var head = client.send(
                HttpRequest.newBuilder(URI.create(base)).HEAD().build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertTrue(head.headers().firstValueAsLong("Content-Length").orElse(0) > 0);
    }

    @Test
    void eventsTellEachRound() throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /_desk/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).lines();
            var data = lines.filter(line -> line.startsWith("data: ")).iterator();
            assertEquals("data: 1", data.next());
            river("The river rises", "Again.");
            assertEquals("data: 2", data.next());
        }
    }

    @Test
    void theDeskShowsThePaperOfAnotherMomentAndTheWayBack() throws Exception {
        String desk = get("_desk/").body();
        assertTrue(desk.contains("scheduled for") && desk.contains("content/world/soon.md"), desk);
        assertEquals(
                303,
                asOf("moment=2026-12-02T08%3A00", base.substring(0, base.length() - 1))
                        .statusCode());
        assertEquals(200, get("world/2026/12/01/soon/").statusCode());
        assertTrue(get("_desk/").body().contains("as of"));
        assertEquals(303, asOf("back=1", base.substring(0, base.length() - 1)).statusCode());
        assertEquals(404, get("world/2026/12/01/soon/").statusCode());
        assertEquals(
                400,
                asOf("moment=tomorrow", base.substring(0, base.length() - 1)).statusCode());
        assertEquals(
                403,
                asOf("moment=2026-12-02T08%3A00", "https://attacker.example").statusCode());
    }

    @Test
    void whatFilesHoldIsShownAsText() throws Exception {
        river("'<img src=x onerror=alert(1)>'", "Text.");
        round();
        String desk = get("_desk/?q=onerror").body();
        assertTrue(desk.contains("&lt;img src=x"), desk);
        assertFalse(desk.contains("<img"), desk);
        assertFalse(get("_desk/?q=%22%3E%3Cscript%3E").body().contains("\"><script>"));
    }

    @Test
    void theMomentIsTheClocks() throws Exception {
        assertEquals(Instant.parse("2026-11-24T12:00:00Z"), SiteBuilder.NOON);
        assertTrue(get("_desk/").body().contains("24 November 2026, 12:00"));
    }
}
