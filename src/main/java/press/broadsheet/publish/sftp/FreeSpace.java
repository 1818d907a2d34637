package press.broadsheet.publish.sftp;

import java.io.IOException;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.helpers.AbstractSftpClientExtension;

/**
 * {@code statvfs@openssh.com}: how a file system does. OpenSSH says no more than "Failure" of a disk that is full or
 * read-only; this finds out. Specified in OpenSSH's PROTOCOL file, section 4.4.
 */
final class FreeSpace extends AbstractSftpClientExtension {
    private static final long READ_ONLY = 1;

    FreeSpace(SftpClient client, RawSftpClient raw) {
        super("statvfs@openssh.com", client, raw, client.getServerExtensions());
    }

    /**
     * @param bytes that a user may still fill
     * @param files that may still be made
     */
    record State(long bytes, long files, boolean readOnly) {
        /**
         * What was written last may have been taken away again before anybody asks, and file systems count roughly; so few
         * bytes are none.
         */
        private static final long NOTHING = 256 << 10;

        boolean isFull() {
            return bytes < NOTHING || files == 0;
        }
    }

    State of(String path) throws IOException {
        Buffer buffer = getCommandBuffer(Integer.BYTES + path.length());
        putTarget(buffer, path);
        Buffer answer = checkExtendedReplyBuffer(receive(sendExtendedCommand(buffer)));
        if (answer == null) {
            throw new IOException("The host does not tell how its disk does");
        }
        // Block size, fragment size in which blocks are counted, all blocks, free ones.
        skip(answer, 1);
        long fragment = answer.getLong();
        skip(answer, 2);
        long bytes = answer.getLong() * fragment;
        // All files, free ones.
        skip(answer, 2);
        long files = answer.getLong();
        skip(answer, 1);
        return new State(bytes, files, (answer.getLong() & READ_ONLY) != 0);
    }

    private static void skip(Buffer answer, int numbers) {
        for (int i = 0; i < numbers; i++) {
            answer.getLong();
        }
    }
}
