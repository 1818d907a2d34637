package press.broadsheet.build;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import press.broadsheet.plan.InlineCode;
import press.broadsheet.text.PageParts;

/** Gathers what pages hold that a content security policy must name. */
record CodeInPages(SortedSet<String> scripts, SortedSet<String> styles) {
    /** Nothing yet. */
    CodeInPages() {
        this(new TreeSet<>(), new TreeSet<>());
    }

    /** What one page holds. */
    void add(PageParts page) {
        scripts.addAll(page.scripts());
        styles.addAll(page.styles());
    }

    /** What others hold. */
    void add(InlineCode others) {
        scripts.addAll(others.scripts());
        styles.addAll(others.styles());
    }

    /** Whether all that a page holds is in it. */
    boolean hasAll(PageParts page) {
        return scripts.containsAll(page.scripts()) && styles.containsAll(page.styles());
    }

    /** In order. */
    InlineCode all() {
        return new InlineCode(List.copyOf(scripts), List.copyOf(styles));
    }
}
