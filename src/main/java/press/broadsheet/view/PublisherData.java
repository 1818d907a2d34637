package press.broadsheet.view;

import java.util.Map;
import java.util.TreeMap;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Root;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingPage;
import press.broadsheet.text.JsonWriter;

/** The paper and its publisher in JSON-LD. For one page. */
final class PublisherData {
    private final NewsDesk desk;
    private final Root root;

    PublisherData(NewsDesk desk) {
        this.desk = desk;
        this.root = desk.root();
    }

    /** The publisher is one, whatever the edition. */
    String id() {
        return root.url() + "#organisation";
    }

    String websiteId() {
        return front() + "#website";
    }

    String name() {
        return desk.nameplate().publisher();
    }

    void website(JsonWriter json) {
        NewsDesk.Nameplate nameplate = desk.nameplate();
        json.object()
                .member("@type", "WebSite")
                .member("@id", websiteId())
                .member("url", front())
                .member("name", nameplate.name())
                .optional("alternateName", alternateName())
                .optional("description", nameplate.description())
                .member("inLanguage", desk.language().tag());
        json.object("publisher").member("@id", id()).end().end();
    }

    private String alternateName() {
        String name = desk.publisher().publicationName();
        return name.equals(desk.nameplate().name()) ? "" : name;
    }

    /** Every page of an edition says the same of it. */
    void organisation(JsonWriter json) {
        json.written(desk.shared(PublisherData.class, own -> new PublisherData(own).organisation()));
    }

    private String organisation() {
        var json = new JsonWriter();
        Site.Organisation organisation = desk.publisher();
        json.object()
                .member("@type", "NewsMediaOrganization")
                .member("@id", id())
                .member("name", name())
                .member("url", root.url().toString())
                .optional("slogan", desk.nameplate().motto())
                .optional("email", organisation.email())
                .optional("sameAs", organisation.sameAs());
        PictureView logo = new Pictures(desk).of(desk.nameplate().logo(), name());
        if (logo != null) {
            json.object("logo").member("@type", "ImageObject").member("url", root.absolute(logo.address()));
            if (logo.width() > 0 && logo.height() > 0) {
                json.member("width", logo.width()).member("height", logo.height());
            }
            json.end();
        }
        policies().forEach(json::member);
        return json.end().toString();
    }

    /** By property, absolute: what the settings say, before what pages say of themselves. */
    private Map<String, String> policies() {
        var policies = new TreeMap<String, String>();
        for (StandingPage page : desk.standingPages()) {
            if (Site.Organisation.POLICIES.contains(page.policy())) {
                desk.address(new Subject.Standing(page.id()))
                        .ifPresent(address -> policies.putIfAbsent(page.policy(), root.absolute(address)));
            }
        }
        desk.publisher().policies().forEach((property, address) -> {
            if (Site.Organisation.POLICIES.contains(property)) {
                policies.put(property, root.absolute(root.fromRoot(address)));
            }
        });
        return policies;
    }

    private String front() {
        return root.absolute(desk.address(new Subject.Front()).orElse(root.basePath()));
    }
}
