package press.broadsheet.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import press.broadsheet.news.Named;
import press.broadsheet.text.Slug;

/** Reads whom and what an article names: people, organisations, places, events. */
final class NamedReader {
    private static final Vocabulary NAMED = Vocabulary.of("name", "uri url sameAs", "rel");
    private static final Map<String, Boolean> RELATIONS = Map.of("about", true, "mentions", false);
    private static final Map<Named.Kind, String> FIELDS = new EnumMap<>(Map.of(
            Named.Kind.PERSON, "people",
            Named.Kind.ORGANISATION, "organisations",
            Named.Kind.PLACE, "places",
            Named.Kind.EVENT, "events"));

    private NamedReader() {}

    /** In the order of the kinds, and within one as written; two spellings that share a page are one, the first. */
    static List<Named> read(Fields fields, Assignment assignment) {
        var all = new ArrayList<Named>();
        FIELDS.forEach((kind, field) -> {
            var slugs = new HashSet<String>();
            for (Value value : fields.items(field)) {
                Named named = one(kind, value);
                String slug =
                        Slug.of(named.name(), assignment.edition().language().tag());
                if (slug.isEmpty()) {
                    if (!named.name().isEmpty()) {
                        value.tell(
                                ContentFault.NAME_WITHOUT_LETTERS,
                                "The name \"" + named.name() + "\" has no letter or digit, so it can have no page.",
                                "Write the name out.");
                    }
                } else if (!isKeptBack(named, fields) && slugs.add(slug)) {
                    all.add(named);
                }
            }
        });
        return List.copyOf(all);
    }

    /** A place that is not safe to tell, which is told where the dateline is read: it has no page, and is in no data. */
    private static boolean isKeptBack(Named named, Fields fields) {
        return named.kind() == Named.Kind.PLACE && Datelines.keepsBack(named.name(), fields);
    }

    private static Named one(Named.Kind kind, Value value) {
        if (!value.isMap()) {
            if (kind == Named.Kind.PERSON) {
                CreditsReader.tellSeveral(value, tidy(value.line()));
            }
            return new Named(kind, tidy(value.line()), "", false);
        }
        Fields one = value.fields(NAMED).orElseThrow();
        return new Named(kind, tidy(one.required("name")), one.address("uri"), one.choice("rel", false, RELATIONS));
    }

    private static String tidy(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
