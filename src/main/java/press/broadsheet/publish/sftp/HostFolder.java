package press.broadsheet.publish.sftp;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;
import press.broadsheet.publish.SiteFile;
import press.broadsheet.publish.Store;
import press.broadsheet.publish.ssh.Login;

/**
 * A folder of a host. It is reached when it is first needed and again when the connection was lost; each file is written
 * beside its place and moved in at once. Several transfers share one connection.
 */
final class HostFolder implements Store {
    private static final String OWN = ".broadsheet";
    private static final int PROTOCOL = 3;
    private static final int BUFFER = 1 << 15;

    private final Login login;
    private final Place place;
    private final int lanes;
    private final String part = OWN + "/part-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final AtomicInteger parts = new AtomicInteger();
    private final Queue<Line> idle = new ConcurrentLinkedQueue<>();
    private final Set<String> folders = ConcurrentHashMap.newKeySet();
    private @Nullable ClientSession session;
    private boolean swept;

    /**
     * Where the folder is.
     *
     * @param user empty for the usual one
     * @param port 0 for the usual one
     * @param path from the root, or from where a login begins
     */
    record Place(String user, String host, int port, String path) {
        @Override
        public String toString() {
            String who = user.isEmpty() ? "" : user + "@";
            return "sftp://" + who + host + (port == 0 ? "" : ":" + port) + (path.startsWith("/") ? "" : "/~/") + path;
        }
    }

    /**
     * A transfer channel.
     *
     * @param part what it writes stands here until it is whole
     */
    private record Line(SftpClient client, String part) {}

    /** What is done with a channel. */
    private interface Work<T> {
        T on(SftpClient client, String part) throws IOException;
    }

    HostFolder(Login login, Place place, int lanes) {
        this.login = login;
        this.place = place;
        this.lanes = lanes;
    }

    @Override
    public String place() {
        return place.toString();
    }

    @Override
    public int lanes() {
        return lanes;
    }

    private String full(String name) {
        return place.path().endsWith("/") ? place.path() + name : place.path() + "/" + name;
    }

    private <T> T with(String name, Work<T> work) throws IOException {
        Line line = idle.poll();
        if (line == null || !line.client().isOpen()) {
            line = new Line(open(), full(part + parts.incrementAndGet()));
        }
        try {
            T done = work.on(line.client(), line.part());
            idle.add(line);
            return done;
        } catch (SftpException e) {
            // The host answered: the channel is sound.
            IOException told = Refusals.of(e, this, line.client(), full(name));
            idle.add(line);
            throw told;
        } catch (FileNotFoundException e) {
            idle.add(line);
            throw e;
        } catch (IOException e) {
            line.client().close();
            throw new IOException("The connection to " + place.host() + " was lost: " + e.getMessage(), e);
        }
    }

    String root() {
        return place.path();
    }

    private SftpClient open() throws IOException {
        return SftpClientFactory.instance()
                .createSftpClient(session(), SftpVersionSelector.fixedVersionSelector(PROTOCOL));
    }

