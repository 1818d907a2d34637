package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitOverSshTest extends GitDeployment {
    private SecureHost host;
    private Wire wire;

    @BeforeEach
    void reach() throws Exception {
        host = new SecureHost(folder);
        git.serveOn(host);
        wire = Wire.to(host.port());
        host.makeKnown(wire.port());
        environment.put("HOME", host.home.toString());
        settings.put("repository", address());
    }

    @AfterEach
    void hangUp() throws IOException {
        wire.close();
        host.close();
    }

    @Override
    String address() {
        return "ssh://editor@127.0.0.1:" + wire.port() + "/site.git";
    }

    @Override
    Wire wire() {
        return wire;
    }

    @Test
    void aHostThatIsNotKnownIsRefusedWithTheLineToAdd() throws IOException {
        Path known = host.home.resolve(".ssh/known_hosts");
        Files.delete(known);
        String told = refusal();
        assertTrue(told.startsWith("The host [127.0.0.1]:" + wire.port() + " is unknown."), told);
        assertTrue(told.endsWith(host.line(wire.port())), told);
    }

    @Test
    void aKeyThatIsNotLetInIsTold() throws IOException {
        Files.delete(host.home.resolve(".ssh/id_ecdsa"));
        assertEquals(
                "The host does not let editor@127.0.0.1 in. Tried: nothing: there is no agent, key or password.",
                refusal().lines().findFirst().orElseThrow());
    }

    @Test
    void aRepositoryThatIsNotThereIsTold() throws IOException {
        settings.put("repository", "ssh://editor@127.0.0.1:" + wire.port() + "/other.git");
        assertTrue(refusal().startsWith("There is no repository ssh://editor@"), refusal());
    }
}
