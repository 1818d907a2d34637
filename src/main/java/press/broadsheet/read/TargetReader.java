package press.broadsheet.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.broadsheet.news.Target;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** Reads {@code targets:} in {@code site.yaml}. Whether a kind exists, and what it needs, is found out when it is used. */
public final class TargetReader {
    private static final Path FILE = Path.of("content", "site.yaml");
    private static final List<String> SECRETS = List.of("password", "secret", "token", "passphrase", "credential");

    private TargetReader() {}

    /** The targets of a paper's settings; nothing else that may be wrong there is told. */
    public static List<Target> read(byte[] siteYaml, Problems problems) {
        return TextFile.decode(siteYaml, FILE, problems)
                .flatMap(new Sheet(FILE, 0, problems)::read)
                .filter(Value::isMap)
                .map(settings -> settings.entries().get("targets"))
                .map(targets -> read(targets, problems))
                .orElse(List.of());
    }

    /** The targets by name, in the order of the file. */
    static List<Target> read(Value value, Problems problems) {
        var targets = new ArrayList<Target>();
        value.entries().forEach((name, target) -> targets.add(read(name, target, problems)));
        return List.copyOf(targets);
    }

    private static Target read(String name, Value value, Problems problems) {
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        value.entries().forEach((setting, given) -> {
            take(setting, given, settings, problems);
            places.put(setting, given.place());
        });
        String kind = settings.remove("kind");
        if (kind == null) {
            value.tell(
                    ContentFault.FIELD_MISSING,
                    "The target \"" + name + "\" does not say of which kind it is.",
                    "Add it: kind: folder");
        }
        return new Target(
                name,
                kind == null ? "" : kind,
                Collections.unmodifiableMap(settings),
                value.place(),
                Collections.unmodifiableMap(places));
    }

    private static void take(String setting, Value given, Map<String, String> settings, Problems problems) {
        String plain = setting.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        if (!given.isNothing() && SECRETS.stream().anyMatch(plain::contains)) {
            // Without its line: whatever stands there must not be printed into a log.
            problems.add(
                    ContentFault.SECRET_IN_SETTINGS,
                    Place.in(FILE),
                    "\"" + given.name() + "\" looks like a secret, and this file is no place for one.",
                    "Give it to the command in its environment, and change it if it was ever shared with this file.");
        } else if (!given.isNothing()) {
            settings.put(setting, given.line());
        }
    }
}
