package press.broadsheet.serve;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import press.broadsheet.build.Touched;

/** The file system's own events, of folders and all folders below them. */
final class FileEvents implements Signals {
    private final Path site;
    private final List<String> names;
    private final WatchService service;
    private final Map<WatchKey, Path> watched = new HashMap<>();
    private final Set<String> touched = new TreeSet<>();

    /** Whether more may have been touched than is named. */
    private boolean lost;

    /**
     * @param site the folder that has the watched ones
     * @param names of the watched folders; one that does not exist yet is watched from when it does
     * @throws IOException if the file system gives no events, or no more of them
     */
    FileEvents(Path site, List<String> names) throws IOException {
        this.site = site;
        this.names = names;
        this.service = site.getFileSystem().newWatchService();
        try {
            watched.put(site.register(service, ENTRY_CREATE, ENTRY_DELETE), site);
            watchAll();
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    private void watchAll() throws IOException {
        for (String name : names) {
            Path folder = site.resolve(name);
            if (Files.isDirectory(folder)) {
                watch(folder.toRealPath());
            }
        }
    }

    /** Watches a folder before it lists what is in it, so that no folder can come between. */
    private void watch(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(root) && isHidden(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                watched.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // Gone again, or not to be read: the build tells of it if it matters.
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    @Override
    public boolean await(@Nullable Duration longest) throws InterruptedException {
        long end = longest == null ? 0 : System.nanoTime() + longest.toNanos();
        while (true) {
            WatchKey key = longest == null
                    ? service.take()
                    : service.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (key == null) {
                return false;
            }
            try {
                if (take(key)) {
                    return true;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether any of the folder's events matters. */
    private boolean take(WatchKey key) throws IOException {
        Path folder = watched.get(key);
        boolean matters = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind().equals(OVERFLOW)) {
                // Some events were lost, maybe those of new folders.
                watchAll();
                lost = true;
                matters = true;
            } else if (folder != null && event.context() instanceof Path name) {
                matters |= take(folder, name, event.kind());
            }
        }
        if (!key.reset()) {
            watched.remove(key);
        }
        return matters;
    }

    private boolean take(Path folder, Path name, WatchEvent.Kind<?> kind) throws IOException {
        boolean ours = folder.equals(site) ? names.contains(name.toString()) : !isHidden(name);
        Path path = folder.resolve(name);
        if (ours && kind.equals(ENTRY_CREATE) && Files.isDirectory(path)) {
            // What was put into it before it was watched, nobody tells.
            lost = true;
            watch(path.toRealPath());
        }
        touched.add(site.relativize(path).toString().replace('\\', '/'));
        return ours;
    }

    @Override
    public Touched touched() {
        var all = new Touched(lost, Set.copyOf(touched));
        touched.clear();
        lost = false;
        return all;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
