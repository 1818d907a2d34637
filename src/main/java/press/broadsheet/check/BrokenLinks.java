package press.broadsheet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.broadsheet.problem.Place;

/**
 * A link on a finished page to an address of the paper at which nothing stands, or to a place in a page that it does
 * not have. What the newsroom typed is told by every build, where it was typed; this finds what templates and trusted
 * HTML add.
 */
final class BrokenLinks implements Rule.OfPaper {
    /** What a link misses. */
    enum Target {
        ADDRESS("broken-link"),
        ANCHOR("broken-anchor");

        private final String id;

        Target(String id) {
            this.id = id;
        }
    }

    private final Target target;

    BrokenLinks(Target target) {
        this.target = target;
    }

    @Override
    public String id() {
        return target.id;
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        Map<String, List<PublishedPage>> broken = new TreeMap<>();
        for (PublishedPage page : paper.published().pages().values()) {
            for (String link : page.links()) {
                Addressed.of(link, page, paper)
                        .filter(address -> isBroken(address, paper))
                        .map(address -> paper.site().basePath()
                                + address.path()
                                + (target == Target.ANCHOR ? "#" + address.anchor() : ""))
                        .filter(address -> !isTold(address, page, paper))
                        .ifPresent(address -> broken.computeIfAbsent(address, none -> new ArrayList<>())
                                .add(page));
            }
        }
        broken.forEach((address, pages) -> tell(address, pages, paper, remarks));
    }

    private boolean isBroken(Addressed address, Paper paper) {
        Optional<String> file = address.file(paper);
        if (target == Target.ADDRESS) {
            return file.isEmpty();
        }
        PublishedPage page = file.map(paper.published().pages()::get).orElse(null);
        return page != null
                && !address.anchor().isEmpty()
                && !address.anchor().equals("top")
                && !address.anchor().startsWith(":~:")
                && !page.anchors().contains(address.anchor());
    }

    /** Whether the build tells it where it was typed: an address from the root, a heading of another article. */
    private boolean isTold(String address, PublishedPage page, Paper paper) {
        if (target == Target.ADDRESS) {
            return paper.published().told().contains(address);
        }
        String anchor = address.substring(address.indexOf('#'));
        return paper.published()
                .told()
                .contains(Paper.Published.key(page.place().file(), anchor));
    }

    private void tell(String address, List<PublishedPage> pages, Paper paper, Remarks remarks) {
        PublishedPage first = pages.getFirst();
        Place typed =
                paper.published().typed().get(Paper.Published.key(first.place().file(), address));
        String where = "The page " + first.address() + (pages.size() > 1 ? " and " + (pages.size() - 1) + " more" : "");
        remarks.add(
                typed == null ? first.place() : typed,
                where + (pages.size() > 1 ? " link" : " links") + " to " + address
                        + (target == Target.ADDRESS
                                ? ", where nothing is published."
                                : ", and there is no such place in that page."),
                typed == null
                        ? "It is not in an article's own words: look into the template, or into HTML that the text holds."
                        : "");
    }
}
