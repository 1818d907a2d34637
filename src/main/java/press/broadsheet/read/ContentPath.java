package press.broadsheet.read;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.news.Article;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Place;

/**
 * A file of the newsroom's.
 *
 * @param path below {@code content/}, with {@code /} between its parts and with its ending
 * @param file seen from the site's folder
 */
record ContentPath(String path, Path file) {
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[-_. ]+(.*))?");

    ContentPath(String path) {
        this(path, Path.of("content", path));
    }

    Place place() {
        return Place.in(file);
    }

    /** Without ending and without a closing {@code /index}. */
    Article.Id id() {
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.');
        String bare = dot > slash ? path.substring(0, dot) : path;
        return new Article.Id(bare.endsWith("/index") ? bare.substring(0, bare.length() - "/index".length()) : bare);
    }

    /** The folder below {@code content/}; empty at the root. */
    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The path below the edition's own folder. */
    String within(Stylebook.Edition edition) {
        String folder = edition.folder();
        return !folder.isEmpty() && path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path;
    }

    /** The date with which the file's name begins, as {@code 2026-11-24}; empty if none. */
    String date() {
        Matcher dated = DATED.matcher(id().name());
        return dated.matches() ? dated.group(1) : "";
    }

    /** The file's name without ending and date. */
    String name() {
        Matcher dated = DATED.matcher(id().name());
        return dated.matches() ? dated.group(2) == null ? "" : dated.group(2) : id().name();
    }

    /**
     * What a path that the newsroom typed means: one that begins with {@code /} starts at {@code content/}, any other at
     * the folder.
     *
     * @return the path below {@code content/}; empty if it leads out of it or is no path
     */
    static Optional<String> resolve(String folder, String typed) {
        if (typed.indexOf('\\') >= 0 || typed.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") || typed.startsWith("//")) {
            return Optional.empty();
        }
        var parts = new ArrayDeque<String>();
        String whole = typed.startsWith("/") ? typed.substring(1) : folder.isEmpty() ? typed : folder + "/" + typed;
        for (String part : whole.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
    }
}
