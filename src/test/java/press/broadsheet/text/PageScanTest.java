package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageScanTest {
    private static PageParts scan(String html) {
        return new PageScan().of(html.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatRunsAndStylesIsNamedByItsDigest() {
        // The digests are those of the specification's own example and of openssl.
        PageParts parts = scan("<script>alert('Hello, world.');</script><STYLE media='all'>p{}</STYLE>");
        assertEquals(List.of("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), parts.scripts());
        assertEquals(List.of("'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"), parts.styles());
    }

    @Test
    void dataIsNoScriptAndAScriptWithAFileIsLoaded() {
        PageParts parts = scan("""
                <script type="application/ld+json">{"a": "<img src=x.png>"}</script>
                <script defer src="/assets/js/paper.js?a=1&amp;b"></script>
                <script type=module>import 'x'</script>""");
        assertEquals(1, parts.scripts().size());
        assertEquals(List.of("/assets/js/paper.js?a=1&b"), parts.loads());
    }

    @Test
    void whatABrowserLoadsIsListedOnceAndWhatMachinesFetchIsNot() {
        PageParts parts = scan("""
                <link rel="canonical" href="/c/"><link rel='preload stylesheet' href='/a.css'><link rel=icon href=/i.svg>
                <!-- <img src="/no.png"> --><img
                  alt="a > b" src=/one.jpg width=3><IMG SRC="/two.jpg"/><img src="/one.jpg"><img src="data:,x">
                <pre>&lt;img src="/no.png"&gt;</pre><image src="/no.png"><imgx src="/no.png">""");
        assertEquals(List.of("/a.css", "/one.jpg", "/two.jpg"), parts.loads());
        assertEquals(List.of(), parts.styles());
    }

    @Test
    void lineEndsCountAsBrowsersReadThem() {
        assertEquals(scan("<style>a\nb</style>"), scan("<style>a\r\nb</style>"));
    }

    @Test
    void whatIsNeverClosedEndsWithThePage() {
        for (String html :
                List.of("<style>p{", "<script", "<script src=", "<img src='", "<!-- ", "<", "<s", "<link rel")) {
            scan(html);
        }
        assertEquals(1, scan("<style>p{").styles().size());
    }
}
