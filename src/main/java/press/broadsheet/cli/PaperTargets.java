package press.broadsheet.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import press.broadsheet.files.SourceTree;
import press.broadsheet.markdown.Markdown;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.DeployFault;
import press.broadsheet.publish.TargetSettings;
import press.broadsheet.publish.Targets;
import press.broadsheet.read.SiteReader;
import press.broadsheet.read.TargetReader;
import press.broadsheet.read.Typesetters;
import press.broadsheet.text.Nearest;

/**
 * Where a paper can be deployed to.
 *
 * @param root the paper's address, with a closing slash
 */
record PaperTargets(List<TargetSettings> targets, Targets kinds, URI root) {
    private static final String SETTINGS = "site.yaml";
    private static final URI NOWHERE = URI.create("/");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})\\s*(s|m|h|d)");
    private static final Duration GRACE = Duration.ofHours(1);

    /** Those of the settings; problems tell what is wrong with them. */
    static PaperTargets read(Path site, @Nullable URI baseUrl, Map<String, String> environment, Problems problems) {
        var content = new SourceTree(site);
        var untold = new Problems();
        Optional<byte[]> settings = content.has(SETTINGS) ? content.read(SETTINGS, problems) : Optional.empty();
        List<TargetSettings> targets =
                settings.map(bytes -> TargetReader.read(bytes, problems)).orElse(List.of()).stream()
                        .map(target -> new TargetSettings(
                                target.name(),
                                target.kind(),
                                target.settings(),
                                site,
                                environment,
                                target.place(),
                                target.places()))
                        .toList();
        URI root = settings.flatMap(bytes -> new SiteReader(PaperTargets::typesetters).read(bytes, Map.of(), untold))
                .map(paper -> paper.url())
                .orElse(NOWHERE);
        return new PaperTargets(targets, Targets.find(), baseUrl == null ? root : baseUrl);
    }

    private static Typesetters typesetters(press.broadsheet.news.Site.Text text) {
        var markdown = new Markdown(text);
        return new Typesetters(markdown, markdown);
    }

    /** The one of this name; for no name the only one. Another name is wrong use. */
    TargetSettings named(String name, CommandLine command) {
        List<String> names = targets.stream().map(TargetSettings::name).toList();
        if (names.isEmpty()) {
            throw new CommandLine.ParameterException(
                    command,
                    "content/site.yaml names no target. Add one, for example:\n"
                            + "targets:\n  production: {kind: folder, path: /srv/www/lantern}");
        }
        if (name.isEmpty()) {
            if (names.size() > 1) {
                throw new CommandLine.ParameterException(
                        command, "Which target? There are: " + String.join(", ", names) + ".");
            }
            return targets.getFirst();
        }
        return targets.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        command,
                        "There is no target \"" + name + "\". "
                                + Nearest.of(name, names)
                                        .map(near -> "Did you mean \"" + near + "\"?")
                                        .orElse("There are: " + String.join(", ", names) + ".")));
    }

    /** How long what is gone can still be reached: {@code 30s}, {@code 15m}, {@code 2h}, {@code 7d} or {@code 0}. */
    static Optional<Duration> grace(TargetSettings settings, Problems problems) {
        String text = settings.value(Targets.GRACE);
        if (text.isEmpty()) {
            return Optional.of(GRACE);
        }
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            problems.add(
                    DeployFault.UNUSABLE_TARGET,
                    settings.place(Targets.GRACE),
                    "\"" + text + "\" is no time of grace.",
                    "Write a number and s, m, h or d: grace: 15m");
            return Optional.empty();
        }
        long number = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }
}
