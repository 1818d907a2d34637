package press.broadsheet.publish.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.ConfigFileHostEntryResolver;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetSettings;

/**
 * Logs in on hosts as {@code ssh} would: by the user's {@code ~/.ssh/config}, agent and keys, believing only hosts of {@code
 * known_hosts}. Secrets come from the environment: {@value #PASSWORD} and {@value #PASSPHRASE}. Thread-safe.
 */
public final class Login implements Closeable {
    /** Where the password for a host is, if it wants one. */
    public static final String PASSWORD = "BROADSHEET_SSH_PASSWORD";

    /** Where the passphrase of the key file is, if it has one. */
    public static final String PASSPHRASE = "BROADSHEET_SSH_PASSPHRASE";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final SshClient client = ClientBuilder.builder().build();
    private final KnownHosts known;
    private final String tried;

    /**
     * @param environment of this process: {@code HOME}, {@code SSH_AUTH_SOCK}, secrets
     * @param identity the file of the key to use; empty for the usual ones
     * @throws TargetFailure if there is no such file
     */
    public Login(Map<String, String> environment, Optional<Path> identity) throws TargetFailure {
        Path folder = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", "")))
                .resolve(".ssh");
        if (identity.isPresent() && !Files.isReadable(identity.get())) {
            throw new TargetFailure(
                    "There is no key file " + identity.get() + ".",
                    "Name one that is there, or leave identity out for the usual keys and the agent.",
                    "identity");
        }
        var ways = new ArrayList<String>();
        known = new KnownHosts(List.of(folder.resolve("known_hosts"), Path.of("/etc/ssh/ssh_known_hosts")));
        client.setServerKeyVerifier(known);
        Path config = folder.resolve("config");
        client.setHostConfigEntryResolver(
                Files.isReadable(config) ? new ConfigFileHostEntryResolver(config) : HostConfigEntryResolver.EMPTY);
        String passphrase = environment.getOrDefault(PASSPHRASE, "");
        client.setFilePasswordProvider(
                passphrase.isEmpty() ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(passphrase));
        List<Path> keys = identity.map(List::of).orElseGet(() -> usualKeys(folder));
        keys.forEach(key -> ways.add("the key " + key));
        client.setKeyIdentityProvider(keys(keys, client.getFilePasswordProvider()));
        String agent = environment.getOrDefault("SSH_AUTH_SOCK", "");
        if (!agent.isEmpty() && identity.isEmpty() && Files.exists(Path.of(agent))) {
            client.setAgentFactory(new Agent.Factory(Path.of(agent)));
            ways.addFirst("the agent");
        }
        String password = environment.getOrDefault(PASSWORD, "");
        if (!password.isEmpty()) {
            client.addPasswordIdentity(password);
            ways.add("the password");
        }
        tried = ways.isEmpty() ? "nothing: there is no agent, key or password" : String.join(", ", ways);
        // A connection that died without a word is noticed.
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, PATIENCE);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 3);
        client.start();
    }

    /** The key file that a target's setting names; {@code ~/} is the user's home. */
    public static Path keyFile(TargetSettings settings, String file) {
        String home = settings.environment().getOrDefault("HOME", System.getProperty("user.home", ""));
        return settings.base().resolve(file.startsWith("~/") ? home + file.substring(1) : file);
    }

    private static List<Path> usualKeys(Path folder) {
        return KEYS.stream().map(folder::resolve).filter(Files::isReadable).toList();
    }

    private static KeyIdentityProvider keys(List<Path> files, FilePasswordProvider passphrase) {
        if (files.isEmpty()) {
            return KeyIdentityProvider.EMPTY_KEYS_PROVIDER;
        }
        var keys = new FileKeyPairProvider(files);
        keys.setPasswordFinder(passphrase);
        return keys;
    }

    /**
     * Logs in.
     *
     * @param user empty for the one of {@code ~/.ssh/config}, or else of this machine
     * @param port 0 for the one of {@code ~/.ssh/config}, or else 22
     * @throws TargetFailure if the host is not known or does not let us in
     * @throws IOException if it cannot be reached
     */
    public ClientSession to(String user, String host, int port) throws IOException {
        HostConfigEntry config =
                client.getHostConfigEntryResolver().resolveEffectiveHost(host, port, null, user, null, null);
        String name = Stream.of(user, config == null ? "" : config.getUsername(), System.getProperty("user.name"))
                .filter(one -> one != null && !one.isEmpty())
                .findFirst()
                .orElse("");
        ClientSession session = connect(name, host, port);
        try {
            session.auth().verify(PATIENCE);
            return session;
        } catch (IOException e) {
            session.close(true);
            throw refused(name, host, e);
        }
    }

    private ClientSession connect(String user, String host, int port) throws IOException {
        try {
            return client.connect(user, host, port).verify(PATIENCE).getSession();
        } catch (IOException e) {
            throw known.refusal().isPresent() ? known.refusal().get() : unreachable(host, e);
        } catch (RuntimeException e) {
            // An unresolved name.
            throw unreachable(host, new IOException(e.toString(), e));
        }
    }

    private static IOException unreachable(String host, IOException e) {
        return new IOException("The host " + host + " cannot be reached: " + why(e) + ".", e);
    }

    private static String why(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String told = String.valueOf(cause.getMessage());
            if (cause instanceof UnresolvedAddressException) {
                return "no such name is known";
            }
            if (cause instanceof ConnectException || told.contains("negotiate")) {
                return told;
            }
        }
        return "it hung up";
    }

    private IOException refused(String user, String host, IOException e) {
        if (known.refusal().isPresent()) {
            return known.refusal().get();
        }
        String told = String.valueOf(e.getMessage());
        if (told.contains("authentication methods")) {
            return new TargetFailure(
                    "The host does not let " + user + "@" + host + " in. Tried: " + tried + ".",
                    "Let its authorized_keys have the key that deploys, name the key's file as identity:, or give the password as "
                            + PASSWORD + ".");
        }
        return unreachable(host, e);
    }

    @Override
    public void close() {
        client.stop();
    }
}
