package press.broadsheet.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.files.OutputPath;
import press.broadsheet.publish.TargetManifest.Held;
import press.broadsheet.publish.TargetManifest.State;

/**
 * A target that is a {@link Store}. In the store's folder {@code .broadsheet} it keeps the manifest, the lock, and of the
 * deployment before this one the manifest and every file that was replaced or removed since, named by its digest.
 */
public final class StoreSession implements Target.Session {
    static final String FOLDER = ".broadsheet/";
    private static final String MANIFEST = FOLDER + "manifest.gz";
    private static final String BEFORE = FOLDER + "before.gz";
    private static final String FORMER_FILES = FOLDER + "before";

    private final Store store;
    private final Lease.Pace pace;

    private TargetManifest last = TargetManifest.NONE;
    private TargetManifest former = TargetManifest.NONE;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private boolean begun;
    private Instant began = Instant.EPOCH;
    private @Nullable Lease lease;

    public StoreSession(Store store) {
        this(store, Lease.Pace.USUAL);
    }

    private StoreSession(Store store, Lease.Pace pace) {
        this.store = store;
        this.pace = pace;
    }

    /** The same, not yet used, with another pace of the lock. */
    StoreSession at(Lease.Pace other) {
        return new StoreSession(store, other);
    }

    @Override
    public String place() {
        return store.place();
    }

    @Override
    public int lanes() {
        return store.lanes();
    }

    @Override
    public boolean isAtomic() {
        return false;
    }

    @Override
    public boolean isToldByFile() {
        return store.isToldByFile();
    }

    @Override
    public Optional<String> whenTakingBack() {
        return store.whenTakingBack();
    }

    @Override
    public TargetManifest manifest() throws IOException {
        last = read(MANIFEST);
        return last;
    }

    private TargetManifest read(String name) throws IOException {
        Optional<byte[]> bytes = store.read(name);
        if (bytes.isEmpty()) {
            return TargetManifest.NONE;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes.get()))) {
            Optional<TargetManifest> manifest = TargetManifest.read(in.readAllBytes());
            if (manifest.isPresent()) {
                return manifest.get();
            }
        } catch (IOException damaged) {
            // Told below: the bytes came, and are no archive.
        }
        throw new TargetFailure(
                "The manifest " + name + " at " + place() + " is damaged.",
                "Delete it there: the next deployment sends everything anew and removes nothing.");
    }

    private void write(String name, TargetManifest manifest) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(manifest.toBytes());
        }
        store.write(name, bytes.toByteArray());
    }

    @Override
    public Optional<String> lock(Instant now, Consumer<String> waiting) throws IOException {
        began = now;
        Lease.Answer answer = Lease.take(store, now.truncatedTo(ChronoUnit.SECONDS), pace, waiting);
        lease = answer.lease().orElse(null);
        return answer.other();
    }

    private void check() throws TargetFailure {
        if (lease != null) {
            lease.check();
        }
    }

    @Override
    public void note(TargetManifest manifest) throws IOException {
        check();
        begin();
        write(MANIFEST, manifest);
    }

    /** Finds out what the deployment before this one was: the last that was completed. */
    private void begin() throws IOException {
        if (begun) {
            return;
        }
        boolean cutOff = isUnderWay(last);
        former = cutOff ? read(BEFORE) : last;
        kept.addAll(store.names(FORMER_FILES));
        if (!cutOff && !last.isNone()) {
            write(BEFORE, last);
        }
        begun = true;
    }

    private static boolean isUnderWay(TargetManifest manifest) {
        return manifest.held().values().stream().anyMatch(one -> one.state() == State.UNDER_WAY);
    }

    @Override
    public void send(SiteFile file, Path from) throws IOException {
        check();
        keep(file.path(), Optional.of(file));
        store.send(file, from);
    }

    @Override
    public void remove(OutputPath path) throws IOException {
        check();
        keep(path, Optional.empty());
        store.remove(path.path());
    }

    /**
     * Keeps a file of the deployment before, unless it is kept or stays as it is. A file is always kept before it is
     * replaced: so one that is not kept stands where it stood, also after a deployment that was cut off.
     */
    private void keep(OutputPath path, Optional<SiteFile> next) throws IOException {
        Held one = former.held().get(path);
        if (one == null
                || one.state() != State.WHOLE
                || next.filter(file -> file.isServedAs(one.file())).isPresent()) {
            return;
        }
        String mark = one.file().mark();
        if (!kept.contains(mark)) {
            try {
                store.copy(path.path(), FORMER_FILES + "/" + mark);
                kept.add(mark);
            } catch (FileNotFoundException e) {
                // Somebody took it away by hand; then it cannot come back, and rolling back will tell.
                return;
            }
        }
    }

    @Override
    public void finish(TargetManifest manifest, List<String> label) throws IOException {
        check();
        begin();
        Set<String> needed = ConcurrentHashMap.newKeySet();
        for (Held one : former.held().values()) {
            Held now = manifest.held().get(one.file().path());
            if (one.state() == State.WHOLE && !isWhole(now, one)) {
                needed.add(one.file().mark());
            }
        }
        for (String mark : List.copyOf(kept)) {
            if (!needed.contains(mark)) {
                store.remove(FORMER_FILES + "/" + mark);
                kept.remove(mark);
            }
        }
        write(MANIFEST, manifest);
    }

    private static boolean isWhole(@Nullable Held now, Held then) {
        return now != null && now.state() == State.WHOLE && now.file().isServedAs(then.file());
    }

    @Override
    public String rollBack() throws IOException {
        TargetManifest now = manifest();
        TargetManifest before = read(BEFORE);
        if (before.isNone()) {
            throw new TargetFailure(
                    "There is no earlier deployment at " + place() + ".",
                    "Take back the change in content/ and deploy again.");
        }
        kept.addAll(store.names(FORMER_FILES));
        check();
        new Rollback(now, before, kept, began)
                .run(
                        manifest -> write(MANIFEST, manifest),
                        file -> store.restore(file, FORMER_FILES + "/" + file.mark()),
                        store.lanes());
        store.remove(BEFORE);
        return "the deployment of " + before.deployed().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        Lease held = lease;
        lease = null;
        try (store) {
            if (held != null) {
                held.close();
            }
        }
    }
}
