package press.broadsheet.read;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Manuscript;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Status;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Interner;

/** Reads the articles of one edition: Markdown with front matter, and plain wire stories. Thread-safe. */
public final class ArticleReader {
    static final Vocabulary VOCABULARY = Vocabulary.of(
                    "headline title",
                    "seoHeadline",
                    "shortHeadline linkTitle",
                    "kicker",
                    "standfirst description dek summary",
                    "genre label",
                    "section",
                    "sections",
                    "tags keywords",
                    "authors author",
                    "byline",
                    "contributors",
                    "source agency",
                    "dateline",
                    "published date datePublished",
                    "modified lastmod updated dateModified",
                    "embargo publishDate",
                    "expires expiryDate",
                    "status",
                    "draft",
                    "urgency priority",
                    "breaking",
                    "id uuid",
                    "slug",
                    "aliases",
                    "canonical",
                    "lang language",
                    "translationOf",
                    "image cover",
                    "imageAlt",
                    "imageCaption",
                    "imageCredit",
                    "story",
                    "people",
                    "organisations organizations",
                    "places",
                    "events",
                    "follows",
                    "related",
                    "keyPoints",
                    "corrections",
                    "updates",
                    "sources",
                    "method",
                    "ai",
                    "reason",
                    "history",
                    "warning",
                    "sponsor",
                    "live",
                    "rights",
                    "noindex",
                    "exclude",
                    "template",
                    "params",
                    "checks",
                    "note")
            .withUnshown("topics", "gallery", "audio", "video", "claim", "access", "comments", "outputs");

    /**
     * Whoever misspells one of these meant to hold the article back: also a paper that is published with faults must not
     * show it.
     */
    private static final List<String> HOLDING_BACK = List.of("embargo", "status", "draft", "expires");

    private static final Map<String, Status> STATES =
            Arrays.stream(Status.values()).collect(Collectors.toMap(Status::id, status -> status));

    private final Stylebook book;
    private final Stylebook.Edition edition;
    private final Inline.Typesetter inlines;
    private final Interner<String> repeated = new Interner<>();

    /**
     * @param book of the paper
     * @param edition one of the book's
     */
    public ArticleReader(Stylebook book, Stylebook.Edition edition, Inline.Typesetter inlines) {
        this.book = book;
        this.edition = edition;
        this.inlines = inlines;
    }

    /**
     * Reads an article; empty after telling why it cannot be one.
     *
     * @param path below {@code content/}, with {@code /}: {@code world/2026/11/river.md}. One that ends in {@code .txt}
     *     is a wire story
     */
    public Optional<Manuscript> read(String path, byte[] bytes, Problems problems) {
        var file = new ContentPath(path);
        if (path.endsWith(".txt")) {
            var links = new ShortLinks(inlines);
            var assignment = new Assignment(book, edition, links, file, edition.language(), problems, repeated);
            return new WireReader(assignment, links).read(bytes);
        }
        return FrontMatter.read(bytes, file.file(), VOCABULARY, problems)
                .flatMap(matter -> article(matter, file, problems));
    }

    /**
     * Where an article says when it was last changed: its field {@code modified}; where its front matter begins, if it has
     * none; the first line of a file without front matter.
     *
     * @param bytes the whole file, of an article that was read without an error
     */
    public static Place placeOfChange(byte[] bytes, Place file) {
        // Whatever is wrong with the file was told when it was read.
        return FrontMatter.read(bytes, file.file(), VOCABULARY, new Problems())
                .filter(FrontMatter::present)
                .map(matter -> matter.fields().place("modified"))
                .filter(place -> place.line() > 0)
                .orElse(file.atLine(1));
    }

    private Optional<Manuscript> article(FrontMatter matter, ContentPath path, Problems problems) {
        Fields fields = matter.fields();
        if (!matter.present() && matter.text().isBlank()) {
            problems.add(
                    ContentFault.EMPTY_FILE,
                    path.place(),
                    "The file is empty.",
                    "Write the article, or delete the file.");
            return Optional.empty();
        }
        Language language = Languages.read(fields, "lang").orElse(edition.language());
        var links = new ShortLinks(inlines);
        var assignment = new Assignment(book, edition, links, path, language, problems, repeated);
        Opening opening = Opening.of(matter, fields.has("headline"));
        Genre genre = fields.choice("genre", Genre.NEWS, FilingReader.GENRES);
        Status status = status(fields);
        Optional<Card.Titles> titles = TitlesReader.read(fields, opening, status, assignment);
        Optional<Card.Timing> timing = TimingReader.read(fields, status, assignment);
        Optional<Card.Filing> filing = FilingReader.read(fields, genre, status, assignment);
        // The rest is read even if one of these is missing, so that all faults are told in one run.
        Instant published = timing.map(Card.Timing::published).orElse(Instant.EPOCH);
        String headline = titles.map(Card.Titles::headline).orElse("");
        Credits credits = CreditsReader.read(fields, assignment);
        String original = credits.source() == null ? "" : credits.source().original();
        Card.Naming naming = NamingReader.read(fields, headline, original, published, assignment);
        Picture picture = PictureReader.read(fields, "image", assignment);
        Card.Apparatus apparatus = new ApparatusReader(fields, assignment, published).read(genre, status);
        Datelines.checkUnsafe(fields, matter.text(), assignment);
        fields.value("checks").ifPresent(Value::entries);
        boolean mayBeSecret = HOLDING_BACK.stream().anyMatch(fields::hasNearly);
        if (titles.isEmpty() || timing.isEmpty() || filing.isEmpty() || mayBeSecret) {
            return Optional.empty();
        }
        var card = new Card(
                path.id(),
                path.place(),
                language,
                status,
                filing.get(),
                titles.get(),
                credits,
                Noted.timing(timing.get(), apparatus, book.zone()),
                naming,
                picture,
                apparatus,
                UNREAD);
        var start = path.place().atLine(opening.firstLine());
        return Optional.of(new Manuscript(
                card,
                new Body.Source(opening.text(), language, start, path.folder(), coverage(card, assignment)),
                links.links()));
    }

    private static Body.@Nullable Coverage coverage(Card card, Assignment assignment) {
        Card.Live live = card.apparatus().live();
        return live == null || card.filing().genre() != Genre.LIVE
                ? null
                : new Body.Coverage(live.start().atZone(assignment.zone()).toLocalDate(), assignment.zone());
    }

    /** What cannot be read keeps the article back: also a paper that is published with faults must not show it by mistake. */
    private static Status status(Fields fields) {
        if (fields.has("draft") && fields.flag("draft", true)) {
            boolean meant = fields.line("draft").matches("(?i)true|yes");
            return meant ? Status.DRAFT : Status.WITHHELD;
        }
        return fields.choice("status", fields.has("status") ? Status.WITHHELD : Status.PUBLISHED, STATES);
    }

    /** What is known of a text's extent before it is typeset. */
    static final Card.Extent UNREAD = new Card.Extent(1, List.of());
}
