package press.broadsheet.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Body;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Section;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Slug;

/**
 * Finds an edition's sections. They are declared in {@code site.yaml}, in the order of the navigation, and by a
 * {@code _section.md} in their folder; one that only has such a file comes after the others, by its {@code order}. An
 * edition without a list of its own has the default edition's.
 */
final class SectionReader {
    private static final Vocabulary ENTRY = Vocabulary.of("id", "name title", "colour color", "description");
    private static final Vocabulary SECTION_FILE =
            Vocabulary.of("name title headline", "order weight", "colour color", "description", "checks");
    private static final int LAST = 1_000_000;

    /** Folders and addresses that have another meaning. */
    private static final Set<String> RESERVED =
            Set.of("people", "pages", "stories", "data", "page", "media", "assets", "archive", "tag", "by", "story");

    private final Map<String, byte[]> files;
    private final List<String> folders;
    private final Typesetters typesetters;
    private final Problems problems;

    /** @param folders those of all editions but the default */
    SectionReader(Map<String, byte[]> files, List<String> folders, Typesetters typesetters, Problems problems) {
        this.files = files;
        this.folders = folders;
        this.typesetters = typesetters;
        this.problems = problems;
    }

    /** A section as one source declares it; empty and null where it says nothing. */
    private record Declared(
            Section.Id id,
            String name,
            Inline description,
            String colour,
            @Nullable Body text,
            int order,
            Place place) {

        /** This one, completed by what another source says of the same section. */
        Declared completedBy(Declared other) {
            return new Declared(
                    id,
                    name.isEmpty() ? other.name : name,
                    description.isEmpty() ? other.description : description,
                    colour.isEmpty() ? other.colour : colour,
                    text == null ? other.text : text,
                    Math.min(order, other.order),
                    place);
        }

        Section section() {
            return new Section(id, name.isEmpty() ? nameOf(id) : name, description, colour, text, place);
        }
    }

    List<Section> read(Fields edition, Language language, String folder, List<Section> inherited) {
        Map<Section.Id, Declared> all = new LinkedHashMap<>();
        if (edition.has("sections")) {
            edition.items("sections").forEach(value -> entry(value, language, all));
            // What is not said again is as in the default edition; but not its words.
            for (Section section : inherited) {
                all.computeIfPresent(
                        section.id(),
                        (id, own) -> own.completedBy(inherit(section, section.colour(), Inline.NONE, "")));
            }
        } else {
            for (Section section : inherited) {
                all.put(section.id(), inherit(section, section.colour(), section.description(), section.name()));
            }
        }
        var found = new ArrayList<Declared>();
        files.forEach((path, bytes) -> file(path, bytes, language, folder).ifPresent(found::add));
        found.sort(Comparator.comparingInt(Declared::order).thenComparing(Declared::id));
        boolean own = edition.has("sections");
        for (Declared file : found) {
            // A translated edition's own file says more than what it inherits; the list in site.yaml says more than
            // both.
            all.merge(file.id(), file, (listed, one) -> own ? listed.completedBy(one) : one.completedBy(listed));
        }
        return withParents(all);
    }

    private static Declared inherit(Section section, String colour, Inline description, String name) {
        return new Declared(section.id(), name, description, colour, null, LAST, section.place());
    }

    private void entry(Value value, Language language, Map<Section.Id, Declared> all) {
        Declared declared;
        if (value.isText()) {
            Section.Id id = id(value);
            declared = id == null ? null : new Declared(id, "", Inline.NONE, "", null, LAST, value.place());
        } else {
            declared = value.fields(ENTRY)
                    .map(fields -> {
                        fields.required("id");
                        Section.Id id = fields.value("id").map(this::id).orElse(null);
                        return id == null ? null : declared(id, fields, null, LAST, language, value.place());
                    })
                    .orElse(null);
        }
        if (declared != null && all.putIfAbsent(declared.id(), declared) != null) {
            value.tell(
                    ContentFault.SAME_NAME_TWICE,
                    "The section \"" + declared.id() + "\" is declared twice.",
                    "Keep one of the two.");
        }
    }

