package press.broadsheet.desk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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

/** An article for a test, of which only what matters is said. */
public final class CardDraft {
    public final String id;
    public final Place place;
    public String language = "en";
    public String section;
    public List<String> sections = List.of();
    public List<String> tags = List.of();
    public String story = "";
    public Genre genre = Genre.NEWS;
    public int urgency = 5;
    public boolean noindex;
    public String kicker = "";
    public String headline;
    public String seoHeadline = "";
    public String shortHeadline = "";
    public Inline standfirst = new Inline("It <em>rose</em>.", "It rose.");
    public boolean opens;
    public final List<Credits.Credit> authors = new ArrayList<>();
    public final List<Credits.Credit> contributors = new ArrayList<>();
    public String byline = "";
    public Credits.@Nullable Source source;
    public Instant published = Instant.parse("2026-11-20T08:00:00Z");
    public @Nullable Instant modified;
    public boolean dayOnly;
    public @Nullable Instant expires;
    public @Nullable Instant breakingUntil;
    public String canonical = "";
    public @Nullable String translationOf;
    public @Nullable Picture picture;
    public String dateline = "";
    public List<Inline> keyPoints = List.of();
    public List<Card.Correction> corrections = List.of();
    public List<Card.Update> updates = List.of();
    public List<Card.Citation> sources = List.of();
    public Card.Rights rights = Card.Rights.OWN;
    public List<String> follows = List.of();
    public List<String> related = List.of();
    public Inline method = Inline.NONE;
    public String warning = "";
    public Card.@Nullable Sponsor sponsor;
    public Card.@Nullable Live live;
    public final Map<String, Object> params = new HashMap<>();

    /** @param id its path below content/; its first folder is its section, unless that is the edition's */
    public CardDraft(String id) {
        this.id = id;
        this.place = Place.in(Path.of("content/" + id + ".md"));
        String path = id.startsWith("uk/") ? id.substring(3) : id;
        this.language = id.startsWith("uk/") ? "uk" : "en";
        this.section = path.contains("/") ? path.substring(0, path.indexOf('/')) : "world";
        this.headline = "Headline of " + id;
    }

    public CardDraft with(Consumer<CardDraft> change) {
        change.accept(this);
        return this;
    }

    public CardDraft by(String... names) {
        for (String name : names) {
            authors.add(new Credits.Credit(name, "", "", place));
        }
        return this;
    }

    public Card build() {
        String slug = id.substring(id.lastIndexOf('/') + 1);
        return new Card(
                new Article.Id(id),
                place,
                new Language(language),
                Status.PUBLISHED,
                new Card.Filing(
                        new Section.Id(section),
                        sections.stream().map(Section.Id::new).toList(),
                        tags,
                        story,
                        genre,
                        urgency,
                        noindex,
                        Set.of()),
                new Card.Titles(
                        kicker,
                        headline,
                        standfirst,
                        opens,
                        seoHeadline.isEmpty() ? headline : seoHeadline,
                        shortHeadline.isEmpty() ? headline : shortHeadline),
                new Credits(authors, byline, contributors, source),
                new Card.Timing(
                        published,
                        modified == null ? published : modified,
                        dayOnly,
                        dayOnly,
                        null,
                        expires,
                        breakingUntil),
                new Card.Naming(
                        slug,
                        "tag:lantern.example,2026:" + slug,
                        "",
                        List.of(),
                        canonical,
                        translationOf == null ? null : new Card.Reference(translationOf, place)),
                picture,
                new Card.Apparatus(
                        dateline,
                        keyPoints,
                        corrections,
                        updates,
                        sources,
                        rights,
                        references(follows),
                        references(related),
                        method,
                        warning,
                        sponsor,
                        live,
                        null,
                        params),
                new Card.Extent(3, List.of()));
    }

    private List<Card.Reference> references(List<String> texts) {
        return texts.stream().map(text -> new Card.Reference(text, place)).toList();
    }
}
