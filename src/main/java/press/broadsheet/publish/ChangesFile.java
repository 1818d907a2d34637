package press.broadsheet.publish;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.publish.TargetManifest.Held;
import press.broadsheet.publish.TargetManifest.State;
import press.broadsheet.text.JsonWriter;
import press.broadsheet.text.Percent;

/**
 * What changed, for other programs: {@code changes.json}, beside the site and never in it.
 *
 * @param added files that were not there before
 * @param changed files with other bytes
 * @param removed files that are gone
 */
public record ChangesFile(List<OutputPath> added, List<OutputPath> changed, List<OutputPath> removed) {
    /** What a deployment would change. */
    public static ChangesFile of(Difference difference) {
        return new ChangesFile(
                difference.added().stream().map(SiteFile::path).toList(),
                difference.changed().stream().map(SiteFile::path).toList(),
                difference.gone());
    }

    /** What a deployment did that did not come to its end, on a target that shows each file at once. */
    public static ChangesFile of(Outcome cutOff) {
        var sent = new HashSet<>(cutOff.sent());
        return new ChangesFile(
                some(cutOff.difference().added(), sent),
                some(cutOff.difference().changed(), sent),
                cutOff.removed());
    }

    private static List<OutputPath> some(List<SiteFile> files, Set<OutputPath> sent) {
        return files.stream().map(SiteFile::path).filter(sent::contains).toList();
    }

    /** What became of what readers could reach, whatever was done between. */
    public static ChangesFile between(TargetManifest before, TargetManifest after) {
        var added = new ArrayList<OutputPath>();
        var changed = new ArrayList<OutputPath>();
        var removed = new ArrayList<OutputPath>();
        after.held().values().stream().filter(one -> one.state() == State.WHOLE).forEach(one -> {
            Held old = before.held().get(one.file().path());
            if (old == null) {
                added.add(one.file().path());
            } else if (old.state() != State.WHOLE || !old.file().isServedAs(one.file())) {
                changed.add(one.file().path());
            }
        });
        before.held().forEach((path, one) -> {
            Held now = after.held().get(path);
            if (one.state() != State.GONE && (now == null || now.state() == State.GONE)) {
                removed.add(path);
            }
        });
        return new ChangesFile(List.copyOf(added), List.copyOf(changed), List.copyOf(removed));
    }

    /** What a build changes in the published folder; known after all was made and the removals are planned. */
    public static ChangesFile of(OutputTree output) {
        return new ChangesFile(output.added(), output.changed(), output.removed());
    }

    /**
     * As JSON: {@code added}, {@code changed}, {@code removed} (paths), and {@code purge}: the addresses that a cache
     * in front of the host may hold in an older form, or as missing.
     *
     * @param root the paper's address, with a closing slash
     */
    public byte[] toBytes(URI root) {
        var json = new JsonWriter();
        json.object();
        paths(json, "added", added);
        paths(json, "changed", changed);
        paths(json, "removed", removed);
        json.array("purge");
        String start = root.toString();
        for (List<OutputPath> some : List.of(added, changed, removed)) {
            some.stream()
                    .filter(path -> !isCompressed(path))
                    .forEach(path -> json.value(
                            start + Percent.encode(Guard.address(path).substring(1))));
        }
        json.end();
        json.end();
        return json.toBytes();
    }

    /** Readers do not ask for it by its name, and caches keep it under the name of the other. */
    private static boolean isCompressed(OutputPath path) {
        return path.path().endsWith(".gz") || path.path().endsWith(".br");
    }

    private static void paths(JsonWriter json, String name, Collection<OutputPath> paths) {
        json.array(name);
        paths.forEach(path -> json.value(path.path()));
        json.end();
    }
}
