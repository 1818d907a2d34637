package press.broadsheet.build;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.Written;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.files.FileFault;
import press.broadsheet.files.SourceFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.markdown.Markdown;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Language;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.DataReader;
import press.broadsheet.read.FileKind;
import press.broadsheet.read.HostingReader;
import press.broadsheet.read.ShortLinks;
import press.broadsheet.read.SiteReader;
import press.broadsheet.read.StandingReader;
import press.broadsheet.read.StringsReader;
import press.broadsheet.read.Typesetters;
import press.broadsheet.read.UnreadFile;

/** Reads and typesets everything in {@code content/}, many files at once. */
final class Intake {
    static final String SETTINGS = "site.yaml";

    private static final Set<FileKind> STANDING =
            EnumSet.of(FileKind.PERSON, FileKind.PAGE, FileKind.STORY, FileKind.FRONT, FileKind.REDIRECTS);

    private final SourceTree content;
    private final Future<Theme> theme;
    private final BuildOptions options;
    private final Workers workers;
    private final State state;
    private final Progress progress;
    private final Problems problems;

    /** Of standing matter. */
    private final List<ShortLinks> shortLinks = new ArrayList<>();

    Intake(
            SourceTree content,
            Future<Theme> theme,
            BuildOptions options,
            Workers workers,
            State state,
            Progress progress,
            Problems problems) {
        this.content = content;
        this.theme = theme;
        this.options = options;
        this.workers = workers;
        this.state = state;
        this.progress = progress;
        this.problems = problems;
    }

    /**
     * Everything; empty if there are no settings to read it by.
     *
     * @param found what walking the folder found
     */
    Optional<Newsroom> read(SourceTree.Found found) {
        List<SourceFile> files = found.files();
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
        URI baseUrl = options.baseUrl();
        return site(files).map(site -> read(baseUrl == null ? site : site.at(baseUrl), site.url(), found));
    }

    private Optional<Site> site(List<SourceFile> files) {
        var sections = new TreeMap<String, byte[]>();
        for (SourceFile file : files) {
            if (FileKind.of(file.path(), List.of()) == FileKind.SECTION) {
                bytes(file.path()).ifPresent(bytes -> sections.put(file.path(), bytes));
            }
        }
        return bytes(SETTINGS).flatMap(bytes -> new SiteReader(this::typesetters).read(bytes, sections, problems));
    }

    /** Of standing matter: what its short texts link to is remembered. */
    private Typesetters typesetters(Site.Text text) {
        var markdown = new Markdown(text);
        var links = new ShortLinks(markdown);
        shortLinks.add(links);
        return new Typesetters(markdown, links);
    }

    private Newsroom read(Site site, URI home, SourceTree.Found found) {
        List<SourceFile> files = found.files();
        Stylebook book = Stylebook.of(site);
        Written reading = readingOf(book);
        var sources = new Sources(content, files, state.last().reading().equals(reading) ? state.last() : Ledger.EMPTY);
        List<Entry> entries = sort(book, files);
        Typesetters typesetters = typesetters(book.text());
        var markdown = new Markdown(book.text());
        var reader = new ArticleIntake(content, book, new Typesetters(markdown, markdown));
        var articles = new HashMap<Article.Id, Filed>();
        var shelves = new ArrayList<Newsroom.Shelf>();
        var sum = new Sum();
        for (int i = 0; i < book.editions().size(); i++) {
            Stylebook.Edition edition = book.editions().get(i);
            var cards = new ArrayList<Card>();
            for (Filed filed : articles(edition, entries, reader, sources)) {
                Card card = filed.card();
                Filed twin = card == null ? null : articles.putIfAbsent(card.id(), filed);
                if (card == null) {
                    problems.addAll(filed.problems());
                    sum.without(filed);
                } else if (twin != null) {
                    sum.twin(card, twin, problems);
                } else {
                    cards.add(card);
                }
            }
            shelves.add(new Newsroom.Shelf(
                    site.editions().get(i), matter(book, edition, entries, typesetters), List.copyOf(cards)));
        }
        var bodies = new Bodies(state.store(), articles, reader);
        Hosting hosting =
                Companions.within(bytes(SETTINGS).map(HostingReader::read).orElse(Hosting.USUAL), options, problems);
        return new Newsroom(
                site,
                List.copyOf(shelves),
                articles,
                bodies,
                sources,
                reading,
                data(entries),
                sum.of(articles.size(), entries, refused(book, found)),
                hosting,
                home,
                shortLinks.stream().flatMap(links -> links.links().stream()).toList(),
                Newsroom.faulty(articles));
    }

