package press.broadsheet.plan;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Card;
import press.broadsheet.news.Redirect;
import press.broadsheet.news.Withdrawal;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;
import press.broadsheet.text.Percent;

/** Plans what stands at addresses that readers once had: articles' aliases and the paper's redirects. */
final class FormerAddresses {
    private final OutputList outputs;
    private final Problems problems;
    /** By the file that stands at the old address. */
    private final Map<String, Redirect> redirects = new HashMap<>();

    private final List<Layout.Former> rules = new ArrayList<>();

    FormerAddresses(OutputList outputs, Problems problems) {
        this.outputs = outputs;
        this.problems = problems;
    }

    void plan(Newspaper paper) {
        paper.editions().forEach(edition -> edition.cards().forEach(card -> aliases(card, edition)));
        paper.editions()
                .forEach(edition -> edition.withdrawals()
                        .forEach(gone -> edition.folder(new Subject.Withdrawn(gone.id()))
                                .ifPresent(folder ->
                                        aliases(gone.aliases(), "/" + Percent.encode(folder), gone.place(), edition))));
        paper.editions().forEach(edition -> edition.matter().redirects().forEach(old -> add(old, edition)));
        paper.editions().forEach(edition -> edition.withdrawals().forEach(gone -> withdrawn(gone, edition)));
    }

    /** A notice stands there, and hosts send it as gone; unless redirects.yaml says otherwise, which comes first. */
    private void withdrawn(Withdrawal gone, Edition edition) {
        edition.folder(new Subject.Withdrawn(gone.id())).ifPresent(folder -> {
            String address = "/" + folder;
            if (!redirects.containsKey(file(address))) {
                rules.add(new Layout.Former(address, file(address), true, "", Redirect.Status.GONE, true));
            }
        });
    }

    /** What hosts are told, in the order in which it was planned. */
    List<Layout.Former> rules() {
        return List.copyOf(rules);
    }

    private void aliases(Card card, Edition edition) {
        if (card.naming().aliases().isEmpty()) {
            return;
        }
        String to = "/" + Percent.encode(edition.addresses().folder(card));
        aliases(card.naming().aliases(), to, card.place(), edition);
    }

    private void aliases(List<String> aliases, String to, Place place, Edition edition) {
        for (String alias : aliases) {
            add(new Redirect(alias, to, Redirect.Status.MOVED, place), edition);
        }
    }

    private void add(Redirect redirect, Edition edition) {
        String file = file(redirect.from());
        if (outputs.add(output(new OutputPath(file), redirect, edition))) {
            redirects.put(file, redirect);
            rules.add(new Layout.Former(
                    redirect.from(), file, true, edition.site().fromRoot(redirect.to()), redirect.status(), false));
        }
    }

    /** A plain host cannot say "gone"; the page for what is missing says it, and asks crawlers to forget the address. */
    private static Output output(OutputPath path, Redirect redirect, Edition edition) {
        return switch (redirect.status()) {
            case GONE ->
                new Output.Page(path, edition.settings().language(), new Subject.Missing(), "404", redirect.place());
            case MOVED, TEMPORARY ->
                new Output.Redirect(
                        path,
                        edition.site().fromRoot(redirect.to()),
                        redirect.status() == Redirect.Status.MOVED,
                        redirect.place());
        };
    }

    /** Where a host looks for an address: for one that is no page's name, in the folder of that name. */
    static String file(String address) {
        String path = address.substring(1);
        boolean isFile = path.endsWith(".html") || path.endsWith(".htm");
        return isFile ? path : path.isEmpty() || path.endsWith("/") ? path + "index.html" : path + "/index.html";
    }

    /** Tells redirects that lead in a circle, to further redirects, or nowhere; to be called when all else is planned. */
    void check() {
        if (redirects.isEmpty()) {
            return;
        }
        var files = new HashSet<String>();
        outputs.all().forEach(output -> files.add(output.path().path()));
        redirects.values().forEach(redirect -> check(redirect, files));
    }

    private void check(Redirect redirect, Set<String> files) {
        Redirect next = next(redirect);
        if (next == null) {
            checkTarget(redirect, files);
            return;
        }
        var passed = new HashSet<>(List.of(redirect));
        Redirect last = redirect;
        while (next != null && passed.add(next)) {
            last = next;
            next = next(next);
        }
        if (next != null) {
            problems.add(
                    AddressFault.REDIRECT_LOOP,
                    redirect.place(),
                    redirect.from() + " leads to " + redirect.to() + ", and from there in a circle.",
                    "Let it lead to a page.");
            return;
        }
        problems.add(
                AddressFault.REDIRECT_CHAIN,
                redirect.place(),
                redirect.from() + " leads to " + redirect.to() + ", which is an old address itself.",
                last.to().isEmpty()
                        ? "What stood there is gone; say the same of this one: {status: 410}"
                        : "Let it lead there at once: " + last.to());
    }

    /** The redirect that stands where another leads; null if none does. */
    private @Nullable Redirect next(Redirect redirect) {
        return redirect.to().startsWith("/") ? redirects.get(file(path(redirect))) : null;
    }

    private static String path(Redirect redirect) {
        return URI.create(redirect.to()).getPath();
    }

    private void checkTarget(Redirect redirect, Set<String> files) {
        if (!redirect.to().startsWith("/")) {
            return;
        }
        String path = path(redirect);
        if (!files.contains(path.substring(1)) && !files.contains(file(path))) {
            problems.add(
                    AddressFault.REDIRECT_TO_NOTHING,
                    redirect.place(),
                    redirect.from() + " leads to " + redirect.to() + ", where nothing of this paper stands.",
                    Nearest.of(path, addresses(files))
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Name a page of this paper, or say that it is gone: {status: 410}"));
        }
    }

    private static List<String> addresses(Set<String> files) {
        return files.stream()
                .filter(file -> file.endsWith("index.html"))
                .map(file -> "/" + file.substring(0, file.length() - "index.html".length()))
                .toList();
    }
}
