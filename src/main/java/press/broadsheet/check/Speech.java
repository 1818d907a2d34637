package press.broadsheet.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Language;

/** The words by which a language says that somebody says something. */
final class Speech {
    private static final Map<String, String> WORDS = Map.of(
            "en",
            "said says say saying told tells tell telling added adds adding wrote writes write writing written explained"
                    + " explains explain explaining noted notes note noting asked asks stated states state stating"
                    + " reported reports recalled recalls recalling argued argues called calls described describes"
                    + " describing announced announces replied replies answered answers reads read insisted insists"
                    + " warned warns continued continues concluded concludes commented comments remarked observed"
                    + " observes testified declared declares quoted quotes quote tweeted posted shared shares emphasized"
                    + " emphasised stressed suggested suggests urged pointed points put puts recommended promised vowed"
                    + " revealed acknowledged admitted agreed confirmed defined defines states quoth according"
                    + " statement memo memorandum letter email speech interview testimony summarized summed mused"
                    + " reflected joked thinks believes encouraged outlined requires laughed spoke speaks talks talked",
            "uk",
            "сказав сказала сказали каже кажуть говорить говорив говорила заявив заявила заявили додав додала додали"
                    + " зазначив зазначила зазначили повідомив повідомила повідомили повідомляє написав написала пише"
                    + " пояснив пояснила пояснює наголосив наголосила підкреслив підкреслила запитав запитала відповів"
                    + " відповіла розповів розповіла йдеться словами попередив попередила процитував згадує пригадує"
                    + " заяві листі вважає",
            "de",
            "sagte sagt sagten erklärte erklärt meinte meint schrieb schreibt fügte betonte betont teilte berichtete"
                    + " berichtet fragte antwortete heißt so laut zufolge nannte warnte kündigte",
            "fr",
            "dit disait déclare déclaré explique expliqué ajoute ajouté affirme affirmé écrit souligne souligné raconte"
                    + " raconté précise précisé estime estimé annonce annoncé répond répondu selon indique indiqué",
            "es",
            "dijo dice dijeron afirmó explicó añadió agregó señaló aseguró declaró escribió contó indicó advirtió"
                    + " preguntó respondió según informó reza");

    private static final Map<String, Pattern> PATTERNS = WORDS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry -> Pattern.compile(
                            "(?<![\\p{L}])(?:"
                                    + String.join("|", List.of(entry.getValue().split(" ", -1))) + ")(?![\\p{L}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));

    private Speech() {}

    /** Null for a language that we do not know well enough. */
    static @Nullable Pattern of(Language language) {
        return PATTERNS.get(language.primary());
    }
}
