package press.broadsheet.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prints the designer's guide to the views from their records. {@code -Dgolden=accept} rewrites it. */
class ViewsGuideTest {
    private static final Path SOURCES = Path.of("src/main/java/press/broadsheet/view");
    private static final Path GUIDE = Path.of("src/docs/views.md");
    private static final Pattern DOC = Pattern.compile("/\\*\\*(.*?)\\*/\\s*public record", Pattern.DOTALL);
    /** The variables of templates, in the order in which a designer meets them. */
    private static final List<String> FIRST = List.of(
            "SiteView", "PageView", "HeadView", "ArticleView", "FrontView", "ListView", "OverviewView", "StandingView");

    private static final String INTRODUCTION = """
            # Views: what templates see

            This page is printed from the view records by a test; change the records, not this page.

            Every template gets `site` and `page`, and one more: `article`, `front`, `list`, `overview` or `standing`,
            as its page is about. A section's pages get `list` and `front`; the page shown where there is none gets
            `latest`, a list of cards.

            Texts and lists are never missing: what there is not is empty. Only what is marked *or null* may be null.
            Components whose name ends in `Html`, `html` and `structuredData` are finished and safe: print them raw. All others are
            plain text, which templates escape.

            | variable | view |
            |---|---|
            | `site` | [SiteView](#siteview) |
            | `page` | [PageView](#pageview) |
            | `article` | [ArticleView](#articleview) |
            | `front` | [FrontView](#frontview) |
            | `list` | [ListView](#listview) |
            | `overview` | [OverviewView](#overviewview) |
            | `standing` | [StandingView](#standingview) |
            | `latest` | list of [CardView](#cardview) |
            """;

    @Test
    void theGuideSaysWhatTheRecordsSay() throws Exception {
        var guide = new StringBuilder(INTRODUCTION);
        for (String name : names()) {
            section(Class.forName("press.broadsheet.view." + name), guide);
        }
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(GUIDE.getParent());
            Files.writeString(GUIDE, guide);
        }
        String printed = Files.exists(GUIDE) ? Files.readString(GUIDE) : "";
        assertEquals(guide.toString(), printed, "src/docs/views.md is stale: run this test with -Dgolden=accept");
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> all = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("View.java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .sorted()
                    .toList();
            assertTrue(all.containsAll(FIRST), "A view that the guide begins with is gone");
            var ordered = new ArrayList<>(FIRST);
            all.stream().filter(name -> !FIRST.contains(name)).forEach(ordered::add);
            return ordered;
        }
    }

    private static void section(Class<?> view, StringBuilder guide) throws IOException {
        String name = view.getSimpleName();
        String source = Files.readString(SOURCES.resolve(name + ".java"));
        var doc = DOC.matcher(source);
        if (!doc.find()) {
            fail(name + " has no javadoc");
        }
        String[] parts = doc.group(1).replaceAll("\\n\\s*\\*", "\n").split("@param ", -1);
        guide.append("\n## ").append(name).append("\n\n").append(tidy(parts[0])).append("\n\n");
        Map<String, String> meanings = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] param = parts[i].split("\\s+", 2);
            meanings.put(param[0], tidy(param[1]));
        }
        assertEquals(
                Stream.of(view.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList(),
                List.copyOf(meanings.keySet()),
                name + " must say what each component means, in their order");
        guide.append("| component | is | meaning |\n|---|---|---|\n");
        for (RecordComponent component : view.getRecordComponents()) {
            guide.append("| `")
                    .append(component.getName())
                    .append("` | ")
                    .append(kind(component.getGenericType()))
                    .append(component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? " *or null*" : "")
                    .append(" | ")
                    .append(meanings.getOrDefault(component.getName(), "").replace("|", "\\|"))
                    .append(" |\n");
        }
    }

    private static String tidy(String doc) {
        return doc.replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType generic) {
            String of = Stream.of(generic.getActualTypeArguments())
                    .map(ViewsGuideTest::kind)
                    .collect(Collectors.joining(" to "));
            if (generic.getRawType().equals(OnDemand.class)) {
                return of;
            }
            return generic.getRawType().equals(List.class) ? "list of " + of : "map of " + of;
        }
        return switch (type.getTypeName()) {
            case "java.lang.String" -> "text";
            case "int" -> "number";
            case "boolean" -> "true or false";
            case "java.time.Instant" -> "instant";
            case "java.lang.Object" -> "anything";
            default -> {
                String name = type.getTypeName().substring(type.getTypeName().lastIndexOf('.') + 1);
                yield "[" + name + "](#" + name.toLowerCase(java.util.Locale.ROOT) + ")";
            }
        };
    }
}
