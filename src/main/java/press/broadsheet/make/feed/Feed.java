package press.broadsheet.make.feed;

import java.time.OffsetDateTime;
import java.util.List;
import press.broadsheet.view.EntryView;

/**
 * What a feed says, whatever its format. All addresses are absolute.
 *
 * @param description of the list, or of the paper
 * @param address of the page that it follows
 * @param self its own address
 * @param paper who speaks where an entry names nobody
 * @param icon the paper's logo; empty if none
 * @param updated when the newest of what it carries was last changed; never the moment of the build
 * @param hub where readers may subscribe to changes (W3C WebSub); empty if nowhere
 */
record Feed(
        String title,
        String description,
        String address,
        String self,
        String language,
        String paper,
        String copyright,
        String icon,
        OffsetDateTime updated,
        List<EntryView> entries,
        String hub) {

    /** The names that an entry is signed with: never none. */
    List<String> signatures(EntryView entry) {
        if (!entry.authors().isEmpty()) {
            return entry.authors().stream().map(author -> author.name()).toList();
        }
        return List.of(entry.byline().isEmpty() ? paper : entry.byline());
    }
}
