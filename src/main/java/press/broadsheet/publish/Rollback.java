package press.broadsheet.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.files.OutputPath;
import press.broadsheet.publish.TargetManifest.Held;
import press.broadsheet.publish.TargetManifest.State;

/**
 * Brings a store back to what it held after the deployment before, from the files that were kept. Cut off, it is completed
 * by being run again.
 *
 * @param now what the store holds
 * @param before what it held
 * @param kept the marks of the files that were kept
 * @param began when it begins: what is wanted no longer is gone since then
 */
record Rollback(TargetManifest now, TargetManifest before, Set<String> kept, Instant began) {
    /** Writes the manifest. */
    interface Note {
        void of(TargetManifest manifest) throws IOException;
    }

    /** Puts a kept file back in its place. */
    interface Restore {
        void of(SiteFile file) throws IOException;
    }

    void run(Note note, Restore restore, int lanes) throws IOException {
        List<SiteFile> back = toRestore();
        var held = new TreeMap<>(now.held());
        now.held().values().forEach(one -> {
            if (!isWanted(one.file().path())) {
                held.put(one.file().path(), one.goneAt(began));
            }
        });
        before.held().values().stream()
                .filter(one -> one.state() == State.WHOLE)
                .forEach(one -> held.put(one.file().path(), Held.whole(one.file())));
        var under = new TreeMap<>(held);
        back.forEach(file -> under.put(file.path(), Held.underWay(file)));
        note.of(new TargetManifest(now.deployed(), under));
        for (Stage stage : Stage.values()) {
            List<SiteFile> some =
                    back.stream().filter(file -> Stage.of(file.path()) == stage).toList();
            new Lanes(lanes).each(some, restore::of);
        }
        note.of(new TargetManifest(before.deployed(), held));
    }

    private boolean isWanted(OutputPath path) {
        Held one = before.held().get(path);
        return one != null && one.state() == State.WHOLE;
    }

    private List<SiteFile> toRestore() throws TargetFailure {
        var back = new ArrayList<SiteFile>();
        var lost = new ArrayList<OutputPath>();
        for (Held one : before.held().values()) {
            Held today = now.held().get(one.file().path());
            if (one.state() != State.WHOLE || stands(today, one.file())) {
                continue;
            }
            if (kept.contains(one.file().mark())) {
                back.add(one.file());
            } else if (today == null || today.state() != State.UNDER_WAY) {
                lost.add(one.file().path());
            }
            // One that is under way and was not kept has not been replaced.
        }
        if (!lost.isEmpty()) {
            throw new TargetFailure(
                    lost.size() + " files of the deployment before are no longer there, among them " + lost.getFirst()
                            + ".",
                    "Take back the change in content/ and deploy again.");
        }
        return back;
    }

    /** Whether the file still is what it was; one that is gone and waits to be removed may be. */
    private static boolean stands(@Nullable Held today, SiteFile file) {
        return today != null && today.state() != State.UNDER_WAY && today.file().isServedAs(file);
    }
}
