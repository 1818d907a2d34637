package press.broadsheet.publish.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A commit, and what can be made of it.
 *
 * @param id the zero id for the empty state before the first commit
 */
record Snapshot(Repository repository, ObjectId id) {
    /** Begins the line that names the commit which a rollback shows again. */
    static final String SHOWN_AGAIN = "Shown-Again: ";

    static Snapshot of(Repository repository, ObjectId id) {
        return new Snapshot(repository, id);
    }

    private boolean isEmpty() {
        return id.equals(ObjectId.zeroId());
    }

    /** A file's bytes. */
    Optional<byte[]> file(String path) throws IOException {
        try (ObjectReader objects = repository.newObjectReader();
                var walk = new RevWalk(objects);
                TreeWalk found =
                        TreeWalk.forPath(objects, path, walk.parseCommit(id).getTree())) {
            return found == null || found.getFileMode(0).equals(FileMode.TREE)
                    ? Optional.empty()
                    : Optional.of(objects.open(found.getObjectId(0)).getBytes());
        }
    }

    /** Small text files, by path; those that are not there are left out. */
    Map<String, String> texts(Set<String> paths) throws IOException {
        var texts = new HashMap<String, String>();
        for (String path : paths) {
            file(path).ifPresent(bytes -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        }
        return texts;
    }

    /** A tree like this one's, but with other files. Needs none of those that stay. */
    ObjectId changed(Map<String, ObjectId> files, Set<String> removed) throws IOException {
        try (ObjectReader objects = repository.newObjectReader();
                var walk = new RevWalk(objects);
                ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache index = isEmpty()
                    ? DirCache.newInCore()
                    : DirCache.read(objects, walk.parseCommit(id).getTree());
            DirCacheEditor editor = index.editor();
            removed.forEach(path -> editor.add(new DirCacheEditor.DeletePath(path)));
            files.forEach((path, blob) -> editor.add(new DirCacheEditor.PathEdit(path) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(FileMode.REGULAR_FILE);
                    entry.setObjectId(blob);
                }
            }));
            editor.finish();
            ObjectId tree = index.writeTree(inserter);
            inserter.flush();
            return tree;
        }
    }

    /** A commit after this one. */
    ObjectId commit(ObjectId tree, PersonIdent who, String message) throws IOException {
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (!isEmpty()) {
            commit.setParentId(id);
        }
        commit.setAuthor(who);
        commit.setCommitter(who);
        commit.setMessage(message);
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId made = inserter.insert(commit);
            inserter.flush();
            return made;
        }
    }

    /** The commit before the one that is shown; where a rollback is shown, before the one that it shows again. */
    Optional<RevCommit> earlier() throws IOException {
        try (var walk = new RevWalk(repository)) {
            RevCommit shown = walk.parseCommit(id);
            for (Optional<ObjectId> again = shownAgain(shown); again.isPresent(); again = shownAgain(shown)) {
                shown = walk.parseCommit(again.get());
            }
            return shown.getParentCount() == 0 ? Optional.empty() : Optional.of(walk.parseCommit(shown.getParent(0)));
        } catch (MissingObjectException tooFarBack) {
            return Optional.empty();
        }
    }

    private static Optional<ObjectId> shownAgain(RevCommit commit) {
        return commit.getFullMessage()
                .lines()
                .filter(line -> line.startsWith(SHOWN_AGAIN))
                .map(line -> line.substring(SHOWN_AGAIN.length()))
                .filter(ObjectId::isId)
                .findFirst()
                .map(ObjectId::fromString);
    }
}
