package press.broadsheet.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.sites.SiteBuilder;

/** A build that finds everything as the last one left it opens no file of the newsroom's, and any other does. */
class RepeatedBuildTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path folder = Path.of("");

    private SiteBuilder paper = new SiteBuilder(folder);
    private final AtomicBoolean read = new AtomicBoolean();

    @BeforeEach
    void aPaper() throws IOException {
        paper = new SiteBuilder(folder).write("""
                -- content/site.yaml --
                name: The Same Times
                url: https://same.example/
                zone: Europe/Kyiv
                sections: [world]
                hosting: {hosts: [nginx], compress: [gzip]}
                -- content/world/river.md --
                ---
                headline: The river rises
                published: 2026-11-24T08:00
                ---
                It rose.
                -- content/world/embargo.md --
                ---
                headline: The report
                published: 2026-11-24T08:00
                embargo: 2026-11-25T08:00
                ---
                It says.
                -- content/_notes/private.txt --
                A note.
                -- templates/parts/foot.peb --
                Printed with care
                """);
        age();
        assertEquals(List.of(), build().problems());
    }

    private void age() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(folder.resolve("public")) && !file.startsWith(folder.resolve(".broadsheet"))) {
                    Files.setLastModifiedTime(file, LONG_AGO);
                }
            }
        }
    }

    private BuildReport build() {
        return build(paper.options());
    }

    private BuildReport build(BuildOptions options) {
        read.set(false);
        return new Build(options, (step, done, total) -> read.set(true)).run();
    }

    private BuildOptions at(Instant now, boolean drafts, @Nullable URI address) {
        var usual = paper.options();
        return new BuildOptions(
                usual.site(), usual.home(), usual.output(), address, now, drafts, false, false, false, false, 2);
    }

    private void assertReads() {
        build();
        assertTrue(read.get());
        build();
        assertFalse(read.get(), "the build after it");
    }

    @Test
    void whatIsAsItWasIsNotReadAndToldTheSame() throws IOException {
        BuildReport second = build();
        assertFalse(read.get());
        assertTrue(second.committed());
        assertEquals(0, second.written());
        SiteBuilder.delete(folder.resolve(".broadsheet"));
        BuildReport anew = build();
        assertEquals(anew.filesRead(), second.filesRead());
        assertEquals(anew.published(), second.published());
        assertEquals(anew.heldBack(), second.heldBack());
        assertEquals(anew.broken(), second.broken());
        assertEquals(anew.other(), second.other());
        assertEquals(anew.planned(), second.planned());
        assertEquals(anew.planned(), second.unchanged());
        assertEquals(anew.problems(), second.problems());
        assertEquals(anew.weights(), second.weights());
        assertEquals(anew.timetable(), second.timetable());
        assertTrue(Files.readString(folder.resolve(".broadsheet/changes.json")).contains("\"added\""));
    }

    @Test
    void aBuildThatRepeatsTheLastLeavesNothingToPurge() throws IOException {
        paper.write(
                "content/world/river.md", "---\nheadline: The river falls\npublished: 2026-11-24T08:00\n---\nOh.\n");
        age();
        build();
        assertTrue(Files.readString(folder.resolve(".broadsheet/changes.json")).contains("river"));
        build();
        assertFalse(read.get());
        assertFalse(Files.readString(folder.resolve(".broadsheet/changes.json")).contains("river"));
    }

    @Test
    void aFileThatIsAsLargeAsBeforeButOfAnotherTimeIsRead() throws IOException {
        Path file = folder.resolve("content/world/river.md");
        Files.writeString(file, Files.readString(file).replace("It rose.", "It fell."));
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.toInstant().plusSeconds(1)));
        assertReads();
        assertTrue(
                paper.published("world/2026/11/24/the-river-rises/index.html").contains("It fell."));
    }

    @Test
    void aFileThatIsTooYoungToBeTrustedIsRead() throws IOException {
        Path file = folder.resolve("content/world/river.md");
        FileTime young = FileTime.from(Instant.now());
        Files.setLastModifiedTime(file, young);
        build();
        for (String text : List.of("It fell.", "It hung.")) {
            Files.writeString(file, Files.readString(file).replaceAll("It \\w+\\.", text));
            Files.setLastModifiedTime(file, young);
            build();
            assertTrue(paper.published("world/2026/11/24/the-river-rises/index.html")
                    .contains(text));
        }
    }

    @Test
    void aChangedTemplateIsSeen() throws IOException {
        paper.write("templates/parts/foot.peb", "Printed in haste\n");
        age();
        assertReads();
    }

    @Test
    void evenWhatIsSetAsideIsLookedAt() throws IOException {
        Files.delete(folder.resolve("content/_notes/private.txt"));
        assertReads();
    }

    @Test
    void aPublishedFileThatIsGoneOrTouchedIsMadeAgain() throws IOException {
        Path page = paper.output().resolve("world/2026/11/24/the-river-rises/index.html");
        String text = Files.readString(page);
        Files.delete(page);
        assertReads();
        assertEquals(text, Files.readString(page));
        Files.writeString(page, text.replace('r', 'l'));
        Files.setLastModifiedTime(page, FileTime.from(Instant.now().plusSeconds(60)));
        build();
        assertEquals(text, Files.readString(page));
        Files.delete(paper.output().resolve("world/2026/11/24/the-river-rises/index.html.gz"));
        assertReads();
        assertTrue(Files.exists(paper.output().resolve("world/2026/11/24/the-river-rises/index.html.gz")));
    }

    @Test
    void theRulesForServersAreMendedToo() throws IOException {
        Path rules = folder.resolve(".broadsheet/host/nginx.conf");
        String text = Files.readString(rules);
        Files.writeString(rules, "# mine\n");
        assertReads();
        assertEquals(text, Files.readString(rules));
    }

    @Test
    void timeAndOptionsCount() {
        Instant noon = SiteBuilder.NOON;
        build(at(noon.plus(Duration.ofHours(1)), false, null));
        assertFalse(read.get(), "an hour later nothing is due");
        build(at(noon.minus(Duration.ofHours(1)), false, null));
        assertTrue(read.get(), "an hour earlier");
        BuildReport lifted = build(at(Instant.parse("2026-11-25T06:00:00Z"), false, null));
        assertTrue(read.get(), "the embargo ends");
        assertEquals(2, lifted.published());
        build(at(Instant.parse("2026-11-25T06:00:00Z"), true, null));
        assertTrue(read.get(), "drafts");
        build(at(Instant.parse("2026-11-25T06:00:00Z"), true, URI.create("https://other.example/")));
        assertTrue(read.get(), "another address");
        build(at(Instant.parse("2026-11-25T06:00:00Z"), true, URI.create("https://other.example/")));
        assertFalse(read.get());
    }

    @Test
    void aDamagedReceiptIsNone() throws IOException {
        try (var files = Files.list(folder.resolve(".broadsheet"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("receipt-"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        assertReads();
    }

    @Test
    void aLinkFromTheTemplatesIsFollowed() throws IOException {
        Path outside = folder.resolve("outside.yaml");
        Files.writeString(outside, "foot: Elsewhere\n");
        Files.setLastModifiedTime(outside, LONG_AGO);
        Files.createSymbolicLink(folder.resolve("templates/parts/linked.peb"), outside);
        assertReads();
        Files.writeString(outside, "foot: Somewhere\n");
        Files.setLastModifiedTime(outside, FileTime.from(LONG_AGO.toInstant().plusSeconds(9)));
        assertReads();
    }

    private byte[] ledger() throws IOException {
        try (var files = Files.list(folder.resolve(".broadsheet"))) {
            Path file = files.filter(one -> one.getFileName().toString().startsWith("ledger-"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllBytes(file);
        }
    }

    private static boolean isContinued(byte[] before, byte[] after) {
        return after.length > before.length && Arrays.equals(before, 0, before.length, after, 0, before.length);
    }

    @Test
    void whatLittleChangedIsAddedToWhatTheLastBuildLeft() throws IOException {
        for (int i = 10; i < 40; i++) {
            paper.write(
                    "content/world/story-" + i + ".md",
                    "---\nheadline: Story " + i + "\npublished: 2026-11-01T08:" + i + "\n---\nText.\n");
        }
        age();
        build();
        byte[] whole = ledger();
        paper.write(
                "content/world/story-12.md",
                "---\nheadline: Story 12\npublished: 2026-11-01T08:12\n---\nAnother text.\n");
        assertEquals(List.of(), build().problems());
        byte[] continued = ledger();
        assertTrue(isContinued(whole, continued), "the ledger was written anew for one text");
        Files.delete(folder.resolve("content/world/story-13.md"));
        build();
        assertTrue(isContinued(continued, ledger()), "the ledger was written anew for what is gone");
        BuildReport again = build();
        assertFalse(again.startedAnew());
        assertEquals(0, again.reasons().size(), () -> again.reasons().toString());
        assertEquals(0, again.removed());
    }
}
