package press.broadsheet.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.problem.Place;
import press.broadsheet.publish.sftp.SftpTarget;

class SftpDeploymentTest extends RemoteDeployment {
    private SecureHost host;
    private Wire wire;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void aHost() throws Exception {
        host = new SecureHost(folder);
        wire = Wire.to(host.port());
        host.makeKnown(wire.port());
        environment.put("HOME", host.home.toString());
        settings.putAll(Map.of(
                "host", "127.0.0.1", "port", Integer.toString(wire.port()), "user", "editor", "path", "/srv/www"));
    }

    @AfterEach
    void end() throws IOException {
        wire.close();
        host.close();
    }

    @Override
    Target.Session open() throws IOException {
        var session = new SftpTarget()
                .open(new TargetSettings(
                        "here",
                        "sftp",
                        settings,
                        folder,
                        environment,
                        Place.in(Path.of("content/site.yaml")),
                        Map.of()));
        return ((StoreSession) session).at(LIVELY);
    }

    @Override
    Map<String, String> shown() throws IOException {
        var files = new TreeMap<String, String>();
        Path www = host.root.resolve("srv/www");
        try (var walk = Files.walk(www)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = www.relativize(file).toString();
                if (!name.startsWith(".broadsheet")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }

    @Override
    Wire wire() {
        return wire;
    }

    @Test
    void aSecondDeploymentAtTheSameTimeIsRefused() throws IOException {
        try (Target.Session first = open()) {
            assertTrue(first.lock(NOON).isEmpty());
            Outcome second = deploy(NOON);
            assertEquals(
                    "Another deployment to sftp://editor@127.0.0.1:" + wire.port()
                            + "/srv/www is running since 2026-11-24T12:00:00Z.",
                    second.other().orElseThrow());
        }
        assertTrue(deploy(NOON).isComplete());
    }

    @Test
    void theLockOfADeploymentThatWasKilledGivesWay() throws IOException {
        Files.createDirectories(host.root.resolve("srv/www/.broadsheet"));
        Files.writeString(host.root.resolve("srv/www/.broadsheet/lock"), "somebody\n2026-11-24T11:00:00Z\n7\n");
        assertTrue(deploy(NOON).isComplete());
        assertEquals(site, shown());
    }

    @Test
    void aHostThatIsNotKnownIsRefusedWithTheLineToAdd() throws IOException {
        Path known = host.home.resolve(".ssh/known_hosts");
        Files.delete(known);
        String told = refusal();
        assertTrue(
                told.startsWith("The host [127.0.0.1]:" + wire.port() + " is unknown. It shows the key SHA256:"), told);
        assertTrue(told.endsWith("add this line to " + known + ":\n" + host.line(wire.port())), told);
        Files.writeString(known, told.substring(told.lastIndexOf('\n') + 1) + "\n");
        assertTrue(deploy(NOON).isComplete());
    }

    @Test
    void aHostThatShowsAnotherKeyThanItHadIsRefused() throws Exception {
        try (var other = new SecureHost(folder.resolve("other"))) {
            Files.writeString(host.home.resolve(".ssh/known_hosts"), other.line(wire.port()) + "\n");
        }
        String told = refusal();
        assertTrue(told.contains("shows another key than"), told);
        assertTrue(told.contains("Somebody may stand between.\nNothing was sent."), told);
    }

    @Test
    void wrongCredentialsAreToldWithWhatWasTried() throws Exception {
        try (var other = new SecureHost(folder.resolve("other"))) {
            Files.copy(
                    other.home.resolve(".ssh/id_ecdsa"),
                    host.home.resolve(".ssh/id_ecdsa"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        environment.put("BROADSHEET_SSH_PASSWORD", "wrong guess");
        String told = refusal();
        assertEquals(
                "The host does not let editor@127.0.0.1 in. Tried: the key " + host.home.resolve(".ssh/id_ecdsa")
                        + ", the password.",
                told.lines().findFirst().orElseThrow());
        assertTrue(!told.contains("wrong guess"), told);
    }

    @Test
    void aPasswordFromTheEnvironmentServes() throws IOException {
        Files.delete(host.home.resolve(".ssh/id_ecdsa"));
        environment.put("BROADSHEET_SSH_PASSWORD", "open sesame");
        assertTrue(deploy(NOON).isComplete());
    }

    private String place() {
        return "sftp://editor@127.0.0.1:" + wire.port() + "/srv/www";
    }

    @Override
    void refuse(Trouble trouble) {
        host.room.set(Integer.MAX_VALUE);
        host.noWriting.set(
                switch (trouble) {
                    case NONE -> null;
                    case NO_SPACE ->
                        new SftpException(SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, "No space left on device");
                    case READ_ONLY -> new AccessDeniedException("/srv/www");
                });
    }

    @Override
    String toldOf(Trouble trouble) {
        return trouble == Trouble.NO_SPACE
                ? "There is no space left at " + place() + ".\nMake room there, and deploy again."
                : "Nothing can be written at " + place()
                        + ": permission is denied for /srv/www/.broadsheet/lock.\n"
                        + "Let the user who logs in write there, or name another path.";
    }

    /** Two are its own: what was there before, and what is under way. */
    @Override
    void fillAfter(int files) {
        host.room.set(files + 2);
    }

    @Test
    void aRealDiskThatIsFullOrLockedIsTold() throws IOException {
        assumeTrue(host.servesLikeMost(), "OpenSSH's server for files is not installed; nothing is known of real ones");
        settings.put("path", host.root.resolve("srv/www").toString());
        String place = "sftp://editor@127.0.0.1:" + wire.port() + settings.get("path");
        try (SmallDisk disk = SmallDisk.at(host.root, 4000)) {
            manyLargePages(1);
            assertTrue(deploy(NOON).isComplete());
            manyLargePages(2);
            site.put("index.html", "the front after");
            // Each goes on where the one before had no more room.
            boolean enough = false;
            for (int pages = 0; !enough; pages += 10) {
                disk.fill(pages);
                Outcome done = deploy(NOON.plusSeconds(60 + pages));
                disk.makeRoom();
                enough = done.isComplete();
                if (!enough) {
                    assertEquals(
                            "There is no space left at " + place + ".\nMake room there, and deploy again.",
                            told(done.failure().orElseThrow()));
                    assertEquals("front", shown().get("index.html"));
                    shown().forEach((path, text) -> assertTrue(
                            text.length() == 20_000 || !path.contains("/page-"), path + " has " + text.length()));
                }
                assertTrue(pages < 500, "It never has enough");
            }
            assertEquals(site, shown());
            site.put("index.html", "the front after that");
            disk.lock();
            assertEquals(
                    "Nothing can be written at " + place + ": it is read-only.\n"
                            + "Ask the host's owner, or name another path.",
                    refusal());
            disk.unlock();
            assertTrue(deploy(NOON.plusSeconds(1200)).isComplete());
            assertEquals(site, shown());
        }
    }

    @Test
    void aHostThatCannotBeReachedIsTold() throws IOException {
        wire.close();
        assertTrue(refusal().startsWith("The host 127.0.0.1 cannot be reached: Connection refused"), refusal());
    }

    @Test
    void aDeploymentWithoutChangesMakesOneReadOfTheManifest() throws IOException {
        deploy(NOON);
        host.requests.set(0);
        try (Target.Session session = open()) {
            var terms = new Deployment.Terms(
                    NOON.plusSeconds(60), java.time.Duration.ofHours(1), 1, java.time.Duration.ZERO, Stage::of);
            var deployment = new Deployment(finished(), terms, Transfer.NONE);
            assertTrue(deployment.compare(session).isNothing());
            assertTrue(deployment
                    .run(session, work -> java.util.List.of(), work -> {})
                    .isComplete());
        }
        // Opening it, its size, reading it, reading its end, closing it.
        assertTrue(host.requests.get() <= 6, host.requests.toString());
    }

    @Test
    void keysOfTheKindEd25519Serve() throws Exception {
        try (var modern = new SecureHost(folder.resolve("modern"), "ssh-ed25519", "id_ed25519")) {
            modern.makeKnown(modern.port());
            environment.put("HOME", modern.home.toString());
            settings.put("port", Integer.toString(modern.port()));
            assertTrue(deploy(NOON).isComplete());
            assertEquals("front", Files.readString(modern.root.resolve("srv/www/index.html")));
        }
    }

    @Test
    void anAgentServes() throws Exception {
        Files.delete(host.home.resolve(".ssh/id_ecdsa"));
        try (var agent = new KeyAgent(host.client())) {
            environment.put("SSH_AUTH_SOCK", agent.socket().toString());
            assertTrue(deploy(NOON).isComplete());
            assertEquals(site, shown());
        }
    }

    @Test
    void aKeyFileThatTheSettingsNameServes() throws IOException {
        Files.move(host.home.resolve(".ssh/id_ecdsa"), host.home.resolve("deploy"));
        settings.put("identity", "~/deploy");
        assertTrue(deploy(NOON).isComplete());
        settings.put("identity", "~/other");
        assertEquals(
                "There is no key file " + host.home.resolve("other")
                        + ".\nName one that is there, or leave identity out for the usual keys and the agent.",
                refusal());
    }

    @Test
    void namesOfHostsMayComeFromTheUsersSettingsForSsh() throws IOException {
        Files.writeString(
                host.home.resolve(".ssh/config"),
                "Host lantern\n  HostName 127.0.0.1\n  Port " + wire.port()
                        + "\n  User editor\n  StrictHostKeyChecking no\n");
        settings.put("host", "lantern");
        settings.remove("port");
        settings.remove("user");
        assertTrue(deploy(NOON).isComplete());
        Files.delete(host.home.resolve(".ssh/known_hosts"));
        assertTrue(refusal().contains("is unknown"), "The host is believed though no key of it is known");
    }

    @Test
    void whatADeploymentThatWasKilledHadBegunToSendIsSweptAway() throws IOException {
        Path left = host.root.resolve("srv/www/.broadsheet/part-00000000-1");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half");
        deploy(NOON);
        try (var own = Files.list(left.getParent())) {
            assertEquals(
                    java.util.List.of("manifest.gz"),
                    own.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void foldersThatBecomeEmptyAreRemoved() throws IOException {
        site.put("old/deep/index.html", "old");
        deploy(NOON);
        site.remove("old/deep/index.html");
        deploy(NOON.plusSeconds(60));
        deploy(NOON.plusSeconds(7200));
        assertTrue(Files.notExists(host.root.resolve("srv/www/old")));
        assertTrue(Files.exists(host.root.resolve("srv/www/world")));
    }
}
