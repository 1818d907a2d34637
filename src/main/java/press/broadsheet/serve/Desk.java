package press.broadsheet.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.files.MediaTypes;

/** What stands below {@code /_desk/}: the overview of the paper's files, and what the pages of the preview ask for. */
final class Desk {
    static final String AS_OF = "/_desk/as-of";

    private static final Map<String, String> RESOURCES =
            Map.of(Dressing.SCRIPT, "preview.js", "/_desk/desk.css", "desk.css", "/_desk/desk.js", "desk.js");

    /** Nothing that an article's file holds can run here, should it ever get past the escaping. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Rounds rounds;
    private final Notes notes;
    private final ZoneId zone;

    /** @param zone in which moments are read and shown */
    Desk(Rounds rounds, Notes notes, ZoneId zone) {
        this.rounds = rounds;
        this.notes = notes;
        this.zone = zone;
    }

    Reply answer(String path, Map<String, String> query, Round round) throws IOException {
        String resource = RESOURCES.get(path);
        if (resource != null) {
            return Reply.bytes(200, MediaTypes.of(resource), read(resource));
        }
        return switch (path) {
            case "/_desk/" -> page(200, query, round, "");
            case "/_desk" -> Reply.empty(301, Map.of("Location", "/_desk/"));
            case "/_desk/notes" ->
                Reply.text(200, MediaTypes.of("notes.json"), notes.of(round, query.getOrDefault("path", "")));
            default -> Reply.text(404, MediaTypes.of("none.txt"), "There is nothing of this name on the desk.\n");
        };
    }

    /** Shows the paper of the moment that a form gives; none, or one that is cleared, leads back to the clock's. */
    Reply showAt(Map<String, String> form) throws IOException, InterruptedException {
        String text = form.getOrDefault("moment", "").strip();
        if (text.isEmpty() || form.containsKey("back")) {
            rounds.showAt(Optional.empty());
            return Reply.empty(303, Map.of("Location", "/_desk/"));
        }
        Instant moment = momentOf(text);
        if (moment == null) {
            return page(400, Map.of(), rounds.last(), text);
        }
        rounds.showAt(Optional.of(moment));
        return Reply.empty(303, Map.of("Location", "/_desk/"));
    }

    private Reply page(int status, Map<String, String> query, Round round, String refused) {
        var page = new DeskPage(round, DeskPage.Filter.of(query), zone, refused);
        return Reply.text(status, MediaTypes.of("index.html"), page.html()).with("Content-Security-Policy", POLICY);
    }

    /** With an offset, or as a form's field for date and time gives it; null if it is neither. */
    private @Nullable Instant momentOf(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = Desk.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The app lacks its file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
