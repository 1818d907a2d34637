package press.broadsheet.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every container stands in the demonstration paper, with each of its attributes. What there is, the setter says. */
class DemonstrationContainersTest {
    private static final Path CONTENT =
            Path.of(System.getProperty("broadsheet.home", "")).resolve("content");
    private static final Pattern OPENING = Pattern.compile("(?m)^\\s*:{3,} ?([a-z-]+) *(?:\\{(.*)\\})?$");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)(?:=\"[^\"]*\")?");

    @Test
    @SuppressWarnings("unchecked")
    void everyContainerWithEachOfItsAttributesStandsInIt() throws Exception {
        var known = Containers.class.getDeclaredField("KNOWN");
        known.setAccessible(true);
        var wanted = new TreeSet<String>();
        ((Map<String, Set<String>>) known.get(null)).forEach((name, attributes) -> {
            wanted.add(name);
            attributes.forEach(attribute -> wanted.add(name + " " + attribute));
        });
        wanted.removeAll(used());
        assertEquals(Set.of(), wanted);
    }

    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(CONTENT)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                for (var opening :
                        OPENING.matcher(Files.readString(file)).results().toList()) {
                    used.add(opening.group(1));
                    String attributes = opening.group(2) == null ? "" : opening.group(2);
                    ATTRIBUTE
                            .matcher(attributes)
                            .results()
                            .forEach(one -> used.add(opening.group(1) + " " + one.group(1)));
                }
            }
        }
        return used;
    }
}
