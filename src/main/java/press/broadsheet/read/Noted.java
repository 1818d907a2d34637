package press.broadsheet.read;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import press.broadsheet.news.Card;

/** What a correction or an update means for an article's dates: it was changed then, whether or not anybody says so twice. */
final class Noted {
    private Noted() {}

    /** The timing whose last change is not before the newest note. */
    static Card.Timing timing(Card.Timing timing, Card.Apparatus apparatus, ZoneId zone) {
        Instant newest = Stream.concat(
                        apparatus.corrections().stream().map(Card.Correction::date),
                        apparatus.updates().stream().map(Card.Update::date))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        if (!newest.isAfter(timing.modified())) {
            return timing;
        }
        // Notes keep an instant only; nobody corrects at the stroke of midnight, so that is a day without a time.
        boolean dayOnly = newest.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        return new Card.Timing(
                timing.published(),
                newest,
                timing.publishedDayOnly(),
                dayOnly,
                timing.embargo(),
                timing.expires(),
                timing.breakingUntil());
    }
}
