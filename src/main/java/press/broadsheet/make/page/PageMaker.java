package press.broadsheet.make.page;

import java.util.HashMap;
import java.util.Map;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.make.Maker;
import press.broadsheet.news.Section;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.view.Views;

/** Views and templates together become pages. Thread-safe. */
public final class PageMaker implements Maker<Output.Page> {
    private static final byte[] NOTHING = {};

    private final Templates templates;
    private final Views views;
    private final PoliciesInPages policies = new PoliciesInPages();

    public PageMaker(Templates templates, Views views) {
        this.templates = templates;
        this.views = views;
    }

    /** The page in UTF-8; nothing, after telling why, if a template is at fault. */
    @Override
    public byte[] make(Output.Page output, NewsDesk desk, Problems problems) {
        try {
            byte[] page = templates.print(output.template(), values(output.subject(), desk), desk);
            return policies.into(page, desk.pagePolicy());
        } catch (TemplateException fault) {
            problems.add(fault.problem());
            return NOTHING;
        }
    }

    private Map<String, Object> values(Subject subject, NewsDesk desk) {
        var values = new HashMap<String, Object>();
        values.put("site", views.site(subject, desk));
        values.put("page", views.page(subject, desk));
        switch (subject) {
            case Subject.Front front -> values.put("front", views.front(null, desk));
            case Subject.Story story -> values.put("article", views.article(story.article(), desk));
            case Subject.Entries entries ->
                values.put("article", views.entries(entries.article(), entries.page(), desk));
            case Subject.Standing standing -> values.put("standing", views.standing(standing.page(), desk));
            case Subject.Overview overview -> values.put("overview", views.overview(overview.kind(), desk));
            case Subject.Versions versions -> values.put("versions", views.versions(versions.article(), desk));
            case Subject.Withdrawn gone -> values.put("withdrawal", views.withdrawal(gone.article(), desk));
            case Subject.Missing missing -> values.put("latest", views.missing(desk));
            case Subject.Listed listed -> {
                values.put("list", views.list(listed.listing(), listed.page(), desk));
                if (listed.listing().kind() == Listing.Kind.SECTION) {
                    var section = new Section.Id(listed.listing().key());
                    values.put("front", views.front(section, desk));
                }
            }
        }
        return values;
    }
}
