package press.broadsheet.publish.sftp;

import java.io.IOException;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.helpers.AbstractSftpClientExtension;

/**
 * {@code hardlink@openssh.com}: a second name for a file, without sending a byte. Specified in OpenSSH's PROTOCOL file,
 * section 4.5.
 */
final class HardLink extends AbstractSftpClientExtension {
    HardLink(SftpClient client, RawSftpClient raw) {
        super("hardlink@openssh.com", client, raw, client.getServerExtensions());
    }

    void make(String from, String to) throws IOException {
        Buffer buffer = getCommandBuffer(2 * Integer.BYTES + from.length() + to.length());
        putTarget(buffer, from);
        putTarget(buffer, to);
        sendAndCheckExtendedCommandStatus(buffer);
    }
}
