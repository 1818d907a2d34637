package press.broadsheet.build;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import press.broadsheet.check.Finding;
import press.broadsheet.check.Fix;
import press.broadsheet.check.Paper;
import press.broadsheet.check.PublishedPage;
import press.broadsheet.check.Rules;
import press.broadsheet.check.SecondReader;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Release;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.SourceTree;
import press.broadsheet.files.Telltales;
import press.broadsheet.markdown.Markdown;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.CheckSetting;
import press.broadsheet.news.Language;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;
import press.broadsheet.news.Site;
import press.broadsheet.news.Status;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.FileKind;
import press.broadsheet.read.Typed;
import press.broadsheet.text.Percent;

/**
 * Gathers what the second reader looks at: the finished files, as they are made, and the texts as they were typed. For
 * one check; {@link #see} is thread-safe.
 */
final class Proofs {
    private static final Set<FileKind> TEXTS = Set.of(FileKind.SECTION, FileKind.PERSON, FileKind.PAGE, FileKind.STORY);
    private static final String INDEX = "index.html";

    private final SourceTree content;
    private final Newsroom newsroom;
    private final Newspaper paper;
    private final List<Release> releases;
    private final Set<String> brokenAddresses;
    private final Instant now;
    private final Markdown markdown;
    private final Map<OutputPath, Output> outputs = new HashMap<>();
    private final NavigableMap<String, PublishedPage> pages = new ConcurrentSkipListMap<>();
    private final NavigableMap<String, Paper.Telltales> traces = new ConcurrentSkipListMap<>();

    /** @param brokenAddresses those that are told already, where they are written */
    Proofs(
            SourceTree content,
            Newsroom newsroom,
            Newspaper paper,
            List<Release> releases,
            Plan plan,
            Set<String> brokenAddresses,
            Instant now) {
        this.content = content;
        this.newsroom = newsroom;
        this.paper = paper;
        this.releases = releases;
        this.brokenAddresses = brokenAddresses;
        this.now = now;
        this.markdown = new Markdown(newsroom.site().text());
        plan.outputs().forEach(output -> outputs.put(output.path(), output));
    }

    /** Notes what a finished file says; its bytes are not kept. */
    void see(OutputPath path, byte[] bytes) {
        Output output = outputs.get(path);
        if (output instanceof Output.Page page) {
            String html = new String(bytes, StandardCharsets.UTF_8);
            boolean written = page.subject() instanceof Subject.Story || page.subject() instanceof Subject.Standing;
            pages.put(path.path(), PublishedPage.of(path.path(), addressOf(path.path()), page.place(), written, html));
        } else if (output instanceof Output.Asset asset
                && asset.source() instanceof Output.AssetSource.Picture picture) {
            List<String> kinds = Telltales.of(bytes);
            if (!kinds.isEmpty()) {
                traces.put(path.path(), new Paper.Telltales(SourceTree.place(picture.path()), kinds));
            }
        }
    }

    private String addressOf(String path) {
        String address = path.equals(INDEX) || path.endsWith("/" + INDEX)
                ? path.substring(0, path.length() - INDEX.length())
                : path;
        return newsroom.site().basePath() + Percent.encode(address);
    }

    /**
     * Tells all findings, after all files were made. What would certainly mend some of them.
     *
     * @param all the files of the whole paper
     */
    List<Fix> read(Set<OutputPath> all, Problems problems) {
        Path settingsFile = SourceTree.place(Intake.SETTINGS).file();
        List<CheckSetting> settings = content.read(Intake.SETTINGS, new Problems())
                .map(bytes -> Typed.settings(bytes, settingsFile))
                .orElse(List.of());
        List<Finding> findings = SecondReader.read(whole(all), Rules.all(), settings);
        findings.forEach(finding -> problems.add(finding.problem()));
        return findings.stream().flatMap(finding -> finding.fixes().stream()).toList();
    }

