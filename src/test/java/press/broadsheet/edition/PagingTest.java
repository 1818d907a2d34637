package press.broadsheet.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {
    /** The articles of a page; the oldest is 1. */
    private static List<Integer> shown(int total, int page) {
        Paging paging = Paging.of(total, 3);
        return IntStream.range(paging.from(page), paging.from(page) + paging.count(page))
                .map(offset -> total - offset)
                .boxed()
                .toList();
    }

    @Test
    void aShortListHasNoNumberedPages() {
        assertEquals(0, Paging.of(0, 3).pages());
        assertEquals(0, Paging.of(5, 3).pages());
        assertEquals(List.of(5, 4, 3, 2, 1), shown(5, 0));
    }

    @Test
    void theRootShowsTheNewestFullPageAndTheRest() {
        assertEquals(List.of(8, 7, 6, 5, 4), shown(8, 0));
        assertEquals(List.of(3, 2, 1), shown(8, 1));
    }

    @Test
    void aNumberedPageNeverChangesWhenAnArticleComes() {
        for (int total = 6; total < 40; total++) {
            for (int page = 1; page <= Paging.of(total, 3).pages(); page++) {
                assertEquals(List.of(page * 3, page * 3 - 1, page * 3 - 2), shown(total, page));
            }
        }
    }

    @Test
    void everyArticleStandsOnExactlyOnePage() {
        for (int total = 0; total < 40; total++) {
            int all = total;
            Paging paging = Paging.of(total, 3);
            List<Integer> seen = IntStream.rangeClosed(0, paging.pages())
                    .boxed()
                    .flatMap(page -> shown(all, page).stream())
                    .sorted()
                    .toList();
            assertEquals(IntStream.rangeClosed(1, total).boxed().toList(), seen);
            assertTrue(paging.count(0) < 6);
        }
    }

    @Test
    void pagesOfNothingCannotBeMade() {
        assertThrows(IllegalArgumentException.class, () -> Paging.of(3, 0));
    }
}
