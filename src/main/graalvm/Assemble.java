import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts together a GraalVM Native Image from what Maven Central has of it (org.graalvm.nativeimage:svm), the JDK that runs
 * this, and gcc, for machines that have no GraalVM and cannot get one. Central lacks two things: the C part of the run
 * time, which stands beside this file, and the JDK's native libraries as archives, in whose place the program takes the
 * JDK's shared ones along. Linux on x86-64 with Java 25 only. Whoever can take a GraalVM from its makers should.
 *
 * <p>{@code java Assemble.java JARS SOURCES HOME}: the libraries, the folder of this file, and the folder to be made, whose
 * {@code bin/native-image} is what it is for.
 */
final class Assemble {
    /** Native libraries of the JDK that an app such as this loads. */
    static final List<String> LIBRARIES =
            List.of("java", "nio", "net", "zip", "extnet", "management", "management_ext");

    private static final Set<String> OPENED = Set.of(
            "java.base", "java.desktop", "java.instrument", "java.logging", "java.management", "java.naming",
            "java.net.http", "java.prefs", "java.rmi", "java.security.jgss", "java.security.sasl", "java.smartcardio",
            "java.sql", "java.xml", "java.xml.crypto", "jdk.charsets", "jdk.crypto.cryptoki", "jdk.httpserver",
            "jdk.internal.vm.ci", "jdk.jfr", "jdk.jlink", "jdk.localedata", "jdk.management", "jdk.management.agent",
            "jdk.net", "jdk.nio.mapmode", "jdk.sctp", "jdk.security.auth", "jdk.unsupported", "jdk.zipfs");

    private static final String BUILDERS = "jdk.graal.compiler,org.graalvm.nativeimage.configure,"
            + "org.graalvm.nativeimage.libgraal,org.graalvm.nativeimage.builder,org.graalvm.nativeimage.pointsto,"
            + "org.graalvm.nativeimage.objectfile,org.graalvm.nativeimage.base,org.graalvm.nativeimage,"
            + "org.graalvm.truffle.compiler,org.graalvm.word,ALL-UNNAMED";

    private final Path jars;
    private final Path sources;
    private final Path home;
    private final Path jdk = Path.of(System.getProperty("java.home"));

    private Assemble(Path jars, Path sources, Path home) {
        this.jars = jars;
        this.sources = sources;
        this.home = home;
    }

