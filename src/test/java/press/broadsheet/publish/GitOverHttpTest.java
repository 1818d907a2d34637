package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitOverHttpTest extends GitDeployment {
    private Wire wire;

    @BeforeEach
    void reach() throws Exception {
        wire = Wire.to(git.port());
        environment.put("BROADSHEET_GIT_TOKEN", GitHost.TOKEN);
        settings.put("repository", address());
    }

    @AfterEach
    void hangUp() throws IOException {
        wire.close();
    }

    @Override
    String address() {
        return "http://127.0.0.1:" + wire.port() + "/site.git";
    }

    @Override
    Wire wire() {
        return wire;
    }

    @Test
    void aWrongTokenIsToldAndNotPrinted() throws IOException {
        environment.put("BROADSHEET_GIT_TOKEN", "wrong");
        String told = refusal();
        assertEquals(
                address()
                        + " does not let us in.\nGive a token that may write to it as BROADSHEET_GIT_TOKEN, or let git's"
                        + " credential helper have one.",
                told);
        assertFalse(told.contains("wrong"), told);
    }

    @Test
    void aPasswordInTheSettingsIsRefused() throws IOException {
        settings.put("repository", "https://editor:hunter2@example.org/site.git");
        String told = refusal();
        assertTrue(told.startsWith("The address of the repository has a password in it"), told);
        assertFalse(told.contains("hunter2"), told);
    }

    @Test
    void aDeploymentWithoutChangesAsksOnce() throws IOException {
        deploy(NOON);
        git.requests.set(0);
        assertTrue(deploy(NOON.plusSeconds(60)).difference().isNothing());
        // The capabilities, without and with the token, and where the branch is.
        assertTrue(git.requests.get() <= 3, git.requests.toString());
    }
}
