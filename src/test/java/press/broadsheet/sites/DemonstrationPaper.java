package press.broadsheet.sites;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.BuildReport;

/** The paper in {@code content/}, built with the theme in {@code templates/}: once for each host, for all tests. */
public final class DemonstrationPaper {
    private static final Map<URI, DemonstrationPaper> BUILT = new ConcurrentHashMap<>();

    private final URI base;
    private final Path output;
    private final BuildReport report;

    private DemonstrationPaper(URI base) {
        Path home = Path.of(System.getProperty("broadsheet.home", ""));
        this.base = base;
        Path folder = Path.of("target", "demonstration", String.valueOf(base.getHost()));
        SiteBuilder.delete(folder);
        this.output = folder.resolve("public").toAbsolutePath();
        // Copied, so that a build leaves no notes in the newsroom's own folder.
        Path site = output.resolveSibling("paper");
        SiteBuilder.copy(home.resolve("content"), site.resolve("content"));
        this.report = SiteBuilder.build(
                new BuildOptions(site, home, output, base, SiteBuilder.NOON, false, false, false, false, false, 2));
    }

    /** The paper as it stands at an address, which ends with a slash. It is to be read only. */
    public static DemonstrationPaper at(String base) {
        return BUILT.computeIfAbsent(URI.create(base), DemonstrationPaper::new);
    }

    public URI base() {
        return base;
    }

    public Path output() {
        return output;
    }

    public BuildReport report() {
        return report;
    }
}
