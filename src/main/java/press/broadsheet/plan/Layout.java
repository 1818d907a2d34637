package press.broadsheet.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import press.broadsheet.news.Redirect;

/**
 * What hosts must know of a published folder, and cannot see in it.
 *
 * @param former addresses that lead elsewhere or are gone, each once
 * @param folders the first parts of the addresses of pages, in order; without those of {@link #STANDING}
 * @param missing the folders that have a page for what is not there, without slash at their start: empty, {@code uk/}
 */
public record Layout(List<Former> former, List<String> folders, List<String> missing) {
    /** Where pictures and the theme's files stand; they are cached in other ways than pages. */
    static final Set<String> STANDING = Set.of("assets", "media");

    private static final String MISSING = "404.html";

    /** Of a paper without any. */
    public static final Layout NONE = new Layout(List.of(), List.of(), List.of());

    /**
     * An address that readers once had.
     *
     * @param from from the paper's own root, not encoded
     * @param file the file that a host without rules would serve
     * @param hasPage whether it is planned; where it is not, the page for what is missing is shown
     * @param to as browsers need it; empty if it is gone
     */
    public record Former(String from, String file, boolean hasPage, String to, Redirect.Status status) {
        Former withPage(boolean isPlanned) {
            return new Former(from, file, isPlanned, to, status);
        }

        /** Whether the address is a folder's, which readers may also type without the slash at its end. */
        public boolean isFolder() {
            return file.endsWith("/index.html");
        }
    }

    static Layout of(List<Output> outputs, List<Former> former) {
        var folders = new TreeSet<String>();
        var missing = new ArrayList<String>();
        var files = new HashSet<String>();
        for (Output output : outputs) {
            String path = output.path().path();
            files.add(path);
            int slash = path.indexOf('/');
            if (slash > 0 && !STANDING.contains(path.substring(0, slash))) {
                folders.add(path.substring(0, slash));
            }
            if (path.endsWith(MISSING) && output instanceof Output.Page) {
                missing.add(path.substring(0, path.length() - MISSING.length()));
            }
        }
        List<Former> known = former.stream()
                .map(one -> one.withPage(files.contains(one.file())))
                .toList();
        return new Layout(known, List.copyOf(folders), List.copyOf(missing));
    }
}
