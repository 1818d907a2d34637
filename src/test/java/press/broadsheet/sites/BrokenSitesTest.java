package press.broadsheet.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.WeightFault;
import press.broadsheet.check.Rule;
import press.broadsheet.check.Rules;
import press.broadsheet.check.SettingFault;
import press.broadsheet.cli.ProblemTexts;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.files.FileFault;
import press.broadsheet.make.asset.StyleFault;
import press.broadsheet.make.page.TemplateFault;
import press.broadsheet.markdown.TextFault;
import press.broadsheet.news.ManuscriptFault;
import press.broadsheet.plan.AddressFault;
import press.broadsheet.problem.Problem;
import press.broadsheet.publish.DeployFault;
import press.broadsheet.read.ContentFault;

/**
 * For each problem code a broken paper, {@code sites/broken/<code>.txt}, and the exact text that a person sees,
 * {@code <code>.problems.txt}. {@code -Dgolden=accept} rewrites the texts.
 */
class BrokenSitesTest {
    private static final Path SITES = Path.of("src/test/resources/sites/broken");
    private static final boolean ACCEPT = "accept".equals(System.getProperty("golden"));

    /** Every paper has these, unless it says otherwise. */
    private static final String COMMON = """
            -- content/site.yaml --
            name: The Broken Times
            url: https://broken.example/
            sections: [world]
            """;

    /** Papers that only a check finds something wrong with do not tell who makes them either. */
    private static final String CHECKED = COMMON + "checks: {missing-policy: off}\n";

    /** What only a check tells. */
    private static List<String> checks() {
        return Stream.concat(
                        Rules.all().stream().map(Rule::id),
                        Stream.of(SettingFault.values()).map(SettingFault::id))
                .toList();
    }

    static List<Problem.Code> codes() {
        return Stream.<Problem.Code[]>of(
                        ContentFault.values(),
                        ManuscriptFault.values(),
                        TextFault.values(),
                        PaperFault.values(),
                        AddressFault.values(),
                        TemplateFault.values(),
                        StyleFault.values(),
                        FileFault.values(),
                        WeightFault.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    /** All papers of this class lie in it, each in a folder of its own. */
    @TempDir(factory = QuickFolder.class)
    private static Path papers = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyBrokenPaperIsToldExactly() throws IOException {
        try (var files = Files.list(SITES)) {
            return files.filter(file -> !file.toString().endsWith(".problems.txt")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        Path folder = Files.createDirectory(papers.resolve(name(file)));
        boolean checked = checks().contains(name(file));
        var site = new SiteBuilder(folder).write(checked ? CHECKED : COMMON).write(Files.readString(file));
        BuildReport report = checked ? site.check() : SiteBuilder.build(guarded(site.options()));
        String told = ProblemTexts.of(folder, report.problems()).replace(folder.toString(), "SITE");
        Path expected = SITES.resolve(name(file) + ".problems.txt");
        if (ACCEPT) {
            Files.writeString(expected, told);
        }
        assertEquals(Files.readString(expected), told);
        assertTrue(
                report.problems().stream()
                        .anyMatch(problem -> problem.code().id().equals(name(file))),
                "The paper does not show its own problem");
    }

    /** As "check" builds, which alone looks for silent edits. */
    private static BuildOptions guarded(BuildOptions o) {
        return new BuildOptions(
                o.site(), o.home(), o.output(), o.baseUrl(), o.now(), false, false, false, false, false, 2, true);
    }

    @Test
    void noTwoFaultsShareACode() {
        List<String> ids = Stream.concat(codes().stream().map(Problem.Code::id), checks().stream())
                .sorted()
                .toList();
        assertEquals(List.copyOf(new TreeSet<>(ids)), ids);
    }

    @Test
    void everyCodeHasABrokenPaperAndAHeadingInTheGuide() throws IOException {
        var codes = new TreeSet<String>();
        codes().forEach(code -> codes.add(code.id()));
        codes.addAll(checks());
        // A deployment's faults need a target, and are shown where that is tested.
        var deployment = Stream.of(DeployFault.values()).map(DeployFault::id).toList();
        var papers = new TreeSet<String>();
        try (var files = Files.list(SITES)) {
            files.map(BrokenSitesTest::name).forEach(papers::add);
        }
        var headings = new TreeSet<String>();
        Pattern.compile("(?m)^### `([a-z0-9-]+)`")
                .matcher(Files.readString(Path.of("src/docs/problems.md")))
                .results()
                .forEach(heading -> headings.add(heading.group(1)));
        assertEquals(String.join("\n", codes), String.join("\n", papers), "broken papers");
        codes.addAll(deployment);
        assertEquals(String.join("\n", codes), String.join("\n", headings), "headings in src/docs/problems.md");
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }
}