    private synchronized ClientSession session() throws IOException {
        ClientSession now = session;
        if (now == null || !now.isOpen()) {
            now = login.to(place.user(), place.host(), place.port());
            session = now;
        }
        return now;
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        return with(name, (client, part) -> {
            try (InputStream in = client.read(full(name))) {
                return Optional.of(in.readAllBytes());
            } catch (SftpException e) {
                if (isMissing(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        with(name, (client, part) -> {
            upload(client, new ByteArrayInputStream(bytes), part);
            moveIn(client, part, name);
            return true;
        });
    }

    @Override
    public boolean create(String name, byte[] bytes) throws IOException {
        return with(name, (client, part) -> {
            makeFolder(client, parent(full(name)));
            try (OutputStream out =
                    client.write(full(name), Set.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive))) {
                out.write(bytes);
                return true;
            } catch (SftpException e) {
                if (exists(client, full(name))) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public void send(SiteFile file, Path from) throws IOException {
        sweep();
        with(file.path().path(), (client, part) -> {
            try (InputStream in = Files.newInputStream(from)) {
                upload(client, in, part);
            }
            moveIn(client, part, file.path().path());
            return true;
        });
    }

    /** Takes away what a deployment that was cut off had begun to send. */
    private synchronized void sweep() {
        if (swept) {
            return;
        }
        swept = true;
        try {
            for (String name : names(OWN)) {
                if (name.startsWith("part-")) {
                    remove(OWN + "/" + name);
                }
            }
        } catch (IOException e) {
            // The next deployment sweeps; if the host is gone, sending tells it.
            return;
        }
    }

    private void upload(SftpClient client, InputStream in, String part) throws IOException {
        try {
            transfer(client, in, part);
        } catch (SftpException e) {
            if (!isMissing(e)) {
                throw e;
            }
            makeFolder(client, parent(part));
            transfer(client, in, part);
        }
    }

    private static void transfer(SftpClient client, InputStream in, String part) throws IOException {
        try (OutputStream out = client.write(part)) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }

    private void moveIn(SftpClient client, String part, String name) throws IOException {
        try {
            replace(client, part, full(name));
        } catch (SftpException e) {
            if (!isMissing(e)) {
                throw e;
            }
            // Somebody may have taken a folder away that we made.
            folders.clear();
            makeFolder(client, parent(full(name)));
            replace(client, part, full(name));
        }
    }

    private static void replace(SftpClient client, String part, String to) throws IOException {
        OpenSSHPosixRenameExtension atomic = client.getExtension(OpenSSHPosixRenameExtension.class);
        if (atomic != null && atomic.isSupported()) {
            atomic.posixRename(part, to);
            return;
        }
        // A host that cannot do better: readers miss the file for a moment.
        if (exists(client, to)) {
            client.remove(to);
        }
        client.rename(part, to);
    }

    @Override
    public void copy(String from, String to) throws IOException {
        with(from, (client, part) -> {
            if (!exists(client, full(from))) {
                throw new FileNotFoundException(full(from));
            }
            makeFolder(client, parent(part));
            if (!link(client, full(from), part)) {
                try (InputStream in = client.read(full(from))) {
                    transfer(client, in, part);
                }
            }
            moveIn(client, part, to);
            return true;
        });
    }

    private static boolean link(SftpClient client, String from, String to) throws IOException {
        var hard = new HardLink(client, (RawSftpClient) client);
        if (!hard.isSupported()) {
            return false;
        }
        try {
            if (exists(client, to)) {
                // Moving a link onto another name of the same file leaves both.
                client.remove(to);
            }
            hard.make(from, to);
            return true;
        } catch (SftpException e) {
            // A file system without links.
            return false;
        }
    }

    @Override
    public void remove(String name) throws IOException {
        with(name, (client, part) -> {
            try {
                client.remove(full(name));
            } catch (SftpException e) {
                if (!isMissing(e)) {
                    throw e;
                }
            }
            if (!name.startsWith(OWN)) {
                removeEmptyFolders(client, name);
            }
            return true;
        });
    }

    private void removeEmptyFolders(SftpClient client, String name) throws IOException {
        for (int end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
            String folder = full(name.substring(0, end));
            try {
                client.rmdir(folder);
                folders.remove(folder);
            } catch (SftpException notEmpty) {
                return;
            }
        }
    }

    @Override
    public Set<String> names(String folder) throws IOException {
        return with(folder, (client, part) -> {
            var names = new HashSet<String>();
            try (SftpClient.CloseableHandle handle = client.openDir(full(folder))) {
                for (List<SftpClient.DirEntry> some = client.readDir(handle);
                        some != null;
                        some = client.readDir(handle)) {
                    some.stream()
                            .filter(entry -> entry.getAttributes().isRegularFile())
                            .forEach(entry -> names.add(entry.getFilename()));
                }
            } catch (SftpException e) {
                // Either there is no such folder, or one of its files went away meanwhile.
                if (!isMissing(e)) {
                    throw e;
                }
            }
            return names;
        });
    }

    private void makeFolder(SftpClient client, String folder) throws IOException {
        if (folder.isEmpty() || folder.equals("/") || folders.contains(folder)) {
            return;
        }
        try {
            client.mkdir(folder);
        } catch (SftpException e) {
            if (isMissing(e)) {
                folders.remove(parent(folder));
                makeFolder(client, parent(folder));
                client.mkdir(folder);
            } else if (!exists(client, folder)) {
                throw e;
            }
        }
        folders.add(folder);
    }

    private static boolean exists(SftpClient client, String path) throws IOException {
        try {
            client.stat(path);
            return true;
        } catch (SftpException e) {
            if (isMissing(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isMissing(SftpException e) {
        return e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE || e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH;
    }

    /** The folder above; empty if the path names none. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, Math.max(slash, 1));
    }

    @Override
    public void close() throws IOException {
        try (login) {
            for (Line line = idle.poll(); line != null; line = idle.poll()) {
                line.client().close();
            }
            if (session != null) {
                session.close(true);
            }
        }
    }
}
