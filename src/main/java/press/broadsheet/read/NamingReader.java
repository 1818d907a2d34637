package press.broadsheet.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Card;
import press.broadsheet.text.Slug;

/** Reads how an article is addressed, or makes it from the headline. */
final class NamingReader {
    private NamingReader() {}

    /** @param original where the article first stood, if it came from elsewhere; empty if not */
    static Card.Naming read(Fields fields, String headline, String original, Instant published, Assignment assignment) {
        String slug = slug(fields, headline, assignment);
        String name = name(fields);
        return new Card.Naming(
                slug,
                uri(name, slug, published, assignment),
                name,
                aliases(fields),
                fields.has("canonical") ? fields.address("canonical") : original,
                reference(fields, "translationOf"));
    }

    private static String slug(Fields fields, String headline, Assignment assignment) {
        Value value = fields.value("slug").orElse(null);
        String typed = value == null ? "" : value.line();
        String language = assignment.language().tag();
        if (value != null && !typed.isEmpty()) {
            if (Slug.isSafe(typed)) {
                return typed;
            }
            String safe = Slug.of(typed, language);
            value.tell(
                    ContentFault.UNSAFE_SLUG,
                    "The slug \"" + typed + "\" cannot stand in an address.",
                    safe.isEmpty() ? "Use letters, digits and hyphens." : "Write it so: slug: " + safe);
        }
        for (String source :
                List.of(headline, assignment.path().name(), assignment.path().path())) {
            String made = Slug.of(source, language);
            if (!made.isEmpty()) {
                return made;
            }
        }
        return "article";
    }

    private static String name(Fields fields) {
        Value value = fields.value("id").orElse(null);
        String name = value == null ? "" : value.line();
        if (value != null && !name.isEmpty() && !isUri(name) && !name.matches("[\\p{L}\\p{M}\\p{N}._/-]{1,200}")) {
            value.tell(
                    ContentFault.UNSAFE_SLUG,
                    "The id \"" + name + "\" holds more than letters, digits, dots, hyphens and underscores.",
                    "Use only those, or a whole URI such as urn:uuid:...");
            return "";
        }
        return name;
    }

    private static boolean isUri(String text) {
        try {
            return text.matches("[A-Za-z][A-Za-z0-9+.-]+:\\S+") && new java.net.URI(text).isAbsolute();
        } catch (java.net.URISyntaxException broken) {
            return false;
        }
    }

    /** A tag URI (RFC 4151): it says when and for whose paper the name was given, so it never has to change. */
    private static String uri(String name, String slug, Instant published, Assignment assignment) {
        if (isUri(name)) {
            return java.net.URI.create(name).toASCIIString();
        }
        String host = assignment.book().host();
        String folder = assignment.edition().folder();
        String own = (folder.isEmpty() ? "" : folder + "/") + (name.isEmpty() ? slug : name);
        return "tag:" + host + "," + published.atZone(assignment.zone()).toLocalDate() + ":" + percent(own);
    }

    private static String percent(String text) {
        var encoded = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (unit & 0xFF);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || "-._~/".indexOf(letter) >= 0)) {
                encoded.append(letter);
            } else {
                encoded.append(String.format(java.util.Locale.ROOT, "%%%02X", (int) letter));
            }
        }
        return encoded.toString();
    }

    private static List<String> aliases(Fields fields) {
        var aliases = new ArrayList<String>();
        for (Value value : fields.items("aliases")) {
            String alias = value.line();
            if (!alias.isEmpty() && Addresses.isFormer(alias, value)) {
                aliases.add(alias);
            }
        }
        return List.copyOf(aliases);
    }

    static Card.@Nullable Reference reference(Fields fields, String field) {
        return fields.value(field).map(NamingReader::reference).orElse(null);
    }

    static Card.Reference reference(Value value) {
        return new Card.Reference(value.line(), value.place());
    }

    static List<Card.Reference> references(Fields fields, String field) {
        return fields.items(field).stream()
                .map(NamingReader::reference)
                .filter(reference -> !reference.text().isEmpty())
                .toList();
    }
}
