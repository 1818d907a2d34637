package press.broadsheet.make;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Section;
import press.broadsheet.news.Status;
import press.broadsheet.problem.Place;

/** A card for a test, said in a few words. */
public final class Cards {
    private final String slug;
    private String headline;
    private String language = "en";
    private Instant published = Instant.parse("2026-11-24T06:00:00Z");
    private @Nullable Instant modified;
    private Genre genre = Genre.NEWS;
    private boolean noindex;
    private Set<String> hiddenFrom = Set.of();
    private String canonical = "";
    private @Nullable Picture picture;
    private List<String> pictures = List.of();
    private List<Card.Correction> corrections = List.of();

    private Cards(String slug) {
        this.slug = slug;
        this.headline = "Headline of " + slug;
    }

    public static Cards card(String slug) {
        return new Cards(slug);
    }

    public Cards headline(String text) {
        headline = text;
        return this;
    }

    public Cards language(String tag) {
        language = tag;
        return this;
    }

    public Cards published(String instant) {
        published = Instant.parse(instant);
        return this;
    }

    public Cards modified(String instant) {
        modified = Instant.parse(instant);
        return this;
    }

    public Cards genre(Genre value) {
        genre = value;
        return this;
    }

    public Cards noindex() {
        noindex = true;
        return this;
    }

    public Cards hiddenFrom(String... outputs) {
        hiddenFrom = Set.of(outputs);
        return this;
    }

    public Cards canonical(String address) {
        canonical = address;
        return this;
    }

    public Cards pictures(String main, String... inText) {
        picture = new Picture(main, "A bridge", Inline.NONE, "", "", "", "", false, StubDesk.PLACE);
        pictures = List.of(inText);
        return this;
    }

    public Cards corrected(Card.Correction... notes) {
        corrections = List.of(notes);
        return this;
    }

    public Card build() {
        var section = new Section.Id("world");
        return new Card(
                new Article.Id("world/" + slug),
                Place.in(Path.of("content/world/" + slug + ".md")),
                new Language(language),
                Status.PUBLISHED,
                new Card.Filing(section, List.of(), List.of(), "", genre, 5, noindex, hiddenFrom),
                new Card.Titles("", headline, Inline.NONE, false, headline, headline),
                Credits.NONE,
                new Card.Timing(published, modified == null ? published : modified, false, false, null, null, null),
                new Card.Naming(slug, "tag:lantern.example,2026:" + slug, "", List.of(), canonical, null),
                picture,
                new Card.Apparatus(
                        "",
                        List.of(),
                        corrections,
                        List.of(),
                        List.of(),
                        Card.Rights.OWN,
                        List.of(),
                        List.of(),
                        Inline.NONE,
                        "",
                        null,
                        null,
                        null,
                        Map.of()),
                new Card.Extent(1, pictures));
    }
}
