package press.broadsheet.desk;

import java.util.List;
import java.util.Map;
import press.broadsheet.news.Hosting;
import press.broadsheet.text.ContentPolicy;

/**
 * What pages say of their content security policy. As little as pages depend on: where they carry none, nothing else is known.
 *
 * @param inPages whether they carry one
 * @param own the newsroom's own, as the value of a header; empty if it is made from what each page holds
 * @param allow what it allows beside the paper itself: sources by directive
 */
public record PagePolicy(boolean inPages, String own, Map<String, List<String>> allow) {
    /** Pages leave it to the host. */
    public static final PagePolicy NONE = new PagePolicy(false, "", Map.of());

    /** As the settings ask for it; a newsroom that has taken the header away wants no policy in pages either. */
    public static PagePolicy of(Hosting hosting) {
        if (!hosting.policyInPages()) {
            return NONE;
        }
        for (Map.Entry<String, String> header : hosting.headers().entrySet()) {
            if (header.getKey().equalsIgnoreCase(ContentPolicy.HEADER)) {
                return header.getValue().isEmpty() ? NONE : new PagePolicy(true, header.getValue(), Map.of());
            }
        }
        return new PagePolicy(true, "", hosting.allow());
    }
}
