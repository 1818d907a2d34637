package press.broadsheet.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as the newsroom types them. One without offset is meant in the paper's zone, never in the machine's; one
 * without a time means the start of that day.
 */
final class Dates {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})"
            + "(?:(?:[Tt]| +)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)? *([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private Dates() {}

    /**
     * @param dayOnly whether no time of day was given
     * @param clock what clocks in the paper's zone showed; null if an offset or no time of day was given
     */
    record Moment(
            Instant instant, boolean dayOnly, @Nullable LocalDateTime clock) {}

    static Optional<Moment> parse(String text, ZoneId zone) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(whole(form, 1), whole(form, 2), whole(form, 3));
            if (form.group(4) == null) {
                return Optional.of(new Moment(day.atStartOfDay(zone).toInstant(), true, null));
            }
            int second = form.group(6) == null ? 0 : whole(form, 6);
            LocalDateTime time = day.atTime(whole(form, 4), whole(form, 5), second);
            String offset = form.group(7);
            Instant instant = offset == null
                    ? time.atZone(zone).toInstant()
                    : time.toInstant(ZoneOffset.of(offset.equals("z") ? "Z" : offset));
            return Optional.of(new Moment(instant, false, offset == null ? time : null));
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }

    private static int whole(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    /** A field's moment; null if it is not given, or if it is told that it cannot be read. */
    static @Nullable Moment moment(Fields fields, String field, ZoneId zone) {
        Value value = fields.value(field).orElse(null);
        return value == null ? null : moment(value, zone);
    }

    static @Nullable Moment moment(Value value, ZoneId zone) {
        String text = value.line();
        if (text.isEmpty()) {
            return null;
        }
        Optional<Moment> moment = parse(text, zone);
        moment.map(Moment::clock).ifPresent(clock -> tellClockChange(value, clock, zone));
        if (moment.isEmpty()) {
            value.tell(
                    ContentFault.BROKEN_DATE,
                    value.called() + " cannot be read as a date: \"" + text + "\".",
                    DateProposal.of(text, zone)
                            .orElse("Write it as 2026-11-24, 2026-11-24T09:30 or 2026-11-24T09:30+02:00."));
        }
        return moment.orElse(null);
    }

    /** Tells of a time that never was, or was twice, because clocks were put forward or back. */
    private static void tellClockChange(Value value, LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null) {
            return;
        }
        String clocks = time.toLocalDate() + "T" + time.toLocalTime();
        value.tell(
                ContentFault.CLOCK_CHANGE,
                value.called() + (change.isGap() ? " names a time that never was" : " names a time that was twice")
                        + ": clocks in " + zone + " were put " + (change.isGap() ? "forward" : "back") + " then. "
                        + time.toLocalTime() + " is taken as "
                        + time.atZone(zone).toOffsetDateTime() + ".",
                "Say which is meant: " + clocks + change.getOffsetBefore() + " or " + clocks + change.getOffsetAfter()
                        + ".");
    }

    static @Nullable Instant instant(Fields fields, String field, ZoneId zone) {
        Moment moment = moment(fields, field, zone);
        return moment == null ? null : moment.instant();
    }
}
