package press.broadsheet.read;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Site;

/** Reads what the paper says of itself to machines: {@code statements} in {@code site.yaml}. */
final class StatementsReader {
    private static final Vocabulary STATEMENTS = Vocabulary.of("security", "trust", "ads");
    private static final Vocabulary SECURITY =
            Vocabulary.of("contact", "expires", "policy", "encryption", "acknowledgments acknowledgements");
    /** The variables of the JournalList reference, in its order. */
    private static final Vocabulary TRUST = Vocabulary.of(
            "member",
            "belongto",
            "control",
            "controlledby",
            "social",
            "vendor",
            "customer",
            "disclosure",
            "contact",
            "datatrainingallowed");

    /** A seller (ads.txt 1.1: domain, account, relationship, perhaps an authority's id) or a variable. */
    private static final Pattern AD = Pattern.compile(
            "[A-Za-z0-9.-]+\\.[A-Za-z]{2,} *, *[^,\\s#]+ *, *(?:DIRECT|RESELLER)(?: *, *[A-Za-z0-9.-]+)?"
                    + "|(?:CONTACT|SUBDOMAIN|INVENTORYPARTNERDOMAIN|OWNERDOMAIN|MANAGERDOMAIN) *= *[^\\s#]+");

    private StatementsReader() {}

    static Site.Statements read(Fields site, ZoneId zone) {
        Fields fields = site.fields("statements", STATEMENTS).orElse(null);
        if (fields == null) {
            return Site.Statements.NONE;
        }
        return new Site.Statements(
                fields.fields("security", SECURITY)
                        .map(security -> security(security, zone))
                        .orElse(null),
                fields.fields("trust", TRUST).map(StatementsReader::trust).orElse(List.of()),
                ads(fields));
    }

    private static Site.@Nullable Security security(Fields fields, ZoneId zone) {
        if (!fields.has("contact")) {
            fields.required("contact");
        }
        fields.required("expires");
        List<String> contacts = fields.items("contact").stream()
                .flatMap(contact -> reachable(contact).stream())
                .toList();
        Instant expires = Dates.instant(fields, "expires", zone);
        if (contacts.isEmpty() || expires == null) {
            return null;
        }
        return new Site.Security(
                contacts,
                expires,
                fields.address("policy"),
                fields.address("encryption"),
                fields.address("acknowledgments"),
                fields.place("expires"));
    }

    /** An address of the web, mail or telephone; a bare one of mail is completed. Empty after telling that it is none. */
    private static Optional<String> reachable(Value value) {
        String text = value.line();
        if (text.matches("[^\\s@<>\"'?&:/]+@[^\\s@<>\"'?&:/]+")) {
            return Optional.of("mailto:" + text);
        }
        String address = text.startsWith("/") ? "" : Addresses.linkable(value);
        if (text.startsWith("/")) {
            value.tell(
                    ContentFault.BROKEN_ADDRESS,
                    value.called() + " must be a whole address, not \"" + text + "\".",
                    "Write it with mailto:, tel: or https:// at its start.");
        }
        return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }

    private static List<String> trust(Fields fields) {
        var lines = new ArrayList<String>();
        for (String name : TRUST.words()) {
            for (Value value : fields.items(name)) {
                if (name.equals("datatrainingallowed")) {
                    lines.add(name + "=" + (fields.flag(name, false) ? "yes" : "no"));
                } else if (name.equals("contact")) {
                    reachable(value).ifPresent(contact -> lines.add(name + "=" + contact));
                } else {
                    String address = Addresses.absolute(value);
                    if (!address.isEmpty()) {
                        lines.add(name + "=" + address);
                    }
                }
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> ads(Fields fields) {
        var lines = new ArrayList<String>();
        for (Value value : fields.items("ads")) {
            String line = value.line();
            if (AD.matcher(line).matches()) {
                lines.add(line);
            } else if (!line.isEmpty()) {
                value.tell(
                        ContentFault.UNKNOWN_VALUE,
                        "\"" + line + "\" is no line of ads.txt.",
                        "Write it as: exchange.example, account, DIRECT");
            }
        }
        return List.copyOf(lines);
    }
}
