package press.broadsheet.read;

import java.util.Collection;

/** What a file in {@code content/} is, by its path alone. */
public enum FileKind {
    /** {@code site.yaml}. */
    SETTINGS,
    /** {@code _section.md} in a section's folder. */
    SECTION,
    /** A Markdown file with an article. */
    ARTICLE,
    /** A text file with a wire story. */
    WIRE_STORY,
    /** {@code people/<id>.md}. */
    PERSON,
    /** {@code pages/**.md}. */
    PAGE,
    /** {@code stories/<id>.md}. */
    STORY,
    /** {@code front.yaml}, or that of a section. */
    FRONT,
    /** {@code data/*.yaml} or {@code data/*.csv}. */
    DATA,
    /** {@code redirects.yaml}. */
    REDIRECTS,
    /** Hidden, or begun with an underscore: not for the paper. */
    IGNORED,
    /** Pictures and everything else, published only where something refers to it. */
    OTHER;

    /**
     * @param path below {@code content/}, with {@code /}
     * @param folders those of the editions that do not stand at the root
     */
    public static FileKind of(String path, Collection<String> folders) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals("_section.md")) {
            return SECTION;
        }
        int part = 0;
        do {
            if (path.startsWith(".", part) || path.startsWith("_", part)) {
                return IGNORED;
            }
            part = path.indexOf('/', part) + 1;
        } while (part > 0);
        if (path.equals("site.yaml")) {
            return SETTINGS;
        }
        String within = within(path, folders);
        boolean markdown = name.endsWith(".md");
        if (within.startsWith("people/")) {
            return markdown ? PERSON : OTHER;
        }
        if (within.startsWith("pages/")) {
            return markdown ? PAGE : OTHER;
        }
        if (within.startsWith("stories/")) {
            return markdown ? STORY : OTHER;
        }
        if (within.startsWith("data/")) {
            return name.endsWith(".yaml") || name.endsWith(".csv") ? DATA : OTHER;
        }
        if (name.equals("front.yaml")) {
            return FRONT;
        }
        if (within.equals("redirects.yaml")) {
            return REDIRECTS;
        }
        return markdown ? ARTICLE : name.endsWith(".txt") ? WIRE_STORY : OTHER;
    }

    /** The folder of the edition that a file belongs to; empty for the one at the root. */
    public static String folderOf(String path, Collection<String> folders) {
        int slash = path.indexOf('/');
        String top = slash < 0 ? "" : path.substring(0, slash);
        return folders.contains(top) ? top : "";
    }

    private static String within(String path, Collection<String> folders) {
        String folder = folderOf(path, folders);
        return folder.isEmpty() ? path : path.substring(folder.length() + 1);
    }
}
