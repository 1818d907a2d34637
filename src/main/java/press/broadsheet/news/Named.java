package press.broadsheet.news;

/**
 * Somebody or something that an article names.
 *
 * @param name as typed
 * @param uri what identifies it beyond doubt, as an absolute address; empty if none is given
 * @param isAbout whether the article is about it, and does not only mention it
 */
public record Named(Kind kind, String name, String uri, boolean isAbout) {
    /** What can be named; the order in which pages show them. */
    public enum Kind {
        PERSON("Person"),
        ORGANISATION("Organization"),
        PLACE("Place"),
        EVENT("Event");

        private final String schemaType;

        Kind(String schemaType) {
            this.schemaType = schemaType;
        }

        /** The type in the words of schema.org. */
        public String schemaType() {
            return schemaType;
        }
    }
}
