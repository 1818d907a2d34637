package press.broadsheet.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.broadsheet.news.StandingPage;
import press.broadsheet.problem.Place;

/** What readers and search engines expect a newsroom to say about itself. */
final class MissingPolicies implements Rule.OfPaper {
    private static final Place SETTINGS = Place.in(Path.of("content", "site.yaml"));

    /** Any one of the properties will do; the words say what it is for. */
    private static final Map<List<String>, String> WANTED = new LinkedHashMap<>();

    static {
        WANTED.put(List.of("ethicsPolicy", "publishingPrinciples"), "by which principles it works");
        WANTED.put(List.of("correctionsPolicy"), "how it corrects mistakes");
        WANTED.put(List.of("masthead"), "who makes it");
        WANTED.put(List.of("ownershipFundingInfo"), "who owns and pays for it");
    }

    @Override
    public String id() {
        return "missing-policy";
    }

    @Override
    public Level level() {
        return Level.NOTE;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        Set<String> given = new HashSet<>(paper.site().organisation().policies().keySet());
        paper.shelves().stream()
                .flatMap(shelf -> shelf.matter().pages().stream())
                .map(StandingPage::policy)
                .forEach(given::add);
        var missing = new ArrayList<String>();
        var properties = new ArrayList<String>();
        WANTED.forEach((names, what) -> {
            if (names.stream().noneMatch(given::contains)) {
                missing.add(what);
                properties.add(names.getFirst());
            }
        });
        if (!missing.isEmpty()) {
            remarks.add(
                    SETTINGS,
                    "The paper does not say " + String.join(", ", missing) + ".",
                    "Write a page in pages/ with \"policy: " + properties.getFirst()
                            + "\", or name its address below organisation.policies. Missing: "
                            + String.join(", ", properties) + ".");
        }
    }
}
