package press.broadsheet.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayeredFolderTest {
    @TempDir
    private Path folder = Path.of("");

    private Path layer(String name, String... files) throws IOException {
        Path layer = folder.resolve(name);
        for (String file : files) {
            Path path = layer.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, name);
        }
        return layer;
    }

    @Test
    void aSitesFilesAreThoseThatReplaceOrAddAndNotThoseOfTheAppAlone() throws IOException {
        Path app = layer("app", "base.peb", "parts/byline.peb", "assets/paper.css");
        Path site = layer("site", "parts/byline.peb", "own.peb");
        var both = new LayeredFolder(List.of(site, app));
        Set<String> names = both.names();
        assertEquals(List.of("assets/paper.css", "base.peb", "own.peb", "parts/byline.peb"), List.copyOf(names));
        assertEquals(List.of("own.peb", "parts/byline.peb"), List.copyOf(both.upper(names)));
        assertEquals(List.of("own.peb"), List.copyOf(both.added(names)));
        assertEquals("site", new String(both.read("parts/byline.peb").orElseThrow(), StandardCharsets.UTF_8));
    }

    @Test
    void ofASingleFolderAllFilesAreItsOwnAndNoneIsAdded() throws IOException {
        var alone = new LayeredFolder(List.of(folder.resolve("nowhere"), layer("app", "base.peb")));
        assertEquals(Set.of("base.peb"), alone.upper(alone.names()));
        assertEquals(Set.of(), alone.added(alone.names()));
    }
}
