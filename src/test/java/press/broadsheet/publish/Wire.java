package press.broadsheet.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The wire between a deployment and a server; it can be cut, and mended. */
public final class Wire implements Closeable {
    private final ServerSocket door;
    private final int server;
    private final boolean isHttp;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    private Wire(int server, boolean isHttp) throws IOException {
        this.server = server;
        this.isHttp = isHttp;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public static Wire to(int server) throws IOException {
        return new Wire(server, false);
    }

    /** One that overhears what is asked. */
    public static Wire toHttp(int server) throws IOException {
        return new Wire(server, true);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Cuts it when so many more bytes have been sent to the server. */
    public void cutAfter(long bytes) {
        left.set(bytes);
    }

    /** The heads of all HTTP requests that have gone over it, in order for each connection. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** Forgets what it has overheard. */
    void forget() {
        heads.clear();
    }

    public void mend() {
        left.set(Long.MAX_VALUE);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket here = door.accept();
                if (left.get() <= 0) {
                    here.close();
                    continue;
                }
                var there = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(here);
                open.add(there);
                Thread.ofVirtual().start(() -> pump(here, there, true));
                Thread.ofVirtual().start(() -> pump(there, here, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        var buffer = new byte[1 << 14];
        var overheard = new RequestHeads(heads);
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (counted && left.addAndGet(-read) <= 0) {
                    cut();
                    return;
                }
                if (counted && isHttp) {
                    overheard.take(buffer, read);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException gone) {
            // The other direction has ended.
        }
    }

    private void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