    /** How the files add up, while they are read. */
    private static final class Sum {
        private final List<BuildReport.HeldBack> undated = new ArrayList<>();
        private final TreeMap<String, Article.Id> twins = new TreeMap<>();
        private int broken;

        /** A file that gave no card. */
        void without(Filed filed) {
            Optional<BuildReport.HeldBack> held = filed.undated();
            held.ifPresent(undated::add);
            broken += held.isPresent() ? 0 : 1;
        }

        /** Two files may differ by their endings alone, or one of them by a folder of its own; the first is the article. */
        void twin(Card card, Filed first, Problems problems) {
            broken++;
            twins.put(SourceTree.pathOf(card.place()), card.id());
            problems.add(
                    PaperFault.SAME_ID_TWICE,
                    card.place(),
                    "This file and " + Objects.requireNonNull(first.card()).place() + " are both the article \""
                            + card.id() + "\".",
                    "Rename one of them: a file's ending, and a closing /index, do not tell articles apart.");
        }

        /** @param refused what was found and is not read */
        Newsroom.Counts of(int articles, List<Entry> entries, List<FileKind> refused) {
            int read = (int) entries.stream()
                    .filter(entry -> entry.kind() != FileKind.OTHER && !isArticle(entry.kind()))
                    .count();
            int unread = (int) refused.stream().filter(Intake::isArticle).count();
            int other = read + refused.size() - unread;
            return new Newsroom.Counts(
                    articles + undated.size() + broken + unread + other,
                    broken + unread,
                    other,
                    List.copyOf(undated),
                    twins);
        }
    }

    /** What files would be that are there and cannot be read; without those that would be of no concern. */
    private static List<FileKind> refused(Stylebook book, SourceTree.Found found) {
        return found.refused().stream()
                .map(path -> FileKind.of(path, book.folders()))
                .filter(kind -> kind != FileKind.IGNORED && kind != FileKind.OTHER)
                .toList();
    }

    /** Of all that articles are read by. */
    private Written readingOf(Stylebook book) {
        var sink = new Sink();
        state.codecs().write(Stylebook.class, book, sink);
        return Written.of(sink);
    }

    /**
     * A file and what it is.
     *
     * @param folder the edition's folder; empty for the default
     */
    private record Entry(SourceFile file, String folder, FileKind kind) {
        String path() {
            return file.path();
        }
    }

    private List<Entry> sort(Stylebook book, List<SourceFile> files) {
        List<String> folders = book.folders();
        List<Entry> entries = files.stream()
                .map(file ->
                        new Entry(file, FileKind.folderOf(file.path(), folders), FileKind.of(file.path(), folders)))
                .filter(entry -> entry.kind() != FileKind.IGNORED)
                .toList();
        entries.stream()
                .filter(entry -> entry.kind() == FileKind.OTHER)
                .forEach(entry -> UnreadFile.tell(entry.path(), problems));
        return entries;
    }

    private static boolean isArticle(FileKind kind) {
        return kind == FileKind.ARTICLE || kind == FileKind.WIRE_STORY;
    }

    private List<Filed> articles(
            Stylebook.Edition edition, List<Entry> entries, ArticleIntake reader, Sources sources) {
        List<Entry> articles = entries.stream()
                .filter(entry -> isArticle(entry.kind()) && entry.folder().equals(edition.folder()))
                .toList();
        return workers.map(
                articles,
                entry -> take(entry.file(), reader, sources),
                done -> progress.at("reading", done, articles.size()));
    }

    private Filed take(SourceFile file, ArticleIntake reader, Sources sources) {
        var own = new Problems();
        return sources.take(
                        file,
                        state::filed,
                        bytes -> state.filed(reader.read(file.path(), bytes, state.store(), state.codecs())),
                        own)
                .orElseGet(() -> Filed.broken(own.inOrder()));
    }

    private StandingMatter matter(
            Stylebook book, Stylebook.Edition edition, List<Entry> entries, Typesetters typesetters) {
        var files = new TreeMap<String, byte[]>();
        for (Entry entry : entries) {
            if (entry.folder().equals(edition.folder()) && STANDING.contains(entry.kind())) {
                bytes(entry.path()).ifPresent(bytes -> files.put(entry.path(), bytes));
            }
        }
        return new StandingReader(book, edition, typesetters).read(files, strings(edition.language()), problems);
    }

    /** The theme's words: its English ones, and over them those of the language; a site's own over the app's. */
    private Map<String, String> strings(Language language) {
        var strings = new TreeMap<String, String>();
        Theme loaded = Workers.await(theme);
        for (String tag : new LinkedHashSet<>(List.of("en", language.primary(), language.tag()))) {
            loaded.strings(tag)
                    .forEach(bytes -> strings.putAll(
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
