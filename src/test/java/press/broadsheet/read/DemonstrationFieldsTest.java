package press.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import press.broadsheet.news.Card;
import press.broadsheet.news.Status;

/**
 * The demonstration paper is documentation by example: whatever a newsroom may write stands in it once. What may be
 * written is asked of the readers themselves, so that a new field is missed here until the paper has it.
 */
class DemonstrationFieldsTest {
    private static final Path CONTENT =
            Path.of(System.getProperty("broadsheet.home", "")).resolve("content");
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\n(.*?)\n---\n", Pattern.DOTALL);
    private static final Pattern STANDING = Pattern.compile("(?:uk/)?(people|pages|stories)/.*");

    /** Written in other files just as in an article, where they have their example. */
    private static final Set<String> AS_IN_ARTICLES = Set.of("imageAlt", "imageCaption", "imageCredit", "checks");

    /** Where the fields of a reader's vocabulary stand: the keys that lead there, from the top of the file. */
    private record Shelf(Class<?> reader, String vocabulary, String where) {}

    private static final List<Shelf> OF_ARTICLES = List.of(
            new Shelf(ArticleReader.class, "VOCABULARY", ""),
            new Shelf(ApparatusReader.class, "AI", "ai"),
            new Shelf(ApparatusReader.class, "CORRECTION", "corrections"),
            new Shelf(ApparatusReader.class, "UPDATE", "updates"),
            new Shelf(ApparatusReader.class, "CITATION", "sources"),
            new Shelf(ApparatusReader.class, "RIGHTS", "rights"),
            new Shelf(ApparatusReader.class, "SPONSOR", "sponsor"),
            new Shelf(ApparatusReader.class, "LIVE", "live"),
            new Shelf(CreditsReader.class, "PERSON", "authors contributors"),
            new Shelf(CreditsReader.class, "SOURCE", "source"),
            new Shelf(Datelines.class, "DATELINE", "dateline"),
            new Shelf(NamedReader.class, "NAMED", "people organisations places events"),
            new Shelf(PictureReader.class, "VOCABULARY", "image"),
            new Shelf(TimingReader.class, "BREAKING", "breaking"));

    private static final List<Shelf> OF_FRONTS = List.of(
            new Shelf(FrontReader.class, "FRONT", ""),
            new Shelf(FrontReader.class, "SLOT", "slots"),
            new Shelf(FrontReader.class, "PICK", "slots.pinned"),
            new Shelf(FrontReader.class, "BACKFILL", "slots.backfill"));

    @Test
    void everyFieldOfAnArticleStandsInIt() throws IOException {
        assertAllUsed(OF_ARTICLES, documents("", true));
    }

    @Test
    void everyFieldOfPeoplePagesStoriesAndSectionsStandsInIt() throws IOException {
        assertAllUsed(List.of(new Shelf(StandingReader.class, "PERSON", "")), documents("people", true));
        assertAllUsed(List.of(new Shelf(StandingReader.class, "PAGE", "")), documents("pages", true));
        assertAllUsed(
                List.of(
                        new Shelf(StandingReader.class, "STORY", ""),
                        new Shelf(StandingReader.class, "EVENT", "timeline")),
                documents("stories", true));
        assertAllUsed(List.of(new Shelf(SectionReader.class, "SECTION_FILE", "")), documents("_section.md", true));
    }

    @Test
    void everyFieldOfFrontsAndRedirectsStandsInIt() throws IOException {
        assertAllUsed(OF_FRONTS, documents("front.yaml", false));
        assertAllUsed(List.of(new Shelf(RedirectReader.class, "TARGET", "*")), documents("redirects.yaml", false));
    }

    /** What a field may be set to decides how a page looks as much as the field itself. */
    @Test
    void everyGenreStatusAndKindOfNoteStandsInIt() throws IOException {
        List<Object> articles = documents("", true);
        assertAllSaid(FilingReader.GENRES.keySet(), articles, "genre");
        Set<String> states = ids(Status.values());
        states.remove("published");
        assertAllSaid(states, articles, "status");
        assertAllSaid(ids(Card.Correction.Kind.values()), articles, "corrections.kind");
        assertAllSaid(ids(Card.Live.State.values()), articles, "live.state");
        assertAllSaid(ids(Card.Citation.Kind.values()), articles, "sources.kind");
    }

