package press.broadsheet.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.StandingPage;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;
import press.broadsheet.text.PatchedMap;

/**
 * What a reporter's reference names: an article's id, its path, its slug or its file's name; or a standing page's path.
 * Immutable.
 */
public final class References {
    /** An address whose colon was forgotten; a path's two slashes are one by now. */
    private static final Pattern SCHEME = Pattern.compile("(?:^|/)https?/+([^/]+\\.\\p{L}.*)");

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif");
    private static final Set<String> ELSEWHERE =
            Set.of("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "zip", "mp3", "mp4", "mov", "m4a", "wav");

    private final String folder;
    private final Map<String, Named> byName;

    /** What has a name that others have, too; each name with all of them. */
    private final Map<String, Set<Named>> several;

    private final Map<String, String> heldBack = new HashMap<>();

    /** What a reference can name. */
    public sealed interface Named {
        record Story(Card card) implements Named {}

        record Page(StandingPage page) implements Named {}
    }

    /** @param folder the edition's folder, empty for the default: references may leave it out */
    References(
            String folder,
            Collection<Card> cards,
            Collection<StandingPage> pages,
            List<Release.HeldBack> heldBackCards) {
        this.folder = folder;
        this.byName = new HashMap<>();
        this.several = new HashMap<>();
        for (Card card : cards) {
            var story = new Named.Story(card);
            namesOf(card).forEach(name -> put(name, story));
        }
        for (StandingPage page : pages) {
            var named = new Named.Page(page);
            put(page.id().path(), named);
            put(page.path(), named);
        }
        holdBack(heldBackCards);
    }

    private References(
            String folder,
            Map<String, Named> byName,
            Map<String, Set<Named>> several,
            List<Release.HeldBack> heldBackCards) {
        this.folder = folder;
        this.byName = byName;
        this.several = several;
        holdBack(heldBackCards);
    }

    private void holdBack(List<Release.HeldBack> cards) {
        for (Release.HeldBack held : cards) {
            namesOf(held.card()).forEach(name -> heldBack.put(name, held.reason()));
        }
    }

    /**
     * The same after some cards went and others came. Names that none of these
     * has name what they named.
     *
     * @param cards all that are published, in their order
     * @param heldBackCards all others
     */
    References after(CardChange change, List<Card> cards, List<Release.HeldBack> heldBackCards) {
        var others = new HashMap<String, Set<Named>>();
        for (Card card : change.gone()) {
            var story = new Named.Story(card);
            namesOf(card)
                    .forEach(name -> others.computeIfAbsent(name, key -> new LinkedHashSet<>(named(key)))
                            .remove(story));
        }
        for (Card card : change.come()) {
            var story = new Named.Story(card);
            namesOf(card)
                    .forEach(name -> others.computeIfAbsent(name, key -> new LinkedHashSet<>(named(key)))
                            .add(story));
        }
        var one = new HashMap<String, Named>();
        var more = new HashMap<>(several);
        var none = new HashSet<String>();
        others.forEach((name, named) -> {
            more.remove(name);
            if (named.isEmpty()) {
                none.add(name);
            } else if (named.size() == 1) {
                one.put(name, named.iterator().next());
            } else {
                Set<Named> inOrder = inOrder(named, cards);
                one.put(name, inOrder.iterator().next());
                more.put(name, inOrder);
            }
        });
        return new References(folder, PatchedMap.of(byName, one, none), more, heldBackCards);
    }

    /** Articles in the order in which they are published, and then pages. */
    private static Set<Named> inOrder(Set<Named> named, List<Card> cards) {
        // By what they are: to compare what thousands of cards say takes long.
        var stories = new IdentityHashMap<Card, Named>();
        for (Named one : named) {
            if (one instanceof Named.Story story) {
                stories.put(story.card(), story);
            }
        }
        var inOrder = new LinkedHashSet<Named>();
        for (Card card : cards) {
            Named story = stories.get(card);
            if (story != null) {
                inOrder.add(story);
            }
        }
        inOrder.addAll(named);
        return inOrder;
    }

    /** All by which an article may be referred to. */
    static Set<String> namesOf(Card card) {
        var names = new LinkedHashSet<String>();
        names.add(card.id().path());
        names.add(card.naming().slug());
        names.add(card.naming().name());
        // Most often the slug, which is there already.
        names.add(card.id().name());
        names.add(card.naming().uri());
        names.remove("");
        return names;
    }

    private void put(String name, Named named) {
        Named first = byName.putIfAbsent(name, named);
        if (first != null && !first.equals(named)) {
            several.computeIfAbsent(name, key -> new LinkedHashSet<>(List.of(first)))
                    .add(named);
        }
    }

    /** What the reference names; null if nothing, or if it fits several. {@code #anchor} is left aside. */
    public @Nullable Named find(String reference) {
        Set<Named> found = all(reference);
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private Set<Named> all(String reference) {
        String name = nameIn(reference);
        // A full path is exact, whatever else has that name.
        Article.Id exact = new Article.Id(name);
        Set<Named> found = named(name);
        if (found.size() > 1) {
            for (Named named : found) {
                if (named instanceof Named.Story story && story.card().id().equals(exact)) {
                    return Set.of(named);
                }
            }
        }
        if (found.isEmpty() && !folder.isEmpty()) {
            return named(folder + "/" + name);
        }
        return found;
    }

    /** Whether what a reference names may depend on who has one of these names. */
    boolean isAny(String reference, Set<String> names) {
        String name = nameIn(reference);
        return names.contains(name) || (!folder.isEmpty() && names.contains(folder + "/" + name));
    }

    private Set<Named> named(String name) {
        Named first = byName.get(name);
        return first == null ? Set.of() : several.getOrDefault(name, Set.of(first));
    }

    /** Tells a problem if the reference names nothing that readers can see. */
    public void check(String reference, Place place, Problems problems) {
        Set<Named> found = all(reference);
        if (found.size() == 1) {
            return;
        }
        String name = nameIn(reference);
        if (found.size() > 1) {
            problems.add(
                    PaperFault.AMBIGUOUS_REFERENCE,
                    place,
                    "\"" + name + "\" fits " + found.size() + " articles.",
                    "Write the whole path: " + String.join(", ", paths(found)));
            return;
        }
        String reason = heldBack.get(name);
        if (reason == null && !folder.isEmpty()) {
            reason = heldBack.get(folder + "/" + name);
        }
        if (reason != null) {
            problems.add(
                    PaperFault.LINK_TO_HELD_BACK,
                    place,
                    "\"" + name + "\" is held back (" + reason + "), so readers get the words without a link.");
            return;
        }
        problems.add(PaperFault.UNKNOWN_ARTICLE, place, "There is no article or page \"" + name + "\".", hint(name));
    }

    private String hint(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (name.contains("www.")) {
            return "Another site's address begins with https://: https://" + name.substring(name.indexOf("www."));
        }
        if (last.matches("[^@\\s]+@[^@\\s]+\\.\\p{L}+")) {
            return "A mail address begins with mailto: -- mailto:" + last;
        }
        Matcher scheme = SCHEME.matcher(name);
        if (scheme.find()) {
            return "Another site's address begins with https://: https://" + scheme.group(1);
        }
        String ending = last.substring(last.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (last.indexOf('.') > 0 && PICTURES.contains(ending)) {
            return "A link leads to an article or a page. A picture is shown so: ![what it shows](" + last + ")";
        }
        if (last.indexOf('.') > 0 && ELSEWHERE.contains(ending)) {
            return "Of what lies in content/ only texts and pictures are published. Put the file on a server and link to it"
                    + " there: https://...";
        }
        List<String> several = List.of(name.split("\\s*[,;]\\s*"));
        if (several.size() > 1 && several.stream().anyMatch(one -> find(one) != null)) {
            return "Several stand in a list: [" + String.join(", ", several) + "]";
        }
        String bare = name.replaceFirst("\\.(?:md|txt)$", "");
        if (find(bare) != null) {
            return "Leave out the ending: \"" + bare + "\".";
        }
        return Nearest.of(name, byName.keySet())
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("Give its id, its slug, or its path below content/ without the ending.");
    }

    private static List<String> paths(Set<Named> found) {
        var paths = new ArrayList<String>();
        for (Named named : found) {
            paths.add(
                    switch (named) {
                        case Named.Story story -> story.card().id().path();
                        case Named.Page standing -> standing.page().id().path();
                    });
        }
        return paths;
    }

    /** The name in a reference: without an anchor behind it or a slash before it. */
    public static String nameIn(String reference) {
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
