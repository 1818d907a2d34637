package press.broadsheet.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import press.broadsheet.markdown.Markdown;
import press.broadsheet.news.Body;
import press.broadsheet.news.Language;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Site;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** The examples of the CommonMark specification, through the pipeline of an article. */
class CommonMarkTest {
    /** Examples that flexmark 0.64.8 reads otherwise, by number. */
    private static final Set<Integer> FLEXMARKS_OWN =
            Set.of(28, 146, 173, 197, 203, 217, 218, 314, 315, 356, 418, 419, 491, 495, 496, 542, 627, 628);

    /** Examples in which {@code [[...]]} is a link to a story with us. */
    private static final Set<Integer> LINKS_TO_STORIES = Set.of(550, 592);

    private static final Place START = Place.in(Path.of("content/example.md"));
    private final Markdown markdown = new Markdown(new Site.Text(Site.Text.Html.TRUSTED, false, true));

    @Test
    void everyExampleIsSetAsTheSpecificationSaysButForTheKnownDeviations() throws IOException {
        var failed = new TreeMap<Integer, String>();
        for (JsonNode example : examples()) {
            String text = example.get("markdown").asText();
            String said = example.get("html").asText();
            String theirs = normal(Jsoup.parseBodyFragment(said), true);
            String ours = normal(withoutBareLinks(printed(text), Jsoup.parseBodyFragment(said)), false);
            if (!ours.equals(theirs)) {
                failed.put(
                        example.get("example").asInt(),
                        example.get("markdown") + "\n--- said ---\n" + theirs + "\n--- set ---\n" + ours);
            }
        }
        var known = new TreeSet<>(FLEXMARKS_OWN);
        known.addAll(LINKS_TO_STORIES);
        var unexpected = new TreeMap<>(failed);
        unexpected.keySet().removeAll(known);
        String details = unexpected.entrySet().stream()
                .map(entry -> "\n#" + entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
        assertEquals(known, failed.keySet(), details);
    }

    /** The guide for writers lists them; what is told there and what is so never part. */
    @Test
    void theGuideListsTheKnownDeviationsByNumber() throws IOException {
        String guide = Files.readString(Path.of("src/docs/writing.md"));
        int begin = guide.indexOf("## Where our Markdown differs");
        assertTrue(begin >= 0, "The guide has no list of deviations");
        int end = guide.indexOf("\n## ", begin + 1);
        String list = guide.substring(begin, end < 0 ? guide.length() : end);
        var told = new TreeSet<Integer>();
        Pattern.compile("(?m)^\\| ([0-9, ]+) \\|").matcher(list).results().forEach(row -> {
            for (String number : row.group(1).split(",", -1)) {
                assertTrue(told.add(Integer.valueOf(number.strip())), () -> number + " is told twice");
            }
        });
        var known = new TreeSet<>(FLEXMARKS_OWN);
        known.addAll(LINKS_TO_STORIES);
        assertEquals(known, told);
    }

    @Test
    void theKnownDeviationsAreFlexmarksOwn() throws IOException {
        var parser = Parser.builder().build();
        var renderer = HtmlRenderer.builder().build();
        for (JsonNode example : examples()) {
            if (FLEXMARKS_OWN.contains(example.get("example").asInt())) {
                String flexmarks =
                        renderer.render(parser.parse(example.get("markdown").asText()));
                assertNotEquals(
                        normal(Jsoup.parseBodyFragment(example.get("html").asText()), false),
                        normal(Jsoup.parseBodyFragment(flexmarks), false),
                        example::toString);
            }
        }
    }

    private static List<JsonNode> examples() throws IOException {
        var examples = new ArrayList<JsonNode>();
        try (var json = CommonMarkTest.class.getResourceAsStream("commonmark.json")) {
            new ObjectMapper().readTree(json).forEach(examples::add);
        }
        return examples;
    }

    /** Our body with its holes printed plainly. */
    private Document printed(String text) {
        Body body = markdown.typeset(new Body.Source(text, new Language("en"), START, ""), new Problems());
        var html = new StringBuilder();
        for (Piece piece : body.pieces()) {
            switch (piece) {
                case Piece.Html finished -> html.append(finished.html());
                case Piece.Link link ->
                    html.append(new Element("a")
                            .attr("href", link.target())
                            .html(link.html())
                            .outerHtml());
                case Piece.Figure figure ->
                    html.append(new Element("img")
                            .attr("src", figure.source())
                            .attr("alt", figure.alt())
                            .attr("title", figure.caption().plain())
                            .outerHtml());
                case Piece.Embed embed -> html.append(embed.text());
                case Piece.Entry entry -> throw new IllegalStateException("No live report: " + entry);
            }
        }
        return Jsoup.parseBodyFragment(html.toString());
    }

    /** What differs on purpose is made equal: heading levels and anchors, the addresses of holes, pictures as blocks. */
    private static String normal(Document page, boolean said) {
        if (said) {
            shiftHeadings(page);
        }
        page.select("h1,h2,h3,h4,h5,h6").removeAttr("id");
        for (Element link : page.select("a[href]")) {
            String href = link.attr("href");
            if (!href.isEmpty() && !href.matches("(?s)([A-Za-z][A-Za-z0-9+.-]*:|[/#?]).*")) {
                String path = decoded(href)
                        .replace('\\', '/')
                        .replaceFirst("^\\./", "")
                        .replaceFirst("\\.md$", "");
                link.attr("href", path).removeAttr("title");
            }
        }
        for (Element image : page.select("img")) {
            image.attr("src", decoded(image.attr("src")).replaceFirst("^/", ""));
            if (image.attr("title").isEmpty()) {
                image.removeAttr("title");
            }
            splitParagraph(image);
        }
        page.outputSettings().prettyPrint(true).indentAmount(0);
        return page.body().html();
    }

    private static String decoded(String address) {
        return address.contains("%") ? URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8) : address;
    }

