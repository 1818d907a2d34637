package press.broadsheet.read;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

class SiteReaderTest {
    private final Fixture paper = new Fixture();

    private Optional<Site> read(String yaml, String... sectionFiles) {
        return read(paper.problems, yaml, sectionFiles);
    }

    private static Optional<Site> read(Problems problems, String yaml, String... sectionFiles) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int at = 0; at < sectionFiles.length; at += 2) {
            files.put(sectionFiles[at], sectionFiles[at + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new SiteReader(text -> Fixture.TYPESETTERS).read(yaml.getBytes(StandardCharsets.UTF_8), files, problems);
    }

    private static List<String> names(Site.EditionSettings edition) {
        return edition.sections().stream()
                .map(section -> section.id() + "=" + section.name())
                .toList();
    }

    @Test
    void listFeedsAreAllOrNoneOrThoseThatAreNamed() {
        String paper = "name: The Lantern\nurl: https://lantern.example\nlists: {listFeeds: %s}";
        assertEquals(
                Site.Lists.WITH_FEEDS,
                read(paper.formatted("true")).orElseThrow().lists().listFeeds());
        assertEquals(
                List.of(), read(paper.formatted("false")).orElseThrow().lists().listFeeds());
        assertEquals(
                List.of("places", "sections"),
                read(paper.formatted("[places, sections]"))
                        .orElseThrow()
                        .lists()
                        .listFeeds());
    }

    @Test
    void nameAndAddressAreEnough() {
        Site site = read("name: The Lantern\nurl: https://lantern.example").orElseThrow();
        assertEquals("", paper.told());
        assertEquals(URI.create("https://lantern.example/"), site.url());
        assertEquals(ZoneOffset.UTC, site.zone());
        assertEquals("en", site.defaultEdition().language().tag());
        assertEquals("", site.defaultEdition().folder());
        assertEquals(new Site.Lists(20, 50, List.of("rss", "atom", "json"), true, true, List.of()), site.lists());
        assertEquals(new Site.Text(Site.Text.Html.ALLOW_LIST, true, true), site.text());
        assertEquals(new Site.Crawlers(List.of(), List.of(), true), site.crawlers());
        assertEquals("The Lantern", site.organisation().publicationName());
    }

    @Test
    void everySettingIsRead() {
        Site site = read("""
                name: The Lantern
                url: https://lantern.example/paper
                zone: Europe/Kyiv
                motto: Light
                description: News of a town
                language: en
                editions:
                  - {language: uk, name: Ліхтар, motto: Світло, sections: [{id: world, name: Світ}], footer: [{name: Етика, to: /uk/about/}], copyright: © Ліхтар}
                  - {language: ja}
                sections:
                  - {id: world, name: World, colour: "#1f5c99", description: Far and *near*}
                  - sport/football
                navigation: [{name: About, to: /about/}]
                organisation: {name: Lantern Ltd, publicationName: Lantern, logo: /logo.svg, email: desk@lantern.example, sameAs: [https://x.example/l], reporting: true, social: lantern, copyright: © Lantern, accent: "#a4262c", policies: {ethicsPolicy: /about/ethics/}}
                lists: {pageSize: 10, feedSize: 30, feedFormats: [atom], listFeeds: false, fullText: false}
                text: {html: off, smartTypography: false, creditRequired: false}
                crawlers: {disallow: [/private/], blockedAgents: [GPTBot], llmsTxt: false}
                params: {phone: "1"}
                """).orElseThrow();
        assertEquals("", paper.told());
        assertEquals("/paper/", site.basePath());
        assertEquals(ZoneId.of("Europe/Kyiv"), site.zone());
        assertEquals(new Site.Lists(10, 30, List.of("atom"), false, false, List.of()), site.lists());
        assertEquals(new Site.Text(Site.Text.Html.OFF, false, false), site.text());
        assertEquals(new Site.Crawlers(List.of("/private/"), List.of("GPTBot"), false), site.crawlers());
        assertEquals(
                new Site.Organisation(
                        "Lantern Ltd",
                        "Lantern",
                        "logo.svg",
                        "desk@lantern.example",
                        List.of("https://x.example/l"),
                        Map.of("ethicsPolicy", "/about/ethics/"),
                        true,
                        "@lantern",
                        "© Lantern",
                        "#a4262c"),
                site.organisation());
        assertEquals(Map.of("phone", "1"), site.params());
        assertEquals(
                List.of(new Site.NamedLink("About", "/about/", new Place(Path.of("content", "site.yaml"), 13, 32))),
                site.defaultEdition().navigation());
        assertEquals(List.of("world=World", "sport=Sport", "sport/football=Football"), names(site.defaultEdition()));
        Site.EditionSettings ukrainian = site.editions().get(1);
        assertEquals("uk", ukrainian.folder());
        assertEquals("Ліхтар", ukrainian.name());
        assertEquals(List.of("world=Світ"), names(ukrainian));
        assertEquals("#1f5c99", ukrainian.sections().getFirst().colour());
        assertEquals("© Ліхтар", ukrainian.copyright());
        assertEquals("", site.defaultEdition().copyright());
        assertEquals("The Lantern", site.editions().get(2).name());
        assertEquals(names(site.defaultEdition()), names(site.editions().get(2)));
    }

    @Test
    void aFolderDeclaresASectionWithItsOwnFile() {
        Site site = read(
                        "name: L\nurl: https://l.example\neditions: [{language: uk}]\nsections: [world]",
                        "world/_section.md",
                        "---\nname: The world\ncolour: '#123456'\n---\n\nAll of it.",
                        "arts/_section.md",
                        "---\nname: Arts\norder: 2\n---\n",
                        "local/_section.md",
                        "---\norder: 1\n---\n",
                        "uk/world/_section.md",
                        "---\nname: Світ\n---\n")
                .orElseThrow();
        assertEquals("", paper.told());
        assertEquals(List.of("world=The world", "local=Local", "arts=Arts"), names(site.defaultEdition()));
        Section world = site.defaultEdition().sections().getFirst();
        assertEquals("#123456", world.colour());
        assertEquals(
                List.of(new Piece.Html("content/world/_section.md:5|All of it.")),
                requireNonNull(world.text()).pieces());
        assertEquals(
                List.of("world=Світ", "local=Local", "arts=Arts"),
                names(site.editions().get(1)));
        assertEquals("#123456", site.editions().get(1).sections().getFirst().colour());
    }

    @Test
    void faultsAreToldWithPlaceAndHint() {
        read("""
                name: L
                url: https://l.example
                zone: Europe/Kiyv
                language: xx
                colour: red
                navigation: [{name: X, to: "javascript:alert(1)"}]
                sections: [World News, people, arts, arts]
                organisation: {accent: red, logo: ../logo.svg, policies: {ethicPolicy: /x/}}
                lists: {pageSize: 0, feedFormats: [rss, atm]}
                text: {html: yes}
                editions: [{language: uk}, {language: uk}, {name: X}]
                """);
        assertEquals("""
                content/site.yaml:3:7 unknown-zone: There is no time zone "Europe/Kiyv". | Did you mean "Europe/Kyiv"?
                content/site.yaml:4:11 unknown-language: "xx" is no language. | Write its BCP 47 tag, such as en, uk or pt-BR.
                content/site.yaml:5:1 unknown-field: There is no field "colour". | Fields of your own go below "params:".
                content/site.yaml:6:28 broken-address: "navigation.to" must be an absolute address or one of this paper that begins with /, not "javascript:alert(1)".
                content/site.yaml:7:12 unsafe-slug: "World News" cannot be a section's id. | It is the name of a folder: letters of lower case, digits and hyphens.
                content/site.yaml:7:24 reserved-name: "people" cannot be a section's id: the paper needs the name for itself. | Choose another.
                content/site.yaml:7:38 same-name-twice: The section "arts" is declared twice. | Keep one of the two.
                content/site.yaml:8:24 broken-colour: "organisation.accent" must be a hexadecimal colour, not "red". | Write it so: accent: "#a4262c"
                content/site.yaml:8:35 path-outside-content: "organisation.logo" does not lead to a file in content/: "../logo.svg". | Put the picture into content/ and name it relative to this file, or from content/ with / at its start.
                content/site.yaml:8:59 unknown-field: There is no field "organisation.policies.ethicPolicy". | Did you mean "ethicsPolicy"?
                content/site.yaml:9:19 number-out-of-range: "lists.pageSize" must be a whole number from 1 to 1000, not "0".
                content/site.yaml:9:41 unknown-value: "lists.feedFormats" cannot be "atm". | Did you mean "atom"?
                content/site.yaml:10:14 unknown-value: "text.html" cannot be "yes". | Known are: allow-list, off, trusted.
                content/site.yaml:11:28 same-name-twice: There are two editions in the language "uk". | Keep one of the two.
                content/site.yaml:11:44 field-missing: The field "editions.language" is missing. | Add it: language: ...""", paper.told());
    }

    @Test
    void withoutNameOrAddressThereIsNoPaper() {
        assertTrue(read("motto: x").isEmpty());
        assertEquals("""
                content/site.yaml:1:1 field-missing: The field "name" is missing. | Add it: name: ...
                content/site.yaml:1:1 field-missing: The field "url" is missing. | Add it: url: ...""", paper.told());
        assertTrue(read("").isEmpty());
        for (String url :
                List.of("lantern.example", "ftp://l.example", "https://l.example/?q", "file:///etc", "https:///x")) {
            var problems = new Problems();
            assertTrue(read(problems, "name: L\nurl: " + url).isEmpty(), url);
            assertEquals("broken-address", problems.inOrder().getFirst().code().id());
        }
    }

    @Test
    void wordsOfAThemeAreFlattened() {
        assertEquals(
                Map.of("read-more", "Read more", "minutes.one", "{n} minute", "minutes.other", "{n} minutes"),
                StringsReader.read(
                        Path.of("templates", "strings", "en.yaml"),
                        "read-more: Read more\nminutes: {one: '{n} minute', other: '{n} minutes'}"
                                .getBytes(StandardCharsets.UTF_8),
                        paper.problems));
        assertEquals("", paper.told());
    }

    private static final String NAMED = "name: A\nurl: https://a.example/\nstatements:\n";

    @Test
    void whatThePaperStatesIsReadInTheOrderOfTheStandard() {
        Site.Statements statements = read(NAMED + """
                  security: {contact: [desk@a.example, "tel:+1-201"], expires: 2027-06-30, policy: https://a.example/p/}
                  trust:
                    datatrainingallowed: false
                    contact: desk@a.example
                    social: [https://s.example/@a, https://t.example/a]
                    belongto: https://guild.example/
                  ads:
                    - "ads.example, 12-a, DIRECT, f08c47fec0942fa0"
                    - "OWNERDOMAIN=a.example"
                """).orElseThrow().statements();
        Site.Security security = statements.security();
        assertNotNull(security);
        assertEquals(List.of("mailto:desk@a.example", "tel:+1-201"), security.contacts());
        assertEquals(Instant.parse("2027-06-30T00:00:00Z"), security.expires());
        assertEquals("https://a.example/p/", security.policy());
        assertEquals(
                List.of(
                        "belongto=https://guild.example/",
                        "social=https://s.example/@a",
                        "social=https://t.example/a",
                        "contact=mailto:desk@a.example",
                        "datatrainingallowed=no"),
                statements.trust());
        assertEquals(List.of("ads.example, 12-a, DIRECT, f08c47fec0942fa0", "OWNERDOMAIN=a.example"), statements.ads());
        assertEquals("", paper.told());
    }

    @Test
    void statementsThatNobodyCouldReadAreTold() {
        Site.Statements statements = read(NAMED + """
                  security: {contact: /contact/, expires: soon}
                  trust: {social: "@a", belongs: https://guild.example/}
                  ads: [we sell nothing, "# a comment"]
                """).orElseThrow().statements();
        assertEquals(Site.Statements.NONE, statements);
        assertEquals(
                List.of(
                        "broken-address",
                        "broken-date",
                        "broken-address",
                        "unknown-field",
                        "unknown-value",
                        "unknown-value"),
                paper.told()
                        .lines()
                        .map(line -> line.replaceFirst("^\\S+ ([a-z-]+):.*", "$1"))
                        .toList());
    }

    private Optional<Object> data(String path, String text) {
        return DataReader.read(path, text.getBytes(StandardCharsets.UTF_8), paper.problems);
    }

    @Test
    void tablesAndYamlAreData() {
        assertEquals(
                Optional.of(List.of(Map.of("a", "1", "b", "x, \"y\"\nz"), Map.of("a", "", "b", "2"))),
                data("data/t.csv", "a,b\r\n1,\"x, \"\"y\"\"\r\nz\"\r\n\r\n,2\r\n"));
        assertEquals(
                Optional.of(Map.of(
                        "seats",
                        12L,
                        "share",
                        new BigDecimal("1.5"),
                        "open",
                        true,
                        "name",
                        "007",
                        "list",
                        List.of("a"))),
                data("data/d.yaml", "seats: 12\nshare: 1.5\nopen: true\nname: '007'\nlist: [a]"));
        assertEquals("", paper.told());
    }

    @Test
    void numbersArePrintedAsTheyWereTyped() {
        String typed =
                "{price: 12.50, zip: 01234, phone: +380441234567, share: 0.10, count: 12, minus: -3, version: 1.2.3}";
        assertEquals(
                "{price=12.50, zip=01234, phone=+380441234567, share=0.10, count=12, minus=-3, version=1.2.3}",
                data("data/d.yaml", typed).orElseThrow().toString());
        assertEquals("", paper.told());
    }

    @Test
    void aTableWhoseColumnsCannotBeToldApartIsTold() {
        assertEquals(Optional.empty(), data("data/t.csv", "year,votes,votes\n2026,1,2\n"));
        assertEquals(Optional.empty(), data("data/u.csv", "year;votes\n2026;1\n"));
        assertEquals("""
                content/data/t.csv:1 broken-table: Two columns are called "votes". | Give each a name of its own: a row can \
                show only one of the two.
                content/data/u.csv:1 broken-table: The cells are parted by semicolons. | Save the table with commas between \
                its cells.""", paper.told());
    }

    @Test
    void aRowOfAnotherLengthIsTold() {
        assertEquals(Optional.empty(), data("data/t.csv", "a,b\n1,2\n3\n"));
        assertEquals(Optional.empty(), data("data/u.csv", "a,b\n1,\"2\n"));
        assertEquals("""
                content/data/t.csv:3 broken-table: The row has 1 cells, the heading 2.
                content/data/u.csv:2 broken-table: In the row that begins here, a quotation mark is not closed. | Put one at the end of the cell; within a cell write two for each.""", paper.told());
    }
}
