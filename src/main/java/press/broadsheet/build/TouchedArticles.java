package press.broadsheet.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.edition.CardChange;
import press.broadsheet.files.SourceFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.FileKind;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.text.PatchedMap;

/** Articles that were touched since the last round, read again; and the newsroom after that. For one build. */
final class TouchedArticles {
    private static final String CONTENT = "content/";

    private final LastRound last;
    private final State state;
    private final SourceTree content;
    private final List<String> folders;
    private final Map<String, Ledger.Kept> kept = new TreeMap<>();
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Map<Article.Id, Filed> filed = new HashMap<>();
    private final IdentityHashMap<SourceStore.Slot, Filed> results = new IdentityHashMap<>();
    private final Map<String, Article.Id> there = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<Article.Id> goneIds = new HashSet<>();
    private int added;

    private TouchedArticles(LastRound last, State state) {
        this.last = last;
        this.state = state;
        this.content = last.issue().newsroom().sources().content();
        this.folders = Stylebook.of(last.issue().newsroom().site()).folders();
    }

    /**
     * Reads them.
     *
     * @param paths all that was touched, below the paper's folder
     * @return empty if something else was touched, or an article gives no card, or did not before: then more is told of it
     *     than follows from articles
     */
    static Optional<TouchedArticles> read(Set<String> paths, LastRound last, State state) {
        var articles = new TouchedArticles(last, state);
        return paths.stream().allMatch(articles::read) ? Optional.of(articles) : Optional.empty();
    }

    private boolean read(String touched) {
        if (!touched.startsWith(CONTENT)) {
            return false;
        }
        String path = touched.substring(CONTENT.length());
        Sources sources = last.issue().newsroom().sources();
        if (sources.find(path).isEmpty()) {
            boolean isFolder = sources.paths().stream().anyMatch(source -> source.startsWith(path + "/"));
            return !isFolder && ((content.isPassedOver(path) && !isToldOf(path)) || add(path));
        }
        Article.Id id = last.issue().articles().get(path);
        if (id == null) {
            return false;
        }
        Optional<SourceFile> file = content.look(path);
        return file.isPresent() ? change(id, file.get()) : content.isGone(path) && remove(path, id);
    }

    /** Whether something is told of a file that walking the folder did not find, which may not hold any more. */
    private boolean isToldOf(String path) {
        return last.read().stream()
                .anyMatch(problem ->
                        problem.place().file().equals(SourceTree.place(path).file()));
    }

    private boolean add(String path) {
        FileKind kind = FileKind.of(path, folders);
        Optional<SourceFile> file =
                kind == FileKind.ARTICLE || kind == FileKind.WIRE_STORY ? content.find(path) : Optional.empty();
        added++;
        return file.isPresent() && take(file.get(), null);
    }

    private boolean change(Article.Id id, SourceFile file) {
        Filed before = last.issue().newsroom().articles().get(id);
        return before != null && isAlone(file.path(), before) && take(file, before);
    }

    private boolean remove(String path, Article.Id id) {
        Filed before = last.issue().newsroom().articles().get(id);
        gone.add(path);
        goneIds.add(id);
        return before != null && isAlone(path, before);
    }

    /** Whether what has an article's id is this file and no other: two may differ by their endings alone. */
    private boolean isAlone(String path, Filed article) {
        Card card = article.card();
        return card != null
                && SourceTree.pathOf(card.place()).equals(path)
                && !last.issue().twins().contains(card.id());
    }

    /** @param before what the file gave; null if it was not there */
    private boolean take(SourceFile file, @Nullable Filed before) {
        var untold = new Problems();
        Optional<byte[]> bytes = content.read(file.path(), untold);
        if (bytes.isEmpty() || !untold.isEmpty()) {
            return false;
        }
        var result =
                last.issue().newsroom().bodies().reader().read(file.path(), bytes.get(), state.store(), state.codecs());
        Filed now = result.value();
        Card card = now.card();
        boolean isKnown = card != null && last.issue().newsroom().articles().containsKey(card.id());
        if (card == null || isKnown == (before == null) || there.containsValue(card.id())) {
            return false;
        }
        Filed one = before != null && before.print().equals(now.print()) ? now.with(before.card()) : now;
        files.put(file.path(), file);
        kept.put(file.path(), result.of(file, Fingerprint.of(bytes.get())));
        filed.put(card.id(), one);
        results.put(result.kept(), one);
        there.put(file.path(), card.id());
        return true;
    }

