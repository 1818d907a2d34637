package press.broadsheet.view;

/**
 * A named link.
 *
 * @param name as readers see it
 * @param address root-relative, or absolute if it leads away
 * @param current whether the page shown is this one or lies below it
 */
public record LinkView(String name, String address, boolean current) {}
