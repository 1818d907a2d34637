package press.broadsheet.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import press.broadsheet.files.SourceTree;
import press.broadsheet.markdown.Markdown;
import press.broadsheet.news.Site;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.SiteReader;
import press.broadsheet.read.Typesetters;

/** A paper's settings, for commands that file something there. */
record PaperSettings(Site site) {
    private static final String SETTINGS = "site.yaml";

    /** Empty if the paper has no settings that can be read, which is for {@code check} to tell. */
    static Optional<PaperSettings> of(Path folder) {
        var content = new SourceTree(folder);
        var untold = new Problems();
        if (!content.has(SETTINGS)) {
            return Optional.empty();
        }
        var files = new TreeMap<String, byte[]>();
        content.walk(untold).files().stream()
                .map(file -> file.path())
                .filter(path -> path.endsWith("/_section.md"))
                .forEach(path -> content.read(path, untold).ifPresent(bytes -> files.put(path, bytes)));
        return content.read(SETTINGS, untold)
                .flatMap(bytes -> new SiteReader(PaperSettings::typesetters).read(bytes, files, untold))
                .map(PaperSettings::new);
    }

    /** The zone in which a paper's dates are meant; UTC without settings. */
    static ZoneId zone(Path folder) {
        return of(folder).map(settings -> settings.site().zone()).orElse(ZoneOffset.UTC);
    }

    /** The folders of the editions that do not stand at the root. */
    List<String> folders() {
        return Stylebook.of(site).folders();
    }

    /**
     * The sections that an edition declares.
     *
     * @param language the edition's folder; empty for the default
     */
    List<Stylebook.SectionName> sections(String language) {
        return Stylebook.of(site).editions().stream()
                .filter(edition -> edition.folder().equals(language))
                .findFirst()
                .map(Stylebook.Edition::sections)
                .orElse(List.of());
    }

    private static Typesetters typesetters(Site.Text text) {
        var markdown = new Markdown(text);
        return new Typesetters(markdown, markdown);
    }
}
