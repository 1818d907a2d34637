package press.broadsheet.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Keeps other deployments out of a {@link Store}, with a small file there that is written again and again. A file that
 * nobody writes any more is left by a deployment that was killed, and gives way. No two clocks are compared: whether a file
 * lives is seen by watching it.
 */
final class Lease implements AutoCloseable {
    private static final String NAME = StoreSession.FOLDER + "lock";

    /**
     * How lively it is.
     *
     * @param beat how often it is written
     * @param patience how long another's file is watched before it counts as left behind; several beats
     */
    record Pace(Duration beat, Duration patience) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    private final Store store;
    private final String token;
    private final Instant since;
    private final AtomicLong beats = new AtomicLong();
    private final ScheduledExecutorService heart;
    private volatile boolean lost;

    private Lease(Store store, String token, Instant since, Pace pace) {
        this.store = store;
        this.token = token;
        this.since = since;
        this.heart = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "deployment lock");
            thread.setDaemon(true);
            return thread;
        });
        long beat = pace.beat().toMillis();
        var started = heart.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
        if (started.isDone()) {
            throw new IllegalStateException("The lock is not renewed");
        }
    }

    /** Either the lease, or what is known of the deployment that has it. */
    record Answer(Optional<Lease> lease, Optional<String> other) {}

    /**
     * Tries to get it; waits, at most as long as the pace says, to see whether another that is there lives.
     *
     * @param waiting is told of that
     */
    static Answer take(Store store, Instant now, Pace pace, Consumer<String> waiting) throws IOException {
        String token = UUID.randomUUID().toString();
        byte[] ours = content(token, now, 0);
        if (store.create(NAME, ours)) {
            return new Answer(Optional.of(new Lease(store, token, now, pace)), Optional.empty());
        }
        waiting.accept("Another deployment to " + store.place() + " may be running, or was killed. Watching for up to "
                + pace.patience().plusMillis(999).toSeconds() + " seconds whether it lives.");
        Optional<byte[]> theirs = store.read(NAME);
        for (long waited = 0;
                theirs.isPresent() && waited < pace.patience().toMillis();
                waited += pace.beat().toMillis()) {
            sleep(pace.beat());
            Optional<byte[]> later = store.read(NAME);
            if (later.isPresent() && !Arrays.equals(theirs.get(), later.get())) {
                return running(store, later.get());
            }
            theirs = later;
        }
        if (theirs.isEmpty()) {
            if (!store.create(NAME, ours)) {
                return running(store, store.read(NAME).orElse(new byte[0]));
            }
        } else {
            // Whoever else takes it over at this moment writes, too; who wrote last has it.
            store.write(NAME, ours);
            sleep(pace.beat());
            byte[] held = store.read(NAME).orElse(new byte[0]);
            if (!isOurs(held, token)) {
                return running(store, held);
            }
        }
        return new Answer(Optional.of(new Lease(store, token, now, pace)), Optional.empty());
    }

    private static Answer running(Store store, byte[] file) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        String since = lines.size() > 1 ? " since " + lines.get(1) : "";
        return new Answer(
                Optional.empty(), Optional.of("Another deployment to " + store.place() + " is running" + since + "."));
    }

    private static byte[] content(String token, Instant since, long beat) {
        return (token + "\n" + since + "\n" + beat + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOurs(byte[] file, String token) {
        return new String(file, StandardCharsets.UTF_8).startsWith(token + "\n");
    }

    private void beat() {
        try {
            Optional<byte[]> held = store.read(NAME);
            if (held.isEmpty() || !isOurs(held.get(), token)) {
                lost = true;
            } else {
                store.write(NAME, content(token, since, beats.incrementAndGet()));
            }
        } catch (IOException unreachable) {
            // The next beat tries again; whoever took over meanwhile is seen then.
            return;
        }
    }

    /**
     * Asks whether it is still ours.
     *
     * @throws TargetFailure if another deployment has taken over
     */
    void check() throws TargetFailure {
        if (lost) {
            throw new TargetFailure(
                    "Another deployment to " + store.place()
                            + " took over, because this one was not heard of for a while.",
                    "Deploy again when it has ended.");
        }
    }

    /** Gives it back, if it is still ours. One that cannot be given back gives way by itself. */
    @Override
    public void close() {
        // Not interrupted: a beat that has begun must not leave in doubt whose the lock is.
        heart.shutdown();
        try {
            if (!heart.awaitTermination(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!lost) {
            try {
                store.remove(NAME);
            } catch (IOException unreachable) {
                lost = true;
            }
        }
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while watching another deployment", e);
        }
    }
}
