package press.broadsheet.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code broadsheet new}: begins a paper or an article. */
@CommandLine.Command(
        name = "new",
        description = "Begins a paper or an article, or prints how another machine publishes the paper.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {NewCommand.SiteCommand.class, NewCommand.ArticleCommand.class, WorkflowCommand.class})
final class NewCommand extends CommandGroup {
    NewCommand(Console console) {
        super(console);
    }

    /** {@code broadsheet new site}. */
    @CommandLine.Command(
            name = "site",
            description = "Begins a paper in a new folder: a few articles that say how one is made.",
            footer = {"", "For example: broadsheet new site my-paper"},
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class SiteCommand implements Callable<Integer> {
        private final Console console;

        @CommandLine.Mixin
        private Moment moment = new Moment();

        @Parameters(index = "0", paramLabel = "DIR", description = "The folder; it must be empty or not exist.")
        private Path folder = Path.of(".");

        @Option(
                names = "--demo",
                description = "Fill it with the demonstration paper instead, which shows every feature.")
        private boolean demo;

        SiteCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            if (!isFree(folder)) {
                console.err()
                        .println("broadsheet: " + folder + " is not empty. Nothing was changed; name a new folder.");
                return Exit.WRONG_USE;
            }
            var starter = new Starter(folder, LocalDate.ofInstant(moment.instant(), ZoneOffset.UTC));
            if (demo) {
                starter.copy(console.home().resolve("content"));
            } else {
                starter.write();
            }
            console.out().println("A paper begins in " + folder + ".");
            console.out().println("Its name and address stand in " + folder.resolve("content/site.yaml") + ".");
            console.out().println("To see it while you write:  broadsheet serve " + folder);
            console.out().println("To make it for readers:     broadsheet build " + folder);
            return Exit.GOOD;
        }

        private static boolean isFree(Path folder) throws IOException {
            if (!Files.exists(folder)) {
                return true;
            }
            if (!Files.isDirectory(folder)) {
                return false;
            }
            try (var entries = Files.newDirectoryStream(folder)) {
                return !entries.iterator().hasNext();
            }
        }
    }

    /** {@code broadsheet new article}. */
    @CommandLine.Command(
            name = "article",
            description = "Begins an article: a draft with its headline, in its section's folder.",
            footer = {"", "For example: broadsheet new article \"The council votes on the bridge\" --section=city"},
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class ArticleCommand implements Callable<Integer> {
        private final Console console;

        @CommandLine.Mixin
        private Moment moment = new Moment();

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Parameters(
                index = "0",
                paramLabel = "HEADLINE",
                description = "In quotation marks, if it has more than one word.")
        private String headline = "";

        @Option(
                names = "--section",
                required = true,
                paramLabel = "ID",
                description = "The section's folder, for example city or sport/sailing.")
        private String section = "";

        @Option(names = "--site", paramLabel = "DIR", description = "The folder that has content/ (default: this one).")
        private Path site = Path.of(".");

        @Option(
                names = "--lang",
                paramLabel = "TAG",
                defaultValue = "",
                description = "An edition other than the default, for example uk.")
        private String language = "";

        ArticleCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            NewArticle.check(Objects.requireNonNull(spec), section, language, site);
            if (headline.isBlank()) {
                throw new CommandLine.ParameterException(spec.commandLine(), "The headline is empty.");
            }
            ZonedDateTime now = moment.instant().atZone(PaperSettings.zone(site));
            var article = new NewArticle(site, language, section, now.toLocalDate(), headline);
            try {
                console.out().println(article.write(article.draft(now)));
                return Exit.GOOD;
            } catch (FileAlreadyExistsException e) {
                console.err().println("broadsheet: " + e.getFile() + " exists already. Nothing was changed.");
                return Exit.PROBLEMS;
            }
        }
    }
}
