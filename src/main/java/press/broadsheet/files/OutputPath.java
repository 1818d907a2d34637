package press.broadsheet.files;

import org.jspecify.annotations.Nullable;

/**
 * A file of the published folder, relative to it, with {@code /}: {@code world/2026/11/24/river/index.html}. Never
 * leaves the folder: a path with an empty part, {@code .} or {@code ..}, a backslash, a colon or a control character
 * cannot be made.
 */
public record OutputPath(String path) implements Comparable<OutputPath> {

    // Compared for every link of every page; what a record brings by itself is several times slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutputPath that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    public OutputPath {
        if (!isSafe(path)) {
            throw new IllegalArgumentException("Not a path inside the published folder: " + path);
        }
    }

    /** Whether the text can be a path. */
    public static boolean isSafe(String path) {
        if (path.isEmpty()) {
            return false;
        }
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            char c = i == path.length() ? '/' : path.charAt(i);
            if (c < 0x20 || c == 0x7f || c == '\\' || c == ':') {
                return false;
            }
            if (c == '/') {
                boolean isNone = i == start
                        || (path.charAt(start) == '.'
                                && (i == start + 1 || (i == start + 2 && path.charAt(start + 1) == '.')));
                if (isNone) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    /** The page of an address: {@code index.html} of the folder {@code address}; slashes at the ends do not matter. */
    public static OutputPath page(String address) {
        String folder = strip(address);
        return new OutputPath(folder.isEmpty() ? "index.html" : folder + "/index.html");
    }

    /** A file in the folder of an address. */
    public static OutputPath file(String address, String name) {
        String folder = strip(address);
        return new OutputPath(folder.isEmpty() ? name : folder + "/" + name);
    }

    /** Its folder, without a closing slash; empty at the root. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String strip(String address) {
        int from = address.startsWith("/") ? 1 : 0;
        int to = address.length() > from && address.endsWith("/") ? address.length() - 1 : address.length();
        return address.substring(from, to);
    }

    @Override
    public int compareTo(OutputPath other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
