package press.broadsheet.build;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The only home of threads. Does the same thing to many items at once; results come in the order of the items, so that
 * the number of threads cannot be seen in what is made.
 */
final class Workers implements AutoCloseable {
    /** Parsers of deeply nested texts need room; the guard of the typesetter keeps within it. */
    private static final long STACK = 16L << 20;

    private static final int CHUNK = 16;

    private final int threads;
    private final ExecutorService executor;

    Workers(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(null, task, "press", STACK);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts something that nobody waits for yet. */
    <T> Future<T> start(java.util.concurrent.Callable<T> task) {
        return executor.submit(task);
    }

    /** Begins something; whoever asks for its result waits for it. */
    <T> Supplier<T> later(Supplier<T> task) {
        Future<T> running = executor.submit(task::get);
        return () -> await(running);
    }

    /** The same of what has no result. */
    Future<?> begin(Runnable task) {
        return executor.submit(task);
    }

    /** The results in the order of the items. An exception of one ends all and is thrown here. */
    <A, B> List<B> map(List<A> items, Function<A, B> work, Consumer<Integer> progress) {
        var results = new ArrayList<B>(java.util.Collections.nCopies(items.size(), null));
        run(items.size(), i -> results.set(i, work.apply(items.get(i))), progress);
        return results;
    }

    /** Begins with the same; whoever needs the results waits for them. */
    <A, B> Supplier<List<B>> begin(List<A> items, Function<A, B> work) {
        return begin(items.size(), i -> work.apply(items.get(i)));
    }

    /** The same of numbers, from 0 on. */
    <B> Supplier<List<B>> begin(int size, IntFunction<B> work) {
        var results = new ArrayList<B>(java.util.Collections.nCopies(size, null));
        List<Future<?>> running = start(size, i -> results.set(i, work.apply(i)), done -> {});
        return () -> {
            running.forEach(Workers::await);
            return results;
        };
    }

    <A> void each(List<A> items, Consumer<A> work, Consumer<Integer> progress) {
        run(items.size(), i -> work.accept(items.get(i)), progress);
    }

    /** The same of few items that take long. */
    <A> void eachAlone(List<A> items, Consumer<A> work) {
        items.stream().map(item -> begin(() -> work.accept(item))).toList().forEach(Workers::await);
    }

    private void run(int size, Consumer<Integer> work, Consumer<Integer> progress) {
        start(size, work, progress).forEach(Workers::await);
    }

    private List<Future<?>> start(int size, Consumer<Integer> work, Consumer<Integer> progress) {
        var next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(executor.submit(() -> {
                for (int from = next.getAndAdd(CHUNK); from < size; from = next.getAndAdd(CHUNK)) {
                    for (int i = from; i < Math.min(from + CHUNK, size); i++) {
                        work.accept(i);
                    }
                    progress.accept(Math.min(from + CHUNK, size));
                }
            }));
        }
        return running;
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The build was interrupted", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