    private static void shiftHeadings(Document page) {
        var headings = page.select("h1,h2,h3,h4,h5,h6");
        int top = headings.stream()
                .mapToInt(heading -> heading.tagName().charAt(1) - '0')
                .min()
                .orElse(2);
        headings.forEach(heading ->
                heading.tagName("h" + Math.min(6, heading.tagName().charAt(1) - '0' + 2 - top)));
    }

    /** Takes a picture, with a link that holds nothing else, out of the paragraph, which it breaks in two. */
    @SuppressWarnings("ReferenceEquality") // Two elements may look alike; meant is this one.
    private static void splitParagraph(Element image) {
        Element paragraph = image.closest("p");
        if (paragraph == null) {
            return;
        }
        Node moved = image;
        while (moved.parent() != null && moved.parent() != paragraph) {
            Element parent = (Element) java.util.Objects.requireNonNull(moved.parentNode());
            if (parent.tagName().equals("a") && parent.childNodeSize() == 1) {
                moved = parent;
                continue;
            }
            var after = parent.shallowClone();
            while (moved.nextSibling() != null) {
                after.appendChild(moved.nextSibling());
            }
            parent.after(after);
            parent.after(moved);
            dropEmpty(parent);
            dropEmpty(after);
        }
        var after = new Element("p");
        while (moved.nextSibling() != null) {
            after.appendChild(moved.nextSibling());
        }
        paragraph.after(after);
        paragraph.after(moved);
        dropEmpty(paragraph);
        dropEmpty(after);
    }

    private static void dropEmpty(Element element) {
        if (element.childNodes().stream().allMatch(node -> node instanceof TextNode text && text.isBlank())) {
            element.remove();
        }
    }

    /** Bare addresses become links with us, and do not in CommonMark. */
    private static Document withoutBareLinks(Document ours, Document said) {
        var theirs = said.select("a[href]").eachAttr("href");
        for (Element link : ours.select("a[href]")) {
            if (link.text().equals(link.attr("href")) && !theirs.contains(link.attr("href"))) {
                link.unwrap();
            }
        }
        return ours;
    }
}
