package press.broadsheet.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import press.broadsheet.files.SourceTree;
import press.broadsheet.markdown.Markdown;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.SiteReader;
import press.broadsheet.read.Typesetters;

/** The sections that a paper declares, for commands that file something there. */
final class PaperSections {
    private static final String SETTINGS = "site.yaml";

    private PaperSections() {}

    /**
     * Those of an edition; none if the paper has no settings that can be read, which is for {@code check} to tell.
     *
     * @param language the edition's folder; empty for the default
     */
    static List<Section> of(Path site, String language) {
        var content = new SourceTree(site);
        var untold = new Problems();
        if (!content.has(SETTINGS)) {
            return List.of();
        }
        var files = new TreeMap<String, byte[]>();
        content.walk(untold).stream()
                .map(file -> file.path())
                .filter(path -> path.endsWith("/_section.md"))
                .forEach(path -> content.read(path, untold).ifPresent(bytes -> files.put(path, bytes)));
        return content.read(SETTINGS, untold)
                .flatMap(bytes -> new SiteReader(PaperSections::typesetters).read(bytes, files, untold))
                .flatMap(paper -> paper.editions().stream()
                        .filter(edition -> edition.folder().equals(language))
                        .findFirst())
                .map(Site.EditionSettings::sections)
                .orElse(List.of());
    }

    private static Typesetters typesetters(Site.Text text) {
        var markdown = new Markdown(text);
        return new Typesetters(markdown, markdown);
    }
}
