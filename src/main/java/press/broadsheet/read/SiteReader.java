package press.broadsheet.read;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Site;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/** Reads the paper's settings: {@code site.yaml} and the sections' {@code _section.md}. */
public final class SiteReader {
    private static final Path FILE = Path.of("content", "site.yaml");

    private static final Vocabulary EDITION = Vocabulary.of(
            "language lang", "name title", "motto", "description", "sections", "navigation", "footer", "copyright");
    private static final Vocabulary VOCABULARY = EDITION.with(
            "url baseUrl",
            "zone timezone",
            "editions",
            "organisation",
            "lists",
            "text",
            "crawlers",
            "statements",
            "targets",
            "hosting",
            "budget",
            "params",
            "history",
            "checks");
    private static final Vocabulary LISTS =
            Vocabulary.of("pageSize", "feedSize", "feedFormats", "listFeeds", "fullText", "leaveOut");
    private static final Vocabulary TEXT = Vocabulary.of("html", "smartTypography", "creditRequired", "citiesAlone");
    private static final Vocabulary CRAWLERS = Vocabulary.of("disallow", "blockedAgents", "llmsTxt");
    private static final Vocabulary LINK = Vocabulary.of("name", "to target url");

    private static final Map<String, Site.Text.Html> HTML = Map.of(
            "off", Site.Text.Html.OFF, "allow-list", Site.Text.Html.ALLOW_LIST, "trusted", Site.Text.Html.TRUSTED);
    private static final List<String> FORMATS = List.of("rss", "atom", "json");
    private static final List<String> LEFT_OUT = List.of("latest", "archive", "corrections");
    private static final int MOST_ON_A_PAGE = 1000;

    private final Function<Site.Text, Typesetters> typesetters;

    /** @param typesetters gives the typesetters for the way in which the paper wants its texts treated */
    public SiteReader(Function<Site.Text, Typesetters> typesetters) {
        this.typesetters = typesetters;
    }

    /**
     * Reads the settings; empty after telling why there are none.
     *
     * @param siteYaml the bytes of {@code content/site.yaml}
     * @param sectionFiles the bytes of every {@code _section.md}, by path below {@code content/}:
     *     {@code sport/football/_section.md}
     */
    public Optional<Site> read(byte[] siteYaml, Map<String, byte[]> sectionFiles, Problems problems) {
        var sheet = new Sheet(FILE, 0, problems);
        Optional<String> text = TextFile.decode(siteYaml, FILE, problems);
        if (text.isPresent() && text.get().isBlank()) {
            problems.add(
                    ContentFault.EMPTY_FILE,
                    Place.in(FILE),
                    "The file is empty.",
                    "Write at least:\nname: The Lantern\nurl: https://lantern.example/");
            return Optional.empty();
        }
        return text.flatMap(sheet::read)
                .flatMap(value -> value.fields(VOCABULARY))
                .flatMap(fields -> site(fields, new TreeMap<>(sectionFiles)));
    }

    private Optional<Site> site(Fields fields, Map<String, byte[]> sectionFiles) {
        String name = fields.required("name");
        URI url = url(fields);
        ZoneId zone = zone(fields);
        Site.Text text = text(fields);
        Site.Lists lists = lists(fields);
        Site.Crawlers crawlers = crawlers(fields);
        Site.Organisation organisation = OrganisationReader.read(fields, name);
        List<Site.EditionSettings> editions = editions(fields, name, sectionFiles, typesetters.apply(text));
        fields.value("targets").ifPresent(targets -> TargetReader.read(targets, fields.problems()));
        HostingReader.read(fields);
        Site.Statements statements = StatementsReader.read(fields, zone);
        // What stands there is for the check, which alone knows the rules.
        fields.value("checks").ifPresent(Value::entries);
        Map<String, Object> params = fields.objects("params");
        if (name.isEmpty() || url == null) {
            return Optional.empty();
        }
        boolean history = fields.flag("history", false);
        return Optional.of(new Site(
                url,
                zone,
                editions,
                organisation,
                lists,
                text,
                crawlers,
                params,
                history,
                statements,
                OrganisationReader.places(fields)));
    }

    private static @org.jspecify.annotations.Nullable URI url(Fields fields) {
        fields.required("url");
        String address = fields.address("url");
        if (address.isEmpty()) {
            return null;
        }
        URI url = URI.create(address.endsWith("/") ? address : address + "/");
        if (url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            fields.value("url")
                    .ifPresent(value -> value.tell(
                            ContentFault.BROKEN_ADDRESS,
                            "\"" + address + "\" cannot be the paper's address: it has no host, or a ? or #.",
                            "Write it as https://lantern.example/"));
            return null;
        }
        return url.normalize();
    }

    private static ZoneId zone(Fields fields) {
        Value value = fields.value("zone").orElse(null);
        if (value == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(value.line());
        } catch (DateTimeException unknown) {
            String near = Nearest.of(value.line(), ZoneId.getAvailableZoneIds())
                    .map(zone -> "Did you mean \"" + zone + "\"?")
                    .orElse("Write it as Europe/Kyiv.");
            value.tell(ContentFault.UNKNOWN_ZONE, "There is no time zone \"" + value.line() + "\".", near);
            return ZoneOffset.UTC;
        }
    }

    private static Site.Text text(Fields fields) {
        Fields text = fields.fields("text", TEXT).orElseGet(() -> Fields.none(fields.sheet(), TEXT));
        return new Site.Text(
                text.choice("html", Site.Text.Html.ALLOW_LIST, HTML),
                text.flag("smartTypography", true),
                text.flag("creditRequired", true),
                cities(text));
    }

