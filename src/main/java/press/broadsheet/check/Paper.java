package press.broadsheet.check;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import press.broadsheet.news.Card;
import press.broadsheet.news.Proof;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.problem.Place;

/**
 * All that rules may look at: the paper at one moment, as it was typed and as it would be published. Immutable.
 *
 * @param shelves one for each edition, the default first
 * @param proofs of all texts that readers see or will see, by file
 * @param unseenPictures pictures in {@code content/} that nothing refers to, as paths below it
 */
public record Paper(
        Site site,
        Instant moment,
        List<Shelf> shelves,
        NavigableMap<Path, Proof> proofs,
        List<String> unseenPictures,
        Published published) {

    /** What one edition has. */
    public record Shelf(
            Site.EditionSettings settings, StandingMatter matter, List<Card> published, List<Card> heldBack) {}

    /**
     * What would be published.
     *
     * @param pages by path, in order
     * @param files the paths of all files
     * @param traces pictures that tell more than they show: by path, what they tell
     * @param typed where the newsroom typed an address of the paper, by {@link #key}
     * @param told what every build tells: addresses with the base path; and {@link #key}s of anchors
     */
    public record Published(
            NavigableMap<String, PublishedPage> pages,
            Set<String> files,
            NavigableMap<String, Telltales> traces,
            Map<String, Place> typed,
            Set<String> told) {

        /** Of an address, or of an anchor with {@code #}, in a file of the newsroom's. */
        public static String key(Path file, String address) {
            return file.toString().replace('\\', '/') + " " + address;
        }
    }

    /**
     * What a picture's file holds beside the picture.
     *
     * @param place the newsroom's own file
     * @param kinds in words: {@code the position where it was taken}
     */
    public record Telltales(Place place, List<String> kinds) {}

    /** The text that stands in a file; empty if none was read. */
    Optional<Proof> proof(Path file) {
        return Optional.ofNullable(proofs.get(file));
    }
}
