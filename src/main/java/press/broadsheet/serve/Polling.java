package press.broadsheet.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.broadsheet.build.Touched;

/** Looks at all files again and again, where the file system does not tell of changes. */
final class Polling implements Signals {
    /** Looking may take at most this part of the time. */
    private static final int SHARE = 10;

    private final Path site;
    private final List<String> names;
    private final Duration pause;
    private Map<Path, Seen> last;

    private record Seen(long size, FileTime time) {}

    Polling(Path site, List<String> names, Duration pause) {
        this.site = site;
        this.names = names;
        this.pause = pause;
        this.last = look();
    }

    @Override
    public boolean await(@Nullable Duration longest) throws InterruptedException {
        long end = longest == null ? Long.MAX_VALUE : System.nanoTime() + longest.toNanos();
        long wait = Math.min(pause.toNanos(), longest == null ? Long.MAX_VALUE : longest.toNanos());
        while (true) {
            Thread.sleep(Duration.ofNanos(wait));
            long start = System.nanoTime();
            Map<Path, Seen> now = look();
            if (!now.equals(last)) {
                last = now;
                return true;
            }
            if (longest != null && System.nanoTime() >= end) {
                return false;
            }
            wait = Math.max(wait, (System.nanoTime() - start) * SHARE);
        }
    }

    @Override
    public Touched touched() {
        return Touched.UNKNOWN;
    }

    private Map<Path, Seen> look() {
        var seen = new HashMap<Path, Seen>();
        for (String name : names) {
            Path folder = site.resolve(name);
            if (Files.isDirectory(folder)) {
                try {
                    Files.walkFileTree(folder.toRealPath(), new Visitor(seen));
                } catch (IOException e) {
                    // A folder that cannot be read to its end is seen as far as it can be.
                    seen.put(folder, new Seen(0, FileTime.fromMillis(0)));
                }
            }
        }
        return seen;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Map<Path, Seen> seen;

        Visitor(Map<Path, Seen> seen) {
            this.seen = seen;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            seen.put(file, new Seen(attributes.size(), attributes.lastModifiedTime()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void close() {}
}
