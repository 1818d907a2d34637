package press.broadsheet.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.edition.Release;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/**
 * Checks the addresses of the paper that the newsroom writes: that something is published there if they are counted from
 * the paper's own root, and that they tell nobody of an article that is held back, however they are written.
 */
final class RootLinks {
    private static final Place SETTINGS = Place.in(Path.of("content", "site.yaml"));

    private static final String PAGE = "/index.html";
    private static final int MOST_COMPARED = 200;

    private final Predicate<OutputPath> isPlanned;
    private final Supplier<Collection<Output>> inOrder;
    private final Map<String, String> byName = new HashMap<>();
    private final List<String> shortOnes = new ArrayList<>();
    private final SecretAddresses secrets;
    private final Set<String> told = new LinkedHashSet<>();
    private final Set<String> toldSecrets = new HashSet<>();
    private final Problems problems;

    private RootLinks(
            Predicate<OutputPath> isPlanned,
            Supplier<Collection<Output>> inOrder,
            SecretAddresses secrets,
            Problems problems) {
        this.isPlanned = isPlanned;
        this.inOrder = inOrder;
        this.secrets = secrets;
        this.problems = problems;
    }

    /** The addresses that were told, as they are written. */
    static Set<String> check(Newspaper paper, Newsroom newsroom, List<Release> releases, Plan plan, Problems problems) {
        // Few papers have a link that must be looked up here.
        var planned = new Supplier<Set<OutputPath>>() {
            private final Set<OutputPath> all = new HashSet<>();

            @Override
            public Set<OutputPath> get() {
                if (all.isEmpty()) {
                    plan.outputs().forEach(output -> all.add(output.path()));
                }
                return all;
            }
        };
        return check(paper, newsroom, releases, path -> planned.get().contains(path), plan::outputs, problems);
    }

    /**
     * The same of a plan that is known by its paths.
     *
     * @param inOrder all of it, as it is planned; asked for only to say what may have been meant
     */
    static Set<String> check(
            Newspaper paper,
            Newsroom newsroom,
            List<Release> releases,
            Predicate<OutputPath> isPlanned,
            Supplier<Collection<Output>> inOrder,
            Problems problems) {
        var secrets = new SecretAddresses(List.of(newsroom.site().url(), newsroom.home()));
        for (int i = 0; i < releases.size(); i++) {
            secrets.add(paper.editions().get(i), releases.get(i));
        }
        var links = new RootLinks(isPlanned, inOrder, secrets, problems);
        newsroom.site()
                .organisation()
                .policies()
                .forEach((policy, address) -> links.check(
                        address, newsroom.site().organisationPlaces().getOrDefault(policy, SETTINGS)));
        for (Edition edition : paper.editions()) {
            edition.settings().navigation().forEach(link -> links.check(link.target(), link.place()));
            edition.settings().footer().forEach(link -> links.check(link.target(), link.place()));
            for (Card card : edition.cards()) {
                links.check(newsroom.ends(card.id()).mentions());
            }
            Standing.bodies(edition.settings(), edition.matter()).forEach(body -> links.check(body.mentions()));
        }
        links.check(newsroom.shortLinks());
        if (!secrets.isEmpty()) {
            new TypedAddresses(links::checkSecret).of(paper, newsroom);
        }
        return links.told;
    }

    private void check(List<Body.Mention> mentions) {
        for (Body.Mention mention : mentions) {
            if (mention.words()) {
                checkSecret(mention.address(), mention.place());
            } else {
                check(mention.address(), mention.place());
            }
        }
    }

    private void check(String address, Place place) {
        if (!address.startsWith("/")) {
            checkSecret(address, place);
            return;
        }
        if (address.startsWith("//")) {
            checkSecret(address, place);
            checkHost(address, place);
            return;
        }
        String path = secrets.within(address).orElse(address);
        if (isPublished(path)) {
            return;
        }
        told.add(address);
        if (secrets.has(address)) {
            tellSecret(address, place);
            return;
        }
        problems.add(
                PaperFault.UNKNOWN_ADDRESS,
                place,
                "Nothing of this paper is published at " + address + ".",
                sameName(path)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse(
                                "An address is counted from the paper's own root. If it is another site's, write it whole, with https://."));
    }

    private boolean isPublished(String path) {
        return isFile(path) || isFile(path + (path.endsWith("/") ? "" : "/") + "index.html");
    }

    private boolean isFile(String path) {
        String file = path.substring(1);
        return OutputPath.isSafe(file) && isPlanned.test(new OutputPath(file));
    }

    /** A whole address of this paper's may lead to what others put on its host; so only what is secret is told. */
    private void checkSecret(String address, Place place) {
        if (!secrets.has(address)) {
            return;
        }
        String path = secrets.within(address).orElse(address);
        if (!isPublished(path)) {
            told.add(path);
            tellSecret(address, place);
        }
    }

    /** Once for each line: what is typed twice there is mended at once. */
    private void tellSecret(String address, Place place) {
        boolean first = toldSecrets.add(place.file() + ":" + place.line() + " " + address);
        // Of fields it is known only that they stand in the file; of links in them, where.
        boolean isToldOfFile = !toldSecrets.add(place.file() + " " + address);
        if (!first || (place.line() == 0 && isToldOfFile)) {
            return;
        }
        problems.add(
                PaperFault.ADDRESS_OF_HELD_BACK,
                place,
                "The article at " + address + " is held back, and this address would tell readers of it.",
                "Link to its file instead, which readers see as a link only when they may: [words](file.md).");
    }

    /** Browsers take what follows two slashes for a host; one without a dot is a path that got a slash too many. */
    private void checkHost(String address, Place place) {
        String host = address.substring(2).split("[/?#]", 2)[0];
        if (host.indexOf('.') < 0) {
            problems.add(
                    PaperFault.UNKNOWN_ADDRESS,
                    place,
                    "Two slashes begin another site's name, and \"" + host + "\" is none.",
                    "Write one slash for an address of this paper, or the other site's whole address, with https://.");
        }
    }

    /**
     * An address that ends in the same name: what an article's former address and its present one have in common. Else
     * the nearest of the short ones, which people type; to compare all of a large archive would take too long.
     */
    private Optional<String> sameName(String path) {
        if (byName.isEmpty()) {
            for (Output output : inOrder.get()) {
                String file = "/" + output.path().path();
                if (file.endsWith(PAGE)) {
                    String address = file.substring(0, file.length() - PAGE.length() + 1);
                    byName.putIfAbsent(nameOf(address), address);
                }
            }
            shortOnes.addAll(byName.values().stream()
                    .filter(address -> address.chars().filter(c -> c == '/').count() < 4)
                    .limit(MOST_COMPARED)
                    .toList());
        }
        return Optional.ofNullable(byName.get(nameOf(path))).or(() -> Nearest.of(path, shortOnes));
    }

    private static String nameOf(String address) {
        String folder = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return folder.substring(folder.lastIndexOf('/') + 1);
    }
}
