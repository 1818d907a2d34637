package press.broadsheet.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Touched;
import press.broadsheet.files.FileFault;

/**
 * Makes the previewed paper, one round after another, and tells those who wait for the next. A paper that was whole
 * stays as it was when something in it breaks; one that never was is shown as far as it can be made. Thread-safe.
 */
final class Rounds {
    private static final int TRIES = 40;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Rebuild rebuild;
    private final Supplier<Instant> clock;

    /** Held while a round is made. */
    private final ReentrantLock making = new ReentrantLock();

    private final ReentrantLock telling = new ReentrantLock();
    private final Condition told = telling.newCondition();
    private volatile @Nullable Round last;
    private volatile boolean ended;
    private @Nullable Instant chosen;
    private boolean whole;

    Rounds(Rebuild rebuild, Supplier<Instant> clock) {
        this.rebuild = rebuild;
        this.clock = clock;
    }

    /**
     * Makes the paper as the files are now.
     *
     * @param touched since the last round
     */
    Round make(Touched touched) throws InterruptedException {
        making.lockInterruptibly();
        try {
            return make(!whole, touched);
        } finally {
            making.unlock();
        }
    }

    /** Makes the paper of another moment; empty for that of the clock. */
    Round showAt(Optional<Instant> moment) throws InterruptedException {
        making.lockInterruptibly();
        try {
            chosen = moment.orElse(null);
            // What was good at another moment is not what was asked for.
            return make(true, Touched.UNKNOWN);
        } finally {
            making.unlock();
        }
    }

    private Round make(boolean keepGoing, Touched touched) throws InterruptedException {
        Instant at = chosen;
        Instant moment = at == null ? clock.get() : at;
        BuildReport report = rebuild.run(moment, keepGoing, touched);
        for (int tries = 0; tries < TRIES && isElsewhere(report) && !ended; tries++) {
            Thread.sleep(BETWEEN_TRIES);
            report = rebuild.run(moment, keepGoing, touched);
        }
        if (report.committed()) {
            whole = !report.failed(false);
        }
        Round before = last;
        var round = new Round(before == null ? 1 : before.revision() + 1, moment, at != null, report);
        telling.lock();
        try {
            last = round;
            told.signalAll();
        } finally {
            telling.unlock();
        }
        return round;
    }

    /** Another program builds this paper: it will soon be done. */
    private static boolean isElsewhere(BuildReport report) {
        return report.problems().stream().anyMatch(problem -> problem.code() == FileFault.BUILD_RUNNING);
    }

    /** The last round; there must have been one. */
    Round last() {
        return Objects.requireNonNull(last, "No round was made yet");
    }

    /** The revision after one that is known, as soon as there is one; the same one if the time is over. */
    int await(int known, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        telling.lockInterruptibly();
        try {
            while (!ended && last().revision() == known && left > 0) {
                left = told.awaitNanos(left);
            }
            return last().revision();
        } finally {
            telling.unlock();
        }
    }

    /**
     * When the paper changes by itself; empty if it does not, or if a person has chosen the moment that it shows. A round
     * that could not read the paper knows of nothing.
     */
    Optional<Instant> nextChange() {
        Round round = last();
        return round.chosen() ? Optional.empty() : round.report().nextChange();
    }

    boolean hasEnded() {
        return ended;
    }

    /** Lets all go who wait, and a round that is being made come to its end. */
    void end(Duration patience) {
        ended = true;
        telling.lock();
        try {
            told.signalAll();
        } finally {
            telling.unlock();
        }
        try {
            if (making.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                making.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
