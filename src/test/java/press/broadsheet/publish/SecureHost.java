package press.broadsheet.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SSH server on this machine, with a folder that SFTP sees as its root, and a home folder for who logs in. */
public final class SecureHost implements Closeable {
    /** Requests of the file transfer protocol so far. */
    final AtomicInteger requests = new AtomicInteger();

    /** What opening a file to write it, and writing, ends in. */
    final AtomicReference<IOException> noWriting = new AtomicReference<>();

    /** How many more files may be opened to be written. */
    final AtomicInteger room = new AtomicInteger(Integer.MAX_VALUE);

    public final Path root;
    public final Path home;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey;
    private final KeyPair client;

    public SecureHost(Path folder) throws IOException, GeneralSecurityException {
        this(folder, "ecdsa-sha2-nistp256", "id_ecdsa");
    }

    /** With keys of a kind, and the name of the file in which who logs in has one. */
    SecureHost(Path folder, String kind, String file) throws IOException, GeneralSecurityException {
        client = KeyUtils.generateKeyPair(kind, 256);
        root = Files.createDirectories(folder.resolve("host"));
        home = Files.createDirectories(folder.resolve("home"));
        hostKey = KeyUtils.generateKeyPair(kind, 256);
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("editor") && KeyUtils.compareKeys(key, client.getPublic()));
        server.setPasswordAuthenticator((user, password, session) -> password.equals("open sesame"));
        server.setSubsystemFactories(List.of(transfers()));
        Path keys = Files.createDirectories(home.resolve(".ssh"));
        try (OutputStream out = Files.newOutputStream(keys.resolve(file))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                    client, "test", new OpenSSHKeyEncryptionContext(), out);
        }
        Files.setPosixFilePermissions(keys.resolve(file), PosixFilePermissions.fromString("rw-------"));
        server.start();
    }

    private SftpSubsystemFactory transfers() {
        var factory = new SftpSubsystemFactory() {
            @Override
            public Command createSubsystem(ChannelSession channel) {
                var subsystem = new SftpSubsystem(channel, this) {
                    @Override
                    protected void doProcess(Buffer buffer, int length, int type, int id) throws IOException {
                        SecureHost.this.requests.incrementAndGet();
                        super.doProcess(buffer, length, type, id);
                    }
                };
                getRegisteredListeners().forEach(subsystem::addSftpEventListener);
                return subsystem;
            }
        };
        factory.addSftpEventListener(new SftpEventListener() {
            @Override
            public void opening(ServerSession session, String remote, Handle handle) throws IOException {
                if (handle instanceof FileHandle file
                        && file.getOpenOptions().contains(java.nio.file.StandardOpenOption.WRITE)) {
                    refuse();
                    if (file.getFile().getFileName().toString().startsWith("part-") && room.getAndDecrement() <= 0) {
                        throw new SftpException(SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, "No space left on device");
                    }
                }
            }

            @Override
            public void creating(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
                refuse();
            }
        });
        return factory;
    }

    /**
     * Lets files be served by what most hosts have, OpenSSH's own server, which sees this machine's folders as they are.
     *
     * @return whether it is installed
     */
    boolean servesLikeMost() {
        Path program = Path.of("/usr/lib/openssh/sftp-server");
        server.setSubsystemFactories(List.of(new SubsystemFactory() {
            @Override
            public String getName() {
                return "sftp";
            }

            @Override
            public Command createSubsystem(ChannelSession channel) {
                return new ProcessShellFactory(program.toString(), program.toString()).createShell(channel);
            }
        }));
        return Files.isExecutable(program);
    }

    private void refuse() throws IOException {
        IOException reason = noWriting.get();
        if (reason != null) {
            throw reason;
        }
    }

    /** The key that is let in. */
    KeyPair client() {
        return client;
    }

    SshServer server() {
        return server;
    }

    public int port() {
        return server.getPort();
    }

    /** The line of {@code known_hosts} for this host, as it is reached at another port. */
    String line(int port) {
        return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(hostKey.getPublic());
    }

    public void makeKnown(int port) throws IOException {
        Files.writeString(home.resolve(".ssh/known_hosts"), line(port) + "\n");
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
