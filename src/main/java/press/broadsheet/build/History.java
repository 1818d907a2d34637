package press.broadsheet.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import press.broadsheet.cache.Ledger;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Version;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.ArticleReader;
import press.broadsheet.read.PublishedLedger;
import press.broadsheet.read.VersionFile;
import press.broadsheet.text.Fingerprint;

/**
 * The newsroom's own record of what readers got, in {@code content/_history/}: read to show earlier versions and to find
 * edits that nobody told of; written after a deployment. Goes by what stands in it, never by the times of files.
 */
final class History {
    private final SourceTree content;
    private final Newsroom newsroom;

    History(SourceTree content, Newsroom newsroom) {
        this.content = content;
        this.newsroom = newsroom;
    }

    /**
     * The recorded versions, oldest first, of the articles that say themselves that they were changed, and were: an
     * article whose only version is the present one has no past to show.
     */
    Map<Article.Id, List<Version>> versions(Problems problems) {
        var all = new HashMap<Article.Id, List<Version>>();
        if (newsroom.site().history()) {
            for (Newsroom.Shelf shelf : newsroom.shelves()) {
                shelf.cards().stream().filter(History::isNoted).forEach(card -> {
                    List<Version> versions = versions(card.id(), problems);
                    if (versions.size() > 1 || (!versions.isEmpty() && !isPresent(versions.getFirst(), card))) {
                        all.put(card.id(), versions);
                    }
                });
            }
        }
        return all;
    }

    /** Whether an article says itself that it was changed, so that its versions may be shown. */
    static boolean isNoted(Card card) {
        Card.Apparatus apparatus = card.apparatus();
        return apparatus.disclosure().versions()
                && !(apparatus.corrections().isEmpty() && apparatus.updates().isEmpty());
    }

    private boolean isPresent(Version version, Card card) {
        return version.saysTheSameAs(Version.of(card, newsroom.bodies().of(card.id())));
    }

    private List<Version> versions(Article.Id id, Problems problems) {
        var versions = new ArrayList<Version>();
        for (int number = 1; ; number++) {
            String path = VersionFile.path(id.path(), number);
            Optional<Version> version = content.has(path)
                    ? content.read(path, problems)
                            .flatMap(bytes -> VersionFile.read(bytes, SourceTree.place(path), problems))
                    : Optional.empty();
            if (version.isEmpty()) {
                return List.copyOf(versions);
            }
            versions.add(version.get());
        }
    }

    /** Tells texts and headlines that were changed since readers got them without a word to readers. */
    void guard(Newspaper paper, Problems problems) {
        PublishedLedger ledger = ledger(problems);
        for (Edition edition : paper.editions()) {
            for (Card card : edition.cards()) {
                PublishedLedger.Entry last = ledger.entries().get(card.id().path());
                if (last != null
                        && !last.isToldBy(card)
                        && !last.source().equals(PublishedLedger.digest(source(card)))) {
                    compare(card, last, problems);
                }
            }
        }
    }

    private void compare(Card card, PublishedLedger.Entry last, Problems problems) {
        Version present = Version.of(card, newsroom.bodies().of(card.id()));
        var what = new ArrayList<String>();
        if (!last.headline().equals(PublishedLedger.digest(present.headline()))) {
            what.add("the headline is now \"" + present.headline() + "\"");
        }
        var gone = new ArrayList<>(last.passages());
        var come = new ArrayList<String>();
        for (String passage : present.passages()) {
            if (!gone.remove(PublishedLedger.digest(passage))) {
                come.add(passage);
            }
        }
        if (!come.isEmpty()) {
            what.add(new ChangedPassage(
                                    gone.size() == come.size() ? former(card, last, gone.getFirst(), problems) : "",
                                    come.getFirst())
                            .words()
                    + (come.size() == 1 ? "" : " and has " + (come.size() - 1) + " more passages that are new"));
        }
        if (gone.size() > come.size()) {
            int less = gone.size() - come.size();
            what.add(less == 1 ? "a passage was taken out" : less + " passages were taken out");
        }
        if (!what.isEmpty()) {
            problems.add(
                    PaperFault.SILENT_EDIT,
                    placeToTell(card, problems),
                    "Readers were told of no change since they got this, but " + String.join(", and ", what) + ".",
                    "If it matters to them, add it to \"corrections:\" or \"updates:\", or give a newer"
                            + " \"modified:\". If it does not, accept it: broadsheet record.");
        }
    }

