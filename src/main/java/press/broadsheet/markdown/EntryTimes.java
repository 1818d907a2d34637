package press.broadsheet.markdown;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.news.Body;

/**
 * Reads the times of a live report's entries as they are typed: {@code 14:05}, {@code 2026-11-24 14:05}, with or without
 * an offset. One without offset is meant in the paper's zone; one without a day is of the day that an entry above it
 * named last, and else of the day on which the report began. For one body; not thread-safe.
 */
final class EntryTimes {
    private static final Pattern FORM = Pattern.compile(
            "(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt]| +))?(\\d{1,2}):(\\d{2})(?::(\\d{2}))? *([Zz]|[+-]\\d{2}(?::?\\d{2})?)?");

    private final ZoneId zone;
    private LocalDate day;

    EntryTimes(Body.Coverage coverage) {
        this.zone = coverage.zone();
        this.day = coverage.day();
    }

    /** In the paper's zone; empty if it cannot be read. */
    Optional<ZonedDateTime> read(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            if (form.group(1) != null) {
                day = LocalDate.of(whole(form, 1), whole(form, 2), whole(form, 3));
            }
            LocalTime time = LocalTime.of(whole(form, 4), whole(form, 5), form.group(6) == null ? 0 : whole(form, 6));
            String offset = form.group(7);
            if (offset == null) {
                return Optional.of(day.atTime(time).atZone(zone));
            }
            Instant instant = day.atTime(time).toInstant(ZoneOffset.of(offset.equals("z") ? "Z" : offset));
            return Optional.of(instant.atZone(zone));
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }

    private static int whole(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
