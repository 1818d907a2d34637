package press.broadsheet.serve;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import press.broadsheet.build.Touched;

/**
 * The preview of a paper: makes it, shows it, watches its files and makes it again. One for each {@code broadsheet
 * serve}.
 */
public final class Newsstand implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DevServer server;
    private final Watcher watcher;
    private final Rounds rounds;
    private final Listener listener;
    private final Supplier<Instant> clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Is told what happens. Called from one thread at a time. */
    public interface Listener {
        void made(Round round);

        /** A round ended in an exception; the preview stays as it was, and goes on. */
        void failed(Exception fault);
    }

    /**
     * What is previewed.
     *
     * @param site the folder that has {@code content/}
     * @param folder where the preview is made
     * @param clock gives the moment that the paper shows unless a person has chosen another
     * @param zone in which moments are read and shown
     */
    public record Paper(Path site, Path folder, Rebuild rebuild, Supplier<Instant> clock, ZoneId zone) {}

    /** Where it listens, before there is a paper: the paper's address depends on the port. */
    public static final class Place {
        private final String host;
        private final InetSocketAddress address;

        private Place(String host, InetSocketAddress address) {
            this.host = host;
            this.address = address;
        }

        /** Where readers find the preview, with a closing slash. */
        public String address() {
            return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + "/";
        }

        public int port() {
            return address.getPort();
        }

        /**
         * Finds a place.
         *
         * @param host a name or number of this machine
         * @param port the first that is tried
         * @param more how many after it are tried if it is taken
         * @throws BindException if all are taken, or the host is not this machine
         */
        public static Place find(String host, int port, int more) throws IOException {
            for (int tried = port; ; tried++) {
                var address = new InetSocketAddress(InetAddress.getByName(host), tried);
                try (var socket = new java.net.ServerSocket()) {
                    socket.setReuseAddress(true);
                    socket.bind(address);
                    return new Place(host, new InetSocketAddress(address.getAddress(), socket.getLocalPort()));
                } catch (BindException e) {
                    if (tried >= port + more || tried >= 65535) {
                        throw e;
                    }
                }
            }
        }
    }

    private Newsstand(DevServer server, Watcher watcher, Rounds rounds, Listener listener, Supplier<Instant> clock) {
        this.clock = clock;
        this.server = server;
        this.watcher = watcher;
        this.rounds = rounds;
        this.listener = listener;
    }

    /** Makes the paper for the first time, then shows and watches it. */
    public static Newsstand open(Place place, Paper paper, Listener listener) throws IOException, InterruptedException {
        // Watched before it is read, so that nothing saved meanwhile is lost.
        Watcher watcher = Watcher.of(paper.site());
        var rounds = new Rounds(paper.rebuild(), paper.clock());
        var preview = new Preview(
                paper.folder(), page -> Dressing.dress(page, rounds.last().revision()));
        var desk = new Desk(rounds, new Notes(paper.site(), preview), paper.zone());
        try {
            listener.made(rounds.make(Touched.UNKNOWN));
            var server = new DevServer(place.address, new Hosts(place.host), preview, desk, rounds);
            var stand = new Newsstand(server, watcher, rounds, listener, paper.clock());
            server.start();
            var thread = new Thread(stand::watch, "watch");
            thread.setDaemon(true);
            thread.start();
            return stand;
        } catch (IOException | RuntimeException e) {
            watcher.close();
            throw e;
        }
    }

    private void watch() {
        try {
            while (watcher.await(rounds.nextChange(), clock) != Watcher.Cause.CLOSED) {
                try {
                    listener.made(rounds.make(watcher.touched()));
                } catch (RuntimeException fault) {
                    listener.failed(fault);
                }
            }
        } catch (InterruptedException | RuntimeException e) {
            if (!rounds.hasEnded()) {
                listener.failed(e);
            }
        }
    }

    /** Returns when the preview was closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Ends the preview; a round that is being made is waited for. */
    @Override
    public void close() throws IOException {
        rounds.end(PATIENCE);
        watcher.close();
        server.close();
        closed.countDown();
    }

    /** Closes it when the process is asked to end, and lets the process say that all went well. */
    public void closeAtExit(Runnable farewell) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                close();
                            } catch (IOException e) {
                                // The process ends anyway.
                                listener.failed(e);
                            }
                            farewell.run();
                            // Ctrl-C is how a preview ends, not a failure; a hook can say so in no other way.
                            Runtime.getRuntime().halt(0);
                        },
                        "farewell"));
    }
}
