package press.broadsheet.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import press.broadsheet.news.Redirect;

/** Reads {@code redirects.yaml}. Whether old addresses are free and new ones exist is found out later. */
final class RedirectReader {
    private static final Vocabulary ENTRY = Vocabulary.of("from", "to", "status");
    private static final Vocabulary TARGET = Vocabulary.of("to", "status");
    private static final Map<String, Redirect.Status> STATUS =
            Map.of("301", Redirect.Status.MOVED, "302", Redirect.Status.TEMPORARY, "410", Redirect.Status.GONE);

    private final List<Redirect> redirects = new ArrayList<>();

    private RedirectReader() {}

    /** The redirects in the order of the file; without those that are told to be wrong. */
    static List<Redirect> read(byte[] bytes, Assignment assignment) {
        var file = assignment.path().file();
        var reader = new RedirectReader();
        TextFile.decode(bytes, file, assignment.problems())
                .flatMap(new Sheet(file, 0, assignment.problems())::read)
                .ifPresent(reader::all);
        return List.copyOf(reader.redirects);
    }

    /** Pairs of old and new, or a list of such pairs or of entries. */
    private void all(Value value) {
        if (value.isList()) {
            value.items().forEach(this::item);
        } else {
            value.entries().forEach(this::pair);
        }
    }

    private void item(Value value) {
        boolean pairs = value.isMap() && value.entries().keySet().stream().anyMatch(name -> name.startsWith("/"));
        if (pairs) {
            value.entries().forEach(this::pair);
            return;
        }
        value.fields(ENTRY).ifPresent(entry -> {
            entry.required("from");
            entry.value("from").ifPresent(from -> take(from.line(), from, entry));
        });
    }

    private void pair(String from, Value target) {
        if (target.isMap()) {
            target.fields(TARGET).ifPresent(fields -> take(from, target, fields));
            return;
        }
        String to = Addresses.destination(target);
        if (!to.isEmpty() && Addresses.isFormer(from, target)) {
            redirects.add(new Redirect(from, to, Redirect.Status.MOVED, target.place()));
        } else if (target.isNothing()) {
            target.tell(
                    ContentFault.FIELD_MISSING,
                    "Nothing says where " + from + " leads.",
                    "Write the new address behind the colon, or {status: 410} if it is gone for good.");
        }
    }

    private void take(String from, Value where, Fields fields) {
        Redirect.Status status = fields.choice("status", Redirect.Status.MOVED, STATUS);
        boolean isGone = status == Redirect.Status.GONE;
        if (isGone) {
            fields.value("to")
                    .ifPresent(to -> to.tell(
                            ContentFault.UNKNOWN_VALUE,
                            "What is gone (410) leads nowhere, so \"to\" cannot stand here.",
                            "Leave out one of the two."));
        } else {
            fields.required("to");
        }
        String to = isGone ? "" : fields.value("to").map(Addresses::destination).orElse("");
        if (Addresses.isFormer(from, where) && (isGone || !to.isEmpty())) {
            redirects.add(new Redirect(from, to, status, where.place()));
        }
    }
}
