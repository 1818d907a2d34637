package press.broadsheet.view;

/**
 * What somebody said, with the article that quotes it.
 *
 * @param text plain, at most a few sentences
 * @param address of the quotation in its article; of the article, if the quotation cannot be linked to
 * @param headline the article's
 * @param date when the article was published
 */
public record QuotationView(String text, String address, String headline, DateView date) {}
