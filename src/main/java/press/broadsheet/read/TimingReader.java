package press.broadsheet.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Card;
import press.broadsheet.news.Status;

/** Reads an article's dates and holds them against one another. */
final class TimingReader {
    private static final LocalDate FIRST_NEWS_ON_THE_WEB = LocalDate.of(1995, 1, 1);
    private static final Vocabulary BREAKING = Vocabulary.of("until");
    /** How long breaking news breaks if nobody says. */
    private static final Duration BREAKING_SPAN = Duration.ofHours(24);

    private TimingReader() {}

    /** Empty after telling that there is no date of publication; an article that is still being written needs none. */
    static Optional<Card.Timing> read(Fields fields, Status status, Assignment assignment) {
        ZoneId zone = assignment.zone();
        Dates.Moment embargo = Dates.moment(fields, "embargo", zone);
        Dates.Moment first = fields.has("published")
                ? Dates.moment(fields, "published", zone)
                : later(fromName(assignment.path(), zone), embargo);
        if (fields.isNamed("embargo") && !fields.has("embargo")) {
            assignment
                    .problems()
                    .add(
                            ContentFault.FIELD_WITHOUT_EFFECT,
                            fields.place("embargo"),
                            "\"embargo\" changes nothing: no date stands behind it.",
                            "Write until when nobody may see the article, or take the field out.");
        }
        if (embargo == null && fields.has("embargo")) {
            // Also a paper that is published with faults must not show what should have waited.
            return Optional.empty();
        }
        if (first == null) {
            if (!fields.has("published") && status.isUnfinished()) {
                return Optional.of(Card.Timing.UNDATED);
            }
            if (!fields.has("published")) {
                tellMissing(fields, assignment);
            }
            return Optional.empty();
        }
        Instant published = first.instant();
        if (published.atZone(zone).toLocalDate().isBefore(FIRST_NEWS_ON_THE_WEB)) {
            assignment
                    .problems()
                    .add(
                            ContentFault.IMPLAUSIBLE_DATE,
                            fields.place("published"),
                            "The article is dated " + published.atZone(zone).toLocalDate()
                                    + ", before there was news on the web.",
                            "Mend the year, unless this is an archive.");
        }
        Dates.Moment modified = modified(fields, first, zone);
        return Optional.of(new Card.Timing(
                published,
                modified.instant(),
                first.dayOnly(),
                modified.dayOnly(),
                embargo == null ? null : embargo.instant(),
                expires(fields, published, zone),
                breakingUntil(fields, published, zone)));
    }

    private static void tellMissing(Fields fields, Assignment assignment) {
        boolean named = fields.isNamed("published");
        assignment
                .problems()
                .add(
                        ContentFault.DATE_MISSING,
                        named ? fields.place("published") : assignment.path().place(),
                        "Nothing says when the article was published.",
                        (named ? "Write its date behind this field, as in" : "Add")
                                + " \"published: 2026-11-24T09:30\""
                                + (named ? "" : " with its date")
                                + ", or begin the file's name with it: 2026-11-24-"
                                + assignment.path().id().name() + ".md");
    }

    /** What first appears when its embargo ends was not published before, whatever day its file is named after. */
    private static Dates.@Nullable Moment later(Dates.@Nullable Moment named, Dates.@Nullable Moment embargo) {
        if (named == null || embargo == null) {
            return named == null ? embargo : named;
        }
        return embargo.instant().isAfter(named.instant()) ? embargo : named;
    }

    private static Dates.@Nullable Moment fromName(ContentPath path, ZoneId zone) {
        return Dates.parse(path.date(), zone).orElse(null);
    }

    private static Dates.Moment modified(Fields fields, Dates.Moment first, ZoneId zone) {
        Instant published = first.instant();
        Dates.Moment moment = Dates.moment(fields, "modified", zone);
        if (moment == null) {
            return first;
        }
        if (!moment.instant().isBefore(published)) {
            return moment;
        }
        LocalDate day = moment.instant().atZone(zone).toLocalDate();
        // A date without time, of the day of publication, is not earlier: its time is not known.
        if (!(moment.dayOnly() && day.equals(published.atZone(zone).toLocalDate()))) {
            tellOrder(fields, "modified", "was modified before it was published");
        }
        return first;
    }

    private static @Nullable Instant expires(Fields fields, Instant published, ZoneId zone) {
        Instant expires = Dates.instant(fields, "expires", zone);
        if (expires != null && !expires.isAfter(published)) {
            tellOrder(fields, "expires", "expires before it is published");
        }
        return expires;
    }

    private static void tellOrder(Fields fields, String field, String what) {
        fields.value(field)
                .ifPresent(value -> value.tell(
                        ContentFault.DATES_OUT_OF_ORDER,
                        "By these dates the article " + what + ".",
                        "Mend one of them."));
    }

    private static @Nullable Instant breakingUntil(Fields fields, Instant published, ZoneId zone) {
        Value value = fields.value("breaking").orElse(null);
        if (value == null) {
            return null;
        }
        if (value.isMap()) {
            Fields breaking = value.fields(BREAKING).orElseThrow();
            breaking.required("until");
            return Dates.instant(breaking, "until", zone);
        }
        if (Character.isDigit(value.line().isEmpty() ? ' ' : value.line().charAt(0))) {
            Dates.Moment until = Dates.moment(value, zone);
            return until == null ? null : until.instant();
        }
        if (!fields.flag("breaking", false)) {
            return null;
        }
        value.tell(
                ContentFault.BREAKING_WITHOUT_END,
                "Nothing says until when this is breaking news; it will be for 24 hours after publication.",
                "Write it so: breaking: {until: 2026-11-24T18:00}");
        return published.plus(BREAKING_SPAN);
    }
}
