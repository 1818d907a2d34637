package press.broadsheet.publish.sftp;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import press.broadsheet.publish.TargetFailure;

/** What a person is told when the host says no. */
final class Refusals {
    private Refusals() {}

    /**
     * @param path what was asked for
     * @return a {@link TargetFailure} if asking again is of no use
     */
    static IOException of(SftpException e, HostFolder store, SftpClient client, String path) {
        String told = String.valueOf(e.getMessage());
        String low = told.toLowerCase(Locale.ROOT);
        return switch (e.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH -> {
                var missing = new FileNotFoundException("There is no " + path + " at " + store.place() + ".");
                missing.initCause(e);
                yield missing;
            }
            case SftpConstants.SSH_FX_PERMISSION_DENIED -> denied(store, path);
            case SftpConstants.SSH_FX_WRITE_PROTECT -> readOnly(store);
            case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED -> full(store);
            default -> {
                if (low.contains("no space")
                        || low.contains("quota")
                        || state(client, store).isFull()) {
                    yield full(store);
                }
                if (low.contains("read-only") || state(client, store).readOnly()) {
                    yield readOnly(store);
                }
                yield new IOException(store.place() + " answers for " + path + ": " + told, e);
            }
        };
    }

    /** How the disk does where the folder is, or is to be made. */
    private static FreeSpace.State state(SftpClient client, HostFolder store) {
        var unknown = new FreeSpace.State(Long.MAX_VALUE, 1, false);
        var space = new FreeSpace(client, (RawSftpClient) client);
        if (!space.isSupported()) {
            return unknown;
        }
        for (String path = store.root(); !path.isEmpty(); path = HostFolder.parent(path)) {
            try {
                return space.of(path);
            } catch (SftpException notThere) {
                if (path.equals("/")) {
                    return unknown;
                }
            } catch (IOException e) {
                return unknown;
            }
        }
        return unknown;
    }

    private static TargetFailure denied(HostFolder store, String path) {
        return new TargetFailure(
                "Nothing can be written at " + store.place() + ": permission is denied for " + path + ".",
                "Let the user who logs in write there, or name another path.",
                "path");
    }

    private static TargetFailure readOnly(HostFolder store) {
        return new TargetFailure(
                "Nothing can be written at " + store.place() + ": it is read-only.",
                "Ask the host's owner, or name another path.",
                "path");
    }

    private static TargetFailure full(HostFolder store) {
        return new TargetFailure(
                "There is no space left at " + store.place() + ".", "Make room there, and deploy again.");
    }
}
