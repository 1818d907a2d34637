package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.plan.Output;

/** Names the feeds of pages. For one page. */
final class Feeds {
    private final NewsDesk desk;
    private final Names names;

    Feeds(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.names = new Names(desk, dates);
    }

    /** The feeds of what a page shows, root-relative: a list's own, else none. */
    List<FeedView> of(Subject.Listed page) {
        return feeds(page.listing());
    }

    /** The feeds of the whole paper, root-relative. */
    List<FeedView> ofPaper() {
        return feeds(Listing.Id.LATEST);
    }

    /** The feeds that the head of a page names: those of its list before the paper's. Absolute. */
    List<FeedView> ofHead(Subject subject) {
        var all = new ArrayList<FeedView>();
        if (subject instanceof Subject.Listed listed && listed.listing().kind() != Listing.Kind.LATEST) {
            all.addAll(of(listed));
        }
        all.addAll(ofPaper());
        return all.stream()
                .map(feed -> new FeedView(feed.title(), feed.type(), desk.root().absolute(feed.address())))
                .toList();
    }

    private List<FeedView> feeds(Listing.Id id) {
        List<String> formats = desk.feeds(id.kind());
        if (formats.isEmpty()) {
            return List.of();
        }
        boolean paper = id.equals(Listing.Id.LATEST);
        String folder = desk.address(paper ? new Subject.Front() : Subject.Listed.root(id))
                .orElse("");
        String name = desk.nameplate().name();
        String title = paper ? name : name + " – " + names.of(id);
        var feeds = new ArrayList<FeedView>();
        for (Output.FeedFormat format : Output.FeedFormat.values()) {
            if (formats.contains(format.name().toLowerCase(Locale.ROOT))) {
                String called = format == Output.FeedFormat.RSS
                        ? "RSS"
                        : format == Output.FeedFormat.ATOM ? "Atom" : "JSON Feed";
                feeds.add(new FeedView(title + " (" + called + ")", format.mediaType(), folder + format.fileName()));
            }
        }
        return feeds;
    }
}
