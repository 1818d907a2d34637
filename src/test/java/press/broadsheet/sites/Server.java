package press.broadsheet.sites;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real web server that serves a published folder to this machine only, by the rules that the build made for it. */
final class Server implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final int port;
    private final Path log;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** Where a program stands on this machine; empty if it does not. */
    static Optional<Path> installed(String... names) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Server(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Server nginx(Path program, Path work, Path root, Path rules, String modules) throws Exception {
        int port = freePort();
        Files.createDirectories(work);
        Path settings = work.resolve("nginx.conf");
        Files.writeString(settings, """
                %s
                daemon off;
                master_process off;
                pid %2$s/nginx.pid;
                error_log %2$s/error.log;
                events { }
                http {
                    access_log off;
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    server {
                        listen 127.0.0.1:%3$d;
                        root %4$s;
                        include %5$s;
                    }
                }
                """.formatted(modules, work, port, root, rules));
        return start(List.of(program.toString(), "-p", work.toString(), "-c", settings.toString()), port, work);
    }

    static Server apache(Path program, Path modules, Path work, Path root, Path rules) throws Exception {
        int port = freePort();
        Files.createDirectories(work);
        var loads = new StringBuilder();
        for (String module :
                List.of("mpm_event", "authz_core", "alias", "dir", "headers", "mime", "rewrite", "unixd")) {
            if (Files.exists(modules.resolve("mod_" + module + ".so"))) {
                loads.append("LoadModule ")
                        .append(module)
                        .append("_module ")
                        .append(modules.resolve("mod_" + module + ".so"))
                        .append('\n');
            }
        }
        Path settings = work.resolve("apache.conf");
        Files.writeString(settings, """
                %s
                ServerRoot %2$s
                PidFile %2$s/apache.pid
                ErrorLog %2$s/error.log
                Mutex file:%2$s
                User www-data
                Group www-data
                TypesConfig /dev/null
                Listen 127.0.0.1:%3$d
                ServerName localhost
                <VirtualHost *:%3$d>
                    DocumentRoot %4$s
                    <Directory %4$s>
                        Require all granted
                    </Directory>
                    Include %5$s
                </VirtualHost>
                """.formatted(loads, work, port, root, rules));
        return start(List.of(program.toString(), "-DFOREGROUND", "-f", settings.toString()), port, work);
    }

    private static Server start(List<String> command, int port, Path work) throws Exception {
        Path log = work.resolve("out.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var server = new Server(process, port, log);
        server.awaitStart();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        close();
        throw new IOException("The server did not start: " + Files.readString(log) + errors());
    }

    private String errors() throws IOException {
        Path errors = log.resolveSibling("error.log");
        return Files.exists(errors) ? Files.readString(errors) : "";
    }

    /** What it answers, its text as UTF-8. */
    HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** What it answers, byte for byte. */
    HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
