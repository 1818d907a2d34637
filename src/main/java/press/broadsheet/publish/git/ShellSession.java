package press.broadsheet.publish.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.eclipse.jgit.transport.RemoteSession2;

/** Runs git's own commands on a host, over a login that stands. */
record ShellSession(ClientSession session) implements RemoteSession2 {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public Process exec(String command, int timeout) throws IOException {
        return exec(command, Map.of(), timeout);
    }

    @Override
    public Process exec(String command, Map<String, String> environment, int timeout) throws IOException {
        ChannelExec channel = session.createExecChannel(command);
        environment.forEach(channel::setEnv);
        channel.open().verify(PATIENCE);
        return new Running(channel);
    }

    @Override
    public void disconnect() {
        session.close(true);
    }

    /** A command of the host, as a process of this machine. */
    private static final class Running extends Process {
        private static final int UNKNOWN = -1;

        private final ChannelExec channel;

        Running(ChannelExec channel) {
            this.channel = channel;
        }

        @Override
        public OutputStream getOutputStream() {
            return channel.getInvertedIn();
        }

        @Override
        public InputStream getInputStream() {
            return channel.getInvertedOut();
        }

        @Override
        public InputStream getErrorStream() {
            return channel.getInvertedErr();
        }

        @Override
        public int waitFor() {
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), 0L);
            return code();
        }

        @Override
        public boolean waitFor(long time, TimeUnit unit) {
            return channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Math.max(1L, unit.toMillis(time)))
                    .contains(ClientChannelEvent.CLOSED);
        }

        @Override
        public int exitValue() {
            if (channel.isOpen()) {
                throw new IllegalThreadStateException("It is still running");
            }
            return code();
        }

        private int code() {
            Integer status = channel.getExitStatus();
            return status == null ? UNKNOWN : status;
        }

        @Override
        public void destroy() {
            channel.close(true);
        }
    }
}
