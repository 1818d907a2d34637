package press.broadsheet.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks HTTP: the previewed paper, the desk below {@code /_desk/}, and events for the pages that are open. Asks for the
 * right {@code Host}, so that no other site can look in.
 */
final class DevServer implements AutoCloseable {
    private static final String DESK = "/_desk/";
    private static final String EVENTS = "/_desk/events";
    private static final String PLAIN = "text/plain; charset=utf-8";

    /** A browser that has gone is noticed by then; proxies keep quiet connections for longer. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int LONGEST_FORM = 4096;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Hosts hosts;
    private final Preview preview;
    private final Desk desk;
    private final Rounds rounds;

    /** @throws java.net.BindException if the port is taken */
    DevServer(InetSocketAddress address, Hosts hosts, Preview preview, Desk desk, Rounds rounds) throws IOException {
        this.hosts = hosts;
        this.preview = preview;
        this.desk = desk;
        this.rounds = rounds;
        this.server = HttpServer.create(address, 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!hosts.accepts(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, Reply.text(403, PLAIN, "This name is not the preview's.\n"));
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path == null || !path.startsWith("/")) {
                send(exchange, Reply.text(400, PLAIN, "This is no address.\n"));
            } else if (path.equals(EVENTS) && exchange.getRequestMethod().equals("GET")) {
                tellEvents(exchange);
            } else {
                send(exchange, answer(exchange, path));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply answer(HttpExchange exchange, String path) throws IOException, InterruptedException {
        Headers asked = exchange.getRequestHeaders();
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        String method = exchange.getRequestMethod();
        boolean reading = method.equals("GET") || method.equals("HEAD");
        if (path.startsWith(DESK) || path.equals("/_desk")) {
            if (reading) {
                return desk.answer(path, form(query), rounds.last());
            }
            if (!method.equals("POST") || !path.equals(Desk.AS_OF)) {
                return Reply.empty(405, Map.of("Allow", "GET, HEAD"));
            }
            if (!hosts.acceptsOrigin(asked.getFirst("Origin"), first(asked, "Host"))) {
                return Reply.text(403, PLAIN, "This form is not the preview's.\n");
            }
            byte[] sent = exchange.getRequestBody().readNBytes(LONGEST_FORM);
            return desk.showAt(form(new String(sent, StandardCharsets.UTF_8)));
        }
        if (!reading) {
            return Reply.empty(405, Map.of("Allow", "GET, HEAD"));
        }
        return preview.answer(new Preview.Question(
                path,
                query,
                first(asked, "If-None-Match"),
                first(asked, "If-Modified-Since"),
                first(asked, "Range"),
                first(asked, "If-Range")));
    }

    private static String first(Headers headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** The fields of a form or a query; of two with the same name, the last. */
    private static Map<String, String> form(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (String field : encoded.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                try {
                    fields.put(
                            URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException notEncoded) {
                    // A field that no form sends says nothing.
                }
            }
        }
        return fields;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        reply.headers().forEach(headers::set);
        headers.set("X-Content-Type-Options", "nosniff");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head || reply.length() == 0) {
            if (head && reply.length() > 0) {
                headers.set("Content-Length", Long.toString(reply.length()));
            }
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        try (InputStream in = reply.body().open()) {
            exchange.sendResponseHeaders(reply.status(), reply.length());
            copy(in, reply.length(), exchange.getResponseBody());
        }
    }

    private static void copy(InputStream in, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(length, 1 << 16)];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("A file became shorter while it was sent");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /** Tells the revision at once and whenever it changes, until the browser goes or the server ends. */
    private void tellEvents(HttpExchange exchange) throws IOException, InterruptedException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/event-stream; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        int told = 0;
        while (!rounds.hasEnded()) {
            int revision = rounds.await(told, HEARTBEAT);
            String event = revision == told ? ":\n\n" : "retry: 500\ndata: " + revision + "\n\n";
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
            told = revision;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
