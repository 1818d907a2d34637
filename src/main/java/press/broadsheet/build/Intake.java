package press.broadsheet.build;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import press.broadsheet.files.FileFault;
import press.broadsheet.files.SourceFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.markdown.Markdown;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Manuscript;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.ArticleReader;
import press.broadsheet.read.DataReader;
import press.broadsheet.read.FileKind;
import press.broadsheet.read.SiteReader;
import press.broadsheet.read.StandingReader;
import press.broadsheet.read.StringsReader;
import press.broadsheet.read.Typesetters;
import press.broadsheet.text.Escape;

/** Reads and typesets everything in {@code content/}, many files at once. */
final class Intake {
    static final String SETTINGS = "site.yaml";

    private static final Set<FileKind> STANDING =
            EnumSet.of(FileKind.PERSON, FileKind.PAGE, FileKind.STORY, FileKind.FRONT, FileKind.REDIRECTS);
    private static final int WORDS_PER_MINUTE = 220;
    private static final int LONGEST_STANDFIRST = 240;

    private final SourceTree content;
    private final Future<Theme> theme;
    private final BuildOptions options;
    private final Workers workers;
    private final Progress progress;
    private final Problems problems;

    Intake(
            SourceTree content,
            Future<Theme> theme,
            BuildOptions options,
            Workers workers,
            Progress progress,
            Problems problems) {
        this.content = content;
        this.theme = theme;
        this.options = options;
        this.workers = workers;
        this.progress = progress;
        this.problems = problems;
    }

    /** What a file of an article gave. */
    private record Taken(@Nullable Article article, List<Problem> problems) {}

    /** Everything; empty if there are no settings to read it by. */
    Optional<Newsroom> read() {
        List<SourceFile> files = content.walk(problems);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        if (!content.has(SETTINGS)) {
            problems.add(
                    FileFault.SETTINGS_MISSING,
                    SourceTree.place(SETTINGS),
                    "The paper has no settings.",
                    "Write at least:\nname: The Lantern\nurl: https://lantern.example/");
            return Optional.empty();
        }
        return site(files).map(site -> read(site, files));
    }

    private Optional<Site> site(List<SourceFile> files) {
        var sections = new TreeMap<String, byte[]>();
        for (SourceFile file : files) {
            if (FileKind.of(file.path(), List.of()) == FileKind.SECTION) {
                bytes(file.path()).ifPresent(bytes -> sections.put(file.path(), bytes));
            }
        }
        URI baseUrl = options.baseUrl();
        return bytes(SETTINGS)
                .flatMap(bytes -> new SiteReader(Intake::typesetters).read(bytes, sections, problems))
                .map(site -> baseUrl == null ? site : site.at(baseUrl));
    }

    private static Typesetters typesetters(Site.Text text) {
        var markdown = new Markdown(text);
        return new Typesetters(markdown, markdown);
    }

    private Newsroom read(Site site, List<SourceFile> files) {
        List<Entry> entries = sort(site, files);
        Typesetters typesetters = typesetters(site.text());
        var articles = new HashMap<Article.Id, Article>();
        var told = new HashMap<Article.Id, List<Problem>>();
        var shelves = new ArrayList<Newsroom.Shelf>();
        int read = 0;
        for (Site.EditionSettings settings : site.editions()) {
            var cards = new ArrayList<Card>();
            for (Taken taken : articles(site, settings, entries, typesetters)) {
                read++;
                Article article = taken.article();
                if (article == null) {
                    problems.addAll(taken.problems());
                } else {
                    cards.add(article.card());
                    articles.put(article.card().id(), article);
                    told.put(article.card().id(), taken.problems());
                }
            }
            shelves.add(new Newsroom.Shelf(settings, matter(site, settings, entries, typesetters), List.copyOf(cards)));
        }
        int other = (int) entries.stream()
                .filter(entry -> !isArticle(entry) && entry.kind() != FileKind.OTHER)
                .count();
        var counts = new Newsroom.Counts(read + other, read - articles.size(), other);
        return new Newsroom(site, List.copyOf(shelves), articles, told, data(entries), counts);
    }

    /**
     * A file and what it is.
     *
     * @param folder the edition's folder; empty for the default
     */
    private record Entry(String path, String folder, FileKind kind) {}

