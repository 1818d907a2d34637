package press.broadsheet.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Author;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Redirect;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Interner;
import press.broadsheet.text.Slug;

/** Reads what an edition keeps from day to day: people, standing pages, story packages, fronts, old addresses. */
public final class StandingReader {
    private static final Vocabulary PERSON = Vocabulary.of(
            "name title headline",
            "role",
            "summary description",
            "portrait image",
            "imageAlt",
            "imageCredit",
            "imageCaption",
            "email",
            "sameAs",
            "expertise",
            "languages",
            "organisation",
            "checks");
    private static final Vocabulary PAGE = Vocabulary.of(
            "headline title",
            "standfirst description summary",
            "path",
            "policy",
            "footer",
            "noindex",
            "template",
            "checks");
    private static final Vocabulary STORY = Vocabulary.of(
            "name headline title",
            "summary standfirst description",
            "image",
            "imageAlt",
            "imageCredit",
            "imageCaption",
            "timeline",
            "order",
            "parts",
            "checks");
    private static final Vocabulary EVENT = Vocabulary.of("date", "text", "article");
    private static final Map<String, Boolean> ORDERS = Map.of("newest", false, "oldest", true);
    /** Stands in a timeline for all articles of the story. */
    private static final String ARTICLES = "articles";

    private final Stylebook book;
    private final Stylebook.Edition edition;
    private final Typesetters typesetters;

    /**
     * @param book of the paper
     * @param edition one of the book's
     */
    public StandingReader(Stylebook book, Stylebook.Edition edition, Typesetters typesetters) {
        this.book = book;
        this.edition = edition;
        this.typesetters = typesetters;
    }

    /**
     * Reads an edition's standing files. Files of other editions and of other kinds are passed over.
     *
     * @param files the bytes by path below {@code content/}
     * @param strings the theme's words in the edition's language
     */
    public StandingMatter read(Map<String, byte[]> files, Map<String, String> strings, Problems problems) {
        Map<String, Author> authors = new TreeMap<>();
        List<StandingPage> pages = new ArrayList<>();
        Map<String, StoryPackage> stories = new TreeMap<>();
        Map<String, FrontPage> fronts = new TreeMap<>();
        List<Redirect> redirects = new ArrayList<>();
        List<String> folders = book.folders();
        var repeated = new Interner<String>();
        new TreeMap<>(files).forEach((path, bytes) -> {
            if (!FileKind.folderOf(path, folders).equals(edition.folder())) {
                return;
            }
            var assignment = new Assignment(
                    book, edition, typesetters.inline(), new ContentPath(path), edition.language(), problems, repeated);
            switch (FileKind.of(path, folders)) {
                case PERSON ->
                    person(assignment, bytes)
                            .ifPresent(one -> authors.put(one.id().value(), one));
                case PAGE -> page(assignment, bytes).ifPresent(pages::add);
                case STORY -> story(assignment, bytes).ifPresent(one -> stories.put(one.id(), one));
                case FRONT -> front(assignment, bytes, fronts);
                case REDIRECTS -> redirects.addAll(RedirectReader.read(bytes, assignment));
                default -> {}
            }
        });
        return new StandingMatter(authors, List.copyOf(pages), stories, fronts, List.copyOf(redirects), strings);
    }

