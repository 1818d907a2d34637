package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;

/**
 * Small papers that show one behaviour each, {@code sites/golden/<behaviour>/paper.txt}, and beside it {@code expected/}:
 * the published files that the paper's first lines name ({@code shows:}), byte for byte. The theme is as small as can be
 * and only these papers' own. {@code -Dgolden=accept} rewrites what is expected.
 */
class GoldenSitesTest {
    private static final Path SITES = Path.of("src/test/resources/sites/golden");
    private static final Path THEME = SITES.resolve("theme");
    private static final boolean ACCEPT = "accept".equals(System.getProperty("golden"));
    private static final Pattern SHOWS = Pattern.compile("(?m)^shows: (.+)$");
    private static final Pattern NOW = Pattern.compile("(?m)^now: (.+)$");

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyGoldenPaperIsPublishedAsItShouldBe() throws IOException {
        try (var papers = Files.list(SITES)) {
            return papers.filter(paper -> !paper.equals(THEME)).sorted().toList().stream()
                    .map(paper -> DynamicTest.dynamicTest(paper.getFileName().toString(), () -> check(paper)));
        }
    }

    private void check(Path paper) throws IOException {
        String text = Files.readString(paper.resolve("paper.txt"));
        String head = text.substring(0, text.indexOf("\n-- "));
        var site = new SiteBuilder(folder.resolve(paper.getFileName().toString())).write(text);
        BuildReport report = SiteBuilder.build(options(site, head));
        assertFalse(report.failed(false), () -> report.problems().toString());

        List<String> shown =
                SHOWS.matcher(head).results().map(line -> line.group(1)).toList();
        assertFalse(shown.isEmpty(), "The paper shows nothing");
        var published = new TreeMap<String, String>();
        shown.forEach(file -> published.put(file, site.published(file)));
        Path expected = paper.resolve("expected");
        if (ACCEPT) {
            accept(expected, published);
        }
        var wanted = new TreeMap<String, String>();
        SiteBuilder.tree(expected)
                .forEach((file, bytes) -> wanted.put(
                        file, new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
        assertEquals(wanted.keySet(), published.keySet());
        published.forEach((file, content) -> assertEquals(wanted.get(file), content, file));
    }

    private static BuildOptions options(SiteBuilder site, String head) {
        BuildOptions usual = site.options();
        Instant now = NOW.matcher(head)
                .results()
                .map(line -> Instant.parse(line.group(1)))
                .findFirst()
                .orElse(usual.now());
        return new BuildOptions(
                usual.site(), THEME, usual.output(), null, now, false, false, false, false, false, usual.threads());
    }

    private static void accept(Path expected, Map<String, String> published) throws IOException {
        for (String old : SiteBuilder.tree(expected).keySet()) {
            Files.delete(expected.resolve(old));
        }
        published.forEach((file, content) -> {
            try {
                Path target = expected.resolve(file);
                Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
                Files.writeString(target, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
