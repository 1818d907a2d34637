package press.broadsheet.view;

/** The same page in another language. {@code language} is a BCP 47 tag or {@code x-default}; {@code address} is absolute. */
public record AlternateView(String language, String address) {}
