package press.broadsheet.view;

/**
 * A meta element.
 *
 * @param attribute {@code name} or {@code property}
 * @param name the value of that attribute
 * @param content the value of its content attribute, not escaped
 */
public record MetaView(String attribute, String name, String content) {}