    private Declared declared(
            Section.Id id, Fields fields, @Nullable Body text, int order, Language language, Place place) {
        Inline description = fields.value("description")
                .map(value -> typesetters.inline().inline(value.text(), language, value.place(), problems))
                .orElse(Inline.NONE);
        return new Declared(
                id,
                typesetters.inline().line(fields.line("name"), language),
                description,
                OrganisationReader.colour(fields, "colour"),
                text,
                order,
                place);
    }

    private Section.@Nullable Id id(Value value) {
        String path = value.line().replaceAll("^/+|/+$", "");
        if (!isSafe(path)) {
            value.tell(
                    ContentFault.UNSAFE_SLUG,
                    "\"" + path + "\" cannot be a section's id.",
                    "It is the name of a folder: letters of lower case, digits and hyphens.");
            return null;
        }
        if (isReserved(path)) {
            value.tell(
                    ContentFault.RESERVED_NAME,
                    "\"" + path + "\" cannot be a section's id: the paper needs the name for itself.",
                    "Choose another.");
            return null;
        }
        return new Section.Id(path);
    }

    private static boolean isSafe(String path) {
        return !path.isEmpty() && Arrays.stream(path.split("/", -1)).allMatch(Slug::isSafe);
    }

    private boolean isReserved(String path) {
        String top = new Section.Id(path).top().path();
        return RESERVED.contains(top) || folders.contains(top);
    }

    private Optional<Declared> file(String path, byte[] bytes, Language language, String folder) {
        var file = new ContentPath(path);
        String section = file.folder();
        int slash = section.indexOf('/');
        String top = slash < 0 ? section : section.substring(0, slash);
        String owner = folders.contains(top) ? top : "";
        if (!owner.equals(folder)) {
            return Optional.empty();
        }
        String within = owner.isEmpty() ? section : section.substring(Math.min(owner.length() + 1, section.length()));
        if (!isSafe(within) || (owner.isEmpty() && isReserved(within))) {
            problems.add(
                    ContentFault.UNSAFE_SLUG,
                    file.place(),
                    "The folder \"" + within + "\" cannot be a section.",
                    "Name it with letters of lower case, digits and hyphens; people, pages, stories and data have another"
                            + " meaning.");
            return Optional.empty();
        }
        return FrontMatter.read(bytes, file.file(), SECTION_FILE, problems).map(matter -> {
            Path source = file.file();
            Body text = matter.text().isBlank()
                    ? null
                    : typesetters
                            .body()
                            .typeset(
                                    new Body.Source(
                                            matter.text(),
                                            language,
                                            Place.in(source).atLine(matter.firstLine()),
                                            section),
                                    problems);
            int order = matter.fields().number("order", 0, LAST, LAST);
            return declared(new Section.Id(within), matter.fields(), text, order, language, Place.in(source));
        });
    }

    /** A subsection's section exists, too, even if nobody declares it. */
    private static List<Section> withParents(Map<Section.Id, Declared> all) {
        Map<Section.Id, Section> sections = new LinkedHashMap<>();
        for (Declared declared : all.values()) {
            addParents(declared.id().parent(), declared.place(), all, sections);
            sections.put(declared.id(), declared.section());
        }
        return List.copyOf(sections.values());
    }

    private static void addParents(
            Section.@Nullable Id id, Place place, Map<Section.Id, Declared> all, Map<Section.Id, Section> sections) {
        if (id != null && !all.containsKey(id) && !sections.containsKey(id)) {
            addParents(id.parent(), place, all, sections);
            sections.put(id, new Section(id, nameOf(id), Inline.NONE, "", null, place));
        }
    }

    private static String nameOf(Section.Id id) {
        String last = id.path().substring(id.path().lastIndexOf('/') + 1).replace('-', ' ');
        return last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }
}
