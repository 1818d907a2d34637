package press.broadsheet.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.UnpackException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** A bare repository, and real servers for it: git's smart protocol over HTTP, and git's commands over SSH. */
public final class GitHost implements Closeable {
    static final String TOKEN = "a-token-that-nobody-may-see";

    /** Requests over HTTP so far. */
    final AtomicInteger requests = new AtomicInteger();

    /** Why a push is declined by a hook; empty if it is not. */
    volatile String hook = "";

    /** Whether pushing is forbidden: with 403 over HTTP, in GitHub's words over SSH. */
    volatile boolean readOnly;

    /** How many more objects its disk has room for. */
    final AtomicInteger room = new AtomicInteger(Integer.MAX_VALUE);

    final Path folder;
    private final Repository repository;
    private final HttpServer http;

    public GitHost(Path folder) throws IOException {
        this.folder = folder;
        repository =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        repository.create(true);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/site.git/", this::answer);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            String basic = "Basic "
                    + Base64.getEncoder().encodeToString(("x-access-token:" + TOKEN).getBytes(StandardCharsets.UTF_8));
            if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            String path = exchange.getRequestURI().getPath();
            boolean receiving = (query + path).contains("git-receive-pack");
            if (receiving && readOnly) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            String service = receiving ? "git-receive-pack" : "git-upload-pack";
            boolean advertise = path.endsWith("/info/refs");
            exchange.getResponseHeaders()
                    .set("Content-Type", "application/x-" + service + (advertise ? "-advertisement" : "-result"));
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            InputStream in = exchange.getRequestBody();
            if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
                in = new GZIPInputStream(in);
            }
            String version = String.valueOf(exchange.getRequestHeaders().getFirst("Git-Protocol"));
            var out = new ByteArrayOutputStream();
            if (advertise) {
                advertise(receiving, version, out);
            } else if (receiving) {
                ReceivePack receive = receivePack();
                receive.setBiDirectionalPipe(false);
                try {
                    receive.receive(in, out, null);
                } catch (UnpackException told) {
                    // The answer says it.
                    assert out.size() > 0;
                }
            } else {
                UploadPack upload = uploadPack(version);
                upload.setBiDirectionalPipe(false);
                upload.upload(in, out, null);
            }
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(out.toByteArray());
        }
    }

    private void advertise(boolean receiving, String version, OutputStream out) throws IOException {
        var lines = new PacketLineOut(out);
        var advertiser = new PacketLineOutRefAdvertiser(lines);
        if (receiving) {
            lines.writeString("# service=git-receive-pack\n");
            lines.end();
            receivePack().sendAdvertisedRefs(advertiser);
        } else {
            UploadPack upload = uploadPack(version);
            if (!version.contains("version=2")) {
                lines.writeString("# service=git-upload-pack\n");
                lines.end();
            }
            upload.setBiDirectionalPipe(false);
            upload.sendAdvertisedRefs(advertiser, "git-upload-pack");
        }
        lines.flush();
    }

    private UploadPack uploadPack(String version) {
        var upload = new UploadPack(repository);
        if (version.contains("version=2")) {
            upload.setExtraParameters(Set.of("version=2"));
        }
        return upload;
    }

    private ReceivePack receivePack() {
        var receive = new ReceivePack(repository);
        receive.setAllowNonFastForwards(false);
        if (room.get() < Integer.MAX_VALUE) {
            receive.setObjectChecker(new ObjectChecker() {
                @Override
                public void check(@Nullable AnyObjectId id, int type, byte[] raw) throws CorruptObjectException {
                    if (room.getAndDecrement() <= 0) {
                        throw new CorruptObjectException("unable to write file: No space left on device");
                    }
                }
            });
        }
        receive.setPreReceiveHook((pack, commands) -> {
            if (!hook.isEmpty()) {
                commands.forEach(command -> command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, hook));
            }
        });
        return receive;
    }

    /** Runs git's commands for the repository on an SSH host. */
    public void serveOn(SecureHost host) {
        host.server().setCommandFactory((channel, line) -> new GitCommand(line));
    }

    private final class GitCommand implements Command {
        private final String line;
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private OutputStream err = OutputStream.nullOutputStream();
        private ExitCallback exit = (code, message, close) -> {};

        GitCommand(String line) {
            this.line = line;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            err = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            String version = String.valueOf(environment.getEnv().get("GIT_PROTOCOL"));
            Thread.ofVirtual().start(() -> run(version));
        }

        private void run(String version) {
            try {
                if (!line.contains("/site.git")) {
                    err.write("fatal: no such repository\n".getBytes(StandardCharsets.UTF_8));
                    err.flush();
                    exit.onExit(128);
                } else if (line.startsWith("git-receive-pack") && readOnly) {
                    err.write("ERROR: The key you are authenticating with has been marked as read only.\n"
                            .getBytes(StandardCharsets.UTF_8));
                    err.flush();
                    exit.onExit(1);
                } else if (line.startsWith("git-receive-pack")) {
                    receivePack().receive(in, out, err);
                    exit.onExit(0);
                } else {
                    uploadPack(version).upload(in, out, err);
                    exit.onExit(0);
                }
            } catch (IOException e) {
                exit.onExit(1);
            }
        }

        @Override
        public void destroy(ChannelSession channel) {}
    }

    /** The commit that a branch is at. */
    public RevCommit head(String branch) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return walk.parseCommit(repository.resolve(Constants.R_HEADS + branch));
        }
    }

    /** All commits of a branch, the newest first. */
    List<RevCommit> history(String branch) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(head(branch)));
            var commits = new ArrayList<RevCommit>();
            walk.forEach(commits::add);
            return commits;
        }
    }

    /** A file of a branch; small ones only. */
    String file(String branch, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, head(branch).getTree())) {
            return walk == null
                    ? ""
                    : new String(repository.open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All files of a branch. */
    public Map<String, String> files(String branch) throws IOException {
        var files = new TreeMap<String, String>();
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(head(branch).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                ObjectId id = walk.getObjectId(0);
                files.put(walk.getPathString(), new String(repository.open(id).getBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Override
    public void close() {
        http.stop(0);
        repository.close();
    }
}