    private Paper whole(Set<OutputPath> all) {
        var shelves = new ArrayList<Paper.Shelf>();
        NavigableMap<Path, Proof> proofs = new TreeMap<>();
        for (int i = 0; i < releases.size(); i++) {
            Newsroom.Shelf shelf = newsroom.shelves().get(i);
            List<Card> held = releases.get(i).heldBack().stream()
                    .map(Release.HeldBack::card)
                    .toList();
            shelves.add(new Paper.Shelf(
                    shelf.settings(), shelf.matter(), releases.get(i).published(), held));
            releases.get(i).published().forEach(card -> take(card, proofs));
            held.stream().filter(this::willBeSeen).forEach(card -> take(card, proofs));
        }
        takeStanding(proofs);
        var files = new HashSet<String>();
        all.forEach(path -> files.add(path.path()));
        var published = new Paper.Published(pages, files, traces, typedLinks(), toldLinks());
        return new Paper(
                newsroom.site(), now, List.copyOf(shelves), proofs, new UnseenPictures(newsroom).list(), published);
    }

    private boolean willBeSeen(Card card) {
        Instant expires = card.timing().expires();
        return card.status() == Status.PUBLISHED && (expires == null || expires.isAfter(now));
    }

    private void take(Card card, NavigableMap<Path, Proof> proofs) {
        String path = SourceTree.pathOf(card.place());
        content.read(path, new Problems())
                .flatMap(bytes -> Typed.of(path, bytes))
                .ifPresent(typed -> proofs.put(card.place().file(), proof(path, typed, card.language(), card)));
    }

    private void takeStanding(NavigableMap<Path, Proof> proofs) {
        List<String> folders = newsroom.site().editions().stream()
                .map(Site.EditionSettings::folder)
                .filter(folder -> !folder.isEmpty())
                .toList();
        for (String path : newsroom.sources().paths()) {
            if (TEXTS.contains(FileKind.of(path, folders))) {
                Language language = newsroom.site().editions().stream()
                        .filter(edition -> edition.folder().equals(FileKind.folderOf(path, folders)))
                        .findFirst()
                        .orElse(newsroom.site().defaultEdition())
                        .language();
                content.read(path, new Problems())
                        .flatMap(bytes -> Typed.of(path, bytes))
                        .ifPresent(
                                typed -> proofs.put(SourceTree.place(path).file(), proof(path, typed, language, null)));
            }
        }
    }

    private Proof proof(String path, Typed typed, Language language, @org.jspecify.annotations.Nullable Card card) {
        Place start = SourceTree.place(path).atLine(typed.firstLine());
        var passages = new ArrayList<>(typed.fields());
        if (path.endsWith(".txt")) {
            passages.addAll(wireStory(typed.text(), start));
        } else {
            int slash = path.lastIndexOf('/');
            passages.addAll(markdown.passages(
                    new Body.Source(typed.text(), language, start, slash < 0 ? "" : path.substring(0, slash))));
        }
        return new Proof(SourceTree.place(path), language, card, List.copyOf(passages), typed.checks());
    }

    /** A paragraph a line. */
    private static List<Passage> wireStory(String text, Place start) {
        var passages = new ArrayList<Passage>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty()) {
                Place place = new Place(start.file(), start.line() + i, lines[i].indexOf(line) + 1);
                passages.add(Passage.at(place, Passage.Kind.PARAGRAPH, "", 0, line));
            }
        }
        return passages;
    }

    /** Where the newsroom typed the addresses that its texts link to. */
    private Map<String, Place> typedLinks() {
        var typed = new HashMap<String, Place>();
        allEnds()
                .forEach(ends -> ends.mentions().stream()
                        .filter(mention -> !mention.words())
                        .forEach(mention -> typed.putIfAbsent(
                                Paper.Published.key(
                                        mention.place().file(), newsroom.site().fromRoot(mention.address())),
                                mention.place())));
        return typed;
    }

    /** What is told by every build: addresses, and anchors in links to other articles. */
    private Set<String> toldLinks() {
        var told = new HashSet<String>();
        brokenAddresses.forEach(address -> told.add(newsroom.site().fromRoot(address.split("[?#]", 2)[0])));
        allEnds()
                .forEach(ends -> ends.links().forEach(link -> {
                    int hash = link.text().indexOf('#');
                    if (hash >= 0) {
                        told.add(Paper.Published.key(
                                link.place().file(), link.text().substring(hash)));
                    }
                }));
        return told;
    }

    private List<Body.Ends> allEnds() {
        var all = new ArrayList<Body.Ends>();
        for (Edition edition : paper.editions()) {
            edition.cards().forEach(card -> all.add(newsroom.ends(card.id())));
            Standing.bodies(edition.settings(), edition.matter()).forEach(body -> all.add(body.ends()));
        }
        return all;
    }
}