    private static List<String> cities(Fields text) {
        for (Value city : text.items("citiesAlone")) {
            if (city.isText() && city.line().indexOf(',') < 0) {
                city.tell(
                        ContentFault.FIELD_WITHOUT_EFFECT,
                        "\"" + city.line() + "\" changes nothing: nobody knows which country is left out.",
                        "Name both, in quotation marks: \"Kyiv, Ukraine\"");
            }
        }
        return text.lines("citiesAlone");
    }

    private static Site.Lists lists(Fields fields) {
        Fields lists = fields.fields("lists", LISTS).orElseGet(() -> Fields.none(fields.sheet(), LISTS));
        List<String> formats = chosen(lists, "feedFormats", FORMATS);
        // An empty list is a wish: no feeds.
        boolean given = lists.value("feedFormats").isPresent();
        return new Site.Lists(
                lists.number("pageSize", 1, MOST_ON_A_PAGE, 20),
                lists.number("feedSize", 1, MOST_ON_A_PAGE, 50),
                given ? formats : FORMATS,
                listFeeds(lists),
                lists.flag("fullText", true),
                chosen(lists, "leaveOut", LEFT_OUT));
    }

    /** All or none, or the lists that are named. */
    private static List<String> listFeeds(Fields lists) {
        if (lists.value("listFeeds").filter(Value::isList).isPresent()) {
            return chosen(lists, "listFeeds", Site.Lists.WITH_FEEDS);
        }
        return lists.flag("listFeeds", true) ? Site.Lists.WITH_FEEDS : List.of();
    }

    /** What a list names of the words that it may name, each once; others are told. */
    private static List<String> chosen(Fields fields, String name, List<String> words) {
        Map<String, String> known = new LinkedHashMap<>();
        words.forEach(word -> known.put(word, word));
        var chosen = new ArrayList<String>();
        for (Value value : fields.items(name)) {
            String word = Fields.choiceOf(value, known);
            if (word != null && !chosen.contains(word)) {
                chosen.add(word);
            }
        }
        return List.copyOf(chosen);
    }

    private static Site.Crawlers crawlers(Fields fields) {
        Fields crawlers = fields.fields("crawlers", CRAWLERS).orElseGet(() -> Fields.none(fields.sheet(), CRAWLERS));
        var disallow = new ArrayList<String>();
        for (Value value : crawlers.items("disallow")) {
            String path = value.line();
            if (path.startsWith("/") && path.chars().noneMatch(Character::isWhitespace)) {
                disallow.add(path);
            } else if (!path.isEmpty()) {
                value.tell(
                        ContentFault.BROKEN_ADDRESS, "\"" + path + "\" is no path of this paper.", "Begin it with /.");
            }
        }
        return new Site.Crawlers(
                List.copyOf(disallow), crawlers.lines("blockedAgents"), crawlers.flag("llmsTxt", true));
    }

    private static List<Site.EditionSettings> editions(
            Fields fields, String name, Map<String, byte[]> sectionFiles, Typesetters typesetters) {
        Language first = Languages.read(fields, "language").orElse(new Language("en"));
        List<Value> more = fields.items("editions");
        Map<Language, Fields> others = new LinkedHashMap<>();
        for (Value value : more) {
            Fields edition = value.fields(EDITION).orElse(null);
            if (edition == null) {
                continue;
            }
            edition.required("language");
            Language language = Languages.read(edition, "language").orElse(null);
            if (language == null) {
                continue;
            }
            if (language.equals(first) || others.putIfAbsent(language, edition) != null) {
                value.tell(
                        ContentFault.SAME_NAME_TWICE,
                        "There are two editions in the language \"" + language.tag() + "\".",
                        "Keep one of the two.");
            }
        }
        List<String> folders = others.keySet().stream().map(Language::tag).toList();
        var sections = new SectionReader(sectionFiles, folders, typesetters, fields.problems());
        Inline.Typesetter inlines = typesetters.inline();
        var editions = new ArrayList<Site.EditionSettings>();
        Site.EditionSettings main = edition(fields, first, "", name, sections, inlines, null);
        editions.add(main);
        others.forEach((language, edition) ->
                editions.add(edition(edition, language, language.tag(), name, sections, inlines, main)));
        return List.copyOf(editions);
    }

    private static Site.EditionSettings edition(
            Fields fields,
            Language language,
            String folder,
            String name,
            SectionReader sections,
            Inline.Typesetter inlines,
            Site.@org.jspecify.annotations.Nullable EditionSettings main) {
        String own = fields.line("name");
        return new Site.EditionSettings(
                language,
                folder,
                own.isEmpty() ? name : own,
                inlines.line(fields.line("motto"), language),
                inlines.line(fields.line("description"), language),
                sections.read(fields, language, folder, main == null ? List.of() : main.sections()),
                links(fields, "navigation", language, inlines),
                links(fields, "footer", language, inlines),
                inlines.line(fields.line("copyright"), language));
    }

    private static List<Site.NamedLink> links(
            Fields fields, String field, Language language, Inline.Typesetter inlines) {
        var links = new ArrayList<Site.NamedLink>();
        for (Value value : fields.items(field)) {
            Fields link = value.fields(LINK).orElse(null);
            if (link == null) {
                continue;
            }
            link.required("name");
            link.required("to");
            String target = link.value("to").map(Addresses::linkable).orElse("");
            if (!target.isEmpty()) {
                links.add(new Site.NamedLink(inlines.line(link.line("name"), language), target, link.place("to")));
            }
        }
        return List.copyOf(links);
    }
}
