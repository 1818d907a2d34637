package press.broadsheet.publish.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import press.broadsheet.files.OutputPath;
import press.broadsheet.publish.SiteFile;
import press.broadsheet.publish.Target;
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetManifest;

/**
 * A branch that is being published to. Between deployments a copy of its last commit stays in {@code .broadsheet/}, so that
 * only what is new is fetched; it may be deleted at any time. The push is the lock: it succeeds only if the branch still is
 * where the deployment began.
 */
final class Branch implements Target.Session {
    private static final String MANIFEST = ".broadsheet/manifest";
    private static final String CNAME = "CNAME";
    private static final String NO_JEKYLL = ".nojekyll";
    private static final int ONE = 1;
    private static final int HISTORY = 50;
    private static final int ALL = Integer.MAX_VALUE;

    private final Path folder;
    private final Remote remote;
    private final String branch;
    private final String domain;
    private final Author author;

    private final Map<String, ObjectId> sent = new ConcurrentHashMap<>();
    private final Set<String> removed = new TreeSet<>();
    private @Nullable Repository repository;
    private ObjectId head = ObjectId.zeroId();
    private boolean behind;
    private Instant began = Instant.EPOCH;

    Branch(Path folder, Remote remote, String branch, String domain, Author author) {
        this.folder = folder;
        this.remote = remote;
        this.branch = Constants.R_HEADS + branch;
        this.domain = domain;
        this.author = author;
    }

    @Override
    public String place() {
        return remote + " (" + Repository.shortenRefName(branch) + ")";
    }

    @Override
    public boolean isAtomic() {
        return true;
    }

    @Override
    public int lanes() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Optional<String> whenTakingBack() {
        return Optional.of(
                "whoever can read the repository still finds it in the history of "
                        + Repository.shortenRefName(branch)
                        + ". Pages of a host that serves a branch come with 200; a notice of withdrawal asks crawlers to forget them.");
    }

    private synchronized Repository local() throws IOException {
        Repository now = repository;
        if (now == null) {
            now = new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .build();
            if (!Files.exists(folder.resolve("config"))) {
                now.create(true);
                StoredConfig config = now.getConfig();
                // Pictures are sent as they are: comparing them costs memory and saves nothing.
                config.setString("core", null, "bigFileThreshold", "512k");
                config.setString("gc", null, "auto", "0");
                config.save();
            }
            repository = now;
        }
        return now;
    }

    @Override
    public TargetManifest manifest() throws IOException {
        head = remote.head(local(), branch).orElse(ObjectId.zeroId());
        if (head.equals(ObjectId.zeroId())) {
            return TargetManifest.NONE;
        }
        try {
            return manifest(copy());
        } catch (MissingObjectException incomplete) {
            forget();
            return manifest(copy());
        }
    }

    /** The branch's commit, fetched if it is not there yet. */
    private Snapshot copy() throws IOException {
        if (!local().getObjectDatabase().has(head)) {
            remote.fetch(local(), branch, ONE);
        }
        return Snapshot.of(local(), head);
    }

    private TargetManifest manifest(Snapshot snapshot) throws IOException {
        Optional<byte[]> bytes = snapshot.file(MANIFEST);
        behind = bytes.isPresent() && !own().equals(snapshot.texts(own().keySet()));
        if (bytes.isEmpty()) {
            return TargetManifest.NONE;
        }
        return TargetManifest.read(bytes.get())
                .orElseThrow(() -> new TargetFailure(
                        "The manifest " + MANIFEST + " at " + place() + " is damaged.",
                        "Delete it there: the next deployment sends everything anew and removes nothing."));
    }

    /** Throws the copy away. */
    private void forget() throws IOException {
        Repository old = repository;
        if (old != null) {
            old.close();
            repository = null;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Files for the host, which no page knows of. */
    private Map<String, String> own() {
        var files = new HashMap<String, String>();
        files.put(NO_JEKYLL, "");
        if (!domain.isEmpty()) {
            files.put(CNAME, domain + "\n");
        }
        return files;
    }

    @Override
    public boolean isBehind() {
        return behind;
    }

    @Override
    public Optional<String> lock(Instant now, Consumer<String> waiting) {
        began = now;
        return Optional.empty();
    }

    @Override
    public void send(SiteFile file, Path from) throws IOException {
        try (ObjectInserter objects = local().newObjectInserter();
                InputStream in = Files.newInputStream(from)) {
            ObjectId id = objects.insert(Constants.OBJ_BLOB, file.size(), in);
            objects.flush();
            sent.put(file.path().path(), id);
        }
    }

    @Override
    public void remove(OutputPath path) {
        removed.add(path.path());
    }

    @Override
    public void note(TargetManifest manifest) {}

    @Override
    public void finish(TargetManifest manifest, List<String> label) throws IOException {
        var files = new LinkedHashMap<>(sent);
        try (ObjectInserter objects = local().newObjectInserter()) {
            files.put(MANIFEST, objects.insert(Constants.OBJ_BLOB, manifest.toBytes()));
            for (Map.Entry<String, String> own : own().entrySet()) {
                if (!manifest.held().containsKey(new OutputPath(own.getKey()))) {
                    byte[] bytes = own.getValue().getBytes(StandardCharsets.UTF_8);
                    files.put(own.getKey(), objects.insert(Constants.OBJ_BLOB, bytes));
                }
            }
            objects.flush();
        }
        Snapshot before = Snapshot.of(local(), head);
        ObjectId tree = before.changed(files, removed);
        publish(before.commit(tree, author.at(manifest.deployed()), message(label)));
    }

    private static String message(List<String> label) {
        return label.isEmpty() ? "Publish\n" : String.join("\n", label) + "\n";
    }

    private void publish(ObjectId commit) throws IOException {
        remote.push(local(), branch, head, commit);
        head = commit;
        var update = local().updateRef(branch);
        update.setNewObjectId(commit);
        update.forceUpdate();
    }

    @Override
    public String rollBack() throws IOException {
        manifest();
        RevCommit earlier = earlier(HISTORY).orElse(null);
        if (earlier == null) {
            earlier = earlier(ALL)
                    .orElseThrow(() -> new TargetFailure(
                            "There is no earlier deployment at " + place() + ".",
                            "Take back the change in content/ and deploy again."));
        }
        TargetManifest then = manifest(Snapshot.of(local(), earlier));
        String when = "the deployment of " + then.deployed().truncatedTo(ChronoUnit.SECONDS);
        Snapshot now = Snapshot.of(local(), head);
        String message = "Show " + when + " again\n\n" + Snapshot.SHOWN_AGAIN + earlier.name() + "\n";
        publish(now.commit(earlier.getTree(), author.at(began), message));
        return when;
    }

    /** The deployment before the one that is shown, if it is among so many commits. */
    private Optional<RevCommit> earlier(int depth) throws IOException {
        if (head.equals(ObjectId.zeroId())) {
            return Optional.empty();
        }
        remote.fetch(local(), branch, depth);
        Optional<RevCommit> earlier = Snapshot.of(local(), head).earlier();
        return earlier.isPresent()
                        && Snapshot.of(local(), earlier.get()).file(MANIFEST).isPresent()
                ? earlier
                : Optional.empty();
    }

    @Override
    public void close() {
        try (remote) {
            if (repository != null) {
                repository.close();
            }
        }
    }
}
