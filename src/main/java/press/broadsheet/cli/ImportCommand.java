package press.broadsheet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.broadsheet.news.Stylebook;
import press.broadsheet.read.DateProposal;
import press.broadsheet.read.WireText;

/** {@code broadsheet import}: brings in what was written elsewhere. */
@CommandLine.Command(
        name = "import",
        description = "Brings in what was written elsewhere.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ImportCommand.TextCommand.class)
final class ImportCommand extends CommandGroup {
    ImportCommand(Console console) {
        super(console);
    }

    /** {@code broadsheet import text}. */
    @CommandLine.Command(
            name = "text",
            description = "Makes an article of a plain wire story: headline, standfirst, one paragraph a line.",
            footer = {"", "For example: broadsheet import text story.txt --date=2026-11-24T09:30 --section=world"},
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class TextCommand implements Callable<Integer> {
        /** No story comes near it. */
        private static final int LARGEST = 8 << 20;

        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd['T'HH:mm[:ss][XXX]]", Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);

        private final Console console;

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "FILE",
                defaultValue = "-",
                description = "The story, in UTF-8 (default: -, standard input).")
        private String file = "-";

        @Option(
                names = "--date",
                required = true,
                paramLabel = "DATE",
                description = "When it was published: 2026-11-24, 2026-11-24T09:30 (in the paper's zone) or"
                        + " 2026-11-24T09:30+02:00. It is never guessed.")
        private String date = "";

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

        TextCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            NewArticle.check(spec(), section, language, site);
            LocalDate day = day();
            List<Stylebook.SectionName> sections = PaperSettings.of(site)
                    .map(paper -> paper.sections(language))
                    .orElse(List.of());
            Optional<WireText> wire = WireText.read(text(), sections);
            if (wire.isEmpty()) {
                console.err().println("broadsheet: the story holds no words. Nothing was written.");
                return Exit.PROBLEMS;
            }
            var place = new NewArticle(site, language, section, day, wire.get().headline());
            try {
                Path written = place.write(wire.get().toMarkdown(date, section));
                console.out().println(written);
                tellWhatItLacks(wire.get());
                return Exit.GOOD;
            } catch (FileAlreadyExistsException e) {
                console.err().println("broadsheet: " + e.getFile() + " exists already. Nothing was changed.");
                return Exit.PROBLEMS;
            }
        }

        private void tellWhatItLacks(WireText wire) {
            if (wire.authors().isEmpty() && wire.source().isEmpty()) {
                console.err().println("The story names no author and no source: add \"authors\" or \"source\".");
            }
            tellSection(wire);
            for (WireText.Line undated : wire.undated()) {
                console.err()
                        .println("Line " + undated.line() + ": \"" + Plain.of(undated.text())
                                + "\" does not say its year.");
            }
        }

        /** Its last line named a section and was taken away: whoever filed it elsewhere should know. */
        private void tellSection(WireText wire) {
            if (!wire.section().isEmpty() && !wire.section().equals(section)) {
                console.err()
                        .println("The story's last line files it under \"" + Plain.of(wire.section())
                                + "\"; it is now under \"" + section + "\".");
            }
            if (wire.wantedSection().line() > 0) {
                console.err()
                        .println("Line " + wire.wantedSection().line() + ": \""
                                + Plain.of(wire.wantedSection().text())
                                + "\" is no section of this paper; the line was left out.");
            }
            if (wire.likeSection().line() > 0) {
                console.err()
                        .println("Line " + wire.likeSection().line() + ": \""
                                + Plain.of(wire.likeSection().text())
                                + "\" is no section of this paper; the line is now an item of a list.");
            }
        }

        /** The day in the paper's zone; a time without offset is meant there, as it is in the article that is written. */
        private LocalDate day() {
            try {
                TemporalAccessor parsed = DATE.parseBest(
                        date.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                return switch (parsed) {
                    case OffsetDateTime moment ->
                        moment.atZoneSameInstant(PaperSettings.zone(site)).toLocalDate();
                    case LocalDateTime time -> time.toLocalDate();
                    default -> LocalDate.from(parsed);
                };
            } catch (DateTimeParseException e) {
                throw wrong("--date: \"" + date + "\" is no date. "
                        + DateProposal.of(date, PaperSettings.zone(site))
                                .orElse("Write it as 2026-11-24, 2026-11-24T09:30 or 2026-11-24T09:30+02:00."));
            }
        }

        private String text() throws IOException {
            byte[] bytes;
            if (file.equals("-")) {
                bytes = limited(console.in());
            } else {
                Path path = Path.of(file);
                if (!Files.isReadable(path) || Files.isDirectory(path)) {
                    throw wrong("There is no readable file " + file + ".");
                }
                try (InputStream in = Files.newInputStream(path)) {
                    bytes = limited(in);
                }
            }
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace("\u0000", "");
            } catch (CharacterCodingException e) {
                throw wrong("The story is not text in UTF-8.");
            }
        }

        private byte[] limited(InputStream in) throws IOException {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw wrong("The story has more than " + (LARGEST >> 20) + " MB.");
            }
            return bytes;
        }

        private CommandLine.Model.CommandSpec spec() {
            return Objects.requireNonNull(spec);
        }

        private CommandLine.ParameterException wrong(String message) {
            return new CommandLine.ParameterException(spec().commandLine(), message);
        }
    }
}
