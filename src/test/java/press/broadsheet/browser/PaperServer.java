package press.broadsheet.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a published folder on this machine only, as a plain host would: files, {@code index.html}, {@code 404.html}. */
final class PaperServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css",
            "js", "text/javascript",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "woff2", "font/woff2",
            "xml", "application/xml",
            "json", "application/json");

    private final Path root;
    private final Map<String, String> headers;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);

    PaperServer(Path root) throws IOException {
        this(root, Map.of());
    }

    /** @param headers that go with every file */
    PaperServer(Path root, Map<String, String> headers) throws IOException {
        this.root = root;
        this.headers = headers;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    /** The front's address. */
    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            String name = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
            Path file = root.resolve(name).normalize();
            boolean found = file.startsWith(root) && Files.isRegularFile(file);
            byte[] bytes = Files.readAllBytes(found ? file : root.resolve("404.html"));
            String ending = found ? name.substring(name.lastIndexOf('.') + 1) : "html";
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(found ? 200 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
