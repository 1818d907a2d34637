package press.broadsheet.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Root;
import press.broadsheet.news.Status;
import press.broadsheet.text.JsonWriter;

/** An article in JSON-LD: a NewsArticle or what its genre makes it. For one page. */
final class ArticleData {
    private final NewsDesk desk;
    private final Dates dates;
    private final Root root;
    private final PublisherData publisher;

    ArticleData(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.root = desk.root();
        this.publisher = new PublisherData(desk);
    }

    void write(Card card, String address, JsonWriter json) {
        String type = type(card);
        json.object().member("@type", type).member("@id", address + "#article");
        titles(card, address, json);
        times(card, type, json);
        picture(card, json);
        new AuthorData(desk).write(card, json);
        json.object("publisher").member("@id", publisher.id()).end();
        filing(card, type, json);
        trust(card, json);
        origin(card, json);
        rights(card, json);
        json.object("isPartOf").member("@id", publisher.websiteId()).end();
        json.end();
    }

    private String type(Card card) {
        Genre genre = card.filing().genre();
        return genre == Genre.NEWS && desk.publisher().reporting() ? "ReportageNewsArticle" : genre.schemaType();
    }

    private void titles(Card card, String address, JsonWriter json) {
        Card.Titles titles = card.titles();
        String canonical = card.naming().canonical();
        json.member("headline", titles.headline());
        if (!titles.shortHeadline().equals(titles.headline())) {
            json.optional("alternativeHeadline", titles.shortHeadline());
        }
        json.optional("description", titles.standfirst().plain())
                .optional(
                        "abstract",
                        card.apparatus().keyPoints().stream().map(Inline::plain).collect(Collectors.joining(" ")))
                .member("url", address)
                .member("mainEntityOfPage", canonical.isEmpty() ? address : canonical)
                .optional("identifier", card.naming().uri())
                .member("inLanguage", card.language().tag());
    }

    private void times(Card card, String type, JsonWriter json) {
        Card.Timing timing = card.timing();
        Instant expires = timing.expires();
        json.member("datePublished", dates.iso(timing.published()));
        json.member("dateModified", dates.iso(timing.modified()));
        if (expires != null) {
            json.member("expires", dates.iso(expires));
        }
        if (type.equals("LiveBlogPosting")) {
            new LiveData(desk, dates).write(card, json);
        }
    }

    private void picture(Card card, JsonWriter json) {
        Picture picture = card.picture();
        PictureView shown = new Pictures(desk).of(picture);
        if (picture == null || shown == null) {
            return;
        }
        json.array("image").object().member("@type", "ImageObject").member("url", root.absolute(shown.address()));
        if (shown.width() > 0 && shown.height() > 0) {
            json.member("width", shown.width()).member("height", shown.height());
        }
        json.optional(
                        "caption",
                        picture.caption().isEmpty()
                                ? shown.alt()
                                : picture.caption().plain())
                .optional("creditText", picture.credit())
                .optional("copyrightNotice", picture.copyright())
                .optional("license", picture.license())
                .end()
                .end();
    }

    private void filing(Card card, String type, JsonWriter json) {
        List<String> sections = Stream.concat(Stream.of(card.filing().section()), card.filing().sections().stream())
                .map(id -> desk.section(id).map(NewsDesk.SectionHead::name).orElse(id.path()))
                .toList();
        Genre genre = card.filing().genre();
        String dateline = card.apparatus().dateline();
        json.optional("articleSection", sections)
                .optional("keywords", card.filing().tags());
        if (genre != Genre.NEWS) {
            json.member("genre", new CardViews(desk, dates).genreLabel(genre));
        }
        if (!dateline.isEmpty()) {
            // Only news articles have datelines; every work has a place where it was made.
            if (type.endsWith("NewsArticle")) {
                json.member("dateline", dateline);
            }
            json.object("locationCreated")
                    .member("@type", "Place")
                    .member("name", dateline)
                    .end();
        }
        new NamedViews(desk, dates).write(card, json);
        json.member("wordCount", desk.body(card.id()).words()).member("isAccessibleForFree", true);
    }

