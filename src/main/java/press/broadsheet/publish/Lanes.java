package press.broadsheet.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends several files at the same time. */
final class Lanes {
    private final int lanes;

    Lanes(int lanes) {
        this.lanes = lanes;
    }

    /** What is done with one file. */
    interface Work<T> {
        void on(T item) throws IOException;
    }

    /** Does the work on each item. After the first failure nothing new is begun; what is under way is awaited. */
    <T> void each(List<T> items, Work<T> work) throws IOException {
        if (lanes == 1 || items.size() < 2) {
            for (T item : items) {
                work.on(item);
            }
            return;
        }
        var failed = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(Math.min(lanes, items.size()))) {
            var running = new ArrayList<Future<?>>();
            for (T item : items) {
                running.add(threads.submit(() -> {
                    if (!failed.get()) {
                        try {
                            work.on(item);
                        } catch (IOException | RuntimeException e) {
                            failed.set(true);
                            throw e;
                        }
                    }
                    return null;
                }));
            }
            await(running);
        }
    }

    private static void await(List<Future<?>> running) throws IOException {
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
