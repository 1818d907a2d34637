package press.broadsheet.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine;
import press.broadsheet.text.Nearest;

/** What is wrong with how a command was called: in a few lines, and with what to type instead. */
final class WrongUse {
    private static final Pattern INVALID =
            Pattern.compile("Invalid value for (?:option '([^']+)'(?: \\([^)]*\\))?|positional parameter[^:]*): ");

    private static final Pattern CHOICE = Pattern.compile("expected one of \\[(.*)] .*but was '([^']*)'");

    private WrongUse() {}

    /** The lines to print, the mistake first. */
    static List<String> of(CommandLine.ParameterException wrong) {
        var lines = new ArrayList<String>();
        switch (wrong) {
            case CommandLine.UnmatchedArgumentException unmatched -> lines.addAll(unmatched(unmatched));
            case CommandLine.MissingParameterException missing -> lines.addAll(missing(missing));
            default -> lines.add(plain(String.valueOf(wrong.getMessage())));
        }
        // All options would bury what is wrong.
        lines.add("See: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return lines;
    }

    private static List<String> unmatched(CommandLine.UnmatchedArgumentException wrong) {
        CommandLine.Model.CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String word = wrong.getUnmatched().getFirst();
        if (wrong.isUnknownOption()) {
            String option = word.split("=", 2)[0];
            var options = new TreeSet<String>();
            command.options().forEach(each -> options.add(each.longestName()));
            return with("There is no option \"" + option + "\".", option, options);
        }
        if (!command.subcommands().isEmpty()) {
            return with(
                    "There is no command \"" + word + "\".",
                    word,
                    command.subcommands().keySet());
        }
        return List.of(
                "\"" + word + "\" is one word too many.",
                "What belongs together stands in quotation marks: \"... " + word + "\"");
    }

    private static List<String> with(String message, String word, Collection<String> names) {
        return Nearest.of(word, names)
                .map(near -> List.of(message, "Did you mean " + near + "?"))
                .orElse(List.of(message));
    }

    /** Who does not know that something is due does not know either what it is for. */
    private static List<String> missing(CommandLine.MissingParameterException wrong) {
        var lines = new ArrayList<String>();
        for (CommandLine.Model.ArgSpec argument : wrong.getMissing()) {
            String name = argument instanceof CommandLine.Model.OptionSpec option
                    ? option.longestName() + "=" + option.paramLabel()
                    : argument.paramLabel();
            lines.add(name + " is missing. " + String.join(" ", argument.description()));
        }
        return lines.isEmpty() ? List.of(plain(String.valueOf(wrong.getMessage()))) : lines;
    }

    private static String plain(String message) {
        return INVALID.matcher(message)
                .replaceFirst(found -> found.group(1) == null ? "" : found.group(1) + ": ")
                .replaceFirst("'([^']*)' is not an? (?:int|long)$", "\"$1\" is no whole number.")
                .transform(WrongUse::choice);
    }

    private static String choice(String message) {
        return CHOICE.matcher(message)
                .replaceFirst(found -> "\"" + found.group(2) + "\" is none of: "
                        + found.group(1).toLowerCase(Locale.ROOT) + ".");
    }
}
