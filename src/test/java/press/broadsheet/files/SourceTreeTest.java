package press.broadsheet.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.problem.Problems;

class SourceTreeTest {
    @TempDir
    private Path site = Path.of("");

    private final Problems problems = new Problems();

    private Path put(String name) throws IOException {
        Path file = site.resolve("content").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    private Path link(String name, Path target) throws IOException {
        Path link = site.resolve("content").resolve(name);
        Files.createDirectories(link.getParent());
        return Files.createSymbolicLink(link, target);
    }

    private List<String> walked() {
        return new SourceTree(site)
                .walk(problems).files().stream().map(SourceFile::path).toList();
    }

    private List<String> told() {
        return problems.inOrder().stream()
                .map(problem -> problem.code().id() + " " + problem.place())
                .toList();
    }

    @Test
    void filesComeInTheOrderOfTheirPaths() throws IOException {
        for (String name : new String[] {"world/b.md", "World/a.md", "z.md", "world/a.md", "site.yaml"}) {
            put(name);
        }
        assertEquals(List.of("World/a.md", "site.yaml", "world/a.md", "world/b.md", "z.md"), walked());
    }

    @Test
    void whatEditorsAndSystemsLeaveBehindIsPassedOver() throws IOException {
        for (String name : new String[] {
            ".DS_Store", ".git/config", "a.md~", ".a.md.swp", "b.tmp", "_drafts/x.md", "_notes.md", "world/_section.md"
        }) {
            put(name);
        }
        assertEquals(List.of("world/_section.md"), walked());
        assertEquals(List.of(), told());
    }

    @Test
    void aLinkOutOfTheFolderIsToldAndItsFileIsOutOfReach() throws IOException {
        Path secret = Files.writeString(site.resolve("secret.md"), "secret");
        put("a.md");
        link("out.md", secret);
        link("folder", site);
        assertEquals(List.of("a.md"), walked());
        assertEquals(List.of("link-outside-content content/folder", "link-outside-content content/out.md"), told());
        var tree = new SourceTree(site);
        assertFalse(tree.has("out.md"));
        assertFalse(tree.has("folder/secret.md"));
        assertEquals(Optional.empty(), tree.read("out.md", problems));
        assertEquals(Optional.empty(), tree.read("folder/secret.md", problems));
    }

    @Test
    void aLinkToAFileInsideIsThatFile() throws IOException {
        put("a.md");
        link("b.md", Path.of("a.md"));
        assertEquals(List.of("a.md", "b.md"), walked());
        assertTrue(new SourceTree(site).has("b.md"));
        assertEquals(List.of(), told());
    }

    @Test
    void linksInACircleAreTold() throws IOException {
        put("world/a.md");
        link("world/loop", Path.of("../world"));
        link("self.md", Path.of("self.md"));
        link("nothing.md", Path.of("gone.md"));
        assertEquals(List.of("world/a.md"), walked());
        assertEquals(
                List.of(
                        "unreadable-file content/nothing.md",
                        "unreadable-file content/self.md",
                        "link-outside-content content/world/loop"),
                told());
    }

    @Test
    void contentItselfMayBeALink() throws IOException {
        Path elsewhere = Files.createDirectories(site.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("a.md"), "x");
        Files.createSymbolicLink(site.resolve("content"), elsewhere);
        assertEquals(List.of("a.md"), walked());
        assertTrue(new SourceTree(site).has("a.md"));
    }

    @Test
    void aHugeTextIsToldAndNotRead() throws IOException {
        Path file = put("huge.md");
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(SourceTree.LARGEST_TEXT + 1);
        }
        assertEquals(List.of(), walked());
        assertEquals(List.of("too-large content/huge.md"), told());
        assertEquals(Optional.empty(), new SourceTree(site).read("huge.md", problems));
    }

    @Test
    void withoutContentThereIsAProblem() {
        assertEquals(List.of(), walked());
        assertEquals(List.of("content-missing content"), told());
    }

    @Test
    void namesAreComposedOnEveryMachine() throws IOException {
        // As macOS writes it: e and a combining accent.
        put("cafe\u0301.md");
        assertEquals(List.of("caf\u00e9.md"), walked());
        var tree = new SourceTree(site);
        tree.walk(problems);
        assertTrue(tree.has("caf\u00e9.md"));
        assertArrayEquals(
                "cafe\u0301.md".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                tree.read("caf\u00e9.md", problems).orElseThrow());
        put("caf\u00e9.md");
        assertEquals(1, walked().size());
        assertEquals(List.of("look-alike-files content/caf\u00e9.md"), told());
    }

    @Test
    void nobodyReadsOutsideTheFolder() throws IOException {
        put("a.md");
        Files.writeString(site.resolve("secret.md"), "secret");
        var tree = new SourceTree(site);
        assertFalse(tree.has("../secret.md"));
        assertThrows(IllegalArgumentException.class, () -> tree.read("../secret.md", problems));
    }
}
