package press.broadsheet.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.problem.Problems;

class OutputTreeTest {
    @TempDir
    private Path site = Path.of("");

    private final Problems problems = new Problems();

    private Path folder() {
        return site.resolve("public");
    }

    private Path state() {
        return site.resolve(".broadsheet");
    }

    /** A build that writes files, each with its own path as text unless it says {@code path=text}. */
    private OutputTree built(String... files) {
        var tree = new OutputTree(folder(), state());
        write(tree, files);
        return tree;
    }

    private static void write(OutputTree tree, String... files) {
        var planned = new LinkedHashSet<OutputPath>();
        for (String file : files) {
            String[] parts = file.split("=", 2);
            var path = new OutputPath(parts[0]);
            planned.add(path);
            tree.write(path, parts[parts.length - 1].getBytes(StandardCharsets.UTF_8));
        }
        tree.removeAllBut(planned);
    }

    private void publish(String... files) {
        OutputTree tree = built(files);
        tree.tellForeign(problems);
        tree.commit();
    }

    private String published() throws IOException {
        return tree(folder());
    }

    private static String tree(Path root) throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                if (!file.equals(root)) {
                    String name = root.relativize(file).toString();
                    all.put(name, Files.isDirectory(file) ? "/" : Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private List<String> codes() {
        return problems.inOrder().stream().map(problem -> problem.code().id()).toList();
    }

    @Test
    void aFirstBuildMakesTheFolder() throws IOException {
        publish("index.html", "world/index.html=w");
        assertEquals("{index.html=index.html, world=/, world/index.html=w}", published());
    }

    @Test
    void onlyWhatDiffersIsWritten() throws IOException {
        publish("a=1", "b=2", "c=3");
        var time = Files.getLastModifiedTime(folder().resolve("a"));
        OutputTree tree = built("a=1", "b=x", "c=longer");
        assertEquals(2, tree.written());
        assertEquals(1, tree.unchanged());
        tree.commit();
        assertEquals(time, Files.getLastModifiedTime(folder().resolve("a")));
        assertEquals("{a=1, b=x, c=longer}", published());
    }

    @Test
    void nothingIsSeenBeforeTheCommit() throws IOException {
        publish("a=1", "b=2");
        String before = published();
        built("a=new", "c=3");
        assertEquals(before, published());
    }

    @Test
    void aDiscardedBuildLeavesNothing() throws IOException {
        publish("a=1");
        String before = tree(site);
        built("a=new", "x/y/z=3").discard();
        assertEquals(before, tree(site));
    }

    @Test
    void aKilledBuildIsClearedAwayByTheNext() throws IOException {
        publish("a=1");
        // No process has this number.
        Path left = state().resolve("stage-" + Integer.MAX_VALUE);
        Files.createDirectories(left.resolve("x"));
        Files.writeString(left.resolve("x/y"), "half");
        publish("a=2");
        assertEquals("{a=2}", published());
        assertFalse(Files.exists(left));
    }

    @Test
    void aCommitThatWasKilledInItsMiddleIsMendedByTheNext() throws IOException {
        publish("a=1", "old=1");
        // What such a commit leaves: the manifest names old and new files; some are moved in, nothing is removed.
        new Manifest(folder(), state())
                .write(List.of(new OutputPath("a"), new OutputPath("new"), new OutputPath("old")));
        Files.writeString(folder().resolve("new"), "half");
        publish("a=2");
        assertEquals("{a=2}", published());
        assertEquals(List.of(), codes());
    }

    @Test
    void whatIsNoLongerPlannedGoesAndSoDoEmptyFolders() throws IOException {
        publish("a=1", "world/2026/river/index.html", "world/index.html=w");
        OutputTree tree = built("a=1", "world/index.html=w");
        assertEquals(1, tree.removeAllBut(Set.of(new OutputPath("a"), new OutputPath("world/index.html"))));
        tree.commit();
        assertEquals("{a=1, world=/, world/index.html=w}", published());
    }

    @Test
    void foreignFilesSurvive() throws IOException {
        publish("world/index.html");
        Files.writeString(folder().resolve("CNAME"), "lantern.example");
        Files.writeString(folder().resolve("world/own.txt"), "mine");
        publish("a=1");
        assertEquals("{CNAME=lantern.example, a=1, world=/, world/own.txt=mine}", published());
        assertEquals(List.of(), codes());
    }

    @Test
    void aForeignFileWhereAPageGoesIsReplacedAndTold() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("robots.txt"), "mine");
        Files.writeString(folder().resolve("same.txt"), "same");
        publish("robots.txt=paper", "same.txt=same");
        assertEquals("{robots.txt=paper, same.txt=same}", published());
        assertEquals(List.of("foreign-file-replaced"), codes());
        publish("robots.txt=new", "same.txt=new");
        assertEquals(1, codes().size(), "now it is the paper's own");
    }

