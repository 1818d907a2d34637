package press.broadsheet.cli;

import press.broadsheet.build.Progress;

/** One line on a terminal that tells how far a long build is; silent elsewhere and in the first second. */
final class ProgressLine implements Progress {
    private static final long PATIENCE = 1_000_000_000L;
    private static final long EVERY = 100_000_000L;

    private final Console console;
    private final boolean shown;
    private final long start;
    private long last;
    private boolean drawn;
    private String step = "";
    private int furthest;

    ProgressLine(Console console, boolean quiet) {
        this.console = console;
        this.start = console.clock().getAsLong();
        this.last = start;
        this.shown = console.terminal() && !quiet;
    }

    @Override
    public synchronized void at(String step, int done, int total) {
        // Threads report in any order; the line never goes back.
        furthest = this.step.equals(step) ? Math.max(furthest, done) : done;
        this.step = step;
        long now = console.clock().getAsLong();
        if (!shown || now - start < PATIENCE || now - last < EVERY) {
            return;
        }
        last = now;
        drawn = true;
        console.err().print("\r" + step + " " + furthest + " of " + total + "\u001b[K");
        console.err().flush();
    }

    synchronized void clear() {
        if (drawn) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }
}
