package press.broadsheet.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Redirect;

/**
 * What hosts must know of a published folder, and cannot see in it.
 *
 * @param former addresses that lead elsewhere or are gone, each once
 * @param folders the first parts of the addresses of pages, in order; without those of {@link #STANDING}
 * @param missing the folders that have a page for what is not there, without slash at their start: empty, {@code uk/}
 * @param lists files of pages that come and go with the articles which they list, and that nobody decides on; in order
 * @param ended where nothing may stand any more, see {@link Ended}
 */
public record Layout(
        List<Former> former, List<String> folders, List<String> missing, List<String> lists, List<String> ended) {
    /** Where pictures and the theme's files stand; they are cached in other ways than pages. */
    static final Set<String> STANDING = Set.of("assets", "media");

    private static final String MISSING = "404.html";

    /** Of a paper without any. */
    public static final Layout NONE = new Layout(List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * An address that readers once had.
     *
     * @param from from the paper's own root, not encoded
     * @param file the file that a host without rules would serve
     * @param hasPage whether it is planned; where it is not, the page for what is missing is shown
     * @param to as browsers need it; empty if it is gone
     * @param hasNotice whether the page there says more than that nothing is there
     */
    public record Former(
            String from, String file, boolean hasPage, String to, Redirect.Status status, boolean hasNotice) {
        Former withPage(boolean isPlanned) {
            return new Former(from, file, isPlanned, to, status, hasNotice);
        }

        /** Whether the address is a folder's, which readers may also type without the slash at its end. */
        public boolean isFolder() {
            return file.endsWith("/index.html");
        }
    }

    static Layout of(List<Output> outputs, List<Former> former, List<String> ended) {
        var folders = new HashSet<String>();
        var missing = new ArrayList<String>();
        var lists = new ArrayList<String>();
        var files = new HashSet<String>();
        for (Output output : outputs) {
            String path = output.path().path();
            if (!former.isEmpty()) {
                files.add(path);
            }
            int slash = path.indexOf('/');
            String folder = slash > 0 ? path.substring(0, slash) : "";
            if (slash > 0 && !STANDING.contains(folder)) {
                folders.add(folder);
            }
            if (path.endsWith(MISSING) && output instanceof Output.Page) {
                missing.add(path.substring(0, path.length() - MISSING.length()));
            }
            if (output instanceof Output.Page page && follows(page.subject())) {
                lists.add(path);
            }
        }
        List<Former> known = former.stream()
                .map(one -> one.withPage(files.contains(one.file())))
                .toList();
        lists.sort(null);
        return new Layout(known, List.copyOf(new TreeSet<>(folders)), List.copyOf(missing), List.copyOf(lists), ended);
    }

    private static boolean follows(Subject subject) {
        return switch (subject) {
            case Subject.Listed listed ->
                listed.page() > 0
                        || switch (listed.listing().kind()) {
                            // These stand and fall with the settings.
                            case LATEST, CORRECTIONS, SECTION -> false;
                            case TAG, CONTRIBUTOR, STORY, YEAR, MONTH, DAY, PERSON, ORGANISATION, PLACE, EVENT -> true;
                        };
            case Subject.Overview overview -> true;
            case Subject.Versions versions -> true;
            case Subject.Entries entries -> true;
            case Subject.Front front -> false;
            case Subject.Story story -> false;
            case Subject.Withdrawn gone -> false;
            case Subject.Standing page -> false;
            case Subject.Missing missing -> false;
        };
    }

    /**
     * The same for whoever publishes it: which pages are lists they need not know, and would be told anew whenever one comes or goes;
     * where something stood that is withheld nobody may know.
     */
    Layout forHosts() {
        return new Layout(former, folders, missing, List.of(), List.of());
    }
}
