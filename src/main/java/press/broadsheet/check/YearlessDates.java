package press.broadsheet.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.broadsheet.news.Card;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/** "November 16" in a piece that is more than a year old: whoever finds it today must guess the year. */
final class YearlessDates implements Rule.OfText {
    private static final int OLD = 365;

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[5-9]|20)\\d\\d(?!\\d)");
    private static final String DAY = "(?<![\\d.])\\d{1,2}";

    private static final Map<String, Pattern> DATES = Map.of(
            "en", english(),
            "uk",
                    dayMonth(
                            "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
                            ""),
            "ru", dayMonth("января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря", ""),
            "de", dayMonth("Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember", "\\."),
            "fr",
                    dayMonth(
                            "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
                            "(?:er)?"),
            "es",
                    dayMonth(
                            "de enero|de febrero|de marzo|de abril|de mayo|de junio|de julio|de agosto|de septiembre"
                                    + "|de octubre|de noviembre|de diciembre",
                            ""));

    private record Found(Passage passage, int at, String words) {}

    private static Pattern english() {
        String months = "(?:January|February|March|April|May|June|July|August|September|October|November|December"
                + "|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";
        return Pattern.compile("(?<![\\p{L}])" + months + "\\s\\d{1,2}(?:st|nd|rd|th)?(?![\\d\\p{L}:%])" + "|" + DAY
                + "(?:st|nd|rd|th)?\\s(?:of\\s)?" + months + "(?![\\p{L}])");
    }

    private static Pattern dayMonth(String months, String after) {
        return Pattern.compile(DAY + after + "\\s(?:" + months + ")(?![\\p{L}])");
    }

    @Override
    public String id() {
        return "yearless-date";
    }

    @Override
    public Level level() {
        return Level.NOTE;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        Card card = proof.card();
        Pattern dates = DATES.get(proof.language().primary());
        if (card == null || dates == null || !isOld(card, paper.moment())) {
            return;
        }
        List<Found> found = Stream.concat(proof.field("standfirst").stream(), Prose.running(proof))
                .filter(passage -> !YEAR.matcher(passage.text()).find())
                .flatMap(passage -> dates.matcher(passage.text())
                        .results()
                        .map(date -> new Found(passage, date.start(), date.group())))
                .toList();
        if (!found.isEmpty()) {
            Found first = found.getFirst();
            int more = found.size() - 1;
            remarks.add(
                    first.passage().place(first.at()),
                    "\"" + first.words().replaceAll("\\s", " ") + "\" does not say its year, in an article from "
                            + card.timing()
                                    .published()
                                    .atZone(paper.site().zone())
                                    .getYear()
                            + "."
                            + (more > 0
                                    ? " Nor " + (more == 1 ? "does 1 more date" : "do " + more + " more dates")
                                            + " in it."
                                    : ""),
                    "Write the year: whoever finds this article today must guess it.");
        }
    }

    private static boolean isOld(Card card, Instant moment) {
        return card.timing().published().isBefore(moment.minus(OLD, ChronoUnit.DAYS));
    }
}
