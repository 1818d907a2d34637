package press.broadsheet.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import press.broadsheet.news.Body;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * Typesets short texts as another does, and remembers where each address stands that they link to: a short text itself keeps
 * none. Not thread-safe.
 */
public final class ShortLinks implements Inline.Typesetter {
    private static final Pattern LINK = Pattern.compile("<a [^>]*?\\bhref=\"([^\"]*)\"");

    private final Inline.Typesetter typesetter;
    private final List<Body.Mention> links = new ArrayList<>(0);

    public ShortLinks(Inline.Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    @Override
    public Inline inline(String text, Language language, Place place, Problems problems) {
        Inline set = typesetter.inline(text, language, place, problems);
        if (set.html().contains("<a ")) {
            LINK.matcher(set.html())
                    .results()
                    .forEach(link -> links.add(new Body.Mention(link.group(1).replace("&amp;", "&"), place)));
        }
        return set;
    }

    @Override
    public String line(String text, Language language) {
        return typesetter.line(text, language);
    }

    /** What the short texts linked to so far, in order. */
    public List<Body.Mention> links() {
        return List.copyOf(links);
    }
}
