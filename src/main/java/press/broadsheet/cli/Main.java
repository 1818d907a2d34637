package press.broadsheet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import press.broadsheet.files.FullDisk;

/** The command {@code broadsheet}. */
@CommandLine.Command(
        name = "broadsheet",
        description = "The static site generator for newsrooms.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "To begin: broadsheet new site my-paper, and then: broadsheet serve my-paper",
            "",
            "Exit codes: 0 good, 1 problems in content, settings or templates, 2 wrong use, 3 publishing failed"
                    + " (a host, a full disk), 70 our fault."
        })
public final class Main {
    /** All but the one that picocli has ready; by name, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    private Main() {}

    private static Map<String, Class<?>> commands() {
        var commands = new LinkedHashMap<String, Class<?>>();
        commands.put("new", NewCommand.class);
        commands.put("import", ImportCommand.class);
        commands.put("serve", ServeCommand.class);
        commands.put("check", CheckCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("build", BuildCommand.class);
        commands.put("deploy", DeployCommand.class);
        commands.put("watch", WatchCommand.class);
        commands.put("timetable", TimetableCommand.class);
        commands.put("record", RecordCommand.class);
        return commands;
    }

    public static void main(String[] args) {
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // The launcher knows; the JDK's own answer differs between versions and costs time.
        var terminal = Console.Terminal.named(System.getProperty("broadsheet.terminal", ""));
        int exit = run(new Console(System.in, out, err, terminal, System.getenv(), home()), args);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Runs a command; nothing it does depends on anything but its arguments and the folders that they name. */
    static int run(Console console, String... args) {
        CommandLine command = command(new Commands(console), args);
        command.setOut(console.out());
        command.setErr(console.err());
        command.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.colours().on() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        command.setUsageHelpAutoWidth(true);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionExceptionHandler((e, line, parsed) -> {
            if (FullDisk.isCauseOf(e)) {
                console.err().println("broadsheet: the disk has no room left: " + e.getMessage());
                return Exit.NOT_DEPLOYED;
            }
            console.err().println("broadsheet: this is our fault, not yours: " + e);
            if (console.environment().containsKey("BROADSHEET_DEBUG")) {
                e.printStackTrace(console.err());
            } else {
                console.err().println("Set BROADSHEET_DEBUG=1 to see where it happened.");
            }
            return Exit.OUR_FAULT;
        });
        command.setParameterExceptionHandler((e, line) -> {
            console.err().print("broadsheet: ");
            WrongUse.of(e).forEach(console.err()::println);
            return Exit.WRONG_USE;
        });
        if (args.length == 0) {
            command.usage(console.out());
            return Exit.WRONG_USE;
        }
        return command.execute(args);
    }

    /** To know the options of all commands takes longer than to build a small paper: only the one that is asked for is made. */
    private static CommandLine command(Commands factory, String... args) {
        var command = new CommandLine(new Main(), factory);
        Class<?> only = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (only != null) {
            command.addSubcommand(args[0], new CommandLine(only, factory));
        } else {
            COMMANDS.forEach((name, type) -> command.addSubcommand(name, new CommandLine(type, factory)));
            command.addSubcommand(
                    "generate-completion", new CommandLine(new picocli.AutoComplete.GenerateCompletion()));
        }
        return command;
    }

    private static Path home() {
        String home = System.getProperty("broadsheet.home");
        if (home != null) {
            return Path.of(home);
        }
        try {
            // lib/broadsheet.jar stands in the app's folder.
            Path jar = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path lib = jar.getParent();
            Path app = lib == null ? null : lib.getParent();
            return app == null ? Path.of("") : app;
        } catch (URISyntaxException e) {
            return Path.of("");
        }
    }

    /** Gives each command the console. */
    private record Commands(Console console) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Console.class).newInstance(console);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"broadsheet " + (version == null ? "(development)" : version)};
        }
    }
}
