package press.broadsheet.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Addresses;
import press.broadsheet.edition.Release;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Card;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Status;
import press.broadsheet.problem.Problem;

/**
 * Every file of {@code content/} that the paper knows, and how it stands with it. Nothing is added up before somebody
 * asks. Thread-safe.
 */
public final class Inventory {
    /** Of nothing that was read. */
    static final Inventory NONE = new Inventory(null, List.of(), List.of());

    private final @Nullable Newsroom newsroom;
    private final List<Release> releases;
    private final List<Problem> told;

    /** How a file stands with the paper. */
    public enum State {
        PUBLISHED,
        DRAFT,
        /** Nothing of it may be seen before a moment. */
        EMBARGOED,
        /** Dated later. */
        SCHEDULED,
        EXPIRED,
        /** Withheld or withdrawn. */
        WITHDRAWN,
        BROKEN,
        /** Not an article: settings, people, pages, pictures. */
        OTHER
    }

    /**
     * One file.
     *
     * @param path below {@code content/}, with {@code /}
     * @param until when its state changes by itself, or did; null if it does not
     * @param headline empty if it has none
     * @param address from the server's root, encoded; of an article that is held back, the one that it will have; empty
     *     if it has none
     * @param words in its text
     * @param withoutAlt how many of its pictures have neither a description nor are said to be decorative
     * @param withoutCredit how many of its pictures do not say who made them
     * @param problems all that is wrong with it, told or not yet
     */
    public record Entry(
            String path,
            State state,
            @Nullable Instant until,
            String headline,
            String address,
            int words,
            int withoutAlt,
            int withoutCredit,
            List<Problem> problems) {}

    /** @param newsroom null if nothing could be read */
    Inventory(@Nullable Newsroom newsroom, List<Release> releases, List<Problem> told) {
        this.newsroom = newsroom;
        this.releases = releases;
        this.told = told;
    }

    /** All files in the order of their paths. */
    public List<Entry> list() {
        if (newsroom == null) {
            return List.of();
        }
        var problems = new HashMap<String, Set<Problem>>();
        for (Problem problem : told) {
            if (problem.place().file().startsWith("content")
                    && problem.place().file().getNameCount() > 1) {
                problems.computeIfAbsent(SourceTree.pathOf(problem.place()), path -> new LinkedHashSet<>())
                        .add(problem);
            }
        }
        Map<String, Entry> articles = articles(newsroom, problems);
        var paths = new TreeSet<>(newsroom.sources().paths());
        var entries = new ArrayList<Entry>(paths.size());
        for (String path : paths) {
            Entry article = articles.get(path);
            List<Problem> own = List.copyOf(problems.getOrDefault(path, Set.of()));
            entries.add(
                    article != null
                            ? article
                            : new Entry(path, hasError(own) ? State.BROKEN : State.OTHER, null, "", "", 0, 0, 0, own));
        }
        return List.copyOf(entries);
    }

    private Map<String, Entry> articles(Newsroom room, Map<String, Set<Problem>> problems) {
        var articles = new HashMap<String, Entry>();
        for (int i = 0; i < releases.size(); i++) {
            var addresses = new Addresses(room.site(), room.shelves().get(i).settings());
            for (Card card : releases.get(i).published()) {
                add(card, State.PUBLISHED, card.timing().expires(), addresses, room, problems, articles);
            }
            for (Release.LeftOut lost : releases.get(i).leftOut()) {
                add(lost.card(), State.BROKEN, null, addresses, room, problems, articles);
            }
            for (Release.HeldBack held : releases.get(i).heldBack()) {
                Card card = held.card();
                State state = stateOf(held);
                Instant until = switch (state) {
                    case EMBARGOED -> card.timing().embargo();
                    case SCHEDULED -> card.timing().published();
                    case EXPIRED -> card.timing().expires();
                    case PUBLISHED, DRAFT, WITHDRAWN, BROKEN, OTHER -> null;
                };
                add(card, state, until, addresses, room, problems, articles);
            }
        }
        return articles;
    }

    private static State stateOf(Release.HeldBack held) {
        Status status = held.card().status();
        if (status.isUnfinished()) {
            return State.DRAFT;
        }
        if (status == Status.WITHHELD || status == Status.WITHDRAWN) {
            return State.WITHDRAWN;
        }
        return held.reason().startsWith("embargo")
                ? State.EMBARGOED
                : held.reason().startsWith("expired") ? State.EXPIRED : State.SCHEDULED;
    }

    private static void add(
            Card card,
            State state,
            @Nullable Instant until,
            Addresses addresses,
            Newsroom room,
            Map<String, Set<Problem>> problems,
            Map<String, Entry> articles) {
        String path = SourceTree.pathOf(card.place());
        Set<Problem> own = problems.computeIfAbsent(path, none -> new LinkedHashSet<>());
        own.addAll(room.problemsOf(card.id()));
        Filed filed = room.articles().get(card.id());
        List<Piece.Figure> figures = filed == null ? List.of() : filed.ends().figures();
        Picture main = card.picture();
        int withoutAlt = (main != null && main.alt().isEmpty() && !main.decorative() ? 1 : 0);
        int withoutCredit = (main != null && main.credit().isEmpty() ? 1 : 0);
        for (Piece.Figure figure : figures) {
            withoutAlt += figure.alt().isEmpty() ? 1 : 0;
            withoutCredit += figure.credit().isEmpty() ? 1 : 0;
        }
        articles.put(
                path,
                new Entry(
                        path,
                        state,
                        until,
                        card.titles().headline(),
                        state == State.BROKEN ? "" : addresses.address(addresses.folder(card)),
                        filed == null ? 0 : filed.words(),
                        withoutAlt,
                        withoutCredit,
                        List.copyOf(own)));
    }

    private static boolean hasError(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.code().severity() == Problem.Severity.ERROR);
    }
}
