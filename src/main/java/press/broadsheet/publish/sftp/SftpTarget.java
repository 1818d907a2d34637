package press.broadsheet.publish.sftp;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import press.broadsheet.publish.StoreSession;
import press.broadsheet.publish.Target;
import press.broadsheet.publish.TargetSettings;
import press.broadsheet.publish.ssh.Login;

/** A folder of a host, over SSH's file transfer. Each file is replaced at once; a whole deployment is not. */
public final class SftpTarget implements Target {
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_LANES = 32;

    /** With one more for the lock it stays below the ten that OpenSSH allows in one connection unless told otherwise. */
    private static final int LANES = 6;

    @Override
    public String kind() {
        return "sftp";
    }

    @Override
    public Set<String> required() {
        return Set.of("host", "path");
    }

    @Override
    public Set<String> optional() {
        return Set.of("user", "port", "identity", "lanes");
    }

    @Override
    public Session open(TargetSettings settings) throws IOException {
        String identity = settings.value("identity");
        var login = new Login(
                settings.environment(),
                identity.isEmpty() ? Optional.empty() : Optional.of(Login.keyFile(settings, identity)));
        var place = new HostFolder.Place(
                settings.value("user"),
                settings.value("host"),
                settings.number("port", 1, HIGHEST_PORT, 0),
                settings.value("path"));
        return new StoreSession(new HostFolder(login, place, settings.number("lanes", 1, MOST_LANES, LANES)));
    }
}
