package press.broadsheet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.Inventory;
import press.broadsheet.publish.Confidential;
import press.broadsheet.publish.Confidential.Secret;
import press.broadsheet.read.PrivateNote;

/** What of a newsroom's files is nobody else's business: pieces that nobody has had yet, and notes among colleagues. */
final class Secrets {
    /** What was public once, or may be any moment, has nothing to hide. */
    private static final Set<String> ONCE_PUBLIC = Set.of("withdrawn", "expired");

    private Secrets() {}

    /** Gathered from the sources themselves, whatever the build made of them. */
    static Confidential of(Path site, BuildReport report) throws IOException {
        Map<String, String> addresses = new HashMap<>();
        for (Inventory.Entry entry : report.inventory().list()) {
            addresses.put("content/" + entry.path(), entry.address());
        }
        var secrets = new ArrayList<Secret>();
        Set<String> heldBack = new HashSet<>();
        for (BuildReport.HeldBack held : report.heldBack()) {
            heldBack.add(held.path());
            if (ONCE_PUBLIC.stream().noneMatch(held.reason()::startsWith)) {
                secrets.add(new Secret(
                        held.path() + ", which is held back (" + held.reason() + ")",
                        text(site.resolve(held.path())),
                        addresses.getOrDefault(held.path(), "")));
            }
        }
        for (Path file : texts(site)) {
            String note = PrivateNote.of(Files.readAllBytes(file), site.relativize(file));
            if (!note.isEmpty()) {
                secrets.add(new Secret("the note for colleagues in " + name(site, file), note, ""));
            }
        }
        return new Confidential(secrets, readers -> {
            for (Path file : texts(site)) {
                if (!heldBack.contains(name(site, file))) {
                    readers.accept(withoutNote(text(file)));
                }
            }
        });
    }

    private static List<Path> texts(Path site) throws IOException {
        Path content = site.resolve("content");
        if (!Files.isDirectory(content)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(content)) {
            return files.filter(file -> file.toString().matches(".*\\.(md|txt|yaml)") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path site, Path file) {
        return site.relativize(file).toString().replace('\\', '/');
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** A note does not make itself public: its lines are left out, with those that belong to it. */
    private static String withoutNote(String text) {
        return text.replaceFirst("(?m)^note:.*(\\R[ \\t]+.*)*", "");
    }
}
