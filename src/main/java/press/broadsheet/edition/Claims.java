package press.broadsheet.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import press.broadsheet.news.Card;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.Withdrawal;
import press.broadsheet.problem.Place;
import press.broadsheet.text.LetterCase;

/**
 * Who in the paper has which address and which identity. What an article claims that something else has already it does not
 * get, and without either it is left out: a paper that is published with faults has each address and each id once. First
 * come the notices of withdrawal, which keep their articles' ids, with the standing pages and sections; then articles in the
 * order of their files' paths, so that it never depends on chance who is the first. Pure.
 */
public final class Claims {
    private final Map<String, Place> uris = new HashMap<>();
    private final Map<String, Place> folders = new HashMap<>();

    /** What one edition would publish. */
    public record Claimant(Site site, Site.EditionSettings settings, StandingMatter matter, Release release) {}

    private Claims() {}

    /**
     * Settles all claims.
     *
     * @param editions of the paper, in their order
     * @return their releases without the articles that come too late; the very same where there are none
     */
    public static List<Release> settle(List<Claimant> editions) {
        var claims = new Claims();
        editions.forEach(claims::stand);
        return editions.stream().map(claims::settle).toList();
    }

    /**
     * Whether no claim to an identity is disputed in a paper that has settled all claims, but for those of some articles that
     * came since, or are others.
     *
     * @param releases of all editions
     * @param come those articles
     */
    public static boolean areUndisputed(List<Release> releases, Collection<Card> come) {
        var taken = new HashMap<String, Card>();
        var withdrawn = new HashSet<String>();
        for (Release release : releases) {
            var names = namesOf(release).keySet();
            release.withdrawn().forEach(gone -> withdrawn.add(gone.uri()));
            if (!names.isEmpty()
                    && release.published().stream()
                            .anyMatch(card -> names.contains(card.naming().name()))) {
                return false;
            }
        }
        for (Card card : come) {
            if (taken.putIfAbsent(card.naming().uri(), card) != null) {
                return false;
            }
        }
        return releases.stream()
                .flatMap(release -> release.published().stream())
                .allMatch(card -> {
                    Card other = taken.get(card.naming().uri());
                    return (other == null || other.id().equals(card.id()))
                            && !withdrawn.contains(card.naming().uri());
                });
    }

    /** What stands whatever articles there are. */
    private void stand(Claimant edition) {
        var addresses = new Addresses(edition.site(), edition.settings());
        for (Section section : edition.settings().sections()) {
            folders.putIfAbsent(
                    key(addresses.folder(
                            new Listing.Id(Listing.Kind.SECTION, section.id().path()))),
                    section.place());
        }
        for (StandingPage page : edition.matter().pages()) {
            folders.putIfAbsent(key(addresses.standingFolder(page.path())), page.place());
        }
        edition.release().withdrawn().forEach(gone -> uris.putIfAbsent(gone.uri(), gone.place()));
    }

    private Release settle(Claimant edition) {
        Map<String, Place> names = namesOf(edition.release());
        var addresses = new Addresses(edition.site(), edition.settings());
        var late = new IdentityHashMap<Card, Release.LeftOut>();
        for (Card card : edition.release().published()) {
            String folder = key(addresses.folder(card));
            List<Release.Dispute> disputes = disputes(card, folder, names);
            if (disputes.isEmpty()) {
                folders.put(folder, card.place());
                uris.put(card.naming().uri(), card.place());
            } else {
                late.put(card, new Release.LeftOut(card, disputes));
            }
        }
        return edition.release().without(late);
    }

    private List<Release.Dispute> disputes(Card card, String folder, Map<String, Place> names) {
        Place there = folders.get(folder);
        Place same = uris.get(card.naming().uri());
        Place named = names.get(card.naming().name());
        if (there == null && same == null && named == null) {
            return List.of();
        }
        var disputes = new ArrayList<Release.Dispute>();
        if (there != null) {
            disputes.add(new Release.Dispute(Release.Cause.SAME_ADDRESS, there));
        }
        // An id that was made from date and slug is another as soon as the address is.
        if (same != null && (there == null || !card.naming().name().isEmpty())) {
            disputes.add(new Release.Dispute(Release.Cause.SAME_ID, same));
        }
        if (named != null && !named.equals(same)) {
            disputes.add(new Release.Dispute(Release.Cause.ID_OF_WITHDRAWN, named));
        }
        return disputes;
    }

    /** The name that a newsroom gave a piece stays that piece's, although its address in feeds has a date in it, too. */
    private static Map<String, Place> namesOf(Release release) {
        if (release.withdrawn().isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<String, Place>();
        for (Withdrawal gone : release.withdrawn()) {
            if (!gone.name().isEmpty()) {
                names.putIfAbsent(gone.name(), gone.place());
            }
        }
        return names;
    }

    private static String key(String folder) {
        return LetterCase.fold(folder);
    }
}
