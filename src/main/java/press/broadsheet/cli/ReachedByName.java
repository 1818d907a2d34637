package press.broadsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * Tells GraalVM's Native Image, when it makes machine code of this app, which classes are reached by name or by their
 * members, which it cannot see: records, which templates read and the ledger keeps; sealed types and enums, whose members
 * the ledger and flexmark list; expressions, which Pebble makes; shims, of which the sanitiser chooses; commands, which
 * picocli fills. Used by nothing else: the app does not load this class. Named in {@code META-INF/native-image}.
 */
public final class ReachedByName implements Feature {
    private static final String OURS = "press/broadsheet/";
    private static final String COMMANDS = OURS + "cli/";

    /** Its libraries stand apart; deploying is left to Java. */
    private static final String PUBLISHING = OURS + "publish/";

    private static final String COMMAND_LINE = "picocli/";
    private static final String MARKDOWN = "com/vladsch/flexmark/";
    private static final String EXPRESSIONS = "io/pebbletemplates/pebble/node/expression/";
    private static final String OUR_EXPRESSIONS = OURS + "make/page/";

    /** The sanitiser chooses one of them by the Java that runs it. */
    private static final String SHIMS = "org/owasp/shim/";

    private static final String CLASS = ".class";

    @Override
    public String getDescription() {
        return "What Broadsheet reaches by name";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        for (Path place : access.getApplicationClassPath()) {
            try {
                classes(place).forEach(file -> tell(access, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The class files of a jar or folder, as paths with slashes. */
    private static List<String> classes(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                return named(files.map(file -> place.relativize(file).toString().replace('\\', '/')));
            }
        }
        try (var jar = new ZipFile(place.toFile())) {
            return named(jar.stream().map(ZipEntry::getName));
        }
    }

    private static List<String> named(Stream<String> files) {
        return files.filter(file -> file.endsWith(CLASS)
                        && !file.startsWith(PUBLISHING)
                        && Stream.of(OURS, COMMAND_LINE, MARKDOWN, EXPRESSIONS, SHIMS)
                                .anyMatch(file::startsWith))
                .toList();
    }

    private static void tell(BeforeAnalysisAccess access, String file) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        Class<?> type = access.findClassByName(name);
        if (type == null) {
            return;
        }
        if (file.startsWith(COMMANDS) || file.startsWith(COMMAND_LINE)) {
            members(type);
            RuntimeReflection.registerAllDeclaredFields(type);
            RuntimeReflection.register(type.getDeclaredFields());
        } else if (type.isEnum()) {
            members(type);
            RuntimeReflection.registerAllFields(type);
            RuntimeReflection.register(type.getFields());
        } else if (file.startsWith(OURS) && type.isRecord()) {
            members(type);
        } else if (file.startsWith(OURS) && type.isSealed()) {
            RuntimeReflection.register(type);
            RuntimeReflection.registerAllPermittedSubclasses(type);
        } else if (Stream.of(EXPRESSIONS, OUR_EXPRESSIONS, SHIMS).anyMatch(file::startsWith)) {
            RuntimeReflection.register(type);
            RuntimeReflection.register(type.getDeclaredConstructors());
        }
    }

    private static void members(Class<?> type) {
        RuntimeReflection.register(type);
        RuntimeReflection.register(type.getDeclaredConstructors());
        RuntimeReflection.register(type.getDeclaredMethods());
        if (type.isRecord()) {
            RuntimeReflection.registerAllRecordComponents(type);
        }
    }
}
