package press.broadsheet.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import press.broadsheet.files.OutputPath;

/**
 * A kind of place to publish to. Found by {@link java.util.ServiceLoader}: a jar on the class path that has one adds it.
 * Has no state; what is open is a {@link Session}.
 */
public interface Target {
    /** As {@code kind:} in the settings names it: {@code folder}, {@code sftp}. */
    String kind();

    /** The settings that must be given, by name. */
    Set<String> required();

    /** The settings that may be given, by name. */
    Set<String> optional();

    /**
     * Reaches the target.
     *
     * @param settings checked against {@link #required} and {@link #optional}
     * @throws TargetFailure if it refuses, or the settings make no sense
     * @throws IOException if it cannot be reached just now
     */
    Session open(TargetSettings settings) throws IOException;

    /** A target that is open. */
    interface Session extends AutoCloseable {
        /** The place, for a person: {@code sftp://www.example.org/srv/www}; names no secret. */
        String place();

        /** What earlier deployments put here; {@link TargetManifest#NONE} if there were none. One request. */
        TargetManifest manifest() throws IOException;

        /**
         * Keeps other deployments out until {@link #close}.
         *
         * @param now when this deployment began
         * @param waiting is told, for a person, why it takes a while
         * @return what is known of the other deployment if there is one; empty if this one may go on
         */
        Optional<String> lock(Instant now, Consumer<String> waiting) throws IOException;

        /** The same, telling nobody. */
        default Optional<String> lock(Instant now) throws IOException {
            return lock(now, why -> {});
        }

        /** How many files may be sent at the same time. */
        default int lanes() {
            return 1;
        }

        /** Whether readers see nothing of a deployment before {@link #finish}. */
        boolean isAtomic();

        /**
         * Whether its host has to be told with each file how to serve it, and answers for what is not there with 404 by itself:
         * then files come with {@link SiteFile#headers}.
         */
        default boolean isToldByFile() {
            return false;
        }

        /**
         * What somebody who takes something back should know of this target: what readers get there, and who can still read it. Empty if
         * nothing is different from what everybody expects.
         */
        default Optional<String> whenTakingBack() {
            return Optional.empty();
        }

        /**
         * Whether something of the target's own has to be written, though no file of the site may have changed. Known once
         * the manifest has been read.
         */
        default boolean isBehind() {
            return false;
        }

        /**
         * Puts a file in its place; readers see the old one or the new one, never a part. Called from several threads
         * at once if there are several {@link #lanes}.
         *
         * @param from has the bytes
         */
        void send(SiteFile file, Path from) throws IOException;

        /** Takes a file away; one that is not there is no fault. Never called for what no manifest has. */
        void remove(OutputPath path) throws IOException;

        /** Keeps what is known so far, so that a deployment that is cut off can be completed. */
        void note(TargetManifest manifest) throws IOException;

        /**
         * Ends a deployment: whatever {@link #isAtomic} held back is shown to readers, and the manifest kept.
         *
         * @param label what changed, in one line and then one line each, for targets that keep a history
         */
        void finish(TargetManifest manifest, List<String> label) throws IOException;

        /**
         * Shows readers the deployment before the one that they see.
         *
         * @return what they see now, for a person
         * @throws TargetFailure if there is none, or the target keeps none
         */
        default String rollBack() throws IOException {
            throw new TargetFailure(
                    "A target of this kind keeps no earlier deployments.",
                    "Take back the change in content/ and deploy again.");
        }

        /** Lets other deployments in again, and drops whatever was not finished of an atomic one. */
        @Override
        void close() throws IOException;
    }
}