    @Test
    void aForeignFolderWhereAPageGoesIsTold() throws IOException {
        Files.createDirectories(folder().resolve("feed.xml"));
        Files.writeString(folder().resolve("feed.xml/mine"), "x");
        OutputTree tree = built("feed.xml", "a");
        tree.tellForeign(problems);
        assertEquals(List.of("output-blocked"), codes());
        String before = published();
        assertThrows(IllegalStateException.class, tree::commit);
        assertEquals(before, published());
    }

    @Test
    void aPageMayBecomeAFolderAndAFolderAPage() throws IOException {
        publish("one/x=1", "two=2");
        publish("one=1", "two/x=2");
        assertEquals("{one=1, two=/, two/x=2}", published());
        assertEquals(List.of(), codes());
    }

    @Test
    void withoutItsManifestNothingIsRemoved() throws IOException {
        publish("a=1", "b=2");
        Staging.deleteAll(state());
        publish("a=1");
        assertEquals("{a=1, b=2}", published());
    }

    @Test
    void aDamagedManifestRemovesNothing() throws IOException {
        publish("a=1", "b=2");
        try (var files = Files.list(state())) {
            Path manifest = files.filter(file -> file.getFileName().toString().startsWith("manifest-"))
                    .findFirst()
                    .orElseThrow();
            String text = Files.readString(manifest);
            Files.writeString(manifest, text.substring(0, text.length() - 4));
        }
        publish("a=1");
        assertEquals("{a=1, b=2}", published());
    }

    @Test
    void aManifestCannotReachOutOfTheFolder() throws IOException {
        publish("a=1");
        Path precious = site.resolve("precious");
        Files.writeString(precious, "x");
        Path manifest;
        try (var files = Files.list(state())) {
            manifest = files.findFirst().orElseThrow();
        }
        Files.writeString(manifest, Files.readString(manifest).replace("1\na\nend", "2\na\n../precious\nend"));
        publish("b=1");
        assertTrue(Files.exists(precious));
    }

