package press.broadsheet.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Language;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Root;
import press.broadsheet.news.Section;
import press.broadsheet.news.StoryPackage;

/** How pages look where somebody shares them: Open Graph and cards. For one page. */
final class OpenGraph {
    /** Open Graph wants a country with each language; elsewhere the language's name is its country's. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("en", "US"),
            Map.entry("uk", "UA"),
            Map.entry("ja", "JP"),
            Map.entry("ar", "AR"),
            Map.entry("fa", "IR"),
            Map.entry("zh", "CN"),
            Map.entry("ko", "KR"),
            Map.entry("he", "IL"),
            Map.entry("cs", "CZ"),
            Map.entry("da", "DK"),
            Map.entry("el", "GR"),
            Map.entry("sv", "SE"),
            Map.entry("et", "EE"),
            Map.entry("sl", "SI"),
            Map.entry("sq", "AL"),
            Map.entry("sr", "RS"),
            Map.entry("be", "BY"),
            Map.entry("ka", "GE"),
            Map.entry("hy", "AM"),
            Map.entry("kk", "KZ"),
            Map.entry("vi", "VN"),
            Map.entry("hi", "IN"),
            Map.entry("bn", "IN"),
            Map.entry("ur", "PK"),
            Map.entry("ca", "ES"),
            Map.entry("eu", "ES"),
            Map.entry("ga", "IE"),
            Map.entry("cy", "GB"),
            Map.entry("nb", "NO"),
            Map.entry("nn", "NO"));

    /** Narrower pictures, and square ones such as logos, look better small. In pixels. */
    private static final int LARGE = 600;

    private final NewsDesk desk;
    private final Dates dates;
    private final Root root;

    OpenGraph(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.root = desk.root();
    }

    /** @param card the article that the page shows; null if it shows none */
    List<MetaView> of(Subject subject, @Nullable Card card, String canonical, String description) {
        var meta = new ArrayList<MetaView>();
        String headline = card != null
                ? card.titles().headline()
                : subject instanceof Subject.Front ? desk.nameplate().name() : new Names(desk, dates).of(subject);
        boolean isPerson =
                subject instanceof Subject.Listed listed && listed.listing().kind() == Listing.Kind.CONTRIBUTOR;
        property("og:type", card != null ? "article" : isPerson ? "profile" : "website", meta);
        property("og:site_name", desk.nameplate().name(), meta);
        property("og:title", headline, meta);
        property("og:description", description, meta);
        property("og:url", canonical, meta);
        property("og:locale", locale(card == null ? desk.language() : card.language()), meta);
        desk.translations(subject).stream()
                .filter(other -> !other.language().equals(desk.language()))
                .forEach(other -> property("og:locale:alternate", locale(other.language()), meta));
        PictureView picture = picture(subject, card);
        picture(picture, meta);
        if (card != null) {
            article(card, meta);
        }
        twitter(card, headline, description, picture, meta);
        return meta;
    }

    /**
     * The picture that stands for a page elsewhere: its own, or a front page's first; the paper's logo where it has none.
     * None at all rather than an SVG, which no network shows.
     */
    private @Nullable PictureView picture(Subject subject, @Nullable Card card) {
        var pictures = new Pictures(desk);
        PictureView own = subject instanceof Subject.Front
                ? ofFront(pictures)
                : pictures.raster(card != null ? card.picture() : ofList(subject));
        return own != null
                ? own
                : pictures.raster(desk.nameplate().logo(), desk.nameplate().name());
    }

    private @Nullable PictureView ofFront(Pictures pictures) {
        return desk.front(null).slots().stream()
                .flatMap(slot -> slot.items().stream())
                .map(item -> Optional.ofNullable(pictures.raster(item.card().picture())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Picture ofList(Subject subject) {
        if (!(subject instanceof Subject.Listed listed)) {
            return null;
        }
        return switch (listed.listing().kind()) {
            case CONTRIBUTOR ->
                desk.author(new Author.Id(listed.listing().key()))
                        .map(Author::portrait)
                        .orElse(null);
            case STORY ->
                desk.story(listed.listing().key()).map(StoryPackage::picture).orElse(null);
            default -> null;
        };
    }

    private void picture(@Nullable PictureView picture, List<MetaView> meta) {
        if (picture == null) {
            return;
        }
        property("og:image", root.absolute(picture.address()), meta);
        if (picture.width() > 0 && picture.height() > 0) {
            property("og:image:width", Integer.toString(picture.width()), meta);
            property("og:image:height", Integer.toString(picture.height()), meta);
        }
        property("og:image:alt", picture.alt(), meta);
    }

    private void article(Card card, List<MetaView> meta) {
        property("article:published_time", dates.iso(card.timing().published()), meta);
        property("article:modified_time", dates.iso(card.timing().modified()), meta);
        Instant expires = card.timing().expires();
        if (expires != null) {
            property("article:expiration_time", dates.iso(expires), meta);
        }
        Section.Id section = card.filing().section();
        property(
                "article:section",
                desk.section(section).map(NewsDesk.SectionHead::name).orElse(section.path()),
                meta);
        BylineView byline = new People(desk).byline(card);
        for (PersonView person : byline.people()) {
            property(
                    "article:author",
                    person.address().isEmpty() ? person.name() : root.absolute(person.address()),
                    meta);
        }
        card.filing().tags().forEach(tag -> property("article:tag", tag, meta));
        byline.people().forEach(person -> name("author", person.name(), meta));
    }

    private void twitter(
            @Nullable Card card,
            String headline,
            String description,
            @Nullable PictureView picture,
            List<MetaView> meta) {
        boolean large = picture != null && picture.width() >= LARGE && picture.width() > picture.height();
        name("twitter:card", large ? "summary_large_image" : "summary", meta);
        boolean isShort = card != null && !card.titles().shortHeadline().isEmpty();
        name("twitter:title", card != null && isShort ? card.titles().shortHeadline() : headline, meta);
        name("twitter:description", description, meta);
        if (picture != null) {
            name("twitter:image", root.absolute(picture.address()), meta);
            name("twitter:image:alt", picture.alt(), meta);
        }
        name("twitter:site", desk.publisher().social(), meta);
        if (card != null && !card.credits().authors().isEmpty()) {
            name("twitter:creator", account(card.credits().authors().getFirst()), meta);
        }
    }

    /** Somebody's account with @, if their file names one; empty if not. */
    private String account(Credits.Credit credit) {
        for (String address : desk.credited(credit.reference()).sameAs()) {
            String lower = address.toLowerCase(Locale.ROOT);
            if (lower.startsWith("https://x.com/") || lower.startsWith("https://twitter.com/")) {
                String name = address.substring(address.indexOf('/', 8) + 1);
                return name.isEmpty() || name.contains("/") ? "" : "@" + name;
            }
        }
        return "";
    }

    /** With an underscore and a country: {@code uk_UA}. */
    static String locale(Language language) {
        String country = language.locale().getCountry();
        String primary = language.primary();
        return primary + "_"
                + (country.isEmpty() ? COUNTRIES.getOrDefault(primary, primary.toUpperCase(Locale.ROOT)) : country);
    }

    private static void property(String name, String content, List<MetaView> meta) {
        if (!content.isEmpty()) {
            meta.add(new MetaView("property", name, content));
        }
    }

    private static void name(String name, String content, List<MetaView> meta) {
        if (!content.isEmpty()) {
            meta.add(new MetaView("name", name, content));
        }
    }
}
