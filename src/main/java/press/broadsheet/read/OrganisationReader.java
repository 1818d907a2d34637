package press.broadsheet.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.broadsheet.news.Site;
import press.broadsheet.problem.Place;

/** Reads who publishes the paper. */
final class OrganisationReader {
    private static final Vocabulary VOCABULARY = Vocabulary.of(
            "name",
            "publicationName",
            "logo",
            "email",
            "sameAs",
            "policies",
            "reporting",
            "social",
            "copyright",
            "accent");
    /** The properties of schema.org's NewsMediaOrganization that name a policy. */
    static final Vocabulary POLICIES = Vocabulary.of(Site.Organisation.POLICIES.toArray(String[]::new));

    private OrganisationReader() {}

    static Site.Organisation read(Fields site, String paper) {
        Fields fields = site.fields("organisation", VOCABULARY).orElseGet(() -> Fields.none(site.sheet(), VOCABULARY));
        String name = fields.line("name");
        String publication = fields.line("publicationName");
        String logo = fields.value("logo")
                .map(value -> PictureReader.resolve(value, ""))
                .orElse("");
        return new Site.Organisation(
                name.isEmpty() ? paper : name,
                publication.isEmpty() ? paper : publication,
                logo,
                email(fields),
                addresses(fields, "sameAs"),
                policies(fields),
                fields.flag("reporting", false),
                social(fields),
                fields.line("copyright"),
                colour(fields, "accent"));
    }

    private static String social(Fields fields) {
        String account = fields.line("social");
        return account.isEmpty() || account.startsWith("@") ? account : "@" + account;
    }

    private static Map<String, String> policies(Fields fields) {
        Map<String, String> policies = new LinkedHashMap<>();
        fields.fields("policies", POLICIES).ifPresent(given -> {
            for (String policy : POLICIES.words()) {
                String target = given.value(policy).map(Addresses::linkable).orElse("");
                if (!target.isEmpty()) {
                    policies.put(policy, target);
                }
            }
        });
        return java.util.Collections.unmodifiableMap(policies);
    }

    /** Where the logo and the address of each policy are written; no policy is called {@code logo}. */
    static Map<String, Place> places(Fields site) {
        Map<String, Place> places = new LinkedHashMap<>();
        site.value("organisation").filter(Value::isMap).ifPresent(organisation -> {
            Map<String, Value> entries = organisation.entries();
            Optional.ofNullable(entries.get("policies"))
                    .filter(Value::isMap)
                    .ifPresent(policies ->
                            policies.entries().forEach((policy, address) -> places.put(policy, address.place())));
            Optional.ofNullable(entries.get("logo")).ifPresent(logo -> places.put("logo", logo.place()));
        });
        return java.util.Collections.unmodifiableMap(places);
    }

    static List<String> addresses(Fields fields, String field) {
        var addresses = new ArrayList<String>();
        for (Value value : fields.items(field)) {
            String address = Addresses.absolute(value);
            if (!address.isEmpty()) {
                addresses.add(address);
            }
        }
        return List.copyOf(addresses);
    }

    /** An address of mail; empty if not given or after telling. */
    static String email(Fields fields) {
        Value value = fields.value("email").orElse(null);
        String email = value == null ? "" : value.line();
        if (value == null || email.matches("[^\\s@<>\"'?&]+@[^\\s@<>\"'?&]+|")) {
            return email;
        }
        value.tell(ContentFault.BROKEN_ADDRESS, "\"" + email + "\" is no address of mail.", "");
        return "";
    }

    /** A hexadecimal colour; empty if not given or after telling. */
    static String colour(Fields fields, String field) {
        Value value = fields.value(field).orElse(null);
        String colour = value == null ? "" : value.line();
        if (value != null && !colour.matches("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")) {
            value.tell(
                    ContentFault.BROKEN_COLOUR,
                    value.called() + " must be a hexadecimal colour, not \"" + colour + "\".",
                    "Write it so: " + field + ": \"#a4262c\"");
            return "";
        }
        return colour;
    }
}
