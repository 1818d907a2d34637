package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Card;
import press.broadsheet.news.Version;
import press.broadsheet.text.Edits;
import press.broadsheet.text.Escape;

/** Shows what became of an article: its recorded versions and the present one, each beside the one before. For one page. */
final class Versions {
    private final NewsDesk desk;
    private final Dates dates;
    private final String added;
    private final String removed;

    Versions(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        var words = new Words(desk);
        this.added = hidden(words.say("versions.added"));
        this.removed = hidden(words.say("versions.removed"));
    }

    private static String hidden(String word) {
        return "<span class=\"hidden\">" + Escape.text(word) + " </span>";
    }

    VersionsView of(Card card) {
        List<Version> all = all(card);
        var changes = new ArrayList<VersionView>();
        for (int i = all.size() - 1; i > 0; i--) {
            changes.add(between(all.get(i - 1), all.get(i)));
        }
        var articles = new Articles(desk, dates);
        return new VersionsView(
                new CardViews(desk, dates).link(card),
                changes,
                whole(all.getFirst()),
                articles.corrections(card),
                articles.updates(card));
    }

    /** The present one is not recorded before it is published; recorded or not, it is shown in the same way. */
    private List<Version> all(Card card) {
        var all = new ArrayList<>(desk.versions(card.id()));
        Version present = Version.of(card, desk.body(card.id()));
        if (all.isEmpty() || !all.getLast().saysTheSameAs(present)) {
            all.add(present);
        }
        return all;
    }

    private VersionView whole(Version version) {
        return new VersionView(
                dates.of(version.since(), version.dayOnly()),
                Escape.text(version.headline()),
                Escape.text(version.standfirst()),
                version.passages().stream()
                        .map(passage -> new PassageView(false, Escape.text(passage)))
                        .toList());
    }

    private VersionView between(Version before, Version after) {
        var passages = new ArrayList<PassageView>();
        List<Edits.Run<String>> runs = Edits.between(before.passages(), after.passages());
        for (int i = 0; i < runs.size(); i++) {
            Edits.Run<String> run = runs.get(i);
            boolean replaced = run.fate() == Edits.Fate.REMOVED
                    && i + 1 < runs.size()
                    && runs.get(i + 1).fate() == Edits.Fate.ADDED;
            if (replaced) {
                replace(run.items(), runs.get(++i).items(), passages);
            } else {
                run.items().forEach(passage -> passages.add(marked(run.fate(), passage)));
            }
        }
        return new VersionView(
                dates.of(after.since(), after.dayOnly()),
                words(before.headline(), after.headline()),
                words(before.standfirst(), after.standfirst()),
                passages);
    }

    /** Passages that stand in the place of others are compared word by word, one by one. */
    private void replace(List<String> before, List<String> after, List<PassageView> passages) {
        int both = Math.min(before.size(), after.size());
        for (int i = 0; i < both; i++) {
            passages.add(new PassageView(true, words(before.get(i), after.get(i))));
        }
        before.subList(both, before.size()).forEach(gone -> passages.add(marked(Edits.Fate.REMOVED, gone)));
        after.subList(both, after.size()).forEach(come -> passages.add(marked(Edits.Fate.ADDED, come)));
    }

    private PassageView marked(Edits.Fate fate, String text) {
        return new PassageView(fate != Edits.Fate.KEPT, mark(fate, text));
    }

    private String words(String before, String after) {
        var html = new StringBuilder();
        for (Edits.Run<String> run : Edits.inText(before, after)) {
            html.append(mark(run.fate(), String.join("", run.items())));
        }
        return html.toString();
    }

    private String mark(Edits.Fate fate, String text) {
        String escaped = Escape.text(text);
        return switch (fate) {
            case KEPT -> escaped;
            case REMOVED -> "<del>" + removed + escaped + "</del>";
            case ADDED -> "<ins>" + added + escaped + "</ins>";
        };
    }
}
