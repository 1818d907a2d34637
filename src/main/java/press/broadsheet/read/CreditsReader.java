package press.broadsheet.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Credits;

/** Reads who made an article. Whether a contributor's id exists is found out when the paper is assembled. */
final class CreditsReader {
    private static final Vocabulary PERSON = Vocabulary.of("id", "name", "role", "url");
    private static final Vocabulary SOURCE = Vocabulary.of("name", "url", "original");
    private static final Map<String, String> ROLES = new TreeMap<>();

    static {
        for (String role : List.of(
                "editor",
                "translator",
                "photographer",
                "illustrator",
                "researcher",
                "reporter",
                "producer",
                "designer",
                "cartographer",
                "fact-checker")) {
            ROLES.put(role, role);
        }
    }

    private static final String BETWEEN = "(?: ?[,;،/]| &| and| und| et| y| та| і| й) ";
    /** Two whole names; firms such as Smith and Sons, and desks, are left alone. */
    private static final Pattern TWO_NAMES =
            Pattern.compile("(\\p{Lu}\\S* \\p{Lu}[^,&]*?)" + BETWEEN + "(\\p{Lu}\\S* \\p{Lu}.*)");
    /** Two ids, or more, as files in {@code people/} are called. */
    private static final Pattern TWO_IDS = Pattern.compile("[a-z0-9_-]{2,}(?: ?[,;/] ?[a-z0-9_-]{2,})+");

    private static final Pattern BY = Pattern.compile("by\\s+", Pattern.CASE_INSENSITIVE);

    private CreditsReader() {}

    static Credits read(Fields fields, Assignment assignment) {
        var authors = new ArrayList<Credits.Credit>();
        fields.items("authors").forEach(value -> addTo(authors, value, false, assignment));
        var contributors = new ArrayList<Credits.Credit>();
        fields.items("contributors").forEach(value -> addTo(contributors, value, true, assignment));
        return new Credits(List.copyOf(authors), fields.line("byline"), List.copyOf(contributors), source(fields));
    }

    private static void addTo(List<Credits.Credit> credits, Value value, boolean needsRole, Assignment assignment) {
        Credits.Credit credit =
                value.isText() ? named(value, needsRole, assignment) : described(value, needsRole, assignment);
        if (credit != null) {
            credits.add(credit);
        }
    }

    private static Credits.@Nullable Credit named(Value value, boolean needsRole, Assignment assignment) {
        String name = assignment.repeated().of(withoutBy(value));
        tellSeveral(value, name);
        if (needsRole) {
            value.tell(
                    ContentFault.FIELD_MISSING,
                    "The contributor \"" + name + "\" has no role.",
                    "Write it so:\n- {name: " + name + ", role: editor}");
        }
        return name.isEmpty() ? null : new Credits.Credit(name, "", "", value.place());
    }

    /** Tells that a name is that of several people, who would share a page that belongs to none of them. */
    static void tellSeveral(Value value, String name) {
        boolean ids = TWO_IDS.matcher(name).matches();
        if (ids || TWO_NAMES.matcher(name).matches()) {
            value.tell(
                    ContentFault.SEVERAL_IN_ONE_NAME,
                    "\"" + name + "\" is taken for the name of one person.",
                    "Write a list: [" + String.join(", ", name.split(ids ? " ?[,;/] ?" : BETWEEN, -1)) + "]");
        }
    }

    private static Credits.@Nullable Credit described(Value value, boolean needsRole, Assignment assignment) {
        Fields person = value.fields(PERSON).orElse(null);
        if (person == null) {
            return null;
        }
        Value who = person.value("id").or(() -> person.value("name")).orElse(null);
        if (who == null) {
            person.required("name");
            return null;
        }
        if (person.has("id")) {
            person.tellWithoutEffect(
                    "name",
                    "the id says who it is.",
                    "Keep the id for somebody who has a file in people/, and the name for everybody else.");
        }
        if (needsRole) {
            person.required("role");
        }
        // An author's role is free words ("Foreign editor"); a contributor's is printed in the paper's language.
        String role = needsRole ? person.choice("role", "", ROLES) : person.line("role");
        return new Credits.Credit(
                assignment.repeated().of(withoutBy(who)),
                role == null ? "" : role,
                person.address("url"),
                value.place());
    }

    private static String withoutBy(Value value) {
        String name = value.line();
        if (!BY.matcher(name).lookingAt()) {
            return name;
        }
        String rest = name.substring(2).strip();
        value.tell(
                ContentFault.BY_IN_BYLINE,
                "The name \"" + name + "\" begins with \"" + name.substring(0, 2) + "\".",
                "Write \"" + rest + "\": the paper adds the word in its own language.");
        return rest;
    }

    private static Credits.@Nullable Source source(Fields fields) {
        Value value = fields.value("source").orElse(null);
        if (value == null) {
            return null;
        }
        if (value.isText()) {
            return new Credits.Source(value.line(), "", "");
        }
        return value.fields(SOURCE)
                .map(source ->
                        new Credits.Source(source.required("name"), source.address("url"), source.address("original")))
                .orElse(null);
    }
}