    /**
     * Where nothing is other than texts, those that are, and their fingerprints.
     *
     * @return empty if anything else is other: what is shown of an article elsewhere, or which articles there are
     */
    Optional<Map<Article.Id, Fingerprint>> onlyTexts() {
        Newsroom before = last.issue().newsroom();
        var onlyText = new OnlyText(last.report().problems(), before.site().history());
        var texts = new HashMap<Article.Id, Fingerprint>();
        for (Map.Entry<String, Article.Id> one : there.entrySet()) {
            Filed then = before.articles().get(one.getValue());
            Filed now = filed.get(one.getValue());
            if (then == null || now == null || !onlyText.isOther(one.getKey(), then, now)) {
                return Optional.empty();
            }
            if (!now.textPrint().equals(then.textPrint())) {
                texts.put(one.getValue(), now.textPrint());
            }
        }
        return gone.isEmpty() ? Optional.of(texts) : Optional.empty();
    }

    /** Of the sources that were read again. */
    Map<String, Ledger.Kept> kept() {
        return kept;
    }

    /** Where what was read is kept. */
    IdentityHashMap<SourceStore.Slot, Filed> results() {
        return results;
    }

    /** The sources that are no more. */
    Set<String> gone() {
        return gone;
    }

    /** All articles, by path. */
    Map<String, Article.Id> byPath() {
        return PatchedMap.of(last.issue().articles(), there, gone);
    }

    /** What was read, with all else as it was. */
    Newsroom newsroom() {
        Newsroom before = last.issue().newsroom();
        List<Newsroom.Shelf> shelves = before.shelves().stream()
                .map(shelf -> shelf.with(cards(shelf), gone))
                .toList();
        Newsroom.Counts counts = before.counts();
        var sum = new Newsroom.Counts(
                counts.texts() + added - gone.size(),
                counts.broken(),
                counts.other(),
                counts.undated(),
                counts.twins());
        return before.with(
                filed, goneIds, shelves, before.sources().again(files, gone, last.ledger()), sum, state.store());
    }

    /** What is other for those that were read again. */
    Reread reread() {
        Newsroom before = last.issue().newsroom();
        var ids = new HashSet<>(filed.keySet());
        ids.addAll(goneIds);
        return new Reread(
                before,
                newsroom(),
                ids,
                before.shelves().stream().map(this::change).toList());
    }

    @SuppressWarnings("ReferenceEquality") // A file that gives the same card gives the very same.
    private CardChange change(Newsroom.Shelf shelf) {
        Map<Article.Id, Filed> before = last.issue().newsroom().articles();
        var lost = new ArrayList<Card>();
        var come = new ArrayList<Card>();
        cards(shelf).values().forEach(card -> {
            Filed then = before.get(card.id());
            if (then == null || then.card() != card) {
                come.add(card);
                add(then, lost);
            }
        });
        gone.stream()
                .filter(path -> isOf(path, shelf))
                .forEach(path -> add(before.get(last.issue().articles().get(path)), lost));
        return new CardChange(lost, come);
    }

    private static void add(@Nullable Filed filed, List<Card> cards) {
        if (filed != null && filed.card() != null) {
            cards.add(filed.card());
        }
    }

    private boolean isOf(String path, Newsroom.Shelf shelf) {
        return FileKind.folderOf(path, folders).equals(shelf.settings().folder());
    }

    /** Those of them that are on a shelf, by path. */
    private SortedMap<String, Card> cards(Newsroom.Shelf shelf) {
        var own = new TreeMap<String, Card>();
        there.forEach((path, id) -> {
            Filed article = filed.get(id);
            if (article != null && article.card() != null && isOf(path, shelf)) {
                own.put(path, article.card());
            }
        });
        return own;
    }
}
