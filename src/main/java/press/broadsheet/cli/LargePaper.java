package press.broadsheet.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import press.broadsheet.build.Build;
import press.broadsheet.text.Executable;

/**
 * The first build of a very large paper, in a process of its own. The launcher starts machine code, or the JVM with its
 * first compiler only, in as little memory as will do, which is best for all that takes seconds. What takes half a minute
 * gains more from a JVM with both compilers than that costs; and machine code, which has the better of that where there is
 * memory, from a collector that lets old objects be. A process can be given neither later.
 */
final class LargePaper {
    /** From how many files on, as the launcher says; not there if it did not choose the compiler. */
    private static final String LARGE = "broadsheet.large";

    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    /** So many bytes of heap a machine must have to spare for machine code; Java makes do with a quarter. 100,000 articles take 1.5 GiB. */
    private static final long ROOM = 4L << 30;

    /** Articles by the hundred thousand are looked through for what is new in them at each collection: so, by fewer. */
    private static final String NURSERY = "-XX:MaxNewSize=128m";

    private LargePaper() {}

    /**
     * Does what this process was asked for in another one: from Java in one with both compilers; from machine code in such a one
     * with more memory, or, where there is little, in one of Java's, if the launcher finds a Java.
     *
     * @param home the app's folder
     * @param arguments what this process was started with
     * @return its exit code; empty, with nothing done, if that is not worth the trouble
     */
    static OptionalInt build(Path site, Path home, List<String> arguments) throws IOException {
        Integer large = Integer.getInteger(LARGE);
        if (large == null
                || Files.exists(site.resolve(Build.STATE))
                || count(site.resolve("content").toFile(), large) < large) {
            return OptionalInt.empty();
        }
        Process other = of(home, arguments).inheritIO().start();
        var end = new Thread(other::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return OptionalInt.of(other.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while a large paper was built", e);
        }
    }

    /** By names alone: to look at each file would take as long as to build a small paper. */
    private static int count(File folder, int enough) {
        String[] names = folder.list();
        int count = 0;
        for (int i = 0; names != null && i < names.length && count < enough; i++) {
            count += names[i].indexOf('.') < 0 ? count(new File(folder, names[i]), enough - count) : 1;
        }
        return count;
    }

    private static ProcessBuilder of(Path home, List<String> arguments) {
        if (!Executable.isNative()) {
            return bothCompilers(arguments);
        }
        long heap = Runtime.getRuntime().maxMemory();
        return heap < ROOM ? java(home, arguments) : moreMemory(home, heap, arguments);
    }

    /** Old objects are gone through only when they take half of what the heap may have, which stays as it was asked for. */
    private static ProcessBuilder moreMemory(Path home, long heap, List<String> arguments) {
        String program = File.separatorChar == '\\' ? "broadsheet.exe" : "broadsheet";
        var command = new ArrayList<String>();
        command.add(home.resolve("lib").resolve("native").resolve(program).toString());
        command.addAll(List.of("-Xmx" + heap, "-XX:MinHeapSize=" + heap / 2, NURSERY));
        command.add("-Dbroadsheet.home=" + home);
        command.add("-Dbroadsheet.terminal=" + System.getProperty("broadsheet.terminal", ""));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private static ProcessBuilder java(Path home, List<String> arguments) {
        String launcher = File.separatorChar == '\\' ? "broadsheet.cmd" : "broadsheet";
        var command = new ArrayList<String>();
        command.add(home.resolve("bin").resolve(launcher).toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command);
        process.environment().put("BROADSHEET_NATIVE", "last");
        return process;
    }

    private static ProcessBuilder bothCompilers(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.equals(ONE_COMPILER) && !argument.startsWith("-D" + LARGE + "="))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
