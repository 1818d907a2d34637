package press.broadsheet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import press.broadsheet.text.Nearest;
import press.broadsheet.text.Slug;

/**
 * An article that does not exist yet, and where it goes: {@code content/world/2026/11/river-rises.md}.
 *
 * @param language empty for the default edition
 */
record NewArticle(Path site, String language, String section, LocalDate day, String headline) {

    /** Throws what picocli tells as wrong use. */
    static void check(CommandLine.Model.CommandSpec spec, String section, String language, Path site) {
        for (String part : section.split("/", -1)) {
            if (!Slug.isSafe(part)) {
                throw wrong(
                        spec,
                        "--section: \"" + section + "\" cannot be a section; write it as world or sport/football.");
            }
        }
        if (!language.isEmpty() && !language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw wrong(spec, "--lang: \"" + language + "\" is no language tag.");
        }
        if (!Files.isDirectory(site.resolve("content"))) {
            throw wrong(spec, "There is no folder content/ in " + site + ". Name the site folder with --site.");
        }
        PaperSettings.of(site).ifPresent(settings -> checkSection(spec, section, language, settings));
    }

    /** What is filed in a section that does not exist is no article of the paper's. */
    private static void checkSection(
            CommandLine.Model.CommandSpec spec, String section, String language, PaperSettings settings) {
        List<String> editions = settings.folders();
        if (!language.isEmpty() && !editions.contains(language)) {
            throw wrong(
                    spec,
                    "--lang: the paper has no edition \"" + language + "\". "
                            + Nearest.of(language, editions)
                                    .map(near -> "Did you mean \"" + near + "\"?")
                                    .orElse("Declare it in content/site.yaml."));
        }
        List<String> sections =
                settings.sections(language).stream().map(one -> one.id().path()).toList();
        if (!sections.contains(section)) {
            throw wrong(
                    spec,
                    "--section: there is no section \"" + section + "\". "
                            + Nearest.of(section, sections)
                                    .map(near -> "Did you mean \"" + near + "\"?")
                                    .orElse(
                                            sections.isEmpty()
                                                    ? "Declare it in content/site.yaml first."
                                                    : "Sections are: " + String.join(", ", sections)
                                                            + ". A new one is declared in content/site.yaml."));
        }
    }

    private static CommandLine.ParameterException wrong(CommandLine.Model.CommandSpec spec, String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    /** Writes a new file, never over an old one. */
    Path write(String text) throws IOException {
        Path folder = site.resolve("content")
                .resolve(language)
                .resolve(section)
                .resolve(String.format(Locale.ROOT, "%04d", day.getYear()))
                .resolve(String.format(Locale.ROOT, "%02d", day.getMonthValue()));
        String slug = Slug.of(headline, language.isEmpty() ? "en" : language);
        Path file = folder.resolve((slug.isEmpty() ? "article-" + day : slug) + ".md");
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.normalize().toString());
        }
        Files.createDirectories(folder);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        return file.normalize();
    }

    /**
     * The text to begin with: a draft, so that nothing unfinished is published by accident.
     *
     * @param moment in the paper's zone
     */
    String draft(ZonedDateTime moment) {
        return """
                ---
                headline: %s
                published: %s
                status: draft
                ---

                """.formatted(
                        quoted(headline), moment.truncatedTo(ChronoUnit.MINUTES).toOffsetDateTime());
    }

    /** Always in quotation marks, so that no headline can be taken for YAML. */
    private static String quoted(String text) {
        String line = Plain.of(text.strip()).replace('\uFFFD', ' ');
        return line.indexOf('"') < 0 && line.indexOf('\\') < 0 ? '"' + line + '"' : "'" + line.replace("'", "''") + "'";
    }
}
