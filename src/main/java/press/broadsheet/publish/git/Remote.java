package press.broadsheet.publish.git;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import press.broadsheet.publish.TargetFailure;

/** The repository that is published to, as git speaks with it. */
final class Remote implements Closeable {
    private static final int PATIENCE = 60;

    private final URIish uri;
    private final Access access;

    Remote(URIish uri, Access access) {
        this.uri = uri;
        this.access = access;
    }

    /** Its address, without a password. */
    @Override
    public String toString() {
        return uri.toString();
    }

    private interface Work<T> {
        T with(Transport transport) throws IOException;
    }

    private <T> T connected(Repository local, Work<T> work) throws IOException {
        try (Transport transport = Transport.open(local, uri)) {
            transport.setTimeout(PATIENCE);
            transport.setTagOpt(TagOpt.NO_TAGS);
            access.prepare(transport);
            return work.with(transport);
        } catch (IOException e) {
            throw told(e);
        }
    }

    /** The commit that a branch is at; empty if there is no such branch. One request. */
    Optional<ObjectId> head(Repository local, String branch) throws IOException {
        return connected(local, transport -> {
            try (FetchConnection connection = transport.openFetch(List.of(new RefSpec(branch)))) {
                return Optional.ofNullable(connection.getRef(branch)).map(Ref::getObjectId);
            }
        });
    }

    /** Brings what is not there yet of a branch, and of its history so many commits. */
    void fetch(Repository local, String branch, int depth) throws IOException {
        connected(local, transport -> {
            transport.setDepth(depth);
            return transport.fetch(NullProgressMonitor.INSTANCE, List.of(new RefSpec("+" + branch + ":" + branch)));
        });
    }

    /**
     * Moves a branch on.
     *
     * @param before where it must be; the zero id if it must not be there
     * @throws TargetFailure if it is elsewhere, or the repository refuses
     */
    void push(Repository local, String branch, ObjectId before, ObjectId commit) throws IOException {
        RemoteRefUpdate done = connected(local, transport -> {
            var update = new RemoteRefUpdate(local, "", commit, branch, false, null, before);
            transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            return update;
        });
        switch (done.getStatus()) {
            case OK, UP_TO_DATE -> {}
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> throw overtaken(branch);
            default -> throw declined(branch, String.valueOf(done.getMessage()));
        }
    }

    private TargetFailure overtaken(String branch) {
        return new TargetFailure(
                "Another deployment to " + this + " was faster: " + Repository.shortenRefName(branch)
                        + " has moved on. Nothing of this one is seen.",
                "Deploy again: it goes on from what is there now.");
    }

    private IOException declined(String branch, String reason) {
        if (reason.contains("lock") || reason.contains("fetch first")) {
            return overtaken(branch);
        }
        return new TargetFailure(
                this + " does not take the commit on " + Repository.shortenRefName(branch) + ": " + reason + ".",
                "Ask who keeps the repository: a hook or a protected branch may stand against it.");
    }

    private IOException told(IOException e) {
        var words = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TargetFailure refused) {
                return refused;
            }
            words.append(cause.getMessage()).append('\n');
        }
        String all = words.toString().toLowerCase(Locale.ROOT);
        if (all.contains("no space") || all.contains("quota")) {
            return new TargetFailure(
                    "There is no space left at " + this + ".",
                    "Make room there, and deploy again. Nothing is seen of this one.");
        }
        if (all.contains("not authorized")
                || all.contains("authentication is required")
                || all.contains("no credentials")) {
            return new TargetFailure(
                    this + " does not let us in.",
                    "Give a token that may write to it as " + Access.TOKEN
                            + ", or let git's credential helper have one.");
        }
        if (all.contains("not permitted")
                || all.contains("read-only")
                || all.contains("read only")
                || all.contains("write access")
                || all.contains("not allowed to push")
                || all.contains("permission denied")
                || all.contains("access denied")
                || all.contains("forbidden")) {
            return new TargetFailure(
                    "Nothing can be written at " + this + ": it is read-only for us.",
                    "Let the key or token that deploys write to the repository.");
        }
        if (e instanceof NoRemoteRepositoryException) {
            return new TargetFailure(
                    "There is no repository " + this + ", or it is hidden from us.",
                    "Make it, or mend the address.",
                    "repository");
        }
        return e;
    }

    @Override
    public void close() {
        access.close();
    }
}