    /** Where a person would tell readers of a change. */
    private Place placeToTell(Card card, Problems problems) {
        return content.read(SourceTree.pathOf(card.place()), problems)
                .map(bytes -> ArticleReader.placeOfChange(bytes, card.place()))
                .orElse(card.place());
    }

    /** The words of a passage as readers got it; empty where the paper keeps digests only. */
    private String former(Card card, PublishedLedger.Entry last, String digest, Problems problems) {
        List<Version> kept = versions(card.id(), problems);
        if (kept.isEmpty()) {
            return "";
        }
        List<String> passages = kept.getLast().passages();
        boolean isWhatReadersGot =
                passages.stream().map(PublishedLedger::digest).toList().equals(last.passages());
        return passages.stream()
                .filter(passage ->
                        isWhatReadersGot && PublishedLedger.digest(passage).equals(digest))
                .findFirst()
                .orElse("");
    }

    private PublishedLedger ledger(Problems problems) {
        return content.has(PublishedLedger.PATH)
                ? content.read(PublishedLedger.PATH, problems)
                        .map(PublishedLedger::read)
                        .orElse(new PublishedLedger(new TreeMap<>()))
                : new PublishedLedger(new TreeMap<>());
    }

    private Fingerprint source(Card card) {
        Ledger.Kept kept = newsroom.sources().taken().get(SourceTree.pathOf(card.place()));
        return kept == null ? Fingerprint.NONE : kept.print();
    }

    /**
     * Writes down what readers have now.
     *
     * @param folder {@code content/}
     * @return how many versions were added
     */
    int record(Newspaper paper, Path folder, Problems problems) {
        PublishedLedger before = ledger(problems);
        var entries = new TreeMap<String, PublishedLedger.Entry>();
        int added = 0;
        for (Edition edition : paper.editions()) {
            for (Card card : edition.cards()) {
                PublishedLedger.Entry last = before.entries().get(card.id().path());
                Fingerprint source = source(card);
                boolean same = last != null && last.source().equals(PublishedLedger.digest(source));
                boolean kept = newsroom.site().history()
                        && card.apparatus().disclosure().versions();
                if (same && !(kept && !content.has(VersionFile.path(card.id().path(), 1)))) {
                    entries.put(card.id().path(), last);
                    continue;
                }
                Version version = Version.of(card, newsroom.bodies().of(card.id()));
                entries.put(card.id().path(), PublishedLedger.Entry.of(card, version, source));
                added += kept && add(card.id(), version, folder, problems) ? 1 : 0;
            }
        }
        byte[] bytes = new PublishedLedger(entries).print();
        if (!Arrays.equals(bytes, new PublishedLedger(before.entries()).print())
                || !content.has(PublishedLedger.PATH)) {
            write(folder.resolve(PublishedLedger.PATH), bytes);
        }
        return added;
    }

    private boolean add(Article.Id id, Version version, Path folder, Problems problems) {
        List<Version> known = versions(id, problems);
        String path = VersionFile.path(id.path(), known.size() + 1);
        if ((!known.isEmpty() && known.getLast().saysTheSameAs(version)) || content.has(path)) {
            return false;
        }
        write(folder.resolve(path), VersionFile.print(version));
        return true;
    }

    /** Whole or not at all. */
    private static void write(Path file, byte[] bytes) {
        try {
            Path parent = Objects.requireNonNull(file.getParent());
            Files.createDirectories(parent);
            Path half = Files.write(parent.resolve("." + file.getFileName() + ".half"), bytes);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