    private Optional<Author> person(Assignment assignment, byte[] bytes) {
        Optional<FrontMatter> read = matter(assignment, bytes, PERSON);
        String id = safeName(assignment, "people/");
        if (read.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        FrontMatter matter = read.get();
        Fields fields = matter.fields();
        String name = fields.required("name");
        var author = new Author(
                new Author.Id(id),
                name,
                assignment.line(fields, "role"),
                assignment.inline(fields, "summary"),
                body(matter, assignment),
                PictureReader.read(fields, "portrait", assignment),
                OrganisationReader.email(fields),
                OrganisationReader.addresses(fields, "sameAs"),
                fields.lines("expertise"),
                fields.lines("languages"),
                fields.flag("organisation", false),
                assignment.path().place());
        return name.isEmpty() ? Optional.empty() : Optional.of(author);
    }

    private Optional<StandingPage> page(Assignment assignment, byte[] bytes) {
        Optional<FrontMatter> read = matter(assignment, bytes, PAGE);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        FrontMatter matter = read.get();
        Fields fields = matter.fields();
        Opening opening = Opening.of(matter, fields.has("headline"));
        String headline = opening.headline().isEmpty()
                ? assignment.line(fields.required("headline"))
                : assignment
                        .inlines()
                        .inline(
                                opening.headline(),
                                assignment.language(),
                                assignment.path().place().atLine(opening.headlineLine()),
                                assignment.problems())
                        .plain();
        String path = pagePath(fields, assignment);
        if (headline.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        var rest = new FrontMatter(fields, matter.present(), opening.text(), opening.firstLine());
        Body body = body(rest, assignment);
        return Optional.of(new StandingPage(
                assignment.path().id(),
                assignment.language(),
                headline,
                assignment.inline(fields, "standfirst"),
                path,
                policy(fields),
                fields.flag("noindex", false),
                fields.flag("footer", false),
                ApparatusReader.template(fields),
                body == null ? Body.EMPTY : body,
                assignment.path().place()));
    }

    /** Empty after telling that it cannot be an address. */
    private String pagePath(Fields fields, Assignment assignment) {
        Value value = fields.value("path").orElse(null);
        if (value == null) {
            return safeName(assignment, "pages/");
        }
        String path = value.line().replaceAll("^/+|/+$", "");
        if (path.isEmpty() || !Arrays.stream(path.split("/", -1)).allMatch(Slug::isSafe)) {
            value.tell(
                    ContentFault.UNSAFE_SLUG,
                    "\"" + value.line() + "\" cannot be a page's address.",
                    "Write it with letters of lower case, digits and hyphens, such as about/ethics.");
            return "";
        }
        return path;
    }

    private static String policy(Fields fields) {
        Value value = fields.value("policy").orElse(null);
        String policy = value == null ? "" : value.line();
        if (value != null && !OrganisationReader.POLICIES.words().contains(policy)) {
            Fields.tellUnknownValue(value, policy, OrganisationReader.POLICIES.words());
            return "";
        }
        return policy;
    }

    private Optional<StoryPackage> story(Assignment assignment, byte[] bytes) {
        Optional<FrontMatter> read = matter(assignment, bytes, STORY);
        String id = safeName(assignment, "stories/");
        if (read.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        FrontMatter matter = read.get();
        Fields fields = matter.fields();
        String name = assignment.line(fields.required("name"));
        var timeline = new ArrayList<StoryPackage.Event>();
        boolean articles = false;
        for (Value value : fields.items("timeline")) {
            if (value.isText() && value.line().equals(ARTICLES)) {
                articles = true;
            } else {
                value.fields(EVENT).ifPresent(event -> timeline.add(event(event, assignment)));
            }
        }
        List<Card.Reference> parts = NamingReader.references(fields, "parts");
        var story = new StoryPackage(
                id,
                name,
                assignment.inline(fields, "summary"),
                PictureReader.read(fields, "image", assignment),
                List.copyOf(timeline),
                body(matter, assignment),
                assignment.path().place(),
                parts,
                fields.choice("order", !parts.isEmpty(), ORDERS),
                articles);
        return name.isEmpty() ? Optional.empty() : Optional.of(story);
    }

    /** An event that names an article may leave its date and its text to that article. */
    private static StoryPackage.Event event(Fields event, Assignment assignment) {
        Card.Reference article = NamingReader.reference(event, "article");
        if (article == null) {
            event.required("text");
        }
        return new StoryPackage.Event(
                article == null ? event.required("date") : event.line("date"),
                assignment.inline(event, "text"),
                article);
    }

    private void front(Assignment assignment, byte[] bytes, Map<String, FrontPage> fronts) {
        String folder = FilingReader.folder(assignment);
        if (!folder.isEmpty()
                && edition.sections().stream()
                        .noneMatch(section -> section.id().path().equals(folder))) {
            assignment
                    .problems()
                    .add(
                            ContentFault.UNKNOWN_SECTION,
                            assignment.path().place(),
                            "This front belongs to the folder \"" + folder + "\", which is no section.",
                            new FilingReader.Sections(edition.sections()).hint(folder));
            return;
        }
        new FrontReader(assignment).read(bytes).ifPresent(front -> fronts.put(folder, front));
    }

    private static Optional<FrontMatter> matter(Assignment assignment, byte[] bytes, Vocabulary vocabulary) {
        return FrontMatter.read(bytes, assignment.path().file(), vocabulary, assignment.problems());
    }

    private @Nullable Body body(FrontMatter matter, Assignment assignment) {
        if (matter.text().isBlank()) {
            return null;
        }
        var start = assignment.path().place().atLine(matter.firstLine());
        var source = new Body.Source(
                matter.text(), assignment.language(), start, assignment.path().folder());
        return typesetters.body().typeset(source, assignment.problems());
    }

    /** The path below a folder without ending; empty after telling that it cannot be an address. */
    private static String safeName(Assignment assignment, String folder) {
        String within = assignment.path().within(assignment.edition());
        String bare = new ContentPath(within).id().path();
        String name = bare.startsWith(folder) ? bare.substring(folder.length()) : "";
        if (name.isEmpty() || !Arrays.stream(name.split("/", -1)).allMatch(Slug::isSafe)) {
            assignment
                    .problems()
                    .add(
                            ContentFault.UNSAFE_SLUG,
                            assignment.path().place(),
                            "The file's name cannot stand in an address.",
                            "Name it with letters of lower case, digits and hyphens.");
            return "";
        }
        return name;
    }
}
