package press.broadsheet.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Status;

/** Reads what stands around an article's text. */
final class ApparatusReader {
    private static final Vocabulary AI = Vocabulary.of("use", "note");
    private static final Vocabulary CORRECTION = Vocabulary.of("date", "text", "kind");
    private static final Vocabulary UPDATE = Vocabulary.of("date", "text");
    private static final Vocabulary CITATION = Vocabulary.of("name", "url", "kind", "reason");
    private static final Vocabulary RIGHTS = Vocabulary.of("holder", "notice", "terms", "license licence");
    private static final Vocabulary SPONSOR = Vocabulary.of("name", "url");
    private static final Vocabulary LIVE = Vocabulary.of("start", "end", "state");

    /** Words that all begin with a capital, as those of a person's name do and those of a description do not. */
    private static final Pattern FULL_NAME =
            Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?(?: \\p{Lu}[\\p{L}\\p{M}'’-]*\\.?){1,3}");

    private final Fields fields;
    private final Assignment assignment;
    private final Instant published;

    ApparatusReader(Fields fields, Assignment assignment, Instant published) {
        this.fields = fields;
        this.assignment = assignment;
        this.published = published;
    }

    Card.Apparatus read(Genre genre, Status status) {
        return new Card.Apparatus(
                Datelines.read(fields, assignment),
                keyPoints(),
                corrections(),
                updates(),
                sources(),
                rights(),
                NamingReader.references(fields, "follows"),
                NamingReader.references(fields, "related"),
                assignment.inline(fields, "method"),
                assignment.line(fields, "warning"),
                sponsor(genre),
                live(genre),
                template(fields),
                fields.objects("params"),
                disclosure(status));
    }

    private Card.Disclosure disclosure(Status status) {
        Card.Disclosure.Ai ai = Card.Disclosure.Ai.NONE;
        Inline note = Inline.NONE;
        Value value = fields.value("ai").orElse(null);
        Map<String, Card.Disclosure.Ai> uses = known(Card.Disclosure.Ai.values());
        if (value != null && value.isText()) {
            ai = fields.choice("ai", ai, uses);
        } else if (value != null) {
            Fields one = value.fields(AI).orElse(null);
            if (one != null) {
                one.required("use");
                ai = one.choice("use", ai, uses);
                note = assignment.inline(one, "note");
            }
        }
        if (value != null && ai != Card.Disclosure.Ai.NONE && note.isEmpty()) {
            value.tell(
                    ContentFault.AI_WITHOUT_NOTE,
                    "Nothing says what the machine did.",
                    "Write it for readers: ai: {use: assisted, note: A program transcribed the interview.}");
        }
        Inline reason = assignment.inline(fields, "reason");
        if (status == Status.WITHDRAWN && reason.isEmpty()) {
            fields.value("status")
                    .ifPresent(withdrawn -> withdrawn.tell(
                            ContentFault.WITHDRAWN_WITHOUT_REASON,
                            "Nothing says why this article was withdrawn; the notice will not say it either.",
                            "Add \"reason:\" with a sentence for readers."));
        }
        if (status != Status.WITHDRAWN) {
            fields.tellWithoutEffect(
                    "reason",
                    "the article is not withdrawn.",
                    "It says why an article was taken back; for a correction write \"corrections:\".");
        }
        return new Card.Disclosure(
                ai, note, status == Status.WITHDRAWN ? reason : Inline.NONE, fields.flag("history", true));
    }

    private List<Inline> keyPoints() {
        List<Inline> points = fields.items("keyPoints").stream()
                .map(assignment::inline)
                .filter(point -> !point.isEmpty())
                .toList();
        if (!points.isEmpty() && (points.size() < 2 || points.size() > 6)) {
            fields.value("keyPoints")
                    .ifPresent(value -> value.tell(
                            ContentFault.KEY_POINTS_COUNT,
                            "There " + (points.size() == 1 ? "is 1 key point" : "are " + points.size() + " key points")
                                    + "; readers take in 2 to 6.",
                            ""));
        }
        return points;
    }

    private List<Card.Correction> corrections() {
        var corrections = new ArrayList<Card.Correction>();
        for (Value value : fields.items("corrections")) {
            Fields one = value.fields(CORRECTION).orElse(null);
            Instant date = one == null ? null : date(one);
            if (one != null && date != null) {
                one.required("text");
                var kind = one.choice("kind", Card.Correction.Kind.CORRECTION, known(Card.Correction.Kind.values()));
                corrections.add(new Card.Correction(date, assignment.inline(one, "text"), kind));
            }
        }
        corrections.sort(Comparator.comparing(Card.Correction::date));
        return List.copyOf(corrections);
    }

    private List<Card.Update> updates() {
        var updates = new ArrayList<Card.Update>();
        for (Value value : fields.items("updates")) {
            Fields one = value.fields(UPDATE).orElse(null);
            Instant date = one == null ? null : date(one);
            if (one != null && date != null) {
                one.required("text");
                updates.add(new Card.Update(date, assignment.inline(one, "text")));
            }
        }
        updates.sort(Comparator.comparing(Card.Update::date));
        return List.copyOf(updates);
    }

    private @Nullable Instant date(Fields note) {
        note.required("date");
        Dates.Moment moment = Dates.moment(note, "date", assignment.zone());
        if (moment == null) {
            return null;
        }
        boolean sameDay = moment.instant()
                .atZone(assignment.zone())
                .toLocalDate()
                .equals(published.atZone(assignment.zone()).toLocalDate());
        if (moment.instant().isBefore(published) && !(moment.dayOnly() && sameDay)) {
            note.value("date")
                    .ifPresent(value -> value.tell(
                            ContentFault.DATES_OUT_OF_ORDER,
                            "This is dated before the article was published.",
                            "Mend one of the dates."));
        }
        return moment.instant();
    }

    private List<Card.Citation> sources() {
        var sources = new ArrayList<Card.Citation>();
        for (Value value : fields.items("sources")) {
            if (value.isText()) {
                sources.add(new Card.Citation(value.line(), "", Card.Citation.Kind.DOCUMENT, ""));
                continue;
            }
            Fields one = value.fields(CITATION).orElse(null);
            if (one == null) {
                continue;
            }
            var kind = one.choice("kind", Card.Citation.Kind.DOCUMENT, known(Card.Citation.Kind.values()));
            boolean anonymous = kind == Card.Citation.Kind.ANONYMOUS;
            if (anonymous && !one.has("reason")) {
                value.tell(
                        ContentFault.REASON_MISSING, "Nothing says why this source is not named.", "Add \"reason:\".");
            }
            String name = anonymous ? one.line("name") : one.required("name");
            if (anonymous && FULL_NAME.matcher(name).matches()) {
                one.value("name")
                        .ifPresent(given -> given.tell(
                                ContentFault.ANONYMOUS_SOURCE_NAMED,
                                "Readers are told that this source is anonymous, and that it is \"" + name + "\".",
                                "Say who it is without the name: a nurse at the hospital."));
            }
            sources.add(new Card.Citation(name, one.address("url"), kind, one.line("reason")));
        }
        return List.copyOf(sources);
    }

    private static <E extends Enum<E>> Map<String, E> known(E[] values) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(value -> value.name().toLowerCase(Locale.ROOT), value -> value));
    }