    private static List<Entry> sort(Site site, List<SourceFile> files) {
        List<String> folders = site.editions().stream()
                .map(Site.EditionSettings::folder)
                .filter(folder -> !folder.isEmpty())
                .toList();
        return files.stream()
                .map(file -> new Entry(
                        file.path(), FileKind.folderOf(file.path(), folders), FileKind.of(file.path(), folders)))
                .filter(entry -> entry.kind() != FileKind.IGNORED)
                .toList();
    }

    private static boolean isArticle(Entry entry) {
        return entry.kind() == FileKind.ARTICLE || entry.kind() == FileKind.WIRE_STORY;
    }

    private List<Taken> articles(
            Site site, Site.EditionSettings settings, List<Entry> entries, Typesetters typesetters) {
        var reader = new ArticleReader(site, settings, typesetters.inline());
        List<Entry> articles = entries.stream()
                .filter(entry -> isArticle(entry) && entry.folder().equals(settings.folder()))
                .toList();
        return workers.map(
                articles,
                entry -> take(entry.path(), reader, typesetters.body()),
                done -> progress.at("reading", done, articles.size()));
    }

    private Taken take(String path, ArticleReader reader, Body.Typesetter typesetter) {
        var own = new Problems();
        Article article = content.read(path, own)
                .flatMap(bytes -> reader.read(path, bytes, own))
                .map(manuscript -> typeset(manuscript, typesetter, own))
                .orElse(null);
        return new Taken(article, own.inOrder());
    }

    private static Article typeset(Manuscript manuscript, Body.Typesetter typesetter, Problems problems) {
        Body body = typesetter.typeset(manuscript.text(), problems);
        int minutes = Math.max(1, Math.round((float) body.words() / WORDS_PER_MINUTE));
        var extent = new Card.Extent(
                body.words(),
                minutes,
                body.pictures(),
                manuscript.card().extent().digest());
        return new Article(manuscript.card().withText(extent, standfirst(body.opening())), body);
    }

    /** The opening, cut after a sentence or at least after a word. */
    private static Inline standfirst(String opening) {
        String cut = opening;
        if (opening.length() > LONGEST_STANDFIRST) {
            String head = opening.substring(0, LONGEST_STANDFIRST);
            int sentence = Math.max(head.lastIndexOf(". "), Math.max(head.lastIndexOf("? "), head.lastIndexOf("! ")));
            int word = head.lastIndexOf(' ');
            cut = sentence > LONGEST_STANDFIRST / 4
                    ? head.substring(0, sentence + 1)
                    : (word > 0 ? head.substring(0, word) : head) + "…";
        }
        return new Inline(Escape.text(cut), cut);
    }

    private StandingMatter matter(
            Site site, Site.EditionSettings settings, List<Entry> entries, Typesetters typesetters) {
        var files = new TreeMap<String, byte[]>();
        for (Entry entry : entries) {
            if (entry.folder().equals(settings.folder()) && STANDING.contains(entry.kind())) {
                bytes(entry.path()).ifPresent(bytes -> files.put(entry.path(), bytes));
            }
        }
        return new StandingReader(site, settings, typesetters).read(files, strings(settings), problems);
    }

    /** The theme's words: its English ones, and over them those of the language. */
    private Map<String, String> strings(Site.EditionSettings settings) {
        var strings = new TreeMap<String, String>();
        Theme loaded = Workers.await(theme);
        for (String tag :
                List.of("en", settings.language().primary(), settings.language().tag())) {
            loaded.strings(tag)
                    .ifPresent(bytes -> strings.putAll(
                            StringsReader.read(Path.of("templates", Theme.stringsName(tag)), bytes, problems)));
        }
        return strings;
    }

    private Map<String, Object> data(List<Entry> entries) {
        var data = new TreeMap<String, Object>();
        for (Entry entry : entries) {
            if (entry.kind() == FileKind.DATA) {
                String path = entry.path();
                String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
                bytes(path)
                        .flatMap(bytes -> DataReader.read(path, bytes, problems))
                        .ifPresent(value -> data.put(name, value));
            }
        }
        return data;
    }

    private Optional<byte[]> bytes(String path) {
        return content.has(path) ? content.read(path, problems) : Optional.empty();
    }
}
