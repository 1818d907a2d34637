package press.broadsheet.view;

/**
 * The same page in another language, for search engines.
 *
 * @param language a BCP 47 tag or {@code x-default}
 * @param address absolute
 */
public record AlternateView(String language, String address) {}
