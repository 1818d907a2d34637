package press.broadsheet.publish.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;
import press.broadsheet.publish.TargetSettings;
import press.broadsheet.publish.ssh.Login;

/**
 * How the repository lets us in: over SSH as {@code ssh} would, over HTTP with {@value #TOKEN} or, without it, with what git
 * itself would use: its credential helpers.
 */
final class Access implements Closeable {
    static final String TOKEN = "BROADSHEET_GIT_TOKEN";
    static final String USER = "BROADSHEET_GIT_USER";

    /** GitHub takes this one with a token; GitLab and Codeberg take any. */
    private static final String ANYBODY = "x-access-token";

    private final Map<String, String> environment;
    private final Optional<Path> identity;
    private final CredentialsProvider credentials;
    private @Nullable Login login;

    Access(TargetSettings settings, URIish repository) {
        environment = settings.environment();
        String file = settings.value("identity");
        identity = file.isEmpty() ? Optional.empty() : Optional.of(Login.keyFile(settings, file));
        String token = environment.getOrDefault(TOKEN, "");
        credentials = token.isEmpty()
                ? new StoredCredentials(environment)
                : new UsernamePasswordCredentialsProvider(
                        environment.getOrDefault(
                                USER, Optional.ofNullable(repository.getUser()).orElse(ANYBODY)),
                        token);
    }

    /** Gives a connection what it needs to log in. */
    void prepare(Transport transport) {
        transport.setCredentialsProvider(credentials);
        if (transport instanceof SshTransport ssh) {
            ssh.setSshSessionFactory(new Sessions());
        }
    }

    private synchronized Login login() throws IOException {
        Login now = login;
        if (now == null) {
            now = new Login(environment, identity);
            login = now;
        }
        return now;
    }

    private final class Sessions extends SshSessionFactory {
        @Override
        public RemoteSession getSession(
                @Nullable URIish uri, @Nullable CredentialsProvider unused, @Nullable FS files, int timeout)
                throws TransportException {
            if (uri == null) {
                throw new TransportException("No host");
            }
            try {
                String user = Optional.ofNullable(uri.getUser()).orElse("");
                return new ShellSession(login().to(user, uri.getHost(), Math.max(uri.getPort(), 0)));
            } catch (IOException e) {
                throw new TransportException(uri, String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public String getType() {
            return "broadsheet";
        }
    }

    @Override
    public synchronized void close() {
        if (login != null) {
            login.close();
            login = null;
        }
    }
}
