package press.broadsheet.publish.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;
import press.broadsheet.publish.TargetFailure;

/**
 * Believes a host only if its key stands in a {@code known_hosts} file; never adds one by itself, whatever the settings of
 * other programs say. The format is that of {@code sshd(8)}, hashed names included; lines of certificate authorities are
 * passed over.
 */
final class KnownHosts implements ServerKeyVerifier {
    private final List<Path> files;
    private volatile @Nullable TargetFailure refusal;

    /**
     * @param files the user's own first: a person is told to add a line there
     */
    KnownHosts(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Why the last host was not believed; empty if it was. */
    Optional<TargetFailure> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public boolean verifyServerKey(
            @Nullable ClientSession session, @Nullable SocketAddress remote, @Nullable PublicKey key) {
        SocketAddress asked = session == null ? remote : session.getConnectAddress();
        if (!(asked instanceof InetSocketAddress address) || key == null) {
            return false;
        }
        var others = new ArrayList<Path>();
        try {
            for (Path file : files) {
                for (KnownHostEntry entry : entries(file)) {
                    if (entry.isHostMatch(address.getHostString(), address.getPort())) {
                        boolean same = isSame(entry, key);
                        if (same && "revoked".equals(entry.getMarker())) {
                            refusal = revoked(address, file);
                            return false;
                        }
                        if (same && entry.getMarker() == null) {
                            refusal = null;
                            return true;
                        }
                        others.add(file);
                    }
                }
            }
        } catch (IOException e) {
            refusal = new TargetFailure("The known hosts cannot be read: " + e.getMessage() + ".", "");
            return false;
        }
        refusal = others.isEmpty() ? unknown(address, key) : changed(address, key, others.getFirst());
        return false;
    }

    private static List<KnownHostEntry> entries(Path file) throws IOException {
        return Files.isReadable(file) ? KnownHostEntry.readKnownHostEntries(file) : List.of();
    }

    private static boolean isSame(KnownHostEntry entry, PublicKey key) {
        try {
            PublicKey known = entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
            return known != null && KeyUtils.compareKeys(known, key);
        } catch (IOException | GeneralSecurityException unreadable) {
            // A line of a kind that we cannot read says nothing about this key.
            return false;
        }
    }

    private TargetFailure unknown(InetSocketAddress address, PublicKey key) {
        return new TargetFailure(
                "The host " + name(address) + " is unknown. It shows the key " + KeyUtils.getFingerPrint(key) + ".",
                "Compare the key with what its owner says; if it is the same, add this line to " + files.getFirst()
                        + ":\n" + line(address, key));
    }

    private static TargetFailure changed(InetSocketAddress address, PublicKey key, Path file) {
        return new TargetFailure(
                "The host " + name(address) + " shows another key than " + file + " has: "
                        + KeyUtils.getFingerPrint(key) + ". Somebody may stand between.",
                "Nothing was sent. Only if its owner says that the key was changed, replace the host's line there by:\n"
                        + line(address, key));
    }

    private static TargetFailure revoked(InetSocketAddress address, Path file) {
        return new TargetFailure(
                "The host " + name(address) + " shows a key that " + file + " calls revoked.",
                "Nothing was sent. Ask its owner.");
    }

    private static String line(InetSocketAddress address, PublicKey key) {
        return name(address) + " " + PublicKeyEntry.toString(key);
    }

    /** As such a file names it: with the port only if that is not the usual one. */
    private static String name(InetSocketAddress address) {
        return address.getPort() == 22
                ? address.getHostString()
                : "[" + address.getHostString() + "]:" + address.getPort();
    }
}
