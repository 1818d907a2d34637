package press.broadsheet.make.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StyleSheetTest {
    private static final Map<String, String> ADDRESSES = Map.of("fonts/a.woff2", "/assets/a.1234.woff2");

    private static String made(String css) {
        return StyleSheet.withAddresses(css, "css/paper.css", name -> Optional.ofNullable(ADDRESSES.get(name)));
    }

    @Test
    void aReferenceBecomesThePublishedAddress() {
        assertEquals(
                "a{src:url(\"/assets/a.1234.woff2\")} b{src:url(\"/assets/a.1234.woff2#x\")}",
                made("a{src:url(../fonts/a.woff2)} b{src:URL( '../fonts/a.woff2#x' )}"));
    }

    @Test
    void whatLeadsElsewhereStays() {
        String css =
                "a{b:url(data:image/svg+xml;base64,AA)} c{d:url(#e)} f{g:url(/h)} i{j:url(../../k)} l{m:url(n.png)}";
        assertEquals(css, made(css));
    }

    @Test
    void commentsGoButLicencesStay() {
        assertEquals("a  b{}/*! MIT */", made("a /* url(../fonts/a.woff2) */b{}/*! MIT */".replace("*/b", "*/b")));
    }

    @Test
    void textInQuotationMarksIsNotTouched() {
        String css = "a::before{content:\"/* no comment */ url(../fonts/a.woff2)\"}";
        assertEquals(css, made(css));
    }
}