    private void trust(Card card, JsonWriter json) {
        Card.Apparatus apparatus = card.apparatus();
        if (!apparatus.corrections().isEmpty()) {
            json.array("correction");
            for (Card.Correction correction : apparatus.corrections()) {
                json.object()
                        .member("@type", "CorrectionComment")
                        .member("text", correction.text().plain())
                        .member("datePublished", dates.iso(correction.date()))
                        .end();
            }
            json.end();
        }
        sources(apparatus.sources(), json);
        Card.Disclosure.Ai ai = apparatus.disclosure().ai();
        if (ai != Card.Disclosure.Ai.NONE) {
            // Members of schema.org's IPTCDigitalSourceEnumeration.
            json.member(
                    "digitalSourceType",
                    "https://schema.org/"
                            + (ai == Card.Disclosure.Ai.GENERATED
                                    ? "TrainedAlgorithmicMediaDigitalSource"
                                    : "CompositeWithTrainedAlgorithmicMediaDigitalSource"));
        }
        if (card.status() == Status.ARCHIVED) {
            json.member("creativeWorkStatus", "Archived");
        }
        json.optional("backstory", apparatus.method().plain()).optional("contentRating", apparatus.warning());
        Card.Sponsor sponsor = apparatus.sponsor();
        if (sponsor != null) {
            json.object("sponsor")
                    .member("@type", "Organization")
                    .member("name", sponsor.name())
                    .optional("url", sponsor.url())
                    .end();
        }
    }

    /** A source that is not named is told of as one, with the reason. */
    private void sources(List<Card.Citation> sources, JsonWriter json) {
        if (sources.isEmpty()) {
            return;
        }
        json.array("citation");
        for (Card.Citation source : sources) {
            boolean anonymous = source.kind() == Card.Citation.Kind.ANONYMOUS;
            json.object()
                    .member("@type", "CreativeWork")
                    .member(
                            "name",
                            anonymous && source.name().isEmpty()
                                    ? new Words(desk).say("source.anonymous")
                                    : source.name())
                    .optional("url", source.url())
                    .optional("description", source.reason())
                    .end();
        }
        json.end();
    }

    /** What it was made from: another paper's article, earlier ones, the same in another language. */
    private void origin(Card card, JsonWriter json) {
        var basis = new ArrayList<String>();
        Credits.Source source = card.credits().source();
        if (source != null) {
            if (!source.original().isEmpty()) {
                basis.add(source.original());
            }
            json.object("sourceOrganization")
                    .member("@type", "Organization")
                    .member("name", source.name())
                    .optional("url", source.url())
                    .end();
        }
        card.apparatus()
                .follows()
                .forEach(reference -> desk.article(reference.text())
                        .filter(earlier -> !earlier.id().equals(card.id()))
                        .flatMap(earlier -> desk.address(new Subject.Story(earlier.id())))
                        .ifPresent(address -> basis.add(root.absolute(address))));
        json.optional("isBasedOn", basis);
        translations(card, json);
    }

    private void translations(Card card, JsonWriter json) {
        List<NewsDesk.Translation> others = desk.translations(new Subject.Story(card.id())).stream()
                .filter(translation -> !translation.language().equals(desk.language()))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        boolean isTranslation = isTranslation(card);
        json.array(isTranslation ? "translationOfWork" : "workTranslation");
        for (NewsDesk.Translation other : isTranslation ? others.subList(0, 1) : others) {
            String address = root.absolute(other.address());
            json.object()
                    // Its own page says which kind of article it is.
                    .member("@type", "CreativeWork")
                    .member("@id", address + "#article")
                    .member("url", address)
                    .member("inLanguage", other.language().tag())
                    .end();
        }
        json.end();
    }

    /** As the article says, or because the default edition has an article of the same path. */
    private boolean isTranslation(Card card) {
        String folder = desk.nameplate().folder();
        if (card.naming().translationOf() != null) {
            return true;
        }
        return !folder.isEmpty()
                && card.id().path().startsWith(folder + "/")
                && desk.editions()
                        .getFirst()
                        .card(new Article.Id(card.id().path().substring(folder.length() + 1)))
                        .isPresent();
    }

    private void rights(Card card, JsonWriter json) {
        Card.Rights rights = card.apparatus().rights();
        String notice = rights.notice().isEmpty() && rights.holder().isEmpty()
                ? desk.nameplate().copyright()
                : rights.notice();
        json.object("copyrightHolder");
        if (rights.holder().isEmpty()) {
            json.member("@id", publisher.id());
        } else {
            json.member("@type", "Organization").member("name", rights.holder());
        }
        json.end();
        json.optional("copyrightNotice", notice)
                .optional("usageInfo", isAddress(rights.terms()) ? rights.terms() : "")
                .optional("license", isAddress(rights.license()) ? rights.license() : "");
        Credits.Source source = card.credits().source();
        if (source != null) {
            json.member("creditText", source.name());
        }
    }

    private static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }
}