    public static void main(String[] arguments) throws Exception {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.equals("Linux amd64") || Runtime.version().feature() != 25) {
            System.err.println("This puts a Native Image together on Linux (x86-64) with Java 25 only; here are " + system
                    + " and Java " + Runtime.version().feature() + ". Set GRAALVM_HOME to a GraalVM instead.");
            System.exit(1);
        }
        new Assemble(
                        Path.of(arguments[0]).toAbsolutePath(),
                        Path.of(arguments[1]).toAbsolutePath(),
                        Path.of(arguments[2]).toAbsolutePath())
                .all();
    }

    private void all() throws Exception {
        for (String folder : List.of("bin", "c/include", "run")) {
            Files.createDirectories(home.resolve(folder));
        }
        headers();
        program();
        machine();
        for (String library : LIBRARIES) {
            entry(library);
        }
        run(jdk.resolve("bin/javac").toString(), "-d", home.resolve("builder").toString(), source("ProgressReporterCHelper.java"));
        Files.write(home.resolve("exports"), exports());
        Files.copy(sources.resolve("Driver.java"), home.resolve("Driver.java"), StandardCopyOption.REPLACE_EXISTING);
        Path command = home.resolve("bin/native-image");
        Files.writeString(
                command, "#!/bin/sh\nexec '" + jdk + "/bin/java' '" + home + "/Driver.java' '" + home + "' '" + jars + "' \"$@\"\n");
        command.toFile().setExecutable(true);
    }

    /** The run time asks which features a processor has by the names of its own interface: so that is the struct. */
    private void headers() throws Exception {
        var urls = new ArrayList<URL>();
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        try (var classes = new URLClassLoader(urls.toArray(URL[]::new))) {
            for (String kind : List.of("amd64.AMD64", "aarch64.AArch64", "riscv64.RISCV64")) {
                Class<?> features = classes.loadClass("com.oracle.svm.core." + kind + "LibCHelper$CPUFeatures");
                var header = new StringBuilder("#include <stdint.h>\ntypedef struct {\n");
                Arrays.stream(features.getDeclaredMethods())
                        .map(Method::getName)
                        .sorted()
                        .forEach(name -> header.append("  uint8_t ").append(name).append(";\n"));
                String name = kind.substring(0, kind.indexOf('.')) + "cpufeatures.h";
                Files.writeString(home.resolve("c/include/" + name), header.append("} CPUFeatures;\n"));
            }
        }
        Files.copy(sources.resolve("svm_locale.h"), home.resolve("c/include/svm_locale.h"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void program() throws Exception {
        archive("libchelper", source("substrate.c"));
        archive("jvm", source("machine.c"));
    }

    private void archive(String name, String source) throws Exception {
        Path object = home.resolve("c/" + name + ".o");
        compile("-c", "-o", object.toString(), source);
        Path archive = home.resolve("c/lib" + name + ".a");
        Files.deleteIfExists(archive);
        run("ar", "rcs", archive.toString(), object.toString());
    }

    /** The libjvm.so that the JDK's libraries name. What the program itself has of it is found there first. */
    private void machine() throws Exception {
        var asked = new TreeSet<String>();
        for (String library : LIBRARIES) {
            Path file = jdk.resolve("lib/lib" + library + ".so");
            for (String line : run("nm", "-D", "--undefined-only", file.toString())) {
                if (line.contains("@SUNWprivate") && line.matches(".* U (JVM|jio)_.*")) {
                    asked.add(line.replaceAll(".* U ", "").replaceAll("@.*", ""));
                }
            }
            Files.copy(file, home.resolve("run").resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        for (String line : run("nm", "--defined-only", home.resolve("c/jvm.o").toString())) {
            asked.remove(line.replaceAll(".* ", ""));
        }
        var stubs = new StringBuilder("#include <stdio.h>\n#include <stdlib.h>\n");
        asked.forEach(name -> stubs.append("void ").append(name).append("(void) { fputs(\"").append(name)
                .append(" is not there in a native program\\n\", stderr); abort(); }\n"));
        Path file = home.resolve("c/stubs.c");
        Files.writeString(file, stubs);
        Path versions = home.resolve("c/versions.map");
        Files.writeString(versions, "SUNWprivate_1.1 { global: *; };\n");
        compile(
                "-shared", "-Wl,-soname,libjvm.so", "-Wl,--version-script," + versions, "-o",
                home.resolve("run/libjvm.so").toString(), source("machine.c"), file.toString());
    }

    /** An archive of this name must be there, and its entry has the library's name in it; the shared one has not. */
    private void entry(String library) throws Exception {
        Path file = home.resolve("c/" + library + ".c");
        Files.writeString(file, """
                #include <dlfcn.h>
                #include <jni.h>
                #include <stddef.h>
                jint JNI_OnLoad_%1$s(JavaVM *machine, void *ignored) {
                    void *library = dlopen("lib%1$s.so", RTLD_NOW);
                    jint (*load)(JavaVM *, void *) = library ? dlsym(library, "JNI_OnLoad") : NULL;
                    if (load) {
                        load(machine, ignored);
                    }
                    return JNI_VERSION_1_8;
                }
                """.formatted(library));
        archive(library, file.toString());
    }

    private static List<String> exports() {
        var all = new ArrayList<String>();
        ModuleFinder.ofSystem().findAll().stream()
                .map(module -> module.descriptor())
                .filter(module -> OPENED.contains(module.name()))
                .sorted()
                .forEach(module -> new TreeSet<>(module.packages()).forEach(name -> {
                    all.add("--add-exports=" + module.name() + "/" + name + "=" + BUILDERS);
                    all.add("--add-opens=" + module.name() + "/" + name + "=" + BUILDERS);
                }));
        return all;
    }

    private String source(String name) {
        return sources.resolve(name).toString();
    }

    private void compile(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("gcc", "-O2", "-fPIC", "-I" + home.resolve("c/include"), "-I" + jdk.resolve("include"),
                "-I" + jdk.resolve("include/linux")));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return lines;
    }
}