    /** A round after which some files are others, some come and some go, and nobody looks at the rest. */
    private void exchange(Set<String> ours, Set<String> gone, String... files) {
        OutputTree tree = OutputTree.of(folder(), state(), paths(ours));
        for (String file : files) {
            String[] parts = file.split("=", 2);
            tree.write(new OutputPath(parts[0]), parts[parts.length - 1].getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(gone.size(), tree.exchange(paths(gone)));
    }

    private static Set<OutputPath> paths(Set<String> names) {
        return names.stream().map(OutputPath::new).collect(Collectors.toSet());
    }

    @Test
    void whatIsExchangedIsKnownToTheNextBuild() throws IOException {
        publish("a=1", "b=2", "c=3");
        exchange(Set.of("a", "b", "c"), Set.of("b"), "a=new", "d/e=4");
        assertEquals("{a=new, c=3, d=/, d/e=4}", published());
        exchange(Set.of("a", "c", "d/e"), Set.of("d/e", "c"), "b=5");
        Files.writeString(folder().resolve("c"), "somebody else's");
        publish("a=new");
        assertEquals("{a=new, c=somebody else's}", published());
        assertEquals(List.of(), codes());
    }

    @Test
    void whatIsExchangedMayHaveTheOldNameButForLetterCase() throws IOException {
        publish("a=1", "World=2");
        exchange(Set.of("a", "World"), Set.of("World"), "world=2");
        assertEquals("2", Files.readString(folder().resolve("world")));
    }

    @Test
    void aManifestThatWasCutOffWhileSomethingWasAddedIsWrittenAnew() throws IOException {
        publish("a=1", "b=2");
        exchange(Set.of("a", "b"), Set.of(), "c=3", "ü=4");
        String whole;
        Path manifest;
        try (var files = Files.list(state())) {
            manifest = files.findFirst().orElseThrow();
            whole = Files.readString(manifest);
        }
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        int end = whole.indexOf("end\n") + 4;
        for (int length = end; length < bytes.length - 1; length++) {
            Files.write(manifest, Arrays.copyOf(bytes, length));
            assertEquals(
                    paths(Set.of("a", "b")),
                    new Manifest(folder(), state()).read().paths(),
                    "cut at " + length);
            Files.delete(folder().resolve("c"));
            Files.delete(folder().resolve("ü"));
            exchange(Set.of("a", "b"), Set.of(), "c=3", "ü=4");
            assertEquals(
                    paths(Set.of("a", "b", "c", "ü")),
                    new Manifest(folder(), state()).read().paths());
        }
        publish("a=1");
        assertEquals("{a=1}", published());
        assertTrue(new Manifest(folder(), state()).read().whole());
    }

    @Test
    void twoFoldersOfOneSiteDoNotShareTheirManifest() throws IOException {
        publish("a=1");
        var other = new OutputTree(site.resolve("other"), state());
        write(other, "b=1");
        other.commit();
        publish("a=1");
        assertEquals("{b=1}", tree(site.resolve("other")));
    }

    @Test
    void aLinkWhereAPageGoesIsReplacedAndNotWrittenThrough() throws IOException {
        Files.createDirectories(folder());
        Path outside = site.resolve("outside");
        Files.writeString(outside, "mine");
        Files.createSymbolicLink(folder().resolve("a"), outside);
        publish("a=paper");
        assertEquals("mine", Files.readString(outside));
        assertEquals("{a=paper}", published());
    }

    @Test
    void filesThatDifferOnlyByLetterCaseStayApartWhereTheSystemCan() throws IOException {
        publish("World=1");
        publish("world=1");
        assertTrue(Files.exists(folder().resolve("world")));
        assertEquals("1", Files.readString(folder().resolve("world")));
    }

    @Test
    void aDryRunTouchesNothing() throws IOException {
        publish("a=1", "b=2");
        String before = tree(site);
        OutputTree tree = OutputTree.dry(folder(), state());
        write(tree, "a=x", "c=3");
        assertEquals(2, tree.written());
        tree.discard();
        assertEquals(before, tree(site));
        assertThrows(IllegalStateException.class, tree::commit);
    }

    @Test
    void manyThreadsWriteAtOnce() throws IOException {
        var tree = new OutputTree(folder(), state());
        IntStream.range(0, 2000)
                .parallel()
                .forEach(i -> tree.write(
                        new OutputPath("f" + i % 50 + "/g" + i % 7 + "/" + i), new byte[] {(byte) i, (byte) (i >> 8)}));
        tree.commit();
        assertEquals(2000, tree.written());
        try (var files = Files.walk(folder())) {
            assertEquals(2000, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void foldersThatABuildCouldHarmAreRefused() throws IOException {
        Files.createDirectories(site.resolve("content"));
        Path file = Files.writeString(site.resolve("file"), "x");
        Path link = Files.createSymbolicLink(site.resolve("link"), site.resolve("content"));
        for (Path wrong : new Path[] {
            site,
            site.resolve("content"),
            site.resolve("content/public"),
            site.resolve("public/../templates"),
            site.getRoot(),
            Path.of(System.getProperty("user.home")),
            site.getParent(),
            link,
            file
        }) {
            var told = new Problems();
            assertFalse(OutputFolder.check(wrong, site, told), wrong.toString());
            assertEquals(1, told.inOrder().size());
        }
        assertTrue(OutputFolder.check(folder(), site, problems));
        assertTrue(OutputFolder.check(site.resolveSibling("elsewhere/paper"), site, problems));
    }
}
