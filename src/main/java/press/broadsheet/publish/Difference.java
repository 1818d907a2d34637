package press.broadsheet.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import press.broadsheet.files.OutputPath;
import press.broadsheet.publish.TargetManifest.Held;
import press.broadsheet.publish.TargetManifest.State;

/**
 * What a deployment has to do. Each list is in order of path.
 *
 * @param added sent for the first time
 * @param changed sent again
 * @param gone what the site no longer has since now; readers can still reach it for the days of grace
 * @param due what was gone long enough to be removed now
 * @param inTheWay gone, and to be removed before anything is sent: a file where the site now has a folder, or the reverse
 * @param unchanged how many files stay as they are
 * @param led of what is sent, pages of which nothing is left, and where each leads
 */
public record Difference(
        List<SiteFile> added,
        List<SiteFile> changed,
        List<OutputPath> gone,
        List<OutputPath> due,
        List<OutputPath> inTheWay,
        int unchanged,
        SortedMap<OutputPath, Lead> led) {

    /**
     * Where readers are led who come for a page of which nothing is left.
     *
     * @param to the address of the page above, from the paper's root
     * @param toList whether that is itself a page that comes and goes with what it lists
     * @param toNotice whether that is the notice of a withdrawal
     */
    public record Lead(String to, boolean toList, boolean toNotice) {}

    /** Nothing to do. */
    static final Difference NOTHING =
            new Difference(List.of(), List.of(), List.of(), List.of(), List.of(), 0, new TreeMap<>());

    public Difference {
        led = Collections.unmodifiableSortedMap(led);
    }

    /** Compares what is to stand at a target with what its manifest says. */
    static Difference between(FinishedSite site, TargetManifest manifest, Instant now, Duration grace) {
        var added = new TreeSet<SiteFile>(Comparator.comparing(SiteFile::path));
        var changed = new TreeSet<SiteFile>(Comparator.comparing(SiteFile::path));
        for (SiteFile file : site.files().values()) {
            Held held = manifest.held().get(file.path());
            if (held == null) {
                added.add(file);
            } else if (held.state() == State.UNDER_WAY || !held.file().isServedAs(file)) {
                changed.add(file);
            }
        }
        var folders = new TreeSet<String>();
        site.files().keySet().forEach(path -> addFolders(path, folders));
        var gone = new TreeSet<OutputPath>();
        var due = new TreeSet<OutputPath>();
        var inTheWay = new TreeSet<OutputPath>();
        for (Held held : manifest.held().values()) {
            OutputPath path = held.file().path();
            if (site.files().containsKey(path)) {
                continue;
            }
            Instant since = held.goneAt(now).gone();
            if (held.state() != State.GONE) {
                gone.add(path);
            }
            if (folders.contains(path.path()) || isBelowAFile(path, site)) {
                inTheWay.add(path);
            } else if (isWantedByNobody(path, site) || !since.plus(grace).isAfter(now)) {
                due.add(path);
            }
        }
        var led = new TreeMap<OutputPath, Lead>();
        site.signposts().forEach((path, sign) -> {
            if (added.contains(site.files().get(path))
                    || changed.contains(site.files().get(path))) {
                led.put(path, lead(sign.to(), site));
            }
        });
        int unchanged = site.files().size() - added.size() - changed.size();
        return new Difference(
                List.copyOf(added),
                List.copyOf(changed),
                List.copyOf(gone),
                List.copyOf(due),
                List.copyOf(inTheWay),
                unchanged,
                led);
    }

    private static Lead lead(OutputPath to, FinishedSite site) {
        return new Lead(
                Guard.address(to), site.serving().isList(to), site.serving().isNotice(to));
    }

    /**
     * What somebody took back may have harmed, and so may its pictures, what lay beside it, or beside a list of which nothing is left, as its feed
     * does: it is gone now, and not after a while.
     */
    private static boolean isWantedByNobody(OutputPath path, FinishedSite site) {
        OutputPath page = OutputPath.page(path.folder());
        return site.serving().isGone(path)
                || site.serving().isEnded(path)
                || site.serving().isTakenBack(page)
                || site.signposts().containsKey(page);
    }

    private static void addFolders(OutputPath path, TreeSet<String> folders) {
        for (String folder = path.folder();
                !folder.isEmpty() && folders.add(folder);
                folder = new OutputPath(folder).folder()) {
            // Every folder above a file is one; those above one that is known are known, too.
        }
    }

    private static boolean isBelowAFile(OutputPath path, FinishedSite site) {
        for (String above = path.folder(); !above.isEmpty(); above = new OutputPath(above).folder()) {
            if (site.files().containsKey(new OutputPath(above))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the target needs to be touched at all. */
    public boolean isNothing() {
        return added.isEmpty() && changed.isEmpty() && gone.isEmpty() && due.isEmpty() && inTheWay.isEmpty();
    }

    /** All that has to be sent, in order of path. */
    public List<SiteFile> toSend() {
        return Stream.concat(added.stream(), changed.stream())
                .sorted(Comparator.comparing(SiteFile::path))
                .toList();
    }

    /** How many bytes have to be sent. */
    public long bytes() {
        return toSend().stream().mapToLong(SiteFile::size).sum();
    }
}
