import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * As much of the command {@code native-image} as this project uses, in the Native Image that {@code Assemble} puts together:
 * {@code native-image -cp CLASSES -o FILE MAIN}, with what the jars say in {@code META-INF/native-image}. The JDK's shared
 * libraries are put beside the program, which finds them there.
 */
final class Driver {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path jars = Path.of(arguments[1]);
        String classes = "";
        Path output = Path.of("image").toAbsolutePath();
        String main = "";
        var options = new ArrayList<String>();
        for (int i = 2; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "-cp" -> classes = all(arguments[++i]);
                case "-o" -> output = Path.of(arguments[++i]).toAbsolutePath();
                default -> {
                    if (arguments[i].startsWith("-")) {
                        options.add(option(arguments[i]));
                    } else {
                        main = arguments[i];
                    }
                }
            }
        }
        for (String place : classes.split(File.pathSeparator)) {
            for (String said : said(Path.of(place))) {
                options.add(option(said));
            }
        }
        Files.createDirectories(output.getParent());
        var command = command(home, jars);
        command.addAll(List.of(
                "-keepalive", "/proc/" + ProcessHandle.current().pid() + "/comm", "-imagecp", classes,
                "-H:+UnlockExperimentalVMOptions", "-H:Path=" + output.getParent(), "-H:Name=" + output.getFileName(),
                "-H:Class=" + main, "-H:CLibraryPath=" + home.resolve("c"), "-H:ImageBuildID=" + UUID.randomUUID(),
                "-H:-UseContainerSupport", "-H:NativeLinkerOption=" + linked(home.resolve("run"))));
        command.addAll(options);
        var builder = new ProcessBuilder(command).inheritIO();
        // The JDK is not the one that this version of Native Image was tested with.
        builder.environment().put("JVMCI_VERSION_CHECK", "ignore");
        int exit = builder.start().waitFor();
        if (exit == 0) {
            try (Stream<Path> libraries = Files.list(home.resolve("run"))) {
                for (Path library : libraries.toList()) {
                    Files.copy(library, output.resolveSibling(library.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            licences(output.resolveSibling("legal"));
        }
        System.exit(exit);
    }

    /** Of the JDK, whose code and libraries the program has; Native Image's run time has the same licence. */
    private static void licences(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> texts = Files.list(Path.of(System.getProperty("java.home"), "legal", "java.base"))) {
            for (Path text : texts.toList()) {
                Files.copy(text, folder.resolve(text.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<String> command(Path home, Path jars) throws IOException {
        String java = System.getProperty("java.home");
        return new ArrayList<>(List.of(
                java + "/bin/java", "-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "-XX:-UseJVMCICompiler",
                "--upgrade-module-path", modules(jars, "compiler-", true), "@" + home.resolve("exports"), "-Xss10m",
                "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=70", "-Xshare:off", "-Djava.awt.headless=true",
                "-Dorg.graalvm.home=" + home, "--patch-module", "org.graalvm.nativeimage.builder=" + home.resolve("builder"),
                "-Dorg.graalvm.vendor=assembled", "-Dorg.graalvm.vendorurl=none", "-Dorg.graalvm.vendorversion=assembled",
                "-Dorg.graalvm.version=25", "-Dorg.graalvm.nativeimage.imagecode=buildtime", "-Dcom.oracle.graalvm.isaot=true",
                "-Djava.system.class.loader=com.oracle.svm.hosted.NativeImageSystemClassLoader",
                "-Djdk.reflect.useOldSerializableConstructor=true", "-Djdk.internal.lambda.disableEagerInitialization=true",
                "-Djava.lang.invoke.MethodHandle.DONT_INLINE_THRESHOLD=-1", "-Djava.lang.invoke.MethodHandle.PROFILE_GWT=false",
                "--enable-native-access=org.graalvm.nativeimage.builder,jdk.graal.compiler",
                "--add-modules=ALL-DEFAULT,org.graalvm.nativeimage.builder", "--module-path", modules(jars, "compiler-", false),
                "--module", "org.graalvm.nativeimage.builder/com.oracle.svm.hosted.NativeImageGeneratorRunner"));
    }

    private static String modules(Path jars, String prefix, boolean with) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix) == with)
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** A class path with all jars of a folder named, as {@code FOLDER/*} means. */
    private static String all(String path) throws IOException {
        var places = new ArrayList<String>();
        for (String place : path.split(File.pathSeparator)) {
            if (place.endsWith("/*")) {
                try (Stream<Path> files = Files.list(Path.of(place.substring(0, place.length() - 2)))) {
                    files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().forEach(places::add);
                }
            } else {
                places.add(place);
            }
        }
        return String.join(File.pathSeparator, places);
    }

    /** The options that a jar brings. */
    private static List<String> said(Path jar) throws IOException {
        var options = new ArrayList<String>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (entry.getName().matches("META-INF/native-image/.*native-image\\.properties")) {
                    var properties = new Properties();
                    try (InputStream in = zip.getInputStream(entry)) {
                        properties.load(in);
                    }
                    options.addAll(List.of(properties.getProperty("Args", "").strip().split("\\s+")));
                }
            }
        }
        options.removeIf(String::isEmpty);
        return options;
    }

    private static String option(String given) {
        if (given.equals("--no-fallback")) {
            return "-H:FallbackThreshold=0";
        }
        if (given.startsWith("--features=")) {
            return "-H:Features=" + given.substring("--features=".length());
        }
        if (given.startsWith("-H:") || given.startsWith("-R:")) {
            return given;
        }
        throw new IllegalArgumentException("This native-image does not know " + given);
    }

    private static String linked(Path libraries) throws IOException {
        try (Stream<Path> files = Files.list(libraries)) {
            return "-Wl,--no-as-needed,--allow-shlib-undefined,--disable-new-dtags,-rpath,$ORIGIN,"
                    + files.map(Path::toString).sorted().collect(Collectors.joining(","));
        }
    }
}