    private static Set<String> ids(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertAllSaid(Set<String> values, List<Object> documents, String way) {
        var missing = new TreeSet<>(values);
        documents.forEach(document -> missing.removeAll(values(document, way)));
        assertEquals(Set.of(), missing, way);
    }

    /** The texts to which a way leads, through lists too. */
    private static Set<String> values(@Nullable Object value, String way) {
        var values = new TreeSet<String>();
        if (value instanceof Collection<?> list) {
            list.forEach(one -> values.addAll(values(one, way)));
        } else if (value instanceof Map<?, ?> map) {
            String[] steps = way.split("\\.", 2);
            values.addAll(values(map.get(steps[0]), steps.length > 1 ? steps[1] : ""));
        } else if (value != null && way.isEmpty()) {
            values.add(String.valueOf(value));
        }
        return values;
    }

    /** Fields that are accepted for migration, and not shown, need no example; neither do other names of one field. */
    private static void assertAllUsed(List<Shelf> shelves, List<Object> documents) {
        var missing = new ArrayList<String>();
        for (Shelf shelf : shelves) {
            Set<String> used = new TreeSet<>();
            Vocabulary known = vocabulary(shelf);
            for (String where : shelf.where().split(" ", -1)) {
                documents.forEach(document -> keys(document, where)
                        .forEach(word -> known.fieldOf(word).ifPresent(used::add)));
            }
            var wanted = new LinkedHashSet<>(known.names().values());
            wanted.removeAll(known.unshown());
            if (!shelf.reader().equals(ArticleReader.class)) {
                wanted.removeAll(AS_IN_ARTICLES);
            }
            wanted.removeAll(used);
            wanted.forEach(field -> missing.add((shelf.where().isEmpty() ? "" : shelf.where() + ": ") + field));
        }
        assertEquals(List.of(), missing);
    }

    private static Vocabulary vocabulary(Shelf shelf) {
        try {
            var field = shelf.reader().getDeclaredField(shelf.vocabulary());
            field.setAccessible(true);
            return (Vocabulary) field.get(null);
        } catch (ReflectiveOperationException gone) {
            throw new LinkageError("The reader's vocabulary has another name: " + shelf, gone);
        }
    }

    /** The keys of all maps to which a way leads, through lists too; a step {@code *} is any key. */
    private static Set<String> keys(@Nullable Object value, String way) {
        var keys = new TreeSet<String>();
        if (value instanceof Collection<?> list) {
            list.forEach(one -> keys.addAll(keys(one, way)));
        } else if (value instanceof Map<?, ?> map) {
            if (way.isEmpty()) {
                map.keySet().forEach(key -> keys.add(String.valueOf(key)));
            } else {
                String[] steps = way.split("\\.", 2);
                String rest = steps.length > 1 ? steps[1] : "";
                if (steps[0].equals("*")) {
                    map.values().forEach(one -> keys.addAll(keys(one, rest)));
                } else {
                    keys.addAll(keys(map.get(steps[0]), rest));
                }
            }
        }
        return keys;
    }

    /** @param kind a folder of standing matter, a file's name, or empty for articles */
    private static List<Object> documents(String kind, boolean front) throws IOException {
        var documents = new ArrayList<Object>();
        var load = new Load(LoadSettings.builder().build());
        try (var files = Files.walk(CONTENT)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = CONTENT.relativize(file).toString().replace('\\', '/');
                if (isOf(path, kind)) {
                    Matcher matter = FRONT_MATTER.matcher(Files.readString(file));
                    String yaml = !front ? Files.readString(file) : matter.find() ? matter.group(1) : "{}";
                    Object read = load.loadFromString(yaml);
                    documents.add(read == null ? new HashMap<>() : read);
                }
            }
        }
        return documents;
    }

    private static boolean isOf(String path, String kind) {
        Matcher standing = STANDING.matcher(path);
        String folder = standing.matches() ? standing.group(1) : "";
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals(kind) || (name.endsWith(".md") && folder.equals(kind) && !name.equals("_section.md"));
    }
}
