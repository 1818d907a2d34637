package press.broadsheet.check;

import java.util.HashSet;
import java.util.Set;

/** An article or a standing page that no other page links to: readers cannot find it. */
final class OrphanedPages implements Rule.OfPaper {
    @Override
    public String id() {
        return "orphaned-page";
    }

    @Override
    public Level level() {
        return Level.NOTE;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        Set<String> linked = new HashSet<>();
        for (PublishedPage page : paper.published().pages().values()) {
            for (String link : page.links()) {
                Addressed.of(link, page, paper)
                        .flatMap(address -> address.file(paper))
                        .filter(file -> !file.equals(page.path()))
                        .ifPresent(linked::add);
            }
        }
        for (PublishedPage page : paper.published().pages().values()) {
            if (page.indexed() && page.written() && !linked.contains(page.path())) {
                remarks.add(
                        page.place(),
                        "No page of the paper links to " + page.address() + ".",
                        "Link to it, or say \"noindex: true\" if it is meant to be found only by those who know it.");
            }
        }
    }
}
