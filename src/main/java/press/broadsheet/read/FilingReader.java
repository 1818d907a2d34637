package press.broadsheet.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Section;
import press.broadsheet.news.Status;
import press.broadsheet.news.Stylebook;
import press.broadsheet.text.Nearest;
import press.broadsheet.text.Slug;

/** Reads where an article belongs. */
final class FilingReader {
    static final Map<String, Genre> GENRES =
            Arrays.stream(Genre.values()).collect(Collectors.toMap(Genre::id, genre -> genre));
    private static final Map<String, String> OUTPUTS = new TreeMap<>();

    static {
        for (String output : List.of("feeds", "sitemap", "search", "fronts", "lite", "llm")) {
            OUTPUTS.put(output, output);
        }
    }

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern OUTER_SLASHES = Pattern.compile("^/+|/+$");

    private FilingReader() {}

    /** Empty after telling that it belongs to no section. */
    static Optional<Card.Filing> read(Fields fields, Genre genre, Status status, Assignment assignment) {
        Sections declared = new Sections(assignment.edition().sections());
        List<Section.Id> more = new ArrayList<>();
        fields.items("sections").forEach(value -> declared.named(value).ifPresent(more::add));
        Optional<Section.Id> main = fields.value("section").flatMap(declared::named);
        if (main.isEmpty()) {
            main = declared.ofFolder(folder(assignment));
        }
        if (main.isEmpty() && !more.isEmpty()) {
            main = Optional.of(more.getFirst());
        }
        if (main.isEmpty()) {
            if (!fields.has("section")) {
                declared.tellMissing(assignment, folder(assignment));
            }
            // What is still being written waits in the first section until somebody decides.
            main = status.isUnfinished() ? declared.first() : Optional.empty();
        }
        if (main.isEmpty()) {
            return Optional.empty();
        }
        Section.Id section = main.get();
        return Optional.of(new Card.Filing(
                section,
                more.stream().distinct().filter(one -> !one.equals(section)).toList(),
                tags(fields, assignment),
                story(fields, assignment),
                genre,
                fields.number("urgency", 1, 9, 5),
                fields.flag("noindex", false),
                hiddenFrom(fields),
                NamedReader.read(fields, assignment),
                fields.has("story") ? fields.place("story") : null));
    }

    /** The id of a story package, which is also its address; empty if none is named, or after telling. */
    private static String story(Fields fields, Assignment assignment) {
        String id = fields.line("story");
        if (id.isEmpty() || Arrays.stream(id.split("/", -1)).allMatch(Slug::isSafe)) {
            return id;
        }
        String safe = Slug.of(id, assignment.language().tag());
        fields.value("story")
                .ifPresent(value -> value.tell(
                        ContentFault.UNSAFE_SLUG,
                        "The story \"" + id + "\" cannot stand in an address.",
                        safe.isEmpty() ? "Use letters, digits and hyphens." : "Write it so: story: " + safe));
        return "";
    }

    static String folder(Assignment assignment) {
        String path = assignment.path().within(assignment.edition());
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static java.util.Set<String> hiddenFrom(Fields fields) {
        var hidden = new TreeSet<String>();
        for (Value value : fields.items("exclude")) {
            String output = Fields.choiceOf(value, OUTPUTS);
            if (output != null) {
                hidden.add(output);
            }
        }
        return hidden.isEmpty() ? java.util.Set.of() : java.util.Collections.unmodifiableSet(hidden);
    }

    /** A text is split at commas and semicolons, as in many older archives. */
    private static List<String> tags(Fields fields, Assignment assignment) {
        Map<String, String> bySlug = new LinkedHashMap<>();
        for (Value value : fields.items("tags")) {
            boolean single = fields.value("tags").filter(Value::isText).isPresent();
            String[] words = single ? value.line().split("[,;،؛、]", -1) : new String[] {value.line()};
            for (String word : words) {
                addTag(bySlug, BLANKS.matcher(word.strip()).replaceAll(" "), value, assignment);
            }
        }
        return List.copyOf(bySlug.values());
    }

    private static void addTag(Map<String, String> bySlug, String tag, Value value, Assignment assignment) {
        if (tag.isEmpty()) {
            return;
        }
        String slug = Slug.of(tag, assignment.language().tag());
        if (slug.isEmpty()) {
            value.tell(
                    ContentFault.TAG_WITHOUT_LETTERS,
                    "The tag \"" + tag + "\" has no letter or digit, so it can have no page.",
                    "Use a word.");
            return;
        }
        String first = bySlug.putIfAbsent(slug, assignment.repeated().of(assignment.line(tag)));
        if (first != null) {
            value.tell(
                    ContentFault.SAME_TAG_TWICE,
                    "The tags \"" + first + "\" and \"" + tag + "\" are one.",
                    "Keep one of the two.");
        }
    }

    /** The sections of an edition. */
    static final class Sections {
        private final Map<String, Section.Id> ids = new LinkedHashMap<>();
        private final Map<String, Section.Id> names = new LinkedHashMap<>();

        Sections(List<Stylebook.SectionName> sections) {
            for (Stylebook.SectionName section : sections) {
                ids.put(section.id().path().toLowerCase(Locale.ROOT), section.id());
                names.putIfAbsent(section.name().toLowerCase(Locale.ROOT), section.id());
            }
        }

        /** The section that a word names, by id or as readers see it. */
        Optional<Section.Id> find(String word) {
            String lower = OUTER_SLASHES.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
            Section.Id id = ids.get(lower);
            return Optional.ofNullable(id != null ? id : names.get(lower));
        }

        /** The section that a field names; empty after telling that there is none. */
        Optional<Section.Id> named(Value value) {
            String word = value.line();
            Optional<Section.Id> found = find(word);
            if (found.isEmpty() && !word.isEmpty()) {
                value.tell(ContentFault.UNKNOWN_SECTION, "There is no section \"" + word + "\".", hint(word));
            }
            return found;
        }

        String hint(String word) {
            return Nearest.of(word, ids.keySet())
                    .or(() ->
                            Nearest.of(word, names.keySet()).flatMap(this::find).map(Section.Id::path))
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse(
                            ids.isEmpty()
                                    ? "Declare sections in site.yaml, or with a file _section.md in their folder."
                                    : "Sections are: " + String.join(", ", ids.keySet())
                                            + ". A new one is declared in site.yaml, or by a file _section.md in its"
                                            + " folder.");
        }

        /** The paper's first; empty if it has none. */
        Optional<Section.Id> first() {
            return ids.values().stream().findFirst();
        }

        /** The innermost section that a folder lies in. */
        Optional<Section.Id> ofFolder(String folder) {
            for (String path = folder.toLowerCase(Locale.ROOT); !path.isEmpty(); ) {
                Section.Id id = ids.get(path);
                if (id != null) {
                    return Optional.of(id);
                }
                path = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
            }
            return Optional.empty();
        }

        void tellMissing(Assignment assignment, String folder) {
            int slash = folder.indexOf('/');
            String top = slash < 0 ? folder : folder.substring(0, slash);
            if (top.isEmpty()) {
                assignment
                        .problems()
                        .add(
                                ContentFault.SECTION_MISSING,
                                assignment.path().place(),
                                "Nothing says to which section the article belongs.",
                                "Add \"section:\", or move the file into its section's folder.");
            } else {
                assignment
                        .problems()
                        .add(
                                ContentFault.UNKNOWN_SECTION,
                                assignment.path().place(),
                                "The folder \"" + top + "\" is no section.",
                                hint(top));
            }
        }
    }
}
