package press.broadsheet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page that names its translation, which does not name it: search engines then believe neither of them. What comes
 * from one template is told once.
 */
final class OneSidedHreflang implements Rule.OfPaper {
    /** A page and what it names. */
    private record Named(PublishedPage page, String address) {}

    @Override
    public String id() {
        return "one-sided-hreflang";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        Map<String, List<Named>> lost = new TreeMap<>();
        Map<String, List<Named>> oneSided = new TreeMap<>();
        for (PublishedPage page : paper.published().pages().values()) {
            page.alternates()
                    .forEach((language, link) -> Addressed.of(link, page, paper).ifPresent(address -> {
                        var named = new Named(page, paper.site().basePath() + address.path());
                        Optional<PublishedPage> other = address.file(paper)
                                .flatMap(file -> Optional.ofNullable(
                                        paper.published().pages().get(file)));
                        if (other.isEmpty()) {
                            lost.computeIfAbsent(language, none -> new ArrayList<>())
                                    .add(named);
                        } else if (!other.get().path().equals(page.path()) && !names(other.get(), page, paper)) {
                            oneSided.computeIfAbsent(language, none -> new ArrayList<>())
                                    .add(named);
                        }
                    }));
        }
        lost.forEach((language, pages) -> tell(language, pages, ", where no page stands.", remarks));
        oneSided.forEach(
                (language, pages) -> tell(language, pages, ", and that page does not name it in return.", remarks));
    }

    private static boolean names(PublishedPage other, PublishedPage page, Paper paper) {
        return other.alternates().values().stream()
                .map(link -> Addressed.of(link, other, paper).flatMap(target -> target.file(paper)))
                .anyMatch(target -> target.filter(page.path()::equals).isPresent());
    }

    private static void tell(String language, List<Named> pages, String what, Remarks remarks) {
        Named first = pages.getFirst();
        int more = pages.size() - 1;
        remarks.add(
                first.page().place(),
                "The page " + first.page().address() + " names " + first.address() + " for hreflang \"" + language
                        + "\"" + what
                        + (more > 0 ? " So it is with " + more + (more == 1 ? " more page." : " more pages.") : ""),
                "Both must name both: look into the template of the page's head.");
    }
}
