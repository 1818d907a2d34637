package press.broadsheet.publish.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/** The user's SSH agent, at the socket that {@code SSH_AUTH_SOCK} names; the library's own needs native code for it. */
final class Agent extends AbstractAgentProxy {
    /** Longer than anything that an agent answers. */
    private static final int LONGEST = 1 << 20;

    private final SocketChannel channel;

    private Agent(SocketChannel channel) {
        super(null);
        this.channel = channel;
    }

    /** Makes a client of the agent for each session. */
    record Factory(Path socket) implements SshAgentFactory {
        @Override
        public List<ChannelFactory> getChannelForwardingFactories(@Nullable FactoryManager manager) {
            return List.of();
        }

        @Override
        public SshAgent createClient(@Nullable Session session, @Nullable FactoryManager manager) throws IOException {
            return new Agent(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        }

        @Override
        public SshAgentServer createServer(@Nullable ConnectionService service) {
            throw new UnsupportedOperationException("Nothing is forwarded");
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    protected synchronized Buffer request(Buffer buffer) throws IOException {
        int end = buffer.wpos();
        buffer.wpos(0);
        buffer.putUInt(end - Integer.BYTES);
        buffer.wpos(end);
        var out = ByteBuffer.wrap(buffer.array(), buffer.rpos(), buffer.available());
        while (out.hasRemaining()) {
            channel.write(out);
        }
        int length = read(Integer.BYTES).getInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("The SSH agent answers what cannot be read");
        }
        return new ByteArrayBuffer(read(length).array());
    }

    private ByteBuffer read(int length) throws IOException {
        var in = ByteBuffer.allocate(length);
        while (in.hasRemaining()) {
            if (channel.read(in) < 0) {
                throw new EOFException("The SSH agent hung up");
            }
        }
        return in.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        super.close();
    }
}
