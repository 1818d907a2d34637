package press.broadsheet.publish;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.apache.sshd.agent.common.AbstractAgentClient;
import org.apache.sshd.agent.local.AgentImpl;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** An SSH agent with one key, at a socket of this machine. */
final class KeyAgent implements Closeable {
    private final ServerSocketChannel door;
    private final Path socket;
    private final AgentImpl keys = new AgentImpl();

    KeyAgent(KeyPair key) throws IOException {
        keys.addIdentity(key, "test");
        // Names of sockets are short; those of test folders are not.
        socket = Files.createTempDirectory("agent").resolve("s");
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::accept);
    }

    Path socket() {
        return socket;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = door.accept();
                Thread.ofVirtual().start(() -> serve(channel));
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }

    private void serve(SocketChannel channel) {
        var agent = new AbstractAgentClient(keys) {
            @Override
            protected void reply(Buffer buffer) throws IOException {
                channel.write(ByteBuffer.wrap(buffer.array(), buffer.rpos(), buffer.available()));
            }
        };
        var bytes = ByteBuffer.allocate(1 << 14);
        try (channel) {
            while (channel.read(bytes) >= 0) {
                agent.messageReceived(new ByteArrayBuffer(bytes.array(), 0, bytes.position()));
                bytes.clear();
            }
        } catch (IOException gone) {
            // Whoever asked has hung up.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(socket);
        Files.deleteIfExists(socket.getParent());
    }
}