    private Card.Rights rights() {
        Value value = fields.value("rights").orElse(null);
        if (value == null) {
            return Card.Rights.OWN;
        }
        if (value.isText()) {
            return new Card.Rights("", value.line(), "", "");
        }
        return value.fields(RIGHTS)
                .map(one -> new Card.Rights(
                        one.line("holder"), one.line("notice"), one.line("terms"), one.address("license")))
                .orElse(Card.Rights.OWN);
    }

    private Card.@Nullable Sponsor sponsor(Genre genre) {
        Value value = fields.value("sponsor").orElse(null);
        if (value == null) {
            if (genre == Genre.SPONSORED) {
                fields.value("genre")
                        .ifPresent(label -> label.tell(
                                ContentFault.SPONSOR_MISSING,
                                "Nothing says who paid for this sponsored article.",
                                "Add \"sponsor: {name: ..., url: https://...}\"."));
            }
            return null;
        }
        if (value.isText()) {
            return new Card.Sponsor(value.line(), "");
        }
        return value.fields(SPONSOR)
                .map(one -> new Card.Sponsor(one.required("name"), one.address("url")))
                .orElse(null);
    }

    /** A report goes on until it has an end or says otherwise; one that says nothing began when it was published. */
    private Card.@Nullable Live live(Genre genre) {
        Fields live = fields.value("live").flatMap(value -> value.fields(LIVE)).orElse(null);
        if (live == null) {
            return genre == Genre.LIVE ? new Card.Live(published, null, Card.Live.State.ACTIVE) : null;
        }
        if (genre != Genre.LIVE) {
            fields.tellWithoutEffect(
                    "live", "the article is no live report.", "Add \"genre: live\", or take the field out.");
        }
        Instant start = Dates.instant(live, "start", assignment.zone());
        Instant end = Dates.instant(live, "end", assignment.zone());
        var usual = end == null ? Card.Live.State.ACTIVE : Card.Live.State.ARCHIVED;
        Instant begins = start == null ? published : start;
        if (end != null && end.isBefore(begins)) {
            live.value("end")
                    .ifPresent(value -> value.tell(
                            ContentFault.DATES_OUT_OF_ORDER,
                            "By these dates the report ends before it begins.",
                            "Mend one of them."));
        }
        var state = live.choice("state", usual, known(Card.Live.State.values()));
        return new Card.Live(begins, end, state);
    }

    /** A template's name without ending; it is one of the designer's files, so it cannot hold a path. */
    static Card.@Nullable Reference template(Fields fields) {
        Value value = fields.value("template").orElse(null);
        String name = value == null ? "" : value.line().replaceAll("\\.peb$", "");
        if (value == null || name.isEmpty()) {
            return null;
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,80}")) {
            value.tell(
                    ContentFault.UNSAFE_SLUG,
                    "\"" + name + "\" cannot be a template's name.",
                    "Name a file of templates/ without folder and ending, such as article-opinion.");
            return null;
        }
        return new Card.Reference(name, value.place());
    }
}
